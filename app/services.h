// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks of the officer and of the system; passed in, so that tests can answer.
#pragma once

#include "models/edit/plan_document.h"

#include <QSettings>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

struct Dialogs {
    /// An existing plan; empty when the officer thinks better of it.
    std::function<QString(QWidget *parent)> openPlan;
    /// Any other existing file, as a filter of QFileDialog describes it.
    std::function<QString(QWidget *parent, const QString &title, const QString &filter)> openFile;
    /// A name for a file to write; `suggested` is a name or a path, `filter` as QFileDialog takes it. Asks nothing about what
    /// lies there: see askWhere(), which everybody calls who writes.
    std::function<QString(QWidget *parent, const QString &title, const QString &suggested, const QString &filter)> saveFile;
    /// A yes or no about something that cannot simply be undone.
    std::function<bool(QWidget *parent, const QString &question, const QString &yes)> confirm;
    /// Which of several answers, from 0; -1 when the officer thinks better of it.
    std::function<int(QWidget *parent, const QString &question, const QStringList &answers)> choose;
    /// A line of text; empty when left.
    std::function<QString(QWidget *parent, const QString &title, const QString &label, const QString &text)> askText;
    /// Whether a window of the program shows the plan at a path, which is then not written over; the window fills it in.
    std::function<bool(const QString &path)> isShown;

    static Dialogs ofSystem();
};

struct Services {
    Environment environment;
    Dialogs dialogs;
    std::shared_ptr<QSettings> settings;
    std::function<QDate()> today;

    static Services ofSystem();
};

} // namespace shisaku
