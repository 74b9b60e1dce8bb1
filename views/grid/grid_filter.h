// SPDX-License-Identifier: GPL-3.0-or-later
// The window below a head in which a column is sorted and the values are chosen whose rows are shown, as in Excel.
#pragma once

#include "models/item/grid_model.h"

#include <QFrame>

#include <optional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLineEdit;
class QListView;
class QPushButton;
QT_END_NAMESPACE

namespace shisaku {

/// The values of a column with check marks; those that hold a text are shown.
class GridValues : public QAbstractListModel {
    Q_OBJECT

public:
    GridValues(QList<ColumnValue> values, const std::optional<QSet<QString>> &kept, QObject *parent);

    void narrow(const QString &text);
    /// Checks or unchecks everything that is shown.
    void checkAll(bool checked);
    Qt::CheckState shownState() const;
    /// What is checked and shown.
    QSet<QString> chosen() const;
    bool holdsAll() const { return chosen().size() == m_values.size(); }
    void toggle(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<ColumnValue> m_values;
    QList<bool> m_checked; ///< One a value.
    QList<int> m_shown;    ///< Places of values.
};

class GridFilter : public QFrame {
    Q_OBJECT

public:
    GridFilter(GridModel *grid, int column, QWidget *parent);

    /// Shows it at a place of the screen, or as near as there is room.
    void openBelow(const QPoint &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sort(bool descending);
    void clear();
    void apply();
    void follow();

    GridModel *m_grid;
    int m_column;
    GridValues *m_values;
    QLineEdit *m_search;
    QCheckBox *m_all;
    QListView *m_list;
    QPushButton *m_ok;
};

} // namespace shisaku
