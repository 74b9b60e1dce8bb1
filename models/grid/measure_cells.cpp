// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/measure_cells.h"

#include "models/change/measure_ending.h"
#include "models/grid/grid_refusal.h"
#include "models/plan/doubts.h"
#include "models/plan/ending.h"
#include "models/plan/measure_address.h"
#include "models/plan/rank.h"
#include "models/plan/time_reading.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureCells)
};

const MeasureText *textOfBlock(const Plan &plan, Id<Measure> measure, Id<Block> block)
{
    const auto &texts = plan.rows<MeasureText>();
    for (const RowId id : texts.referring(fieldIndex<&MeasureText::measure>(), measure.row)) {
        if (const MeasureText *text = texts.find(Id<MeasureText>(id)); text->block == block)
            return text;
    }
    return nullptr;
}

Result<void> writeText(const Plan &plan, Id<Measure> measure, Id<Block> block, const QString &typed, const IdSource &ids,
                       ChangeBuilder &change)
{
    if (const MeasureText *text = textOfBlock(plan, measure, block)) {
        if (text->text != typed)
            change.set<&MeasureText::text>(text->id, typed);
        return {};
    }
    if (typed.isEmpty())
        return {};
    MeasureText row;
    row.id = Id<MeasureText>(ids());
    row.position = rankBetween({}, {});
    row.measure = measure;
    row.block = block;
    row.text = typed;
    change.insert(row);
    return {};
}

QString statePart()
{
    return u"state"_s;
}

QString stateInWords(const Plan &plan, const Measure &measure)
{
    return hasEnded(measure) ? endingInWords(plan, measure) : keywordLabel(fieldOf<&Measure::state>(), u"継続"_s);
}

/// 「令和7年3月完了」, 「R7.3、施策2に統合」: when, into which, how.
Result<void> writeState(const Plan &plan, Id<Measure> id, const QString &typed, ChangeBuilder &change)
{
    const Measure *measure = plan.find(id);
    const QString text = typed.trimmed();
    if (text == stateInWords(plan, *measure) || (text.isEmpty() && !hasEnded(*measure)))
        return {};
    static const QRegularExpression form(u"^(.*?)[、,\\s]*(?:施策|取組)?([^、,\\s]+に)?(継続|完了|統合|廃止)$"_s);
    const QRegularExpressionMatch read = form.match(text);
    if (!text.isEmpty() && !read.hasMatch())
        return refusal(Texts::tr("「%1」は、状態として読めません。").arg(text),
                       Texts::tr("「継続」か、「令和7年3月完了」「R7.3 廃止」のように、終わった時期とともに入力してください。"));
    MeasureEnding ending;
    ending.state = text.isEmpty() ? u"継続"_s : read.captured(3);
    ending.reason = measure->state_reason;
    ending.at = measure->state_at;
    if (const QString when = read.captured(1).trimmed(); !when.isEmpty()) {
        const auto at = readTime(when);
        if (!at)
            return at.error();
        ending.at = *at;
    }
    if (const QString into = read.captured(2).chopped(read.captured(2).isEmpty() ? 0 : 1); !into.isEmpty()) {
        const QList<Id<Measure>> named = measuresByAddress(plan, into);
        if (named.size() != 1)
            return refusal(Texts::tr("統合先の「%1」という番号の施策がありません。").arg(into),
                           Texts::tr("「令和7年3月、施策2に統合」のように、統合先の番号を入力してください。"));
        ending.into = named.first();
    }
    if (ending.state != u"継続" && !ending.at.isDated())
        return refusal(Texts::tr("「%1」には、終わった時期が要ります。").arg(ending.state),
                       Texts::tr("「令和7年3月%1」「R7.3 %1」のように入力してください。").arg(ending.state));
    const auto ended = endMeasure(plan, id, ending);
    if (!ended)
        return ended.error();
    change.add(*ended);
    return {};
}
} // namespace

bool isOnlyInList(const QString &part)
{
    return part == statePart() || part.startsWith(partiesPart({}));
}

GridCell blockTextCell(Id<Block> block)
{
    GridCell cell;
    cell.part = block.toText(); // as in the form
    cell.isLong = true;
    cell.text = [block](const Plan &plan, RowId row) {
        const MeasureText *text = textOfBlock(plan, Id<Measure>(row), block);
        return text ? text->text : QString();
    };
    cell.write = [block](const Plan &plan, RowId row, const QString &typed, const IdSource &ids, ChangeBuilder &change) {
        return writeText(plan, Id<Measure>(row), block, typed, ids, change);
    };
    cell.doubt = [block](const Plan &plan, RowId row) {
        const MeasureText *text = textOfBlock(plan, Id<Measure>(row), block);
        return text ? doubtsOf(plan, TableId::MeasureText, text->id.row, fieldIndex<&MeasureText::text>()) : QString();
    };
    return cell;
}

GridCell stateCell()
{
    GridCell cell;
    cell.part = statePart();
    cell.text = [](const Plan &plan, RowId row) { return stateInWords(plan, *plan.find(Id<Measure>(row))); };
    cell.write = [](const Plan &plan, RowId row, const QString &typed, const IdSource &, ChangeBuilder &change) {
        return writeState(plan, Id<Measure>(row), typed, change);
    };
    cell.tip = [](const Plan &plan, RowId row) { return plan.find(Id<Measure>(row))->state_reason; };
    cell.doubt = [](const Plan &plan, RowId row) {
        return joinedDoubts({doubtText(plan, TableId::Measure, row, fieldIndex<&Measure::state>()),
                             doubtText(plan, TableId::Measure, row, fieldIndex<&Measure::state_at>())});
    };
    return cell;
}

} // namespace shisaku
