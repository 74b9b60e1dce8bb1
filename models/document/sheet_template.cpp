// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/sheet_template.h"

#include "models/order/shown_levels.h"
#include "models/plan/codes.h"
#include "models/plan/rank.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SheetTemplate)
};

bool namesClassifications(const QString &kind)
{
    return kind == u"aims" || kind == u"placement";
}

/// The classifications of a block as far as the plan has them; where it has none of them, all of its own.
QString fittingKey(const Plan &plan, const QString &key)
{
    QList<ShownLevels> kept;
    for (ShownLevels shown : ShownLevels::ofKey(key)) {
        const Classification *classification = plan.classification(shown.classification);
        if (!classification)
            continue;
        const QStringList levels = levelNames(*classification);
        shown.levels.removeIf([&](const QString &level) { return !levels.contains(level); });
        kept << shown;
    }
    if (kept.isEmpty()) {
        for (const Classification *classification : plan.ordered<Classification>()) {
            const QStringList levels = levelNames(*classification);
            kept << ShownLevels{classification->key, levels.size() > 1 ? levels : QStringList()};
        }
    }
    return ShownLevels::toKey(kept);
}

bool sameBlock(const Block &a, const Block &b)
{
    return a.kind == b.kind && (a.kind != u"text" || a.key == b.key);
}

void setChanged(const Block &before, const Block &after, ChangeBuilder &change)
{
    for (int field = 0; field < static_cast<int>(std::size(FieldsOf<Block>::list)); ++field) {
        const Value value = FieldsOf<Block>::list[field].read(&after);
        if (value != FieldsOf<Block>::list[field].read(&before))
            change.set(TableId::Block, before.id.row, field, value);
    }
}
/// With the texts of measures that stand in it, as the officer was told.
void removeBlock(const Plan &plan, Id<Block> block, ChangeBuilder &change)
{
    for (const MeasureText *text : plan.parts<&MeasureText::block>(block))
        change.remove(text->id);
    change.remove(block);
}
} // namespace

QString blockName(const Block &block)
{
    if (!block.label.isEmpty())
        return block.label;
    return block.group_label.isEmpty() ? keywordLabel(fieldOf<&Block::kind>(), block.kind) : block.group_label;
}

SheetTemplate templateOf(const Plan &plan)
{
    SheetTemplate blocks;
    for (const Block *block : plan.ordered<Block>())
        blocks << *block;
    return blocks;
}

SheetTemplate adopted(const Plan &plan, const SheetTemplate &other, const IdSource &ids)
{
    SheetTemplate own = templateOf(plan);
    SheetTemplate result;
    for (Block block : other) {
        const auto found = std::find_if(own.begin(), own.end(), [&](const Block &mine) { return sameBlock(mine, block); });
        block.id = found == own.end() ? Id<Block>(ids()) : found->id;
        if (found != own.end())
            own.erase(found);
        if (namesClassifications(block.kind))
            block.key = fittingKey(plan, block.key);
        if (!namesClassifications(block.kind) || !block.key.isEmpty())
            result << block;
    }
    return result;
}

Block newBlock(const Plan &plan, const SheetTemplate &blocks, const QString &kind, const IdSource &ids)
{
    Block block;
    block.id = Id<Block>(ids());
    block.kind = kind;
    block.place = kind == u"footnotes" || kind == u"placement" ? u"below"_s : u"full"_s;
    block.key = kind;
    if (namesClassifications(kind))
        block.key = fittingKey(plan, {});
    for (int n = 1; kind == u"text"; ++n) {
        block.key = u"text%1"_s.arg(n);
        if (std::none_of(blocks.begin(), blocks.end(), [&](const Block &other) { return other.key == block.key; }))
            break;
    }
    if (kind != u"title" && kind != u"footnotes")
        block.label = kind == u"text" ? Texts::tr("新しい欄") : keywordLabel(fieldOf<&Block::kind>(), kind);
    return block;
}

QString templateProblem(const SheetTemplate &blocks)
{
    QStringList texts;
    int titles = 0;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks.at(i);
        titles += block.kind == u"title" ? 1 : 0;
        if (block.kind == u"text" && texts.contains(block.key))
            return Texts::tr("文章の欄「%1」と同じ識別名の欄が、もう一つあります。").arg(blockName(block));
        if (block.kind == u"text")
            texts << block.key;
        if (namesClassifications(block.kind) && block.key.isEmpty())
            return Texts::tr("「%1」に示す分類が選ばれていません。").arg(blockName(block));
        if (block.place == u"right" && (i == 0 || blocks.at(i - 1).place != u"left"))
            return Texts::tr("右の欄「%1」のすぐ前に、左の欄がありません。").arg(blockName(block));
    }
    if (titles != 1)
        return Texts::tr("「%1」の欄は一つだけ必要です。").arg(keywordLabel(fieldOf<&Block::kind>(), u"title"_s));
    return {};
}

int textsLost(const Plan &plan, const SheetTemplate &blocks)
{
    int count = 0;
    for (const MeasureText &text : plan.rows<MeasureText>()) {
        const bool kept = std::any_of(blocks.begin(), blocks.end(), [&](const Block &block) { return block.id == text.block; });
        count += kept || text.text.isEmpty() ? 0 : 1;
    }
    return count;
}

ChangeSet templateChange(const Plan &plan, const SheetTemplate &blocks)
{
    ChangeBuilder change(Texts::tr("票の様式を変更"));
    const SheetTemplate own = templateOf(plan);
    const auto sameOrder = [&] {
        return own.size() == blocks.size()
               && std::equal(own.begin(), own.end(), blocks.begin(), [](const Block &a, const Block &b) { return a.id == b.id; });
    };
    const QStringList ranks = sameOrder() ? QStringList() : evenRanks(blocks.size());
    for (const Block &mine : own) {
        if (std::none_of(blocks.begin(), blocks.end(), [&](const Block &block) { return block.id == mine.id; }))
            removeBlock(plan, mine.id, change);
    }
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        Block block = blocks.at(i);
        const Block *mine = plan.find(block.id);
        block.position = ranks.isEmpty() ? mine->position : ranks.at(i);
        if (mine)
            setChanged(*mine, block, change);
        else
            change.insert(block);
    }
    return std::move(change).build();
}

Plan withTemplate(const Plan &plan, const SheetTemplate &blocks)
{
    Plan copy = plan;
    applyTo(copy, templateChange(plan, blocks));
    return copy;
}

} // namespace shisaku
