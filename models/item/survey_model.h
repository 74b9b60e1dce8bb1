// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a round as a table that is filled in: number, 取組, 所管課, 前回, 今回, reason, countermeasure, comment.
#pragma once

#include "models/edit/plan_follower.h"
#include "models/edit/unsaved_input.h"
#include "models/results/survey_counts.h"

#include <QAbstractTableModel>

namespace shisaku {

/// Every change goes to the document and comes back through its changed(). A cell whose text was refused shows it until the file
/// has it or another.
class SurveyModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Item, Office, Previous, Status, Reason, Countermeasure, Comment, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< QString: key of the status or reason in the cell.
        PlaceRole,                  ///< int: place of that key in its list; -1 without one.
        MarkRole,                   ///< QString: sign of the status in the cell.
        OptionKeysRole,             ///< QStringList: what can be picked; empty for a cell that is typed.
        OptionLabelsRole,           ///< QStringList beside it.
        MeasureRole,                ///< quint64: the first measure the item belongs to.
        RefusedRole,                ///< QString: why the text in the cell was not taken.
    };
    enum class Show : quint8 { All, Unanswered, Troubled };

    /// The document must outlive the model.
    explicit SurveyModel(PlanDocument *document, QObject *parent = nullptr);

    PlanDocument &document() const { return *m_document; }
    /// Through which the model follows the plan: whoever shows it says when it is looked at.
    PlanFollower &follower() { return m_follower; }

    void setSurvey(Id<Survey> survey);
    Id<Survey> survey() const { return m_survey; }
    /// Which items are shown. An item that is answered meanwhile stays until this is called again: nothing jumps.
    void setShow(Show show);
    Show show() const { return m_show; }

    Id<SurveyItem> itemAt(int row) const { return m_rows.value(row); }
    int rowOf(Id<SurveyItem> item) const { return static_cast<int>(m_rows.indexOf(item)); }
    /// The cell of an input; invalid if it is not shown here.
    QModelIndex cellOf(const InputPlace &place) const;
    static InputPlace placeOf(Id<SurveyItem> item, int column);
    /// Items of the round, shown or not, and how many of them are answered.
    int itemCount() const { return m_itemCount; }
    int answeredCount() const { return m_answered; }

    /// Writes one text into all these cells as one step; a status or reason by key, label, mark or its number in the list.
    void setAll(const QModelIndexList &cells, const QString &text, UndoGroup group = 0);
    /// Writes rows of cells from a row on; `columns` says where the cells of each go. Columns that cannot be written are passed
    /// over. All of it or nothing.
    void paste(int from, const QList<int> &columns, const QList<QStringList> &rows);
    /// Asks for a change that is made from the plan as it will be by then.
    void submit(Recipe recipe);

    static bool isAnswer(int column) { return column >= Status; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// What was asked for was not done; the plan is as before.
    void refused(const shisaku::Error &error);
    /// The number of items or of answers has changed.
    void progressChanged();

private:
    const Plan &plan() const { return m_document->plan(); }
    void build();
    void follow(const ChangeSet &change);
    void countAnswers();
    bool isShown(const SurveyItem &item) const;
    QString text(const SurveyItem &item, int column) const;
    QString keyAt(const SurveyItem &item, int column) const;
    void followInput(const InputPlace &place);

    PlanDocument *m_document;
    PlanFollower m_follower;
    Id<Survey> m_survey;
    Show m_show = Show::All;
    QList<Id<SurveyItem>> m_rows;
    EarlierRound m_earlier;
    int m_itemCount = 0;
    int m_answered = 0;
};

} // namespace shisaku
