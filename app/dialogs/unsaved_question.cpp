// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/unsaved_question.h"

#include "app/dialogs/waiting.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

namespace {
constexpr qsizetype mostNamed = 5;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(UnsavedQuestion)
};

/// 「施策13の「概要」」; what was typed where that belongs to no row.
QString nameOf(const Plan &plan, const UnsavedInput::Entry &entry)
{
    const Owner &row = entry.place.row;
    const int field = entry.place.field;
    if (row.isNull() || !plan.table(row.table).contains(row.row))
        return entry.typed;
    const QString name = rowName(plan, row.table, row.row);
    return field < 0 ? name
                     : Texts::tr("%1の「%2」").arg(name, fieldLabel(tableInfo(row.table).fields[static_cast<size_t>(field)]));
}
} // namespace

QString sentenceAbout(const Plan &plan, const UnsavedInput::Entry &entry)
{
    const QString name = nameOf(plan, entry);
    return entry.error->what.startsWith(name) ? entry.error->what : Texts::tr("%1：%2").arg(name, entry.error->what);
}

QString listOfUnsaved(const PlanDocument &document)
{
    const auto entries = document.unsaved().refused();
    QStringList lines;
    for (const UnsavedInput::Entry &entry : entries.first(std::min(entries.size(), mostNamed)))
        lines << Texts::tr("・%1").arg(sentenceAbout(document.plan(), entry));
    if (entries.size() > mostNamed)
        lines << Texts::tr("ほか%1件").arg(entries.size() - mostNamed);
    return lines.join(u'\n');
}

std::optional<int> unsavedAfterRetry(PlanDocument &document, QWidget *window, const QString &giveUp)
{
    if (!waitUntilSaved(document, window, giveUp))
        return std::nullopt;
    document.unsaved().retry();
    if (!waitUntilSaved(document, window, giveUp))
        return std::nullopt;
    return document.unsaved().count();
}

bool goesOnWithoutUnsaved(PlanDocument &document, const Dialogs &dialogs, QWidget *window)
{
    const auto count = unsavedAfterRetry(document, window, Texts::tr("やめる"));
    return count
           && (*count == 0
               || dialogs.confirm(
                   window,
                   Texts::tr("%1件の入力が、まだ計画に入っていません。入っていない入力は、ここに含まれません。\n\n%2")
                       .arg(*count)
                       .arg(listOfUnsaved(document)),
                   Texts::tr("含めずに続ける")));
}

Error sentenceAboutUnsaved(const PlanDocument &document)
{
    const auto entries = document.unsaved().refused();
    const UnsavedInput::Entry &first = entries.first();
    return {first.error->kind,
            Texts::tr("%1件の入力が、まだ保存されていません。%2").arg(entries.size()).arg(sentenceAbout(document.plan(), first)),
            first.error->remedy, first.error->detail};
}

} // namespace shisaku
