// SPDX-License-Identifier: GPL-3.0-or-later
// What a round adds up to: a bar, the table of results with the published totals beside it, reasons, moves, sums per group.
#pragma once

#include "models/item/survey_result_model.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QStandardItemModel;
class QTableView;
class QVBoxLayout;
QT_END_NAMESPACE

namespace shisaku {

/// The statuses as one bar, each with mark, count and share; from the answers, or what was published where there are none.
class ResultBar : public QWidget {
    Q_OBJECT

public:
    struct Part {
        QString mark;
        QString label;
        qint64 count = 0;
        int place = -1; ///< Of the status; -1 for the unanswered.
    };

    explicit ResultBar(QWidget *parent = nullptr);
    /// `whole`: what the shares are of; without one, none are told.
    void setParts(const QList<Part> &parts, std::optional<qint64> whole, const QString &description);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Part> m_parts;
    std::optional<qint64> m_whole;
};

class SurveyResult : public QScrollArea {
    Q_OBJECT

public:
    /// The document must outlive the panel.
    explicit SurveyResult(PlanDocument *document, QWidget *parent = nullptr);

    void setSurvey(Id<Survey> survey);

signals:
    void refused(const shisaku::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fillGroupings();
    void refreshBar();
    void refreshMoves();
    void refreshGroups();
    QLabel *addHeading(const QString &text);
    QTableView *addTable(QAbstractItemModel *model, const QString &name);
    static void fitTable(QTableView *table);

    PlanDocument *m_document;
    Id<Survey> m_survey;
    QVBoxLayout *m_column;
    ResultBar *m_bar;
    SurveyResultModel *m_statuses;
    SurveyResultModel *m_reasons;
    QStandardItemModel *m_moves;
    QStandardItemModel *m_groups;
    QList<QWidget *> m_groupParts; // hidden while there are no items
    QComboBox *m_grouping;
    QLabel *m_barNote;
    QLabel *m_movesHead = nullptr;
    QLabel *m_movesNote = nullptr;
    QList<QTableView *> m_tables;
    QTableView *m_movesTable = nullptr;
};

} // namespace shisaku
