// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_grid.h"

#include "models/plan/tables.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

PartsGrid::PartsGrid(ChildRowsModel *model, const GridShape &shape, QWidget *parent) :
    FormGrid(model, !shape.rows.parts.isEmpty(), parent), m_parts(model), m_widths(shape.widths), m_minimumWidth(shape.minimumWidth)
{
    header()->setMinimumSectionSize(24);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    relayout();
}

void PartsGrid::fitColumns()
{
    int taken = 0;
    int stretched = 0;
    for (int i = 0; i < m_widths.size(); ++i) {
        if (m_widths[i] == 0)
            stretched = i;
        else
            header()->resizeSection(i, m_widths[i]);
        taken += m_widths[i];
    }
    header()->resizeSection(stretched, qMax(m_minimumWidth, viewport()->width() - taken));
}

void PartsGrid::beginVisit()
{
    m_parts->beginUndoGroup();
}

QModelIndex PartsGrid::wholeOfParts() const
{
    const QModelIndex current = currentIndex().siblingAtColumn(0);
    return current.parent().isValid() ? current.parent() : current;
}

void PartsGrid::addRow()
{
    beginVisit();
    editWhenThere(m_parts->insertChild({}, 0, m_parts->rowAt(wholeOfParts())), m_parts->document());
}

void PartsGrid::addPart(int kind)
{
    const QModelIndex whole = wholeOfParts();
    if (!whole.isValid())
        return;
    beginVisit();
    editWhenThere(m_parts->insertChild(whole, kind, m_parts->rowAt(currentIndex())), m_parts->document());
}

void PartsGrid::moveRow(int steps)
{
    beginVisit();
    m_parts->moveChild(currentIndex(), steps);
}

GridPanel::GridPanel(PlanDocument *document, const GridShape &shape, QWidget *parent) :
    FormField(document, parent), m_model(new ChildRowsModel(document, shape.rows, shape.headers, this)),
    m_grid(new PartsGrid(m_model, shape, this)), m_tools(new GridTools(m_grid, tableLabel(shape.rows.table), this))
{
    content()->insertWidget(0, m_grid);
    content()->insertWidget(1, m_tools);
    for (int kind = 0; kind < shape.rows.parts.size(); ++kind) {
        const QString label = tableLabel(shape.rows.parts[kind].table);
        const QString hint = tr("選んでいる%1に、%2を追加します。").arg(tableLabel(shape.rows.table), label);
        connect(m_tools->addToCurrent(tr("＋%1").arg(label), hint), &QPushButton::clicked, m_grid,
                [this, kind] { m_grid->addPart(kind); });
    }
    connect(m_model, &ChildRowsModel::refused, this, [this](const Error &error) { showError(error); });
    connect(m_model, &ChildRowsModel::accepted, this, [this] { showError(m_model->refusal()); });
    connect(m_grid, &FormGrid::typing, this,
            [this](QWidget *editor, bool typing) { this->document().unsaved().setTyping(editor, typing); });
}

void GridPanel::setMeasure(Id<Measure> measure)
{
    flush();
    m_model->setWhole(TableId::Measure, measure.row);
    showError(m_model->refusal());
    m_tools->follow();
}

bool GridPanel::goTo(const InputPlace &place)
{
    const QModelIndex cell = m_model->cellOf(place);
    if (cell.isValid())
        m_grid->goTo(cell);
    return cell.isValid();
}

void GridPanel::flush()
{
    m_grid->commitCell();
}

void GridPanel::setReadOnly(bool readOnly)
{
    m_tools->setReadOnly(readOnly);
}

} // namespace shisaku
