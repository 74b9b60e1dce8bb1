// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/document_shapes.h"

#include "models/document/note_marks.h"
#include "models/grid/grid_refusal.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DocumentShapes)
};

QString shownNumber(const Value &number)
{
    const auto *value = std::get_if<qint64>(&number);
    return value ? QString::number(*value) : QString();
}

/// Every term has a number of its own, and the marks in the texts follow it.
Result<void> numberTerm(const Plan &plan, RowId row, const Value &value, ChangeBuilder &change)
{
    for (const GlossaryTerm &other : plan.rows<GlossaryTerm>()) {
        if (other.id.row != row && other.number && QString::number(*other.number) == shownNumber(value))
            return refusal(Texts::tr("番号%1は、用語「%2」で使われています。").arg(*other.number).arg(other.word),
                           Texts::tr("ほかの番号を入力してください。"));
    }
    renameMarks(plan, {{row, shownNumber(value)}}, change);
    return {};
}

/// The number behind the last one; nothing where terms go without.
std::optional<qint64> nextNumber(const Plan &plan)
{
    qint64 last = 0;
    for (const GlossaryTerm &term : plan.rows<GlossaryTerm>()) {
        if (!term.number)
            return {};
        last = std::max(last, *term.number);
    }
    return last > 0 ? std::optional(last + 1) : std::nullopt;
}
} // namespace

GridShape glossaryShape()
{
    GridShape shape;
    shape.table = TableId::GlossaryTerm;
    shape.key = u"glossary"_s;
    GridColumn number = fieldColumn<&GlossaryTerm::number>(56);
    number.rule = numberTerm;
    shape.columns = {fieldColumn<&GlossaryTerm::word>(170, true), fieldColumn<&GlossaryTerm::yomi>(140), number,
                     fieldColumn<&GlossaryTerm::definition>(0, true)};
    shape.initial = {{fieldIndex<&GlossaryTerm::word>(), Texts::tr("新しい用語")}};
    shape.begin = [](const Plan &plan, RowId, FieldValues &values) {
        if (const auto next = nextNumber(plan))
            values[static_cast<size_t>(fieldIndex<&GlossaryTerm::number>())] = *next;
    };
    shape.alsoRemoved = [](const Plan &plan, RowId row, ChangeBuilder &change) { renameMarks(plan, {{row, QString()}}, change); };
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<GlossaryTerm>()); };
    return shape;
}

GridShape relatedPlanShape()
{
    GridShape shape;
    shape.table = TableId::RelatedPlan;
    shape.key = u"related_plan"_s;
    shape.columns = {fieldColumn<&RelatedPlan::title>(0, true), fieldColumn<&RelatedPlan::relation>(140),
                     fieldColumn<&RelatedPlan::page>(90)};
    shape.initial = {{fieldIndex<&RelatedPlan::title>(), Texts::tr("新しい計画・法令")}};
    shape.rows = [](const Plan &plan) { return gridRows(plan.ordered<RelatedPlan>()); };
    return shape;
}

GridShape figureShape(Id<Passage> passage)
{
    GridShape shape;
    shape.table = TableId::Figure;
    shape.key = u"figure"_s;
    shape.canAdd = !passage.isNull();
    shape.columns = {fieldColumn<&Figure::number>(48), fieldColumn<&Figure::caption>(0), fieldColumn<&Figure::source>(90),
                     fieldColumn<&Figure::alt_text>(90)};
    shape.initial = {{fieldIndex<&Figure::owner>(), Owner(passage).toText()},
                     {fieldIndex<&Figure::caption>(), Texts::tr("新しい図")}};
    shape.rows = [passage](const Plan &plan) {
        return passage.isNull() ? QList<GridRow>() : gridRows(plan.parts<&Figure::owner>(passage));
    };
    return shape;
}

} // namespace shisaku
