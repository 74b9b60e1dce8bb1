// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/unsaved_guide.h"

#include "app/dialogs/waiting.h"
#include "models/item/tool_tip.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

namespace {
constexpr qsizetype mostNamed = 5;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(UnsavedGuide)
};

/// 「施策13の「概要」」; what was typed where that belongs to no row.
QString nameOf(const Plan &plan, const UnsavedInput::Entry &entry)
{
    const auto &[row, field, part] = entry.place;
    if (row.isNull() || !plan.table(row.table).contains(row.row))
        return entry.typed;
    const QString name = rowName(plan, row.table, row.row);
    return field < 0 ? name
                     : Texts::tr("%1の「%2」").arg(name, fieldLabel(tableInfo(row.table).fields[static_cast<size_t>(field)]));
}

/// What was typed where, and why the file does not have it.
QString toldOf(const Plan &plan, const UnsavedInput::Entry &entry)
{
    const QString name = nameOf(plan, entry);
    return entry.error->what.startsWith(name) ? entry.error->what : Texts::tr("%1：%2").arg(name, entry.error->what);
}

/// One line each; of many the first.
QString listOf(const PlanDocument &document)
{
    const auto entries = document.unsaved().refused();
    QStringList lines;
    for (const UnsavedInput::Entry &entry : entries.first(std::min(entries.size(), mostNamed)))
        lines << Texts::tr("・%1").arg(toldOf(document.plan(), entry));
    if (entries.size() > mostNamed)
        lines << Texts::tr("ほか%1件").arg(entries.size() - mostNamed);
    return lines.join(u'\n');
}

/// How many remain after one more try; nothing if the officer would not wait for it.
std::optional<int> countAfterRetry(PlanDocument &document, QWidget *window, const QString &giveUp)
{
    if (!waitUntilSaved(document, window, giveUp))
        return std::nullopt;
    document.unsaved().retry();
    if (!waitUntilSaved(document, window, giveUp))
        return std::nullopt;
    return document.unsaved().count();
}
} // namespace

bool goesOnWithoutUnsaved(PlanDocument &document, const Dialogs &dialogs, QWidget *window)
{
    const auto count = countAfterRetry(document, window, Texts::tr("やめる"));
    return count
           && (*count == 0
               || dialogs.confirm(window,
                                  Texts::tr("%1件の入力が、まだ計画に入っていません。入っていない入力は、ここに含まれません。\n\n%2")
                                      .arg(*count)
                                      .arg(listOf(document)),
                                  Texts::tr("含めずに続ける")));
}

Error sentenceAboutUnsaved(const PlanDocument &document)
{
    const auto entries = document.unsaved().refused();
    const UnsavedInput::Entry &first = entries.first();
    return {first.error->kind,
            Texts::tr("%1件の入力が、まだ保存されていません。%2").arg(entries.size()).arg(toldOf(document.plan(), first)),
            first.error->remedy, first.error->detail};
}

UnsavedGuide::UnsavedGuide(QWidget *window) : m_window(window)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, this, &UnsavedGuide::leadOn);
    setEnabled(false);
}

void UnsavedGuide::setDocument(PlanDocument &document)
{
    m_document = &document;
    connect(&document, &PlanDocument::savedChanged, this, &UnsavedGuide::follow);
    connect(&document, &PlanDocument::becameReadOnly, this, &UnsavedGuide::follow);
    connect(&document.unsaved(), &UnsavedInput::counted, this, &UnsavedGuide::follow);
    connect(&document.unsaved(), &UnsavedInput::changed, this, &UnsavedGuide::follow);
    follow();
}

void UnsavedGuide::follow()
{
    const int count = m_document->unsaved().count();
    setText(count > 0                          ? tr("未保存 %1件").arg(count)
            : m_document->isReadOnly()         ? tr("閲覧のみ")
            : m_document->unsaved().isTyping() ? tr("入力中…")
            : m_document->isSaved()            ? tr("保存済み")
                                               : tr("保存しています…"));
    setEnabled(count > 0);
    setToolTip(count > 0 ? toolTipOf(tr("押すと、保存されていない入力へ順に移ります。\n%1").arg(listOf(*m_document))) : QString());
}

void UnsavedGuide::leadOn()
{
    const auto entries = m_document->unsaved().refused();
    if (entries.isEmpty())
        return;
    const auto last = std::find_if(entries.begin(), entries.end(),
                                   [this](const UnsavedInput::Entry &entry) { return entry.place == m_last; });
    const UnsavedInput::Entry next = last == entries.end() || last + 1 == entries.end() ? entries.first() : *(last + 1);
    m_last = next.place;
    emit told({next.error->kind, toldOf(m_document->plan(), next), next.error->remedy, next.error->detail});
    m_document->unsaved().lead(next.place);
}

bool UnsavedGuide::agreesToLeave(const Dialogs &dialogs)
{
    if (!m_document)
        return true;
    const auto count = countAfterRetry(*m_document, m_window, tr("閉じるのをやめる"));
    if (!count || *count == 0)
        return count.has_value();
    enum { Lead, GiveUp };
    switch (dialogs.choose(
        m_window,
        tr("%1件の入力が、まだファイルに保存されていません。閉じると失われます。\n\n%2").arg(*count).arg(listOf(*m_document)),
        {tr("入力を見る"), tr("入力を捨てて閉じる")})) {
    case Lead:
        m_last = {};
        QMetaObject::invokeMethod(this, &UnsavedGuide::leadOn, Qt::QueuedConnection); // it may open a dialog
        return false;
    case GiveUp:
        m_document->unsaved().dropAll();
        return true;
    default:
        return false;
    }
}

} // namespace shisaku
