// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_schedule.h"

#include "views/sheet/sheet_form_grid.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

namespace {
constexpr int titleWidth = 120;
constexpr int minimumYearWidth = 84;
} // namespace

YearGrid::YearGrid(YearTable *table, QWidget *parent) : FormGrid(table, true, parent), m_table(table)
{
    header()->setDefaultAlignment(Qt::AlignCenter);
    relayout();
}

void YearGrid::fitColumns()
{
    const int years = m_table->columnCount() - 1;
    if (years < 1)
        return;
    header()->resizeSection(0, titleWidth);
    const int width = qMax(minimumYearWidth, (viewport()->width() - titleWidth) / years);
    for (int column = 1; column <= years; ++column)
        header()->resizeSection(column, width);
}

QModelIndex YearGrid::firstCell() const
{
    return m_table->index(0, m_table->columnCount() > 1 ? 1 : 0);
}

QModelIndex YearGrid::cellOf(RowId row) const
{
    return m_table->index(m_table->rowOf(Id<Initiative>(row)), 0);
}

void YearGrid::beginVisit()
{
    m_table->beginUndoGroup();
}

bool YearGrid::canEmpty(const QModelIndex &cell) const
{
    return cell.column() > 0 && FormGrid::canEmpty(cell); // a 取組 keeps its title
}

void YearGrid::addRow()
{
    beginVisit();
    const int after = currentIndex().isValid() ? currentIndex().row() : m_table->rowCount() - 1;
    editWhenThere(m_table->addInitiative(after).row, m_table->document());
}

void YearGrid::moveRow(int steps)
{
    if (!currentIndex().isValid())
        return;
    beginVisit();
    m_table->moveInitiative(currentIndex().row(), steps);
}

ScheduleField::ScheduleField(PlanDocument *document, Shown first, QWidget *parent) :
    FormField(document, parent), m_table(new YearTable(document, this)), m_grid(new YearGrid(m_table, this)),
    m_yearTools(new GridTools(m_grid, tableLabel(TableId::Initiative), this)),
    m_bars(new GridPanel(document, scheduleShape(), this)), m_switch(new QPushButton(this))
{
    content()->insertWidget(0, m_grid);
    content()->insertWidget(1, m_yearTools);
    content()->insertWidget(2, m_bars);
    content()->insertWidget(3, m_switch, 0, Qt::AlignLeft);
    connect(m_table, &YearTable::refused, this, [this](const Error &error) { showError(error); });
    connect(m_table, &YearTable::accepted, this, [this] { showError(m_table->refusal()); });
    connect(m_grid, &FormGrid::typing, this,
            [this](QWidget *editor, bool typing) { this->document().unsaved().setTyping(editor, typing); });
    connect(m_bars, &FormField::refused, this, &FormField::refused);

    m_switch->setFont(textFont(9));
    m_switch->setFlat(true);
    m_switch->setAutoDefault(false);
    connect(m_switch, &QPushButton::clicked, this, [this] { show(m_shown == Shown::Years ? Shown::Bars : Shown::Years); });
    show(first);
}

void ScheduleField::show(Shown shown)
{
    flush();
    m_shown = shown;
    const bool years = shown == Shown::Years;
    m_grid->setVisible(years);
    m_yearTools->setVisible(years);
    m_bars->setVisible(!years);
    m_switch->setText(years ? tr("矢印と節目の一覧で編集") : tr("年度ごとの言葉で編集"));
    m_switch->setToolTip(years ? tr("同じ工程を、開始と終了の日付を持つ一覧で編集します。")
                               : tr("同じ工程を、年度ごとの欄に言葉で編集します。"));
}

void ScheduleField::setMeasure(Id<Measure> measure)
{
    flush();
    m_table->setMeasure(measure);
    m_bars->setMeasure(measure);
    showError(m_table->refusal());
    m_yearTools->follow();
}

bool ScheduleField::goTo(const InputPlace &place)
{
    const QModelIndex year = m_table->cellOf(place);
    if (year.isValid() && (m_shown == Shown::Years || year.column() > 0)) {
        show(Shown::Years);
        m_grid->goTo(year);
        return true;
    }
    if (!m_bars->goTo(place))
        return false;
    show(Shown::Bars);
    return m_bars->goTo(place);
}

void ScheduleField::flush()
{
    m_grid->commitCell();
    m_bars->flush();
}

void ScheduleField::setReadOnly(bool readOnly)
{
    m_bars->setReadOnly(readOnly);
    m_yearTools->setReadOnly(readOnly);
}

QWidget *ScheduleField::firstInput() const
{
    return m_shown == Shown::Years ? static_cast<QWidget *>(m_grid) : m_bars->firstInput();
}

void ScheduleField::setName(const QString &name)
{
    m_grid->setAccessibleName(name);
    m_bars->setName(name);
}

} // namespace shisaku
