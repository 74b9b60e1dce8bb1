// SPDX-License-Identifier: GPL-3.0-or-later
// The schedule in the form: as words in year cells or as a list of bars and milestones, whichever the officer prefers.
#pragma once

#include "models/item/year_table.h"
#include "views/sheet/sheet_form_part.h"

#include <QTreeView>

class QHBoxLayout;
class QPushButton;

namespace shisaku {

class CellDelegate;
class GridPart;

/// The year cells. Type to overwrite, F2, Alt+Enter for a second line, Enter down, Tab right, Alt+↑↓ moves a 取組.
class YearGrid : public QTreeView {
    Q_OBJECT

public:
    explicit YearGrid(YearTable *table, QWidget *parent = nullptr);

    void commitCell();
    void addRow();
    void removeRow();
    void moveRow(int steps);

    QSize sizeHint() const override;

signals:
    void currentMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void fit();
    void settle();
    void goDown();

    YearTable *m_table;
    CellDelegate *m_cells;
    Id<Initiative> m_coming;
};

class SchedulePart : public SheetPart {
    Q_OBJECT

public:
    enum class Shown { Years, Bars };

    /// `first` is what the template prints; a button shows the other.
    SchedulePart(PlanDocument *document, Shown first, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool readOnly) override;
    QWidget *firstInput() const override;
    void setName(const QString &name) override;

    void show(Shown shown);
    Shown shown() const { return m_shown; }
    YearGrid *years() const { return m_grid; }
    GridPart *bars() const { return m_bars; }
    QPushButton *switcher() const { return m_switch; }

private:
    QPushButton *addButton(const QString &text, const QString &hint);
    void updateButtons();

    YearTable *m_table;
    YearGrid *m_grid;
    QWidget *m_yearTools;
    QHBoxLayout *m_tools;
    GridPart *m_bars;
    QPushButton *m_switch;
    QPushButton *m_add = nullptr;
    QList<QPushButton *> m_needCurrent;
    Shown m_shown = Shown::Years;
    bool m_readOnly = false;
};

} // namespace shisaku
