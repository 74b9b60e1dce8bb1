// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/unsaved_guide.h"

#include "app/dialogs/unsaved_question.h"
#include "models/item/tool_tip.h"

#include <algorithm>

namespace shisaku {

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
    setToolTip(count > 0 ? toolTipOf(tr("押すと、保存されていない入力へ順に移ります。\n%1").arg(listOfUnsaved(*m_document))) : QString());
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
    emit told({next.error->kind, sentenceAbout(m_document->plan(), next), next.error->remedy, next.error->detail});
    m_document->unsaved().lead(next.place);
}

bool UnsavedGuide::agreesToLeave(const Dialogs &dialogs)
{
    if (!m_document)
        return true;
    const auto count = unsavedAfterRetry(*m_document, m_window, tr("閉じるのをやめる"));
    if (!count || *count == 0)
        return count.has_value();
    enum { Lead, GiveUp };
    switch (dialogs.choose(
        m_window,
        tr("%1件の入力が、まだファイルに保存されていません。閉じると失われます。\n\n%2").arg(*count).arg(listOfUnsaved(*m_document)),
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
