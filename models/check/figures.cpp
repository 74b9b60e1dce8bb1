// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of the plan's figures (図1, 図2 …): left out, or given twice.
#include "models/check/rules.h"
#include "models/plan/search_form.h"
#include "models/plan/tables.h"

#include <map>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// 「図2-3」: what stands before the last number, and that number. 0 where the figure has none.
struct FigureNumber {
    QString before;
    int number = 0;

    static FigureNumber of(const QString &text)
    {
        const QString folded = plainForm(text).trimmed();
        qsizetype digits = folded.size();
        while (digits > 0 && folded[digits - 1].isDigit())
            --digits;
        return {folded.first(digits), folded.sliced(digits).toInt()};
    }
};

void checkRun(const QString &before, const std::multimap<int, const Figure *> &figures, Findings &findings)
{
    const auto named = [&before](int number) { return before + QString::number(number); };
    int last = 0;
    for (const auto &[number, figure] : figures) {
        QString message;
        QString expected;
        if (last > 0 && number == last) {
            message = CheckText::tr("%1が二つあります。").arg(figure->number);
        } else if (last > 0 && number > last + 1) {
            expected = named(last + 1);
            const QString missing = number == last + 2 ? expected : CheckText::tr("%1から%2").arg(expected, named(number - 1));
            message = CheckText::tr("%1の次が%2で、%3がありません。").arg(named(last), figure->number, missing);
        }
        last = number;
        if (message.isEmpty())
            continue;
        Finding &finding = findings.add<&Figure::number>("figure-number", figure->id, message);
        finding.printed = figure->number;
        finding.computed = expected;
    }
}
} // namespace

void checkFigures(const Plan &plan, Findings &findings)
{
    std::map<QString, std::multimap<int, const Figure *>> runs;
    for (const Figure *figure : plan.ordered<Figure>()) {
        const FigureNumber number = FigureNumber::of(figure->number);
        if (number.number > 0)
            runs[number.before].emplace(number.number, figure);
    }
    for (const auto &[before, figures] : runs)
        checkRun(before, figures, findings);
}

} // namespace shisaku
