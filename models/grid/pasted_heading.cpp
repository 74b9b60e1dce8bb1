// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/pasted_heading.h"

#include "models/plan/search_form.h"

namespace shisaku {

namespace {
/// Heads break over lines and are written in either width.
QString headForm(const QString &head)
{
    return searchForm(head).remove(u' ').remove(u'\n');
}

int columnNamed(const GridShape &shape, const QString &head)
{
    const QString wanted = headForm(head);
    for (int column = 0; column < shape.columns.size(); ++column) {
        if (headForm(shape.columns[column].header) == wanted)
            return column;
    }
    return -1;
}
} // namespace

PastedBlock withoutHeading(const GridShape &shape, const PastedBlock &block)
{
    if (block.cells.size() < 2)
        return block;
    QList<int> columns;
    QList<bool> named;
    for (const QString &head : block.cells.first()) {
        const int column = head.trimmed().isEmpty() ? -1 : columnNamed(shape, head);
        if (column < 0 && !head.trimmed().isEmpty())
            return block;
        if (column >= 0 && columns.contains(column))
            return block;
        if (column >= 0)
            columns << column;
        named << (column >= 0);
    }
    if (columns.isEmpty())
        return block;
    PastedBlock rest = block;
    rest.columns = columns;
    rest.headings = 1;
    rest.cells.removeFirst();
    for (QStringList &line : rest.cells) {
        QStringList cells;
        for (qsizetype i = 0; i < line.size() && i < named.size(); ++i) {
            if (named[i])
                cells << line[i];
        }
        line = cells;
    }
    return rest;
}

} // namespace shisaku
