// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a grid that was asked for and is not filled in yet: keys wait until it is there, and left with Esc it goes again, for an
// empty record says nothing.
#pragma once

#include <QObject>
#include <QPersistentModelIndex>
#include <QStringList>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QAbstractItemView;
class QEvent;
QT_END_NAMESPACE

namespace shisaku {

class FreshRow : public QObject {
public:
    /// `view` shows the rows and owns this.
    explicit FreshRow(QAbstractItemView *view);
    ~FreshRow() override;

    /// A row was asked for: the view takes the keyboard, and what is typed from now on is meant for the row.
    void await();
    /// It will not come; neither will what was typed for it.
    void giveUp();
    /// The row of a cell, as it appears.
    void begin(const QModelIndex &cell);
    /// It is edited now: what was typed meanwhile goes to whatever has the keyboard, as if it was typed now.
    void releaseKeys();
    /// Whether a cell lies in the row, and nothing was entered there or below it.
    bool isUntouched(const QModelIndex &cell) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void sendLater();
    void sendNext();

    bool m_awaiting = false;
    bool m_sending = false;
    std::vector<std::unique_ptr<QEvent>> m_held; // oldest first
    QPersistentModelIndex m_first;
    QStringList m_contents;
};

} // namespace shisaku
