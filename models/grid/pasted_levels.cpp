// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/pasted_levels.h"

#include "models/grid/grid_refusal.h"
#include "models/grid/grid_step.h"
#include "models/order/numbering.h"
#include "models/plan/codes.h"
#include "models/plan/measure_address.h"
#include "models/plan/rank.h"
#include "models/plan/usable_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PastedLevels)
};

using Categories = QList<PastedCategory>;
using Levels = std::optional<Result<Categories>>;

constexpr int mostCodes = 99;
constexpr int tabWidth = 4;

Error refusedLine(qsizetype line, const QString &reason, const QString &advice)
{
    return refusal(Texts::tr("貼り付けの%1行目：%2").arg(line + 1).arg(reason), advice);
}

QString cellOf(const QStringList &line, qsizetype column)
{
    return usableText(line.value(column), TextLines::Several).trimmed();
}

bool isBlank(const QStringList &line)
{
    return std::all_of(line.begin(), line.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

/// Full-width signs of ASCII as their plain forms, sign by sign.
QString narrowed(QString text)
{
    for (QChar &c : text) {
        if (c >= QChar(0xFF01) && c <= QChar(0xFF5E))
            c = QChar(c.unicode() - 0xFEE0);
        else if (c == QChar(0x3000))
            c = u' ';
    }
    return text;
}

/// The codes of a classification's levels, to be found at the head of a text.
class Codes {
public:
    explicit Codes(const Classification &classification)
    {
        for (int level = 1; level <= levelNames(classification).size() + 1; ++level) {
            const QString pattern = codePattern(classification, level);
            QHash<QString, QString> codes;
            for (int n = 1; n <= mostCodes; ++n) {
                const QString code = formatCode(pattern, n);
                const bool spelled = pattern.contains(u'1') || !narrowed(code).contains(QString::number(n));
                if (!code.isEmpty() && spelled)
                    codes.insert(narrowed(code), code);
            }
            m_levels << codes;
        }
    }

    struct Head {
        int level = 0;
        QString code;
        QString rest; ///< What follows.
    };
    /// The code of a level at the head of a text, or an address of which it is the last part; nothing if the text has none.
    std::optional<Head> of(const QString &text, int level) const
    {
        std::optional<Head> found;
        const QString plain = narrowed(text);
        qsizetype at = 0;
        for (int next = level; next <= m_levels.size(); ++next) {
            if (m_levels[next - 1].isEmpty())
                continue;
            const qsizetype begin = found ? partBegin(plain, at) : 0;
            const qsizetype length = begin < 0 ? 0 : lengthAt(plain, begin, next);
            if (length == 0)
                break;
            at = begin + length;
            found = Head{next, m_levels[next - 1].value(plain.mid(begin, length)), {}};
        }
        if (!found || !isEnded(plain, at))
            return {};
        while (at < plain.size() && isDelimiter(plain, at))
            ++at;
        found->rest = text.mid(at);
        return found;
    }
    /// The same for the first level that has such a code.
    std::optional<Head> of(const QString &text) const
    {
        for (int level = 1; level <= m_levels.size(); ++level) {
            if (const auto head = of(text, level))
                return head;
        }
        return {};
    }

private:
    static bool isPlainSign(QChar c) { return c.isLetter() || c.isDigit() || c.category() == QChar::Number_Letter; }
    static bool isDelimiter(const QString &text, qsizetype at)
    {
        const bool beforeDigit = at + 1 < text.size() && text.at(at + 1).isDigit();
        return text.at(at).isSpace() || u"、，:："_s.contains(text.at(at)) || (u".,"_s.contains(text.at(at)) && !beforeDigit);
    }
    /// Whether a code can end here: 「1人1台」 begins with none.
    static bool isEnded(const QString &text, qsizetype at)
    {
        return at == text.size() || isDelimiter(text, at) || !isPlainSign(text.at(at - 1));
    }
    /// Where the next part of an address begins; -1 where there is none.
    static qsizetype partBegin(const QString &text, qsizetype at)
    {
        if (at >= text.size())
            return -1;
        if (u"-‐−–ー."_s.contains(text.at(at)))
            return at + 1;
        return isPlainSign(text.at(at)) || text.at(at).isSpace() ? -1 : at; // (1)①
    }
    qsizetype lengthAt(const QString &text, qsizetype begin, int level) const
    {
        const auto &codes = m_levels[level - 1];
        for (qsizetype length = std::min<qsizetype>(text.size() - begin, longest); length > 0; --length) {
            if (codes.contains(text.mid(begin, length)))
                return length;
        }
        return 0;
    }

    static constexpr qsizetype longest = 12;
    QList<QHash<QString, QString>> m_levels; ///< By level: the code by its narrow form.
};

/// Parts the code from a title that has one of its level.
void splitCode(const Codes &codes, PastedCategory &category)
{
    const auto head = codes.of(category.title, category.level);
    if (head && head->level == category.level && !head->rest.isEmpty() && category.code.isEmpty()) {
        category.code = head->code;
        category.title = head->rest;
    }
}

bool areSeveralLevels(const Categories &categories)
{
    return std::any_of(categories.begin(), categories.end(),
                       [&](const PastedCategory &category) { return category.level != categories.first().level; });
}

Levels byCodes(const QList<QStringList> &cells, const Codes &codes)
{
    Categories found;
    for (qsizetype line = 0; line < cells.size(); ++line) {
        if (isBlank(cells[line]))
            continue;
        const auto head = codes.of(cellOf(cells[line], 0));
        const bool apart = head && head->rest.isEmpty(); // the code in a cell of its own
        const QString title = head ? (apart ? cellOf(cells[line], 1) : head->rest) : QString();
        if (title.isEmpty())
            return {};
        found << PastedCategory{line, head->level, title, head->code, cellOf(cells[line], 2)};
    }
    return found.size() > 1 && (found.first().level == 1 || areSeveralLevels(found)) ? Levels(found) : std::nullopt;
}

/// The column in which a line begins.
qsizetype firstColumn(const QStringList &line)
{
    const auto at = std::find_if(line.begin(), line.end(), [](const QString &cell) { return !cell.trimmed().isEmpty(); });
    return at - line.begin();
}

Levels byColumns(const QList<QStringList> &cells, qsizetype levels)
{
    qsizetype left = -1;
    for (const QStringList &line : cells)
        left = isBlank(line) ? left : left < 0 ? firstColumn(line) : std::min(left, firstColumn(line));
    bool indented = false;
    bool repeated = levels > 1;
    bool sameAgain = false;
    QString above;
    for (const QStringList &line : cells) {
        if (isBlank(line))
            continue;
        indented = indented || firstColumn(line) > left;
        for (qsizetype column = left; column < left + levels; ++column)
            repeated = repeated && !cellOf(line, column).isEmpty();
        sameAgain = sameAgain || cellOf(line, left) == above;
        above = cellOf(line, left);
    }
    repeated = repeated && sameAgain;
    if (!indented && !repeated)
        return {};

    Categories found;
    QStringList open; // the titles a line stands below, where each line repeats them
    for (qsizetype line = 0; line < cells.size(); ++line) {
        if (isBlank(cells[line]))
            continue;
        bool again = repeated;
        for (qsizetype column = firstColumn(cells[line]); column < cells[line].size(); ++column) {
            const qsizetype level = column - left;
            const QString cell = cellOf(cells[line], column);
            again = again && level < levels - 1 && open.value(level) == cell;
            if (cell.isEmpty() || again)
                continue;
            const bool begins = column == firstColumn(cells[line]);
            if (level == levels && !begins && found.last().line == line) {
                found.last().text = cell;
                continue;
            }
            if (level > levels && !begins)
                return Levels(refusedLine(line, Texts::tr("説明の右の欄「%1」の行き先がありません。").arg(cell),
                                          Texts::tr("階層の数だけの列と、説明の列を貼り付けてください。")));
            found << PastedCategory{line, static_cast<int>(level) + 1, cell, {}, {}};
            open.resize(level);
            open << cell;
        }
    }
    return Levels(found);
}

int widthOfIndent(const QString &cell)
{
    int width = 0;
    for (const QChar c : cell) {
        if (!c.isSpace())
            break;
        width += c == QChar(0x3000) ? 2 : c == u'\t' ? tabWidth : 1;
    }
    return width;
}

Levels byIndent(const QList<QStringList> &cells)
{
    Categories found;
    QList<int> widths; // of the levels that are open
    for (qsizetype line = 0; line < cells.size(); ++line) {
        if (isBlank(cells[line]))
            continue;
        const QString title = cellOf(cells[line], 0);
        if (title.isEmpty())
            return {};
        const int width = widthOfIndent(cells[line].first());
        while (!widths.isEmpty() && width < widths.last())
            widths.removeLast();
        if (!widths.isEmpty() && width > widths.last() && !found.isEmpty() && found.last().level > widths.size())
            return Levels(refusedLine(line, Texts::tr("「%1」の字下げが、上のどの行とも揃っていません。").arg(title),
                                      Texts::tr("同じ階層の行は、同じ幅だけ字下げしてください。")));
        if (widths.isEmpty() || width > widths.last())
            widths << width;
        found << PastedCategory{line, static_cast<int>(widths.size()), title, cellOf(cells[line], 1), cellOf(cells[line], 2)};
    }
    return areSeveralLevels(found) ? Levels(found) : std::nullopt;
}
} // namespace

std::optional<Result<QList<PastedCategory>>> pastedLevels(const QList<QStringList> &cells, const Classification &classification)
{
    const Codes codes(classification);
    const QStringList names = levelNames(classification);
    Levels levels = byCodes(cells, codes);
    if (!levels)
        levels = byColumns(cells, names.size());
    if (!levels)
        levels = byIndent(cells);
    if (!levels || !*levels)
        return levels;
    int deepest = 0;
    for (PastedCategory &category : **levels) {
        if (category.level > names.size())
            return refusedLine(category.line,
                               Texts::tr("「%1」は%2階層目に当たりますが、分類「%3」の階層は%4つです。")
                                   .arg(category.title)
                                   .arg(category.level)
                                   .arg(classification.title)
                                   .arg(names.size()),
                               Texts::tr("階層の名称を%1つ以上にしてから、貼り付け直してください。").arg(category.level));
        if (deepest == 0 && category.level > 1)
            return refusedLine(category.line, Texts::tr("「%1」の上に立つ項目がありません。").arg(category.title),
                               Texts::tr("1階層目の項目の行から貼り付けてください。"));
        deepest = std::max(deepest, category.level);
        splitCode(codes, category);
    }
    return levels;
}

Result<ChangeSet> levelsAppended(const Plan &plan, Id<Classification> classification, const QList<PastedCategory> &categories,
                                 const IdSource &ids)
{
    GridStep step(plan);
    QList<std::pair<int, Id<Category>>> open; // the levels a line stands below
    for (const PastedCategory &pasted : categories) {
        while (!open.isEmpty() && open.last().first >= pasted.level)
            open.removeLast();
        Category row;
        row.id = Id<Category>(ids());
        row.classification = classification;
        row.parent = open.isEmpty() ? Id<Category>() : open.last().second;
        const Plan &now = step.plan();
        const auto beside = siblingCategories(now, classification, row.parent);
        row.position = rankBetween(beside.isEmpty() ? QString() : beside.last()->position, {});
        if (const Category *above = now.find(row.parent); above && pasted.level != now.level(*above) + 1)
            row.level = pasted.level;
        row.title = usableText(pasted.title, TextLines::One);
        row.code = pasted.code.isEmpty() ? nextCategoryCode(now, classification, row.parent) : pasted.code;
        row.text = pasted.text;
        ChangeBuilder added({});
        added.insert(row);
        if (const auto taken = step.take(std::move(added).build()); !taken)
            return taken.error();
        open << std::pair(pasted.level, row.id);
    }
    return step.build(Texts::tr("分類の項目%1件を貼り付け").arg(categories.size()));
}

} // namespace shisaku
