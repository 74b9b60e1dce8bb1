// SPDX-License-Identifier: GPL-3.0-or-later
// A line above the workspace that tells what went wrong or what to know, in plain words, until it is closed.
#pragma once

#include "models/plan/result.h"
#include "views/look/look.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace shisaku {

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void tell(const QString &sentence);
    void tell(const Error &error);
    QString text() const;

private:
    QLabel *m_text;
};

} // namespace shisaku
