// SPDX-License-Identifier: GPL-3.0-or-later
// The table of results of a round: what the answers count to, and beside it what was published, which can be typed in.
#pragma once

#include "models/edit/plan_follower.h"
#include "models/edit/unsaved_input.h"
#include "models/results/survey_counts.h"

#include <QAbstractTableModel>

namespace shisaku {

class SurveyResultModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Label, Counted, Share, Published, PublishedShare, Countermeasure, ColumnCount };
    static constexpr int PlaceRole = Qt::UserRole + 1; ///< int: place of the row's key in its list; -1 for the total.

    /// The document must outlive the model.
    SurveyResultModel(PlanDocument *document, ResultBy by, QObject *parent = nullptr);

    void setSurvey(Id<Survey> survey);
    /// Through which the model follows the plan: whoever shows it says when it is looked at.
    PlanFollower &follower() { return m_follower; }
    const QList<ResultRow> &rows() const { return m_rows; }
    /// The cell of an input; invalid if it is not shown here.
    QModelIndex cellOf(const InputPlace &place) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void refused(const shisaku::Error &error);

private:
    void build();
    InputPlace placeOf(int row, int column) const;
    bool isEditable(int row, int column) const;

    PlanDocument *m_document;
    PlanFollower m_follower;
    ResultBy m_by;
    Id<Survey> m_survey;
    QList<ResultRow> m_rows;
};

} // namespace shisaku
