// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/paper_options.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PaperOptions)
};

struct Paper {
    const char *key;
    const char *sizes;   ///< What `--paper` may say; the first is the only one of a paper that is laid out for it.
    const char *options; ///< Beside `--as` and `--to`.
};

constexpr Paper papers[] = {
    {"roadmap", "A4 A3",
     "--measure --department --group-by --paper --one-page --mono --mark --start-page --number --date --meeting"},
    {"sheets", "A4", "--measure --department --paper --mono --mark --start-page"},
    {"guide", "A4", "--paper --mono --mark --start-page"},
    {"list", "A4 A3", "--measure --department --group-by --paper --mono --mark --start-page --number"},
    {"tree", "A4 A3", "--group-by --paper --mono --mark --start-page"},
    {"effects", "A4", "--paper --mono --mark --start-page --number --date --meeting"},
    {"progress", "A4", "--paper --mono --mark --start-page --number --date --meeting"},
    {"budget", "A4", "--paper --mono --mark --start-page --number --date --meeting"},
    {"indicators", "A4", "--paper --mono --mark --start-page --number --date --meeting"},
    {"glossary", "A4", "--paper --mono --mark --start-page"},
    {"bodies", "A4", "--paper --mono --mark --start-page"},
    {"book", "", "--mono --mark --start-page --parts --notes-through"}, // its pages are of several sizes
    {"data", "", ""},
};

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(u' ', Qt::SkipEmptyParts);
}

/// What to use instead, in a sentence.
QString honouredBy(const Paper &paper)
{
    const QStringList options = words(paper.options);
    return options.isEmpty() ? Texts::tr("--to のほかに使える指定はありません。")
                             : Texts::tr("使えるのは、%1です。").arg(options.join(Texts::tr("、")));
}
} // namespace

std::optional<Error> refusedOption(const Arguments &arguments)
{
    const QString as = arguments.values.value(u"--as"_s);
    const auto *const paper = std::find_if(std::begin(papers), std::end(papers),
                                           [&](const Paper &one) { return as == QLatin1StringView(one.key); });
    if (paper == std::end(papers))
        return {};
    const QStringList honoured = words(paper->options) + QStringList{u"--as"_s, u"--to"_s};
    QStringList given = arguments.values.keys() + arguments.flags.values();
    given.sort();
    for (const QString &option : std::as_const(given)) {
        if (!honoured.contains(option))
            return Error{ErrorKind::Invalid, Texts::tr("%1 は --as %2 では使えません。").arg(option, as), honouredBy(*paper), {}};
    }
    const QString size = arguments.values.value(u"--paper"_s).toUpper();
    const QStringList sizes = words(paper->sizes);
    if (!size.isEmpty() && !sizes.contains(size))
        return Error{ErrorKind::Invalid,
                     Texts::tr("--paper %1 は --as %2 では使えません。").arg(arguments.values.value(u"--paper"_s), as),
                     Texts::tr("%1を指定してください。").arg(sizes.join(Texts::tr("か"))),
                     {}};
    return {};
}

} // namespace shisaku
