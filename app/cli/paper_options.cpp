// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/paper_options.h"

#include "app/cli/chosen_measures.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PaperOptions)
};

constexpr int mostStartPage = 9999;

const QString asOption = u"--as"_s;
const QString toOption = u"--to"_s;
const QString paperOption = u"--paper"_s;

/// A word of the command line, and what it tells a paper.
struct Word {
    const char *option;
    PaperOptionSet means; ///< Any of these.
    bool valued;
};
constexpr Word words[] = {
    {"--measure", PaperOption::Measures, true},
    {"--department", PaperOption::Measures, true},
    {"--group-by", PaperOption::Grouping | PaperOption::Classification, true},
    {"--paper", {}, true}, // every paper of one size may say so
    {"--one-page", PaperOption::OnePage, false},
    {"--mono", PaperOption::Look, false},
    {"--mark", PaperOption::Mark, true},
    {"--start-page", PaperOption::FirstPage, true},
    {"--number", PaperOption::Number, true},
    {"--date", PaperOption::Date, true},
    {"--meeting", PaperOption::Meeting, true},
    {"--parts", PaperOption::Parts, true},
    {"--notes-through", PaperOption::NotesThrough, false},
};

QStringList wordsThat(bool (*holds)(const Word &))
{
    QStringList options;
    for (const Word &word : words) {
        if (holds(word))
            options << QString::fromLatin1(word.option);
    }
    return options;
}

Error usage(const QString &what, const QString &remedy = {})
{
    return {ErrorKind::Invalid, what, remedy, {}};
}

QStringList honouredBy(const PaperEntry *paper)
{
    QStringList options;
    for (const Word &word : words) {
        if (paper && (word.means ? paper->honours.testAnyFlags(word.means) : !paper->sizes.isEmpty()))
            options << QString::fromLatin1(word.option);
    }
    return options;
}

QStringList sizesOf(const PaperEntry &paper)
{
    QStringList names;
    for (const QPageSize::PageSizeId size : paper.sizes)
        names << QPageSize::key(size);
    names.sort(); // A3, A4
    std::reverse(names.begin(), names.end());
    return names;
}

/// The grouping named; none if none is.
Result<std::optional<Grouping>> chosenGrouping(const Arguments &arguments, const PaperEntry &paper, const Plan &plan)
{
    using Chosen = std::optional<Grouping>;
    if (!arguments.has(u"--group-by"_s))
        return Chosen();
    const QList<Grouping> offered = Grouping::offered(plan);
    const Grouping wanted = Grouping::fromText(arguments.values[u"--group-by"_s]);
    if (!offered.contains(wanted)) {
        QStringList names;
        for (const Grouping &grouping : offered)
            names << grouping.toText();
        return usage(Texts::tr("--group-by「%1」は選べません。%2 のどれかを指定してください。")
                         .arg(wanted.toText(), names.join(Texts::tr("、"))));
    }
    if (paper.honours.testFlag(PaperOption::Classification) && wanted.by != Grouping::By::Classification)
        return usage(Texts::tr("%1は分類ごとに作ります。--group-by に分類の識別名を指定してください。").arg(paper.shownTitle()));
    return Chosen(wanted);
}

Result<std::optional<int>> chosenStartPage(const Arguments &arguments)
{
    using Chosen = std::optional<int>;
    if (!arguments.has(u"--start-page"_s))
        return Chosen();
    bool ok = false;
    const int page = arguments.values[u"--start-page"_s].toInt(&ok);
    if (!ok || page < 1 || page > mostStartPage)
        return usage(Texts::tr("--start-page には1～%1の整数を指定してください。").arg(mostStartPage));
    return Chosen(page);
}

