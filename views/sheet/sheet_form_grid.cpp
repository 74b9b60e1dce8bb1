// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_grid.h"

#include "models/plan/tables.h"

#include <QVBoxLayout>

namespace shisaku {

namespace {
GridTexts textsFor(const GridShape &shape)
{
    const auto add = [](TableId table) { return GridField::tr("＋%1").arg(tableLabel(table)); };
    GridTexts texts;
    texts.addRow = add(shape.table);
    for (const GridPart &part : shape.parts)
        texts.addParts << add(part.table);
    return texts;
}
} // namespace

GridField::GridField(PlanDocument *document, ShapeOf shapeOf, QWidget *parent) :
    FormField(document, parent), m_shapeOf(std::move(shapeOf))
{
    const GridShape shape = m_shapeOf(document->plan(), {});
    m_panel = new GridPanel(document, shape, textsFor(shape), GridTools::BelowSmall, this);
    content()->insertWidget(0, m_panel);
    connect(model(), &GridModel::refused, this, &FormField::refused);
}

GridView *GridField::grid() const
{
    return m_panel->grid();
}

GridModel *GridField::model() const
{
    return m_panel->model();
}

QWidget *GridField::firstInput() const
{
    return grid();
}

void GridField::setMeasure(Id<Measure> measure)
{
    m_measure = measure;
    m_panel->setShape(m_shapeOf(document().plan(), measure));
}

void GridField::reshape()
{
    const QModelIndex current = grid()->currentIndex();
    const std::optional<InputPlace> place = current.isValid() ? std::optional(model()->placeOf(current)) : std::nullopt;
    m_panel->setShape(m_shapeOf(document().plan(), m_measure));
    if (const QModelIndex cell = place ? model()->cellOf(*place) : QModelIndex(); cell.isValid())
        grid()->moveTo(cell);
}

bool GridField::goTo(const InputPlace &place)
{
    return m_panel->goTo(place);
}

void GridField::flush()
{
    m_panel->flush();
}

} // namespace shisaku
