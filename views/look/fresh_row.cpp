// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/fresh_row.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>

namespace shisaku {

namespace {
QStringList contentsOf(const QModelIndex &first)
{
    QStringList contents{QString::number(first.model()->rowCount(first))};
    for (int column = 0; column < first.model()->columnCount(first.parent()); ++column)
        contents << first.siblingAtColumn(column).data(Qt::EditRole).toString();
    return contents;
}
} // namespace

FreshRow::FreshRow(QAbstractItemView *view) : QObject(view) {}

FreshRow::~FreshRow() = default;

void FreshRow::await()
{
    m_awaiting = true;
    qApp->installEventFilter(this);               // keys that reach the new editor must not overtake those that wait
    static_cast<QWidget *>(parent())->setFocus(); // not the button that asked
}

void FreshRow::giveUp()
{
    m_awaiting = false;
    m_held.clear();
    qApp->removeEventFilter(this);
}

void FreshRow::begin(const QModelIndex &cell)
{
    m_first = cell.siblingAtColumn(0);
    m_contents = contentsOf(m_first);
}

bool FreshRow::isUntouched(const QModelIndex &cell) const
{
    return m_first.isValid() && cell.siblingAtColumn(0) == m_first && contentsOf(m_first) == m_contents;
}

void FreshRow::releaseKeys()
{
    m_awaiting = false;
    sendLater();
}

void FreshRow::sendLater()
{
    // One by one: what a key does may itself be done a little later.
    if (m_held.empty() && !m_awaiting)
        return qApp->removeEventFilter(this);
    QMetaObject::invokeMethod(
        this, [this] { sendNext(); }, Qt::QueuedConnection);
}

void FreshRow::sendNext()
{
    if (m_awaiting || m_held.empty())
        return; // a key has asked for another row: the rest is meant for that one
    const std::unique_ptr<QEvent> event = std::move(m_held.front());
    m_held.erase(m_held.begin());
    m_sending = true;
    if (QWidget *focus = QApplication::focusWidget())
        QCoreApplication::sendEvent(focus, event.get());
    m_sending = false;
    sendLater();
}

bool FreshRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool typed = event->type() == QEvent::KeyPress || event->type() == QEvent::InputMethod;
    const auto *view = static_cast<const QWidget *>(parent());
    const auto *widget = qobject_cast<const QWidget *>(watched);
    const bool concerns = widget && (widget == view || view->isAncestorOf(widget));
    if (!typed || m_sending || !concerns || (!m_awaiting && m_held.empty()))
        return QObject::eventFilter(watched, event);
    m_held.emplace_back(event->clone());
    event->accept();
    return true;
}

} // namespace shisaku