/// The parts of the book in the order given; all that the plan has something for if none are.
Result<QList<Paper>> chosenParts(const Arguments &arguments, const Plan &plan)
{
    const QList<Paper> offered = bookParts(plan);
    QList<Paper> parts;
    for (const QString &word : arguments.values.value(u"--parts"_s).split(u',', Qt::SkipEmptyParts)) {
        const PaperEntry *found = paperByKey(word.trimmed());
        if (found && offered.contains(found->paper)) {
            if (!parts.contains(found->paper))
                parts << found->paper;
            continue;
        }
        QStringList keys;
        for (const Paper part : offered)
            keys << QString::fromLatin1(paperEntry(part).key);
        return usage(Texts::tr("--parts の「%1」は、この計画の計画書に載せられません。載せられるのは、%2です。")
                         .arg(word.trimmed(), keys.join(Texts::tr("、"))));
    }
    if (parts.isEmpty())
        return offered;
    if (!arguments.values.value(u"--mark"_s).isEmpty() && !parts.contains(Paper::Cover))
        return usage(Texts::tr("--mark は表紙に付きます。--parts に cover を加えるか、--mark を外してください。"));
    return parts;
}
} // namespace

QStringList valuedPaperOptions()
{
    return wordsThat([](const Word &word) { return word.valued; });
}

QStringList plainPaperOptions()
{
    return wordsThat([](const Word &word) { return !word.valued; });
}

std::optional<Error> refusedOption(const Arguments &arguments, const PaperEntry *paper)
{
    const QString as = arguments.values.value(asOption);
    const QStringList honoured = honouredBy(paper);
    QStringList given = arguments.values.keys() + arguments.flags.values();
    given.sort();
    for (const QString &option : std::as_const(given)) {
        if (option == asOption || option == toOption || honoured.contains(option))
            continue;
        return usage(Texts::tr("%1 は --as %2 では使えません。").arg(option, as),
                     honoured.isEmpty() ? Texts::tr("--to のほかに使える指定はありません。")
                                        : Texts::tr("使えるのは、%1です。").arg(honoured.join(Texts::tr("、"))));
    }
    const QString size = arguments.values.value(paperOption);
    if (!size.isEmpty() && !sizesOf(*paper).contains(size.toUpper()))
        return usage(Texts::tr("--paper %1 は --as %2 では使えません。").arg(size, as),
                     Texts::tr("%1を指定してください。").arg(sizesOf(*paper).join(Texts::tr("か"))));
    return {};
}

Result<PaperOptions> paperOptions(const Arguments &arguments, const PaperEntry &paper, const Plan &plan, const QDate &today)
{
    const auto value = [&arguments](const QString &option) { return arguments.values.value(option); };
    PaperOptions options;
    options.look = &Look::of(arguments.has(u"--mono"_s) ? Look::Medium::GreyPaper : Look::Medium::Paper);
    options.head = paper.usualHead(plan);
    options.head.documentNumber = value(u"--number"_s);
    options.head.date = value(u"--date"_s);
    options.head.meeting = value(u"--meeting"_s);
    options.head.mark = value(u"--mark"_s);
    options.day = dayOfPaper(options.head, today);
    if (paper.honours.testFlag(PaperOption::Measures)) {
        const auto measures = chosenMeasures(arguments, paper.paper, plan, options.day);
        if (!measures)
            return measures.error();
        options.measures = *measures;
    }
    const auto startPage = chosenStartPage(arguments);
    if (!startPage)
        return startPage.error();
    options.firstPage = *startPage;
    const auto grouping = chosenGrouping(arguments, paper, plan);
    if (!grouping)
        return grouping.error();
    options.grouping = *grouping;
    for (const QPageSize::PageSizeId size : paper.sizes) {
        if (QPageSize::key(size) == value(paperOption).toUpper())
            options.size = size;
    }
    options.onePage = arguments.has(u"--one-page"_s);
    if (options.onePage)
        options.detail = RoadmapDetail::Measures;
    options.notesThroughPlan = arguments.has(u"--notes-through"_s);
    const auto parts = chosenParts(arguments, plan);
    if (!parts)
        return parts.error();
    options.parts = *parts;
    return options;
}

} // namespace shisaku
