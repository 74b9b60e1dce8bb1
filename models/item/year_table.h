// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule of one measure as a table: a row a 取組, a column a fiscal year, words in the cells.
#pragma once

#include "models/edit/unsaved_input.h"
#include "models/schedule/year_cells.h"

#include <QAbstractTableModel>

namespace shisaku {

/// Answers the roles of ChildRowsModel, so that the same cells show and edit it. Every change goes to the document.
class YearTable : public QAbstractTableModel {
    Q_OBJECT

public:
    /// The document must outlive the model.
    explicit YearTable(PlanDocument *document, QObject *parent = nullptr);

    PlanDocument &document() const { return *m_document; }

    void setMeasure(Id<Measure> measure);
    /// Changes made from now on are undone together until the next call.
    void beginUndoGroup() { m_undoGroup = newUndoGroup(); }

    Id<Initiative> initiativeAt(int row) const { return m_rows.value(row); }
    int rowOf(Id<Initiative> initiative) const { return static_cast<int>(m_rows.indexOf(initiative)); }
    /// The cell of an input; invalid if it is not shown here.
    QModelIndex cellOf(const InputPlace &place) const;
    /// Why the text of a cell was refused, of the first such cell; nothing if none was.
    std::optional<Error> refusal() const;

    /// Asks for a new 取組 after a row; -1 puts it first. Returns the id it will have.
    Id<Initiative> addInitiative(int after);
    void removeInitiative(int row);
    void moveInitiative(int row, int steps);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// What was asked for was not done; the plan is as before.
    void refused(const shisaku::Error &error);
    void accepted();

private:
    void follow(const ChangeSet &change);
    void reorder(const QList<Id<Initiative>> &rows);
    QList<Id<Initiative>> wanted() const;
    QString doubtAt(const QModelIndex &index) const;
    int yearAt(int column) const { return m_columns.first + column - 1; }
    InputPlace placeOf(const QModelIndex &index) const;
    void followInput(const InputPlace &place);
    void send(Recipe recipe);

    PlanDocument *m_document;
    Id<Measure> m_measure;
    QList<Id<Initiative>> m_rows;
    YearColumns m_columns;
    UndoGroup m_undoGroup = 0;
};

} // namespace shisaku
