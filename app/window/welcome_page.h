// SPDX-License-Identifier: GPL-3.0-or-later
// What an empty window shows: what it is for, and the next step.
#pragma once

#include "app/commands/action_catalog.h"

#include <QWidget>

namespace shisaku {

class WelcomePage : public QWidget {
    Q_OBJECT

public:
    WelcomePage(const ActionCatalog &actions, QWidget *parent = nullptr);

    void setRecent(const QStringList &paths);

signals:
    void openRequested(const QString &path);
    void sampleRequested(const QString &name);

private:
    QWidget *m_recent;
};

} // namespace shisaku
