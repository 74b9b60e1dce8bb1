// SPDX-License-Identifier: GPL-3.0-or-later
// The line of a form that says why something was refused and what to do; while there is nothing to say it is not there.
#pragma once

#include <QLabel>

namespace shisaku {

class RefusalLine final : public QLabel {
public:
    explicit RefusalLine(QWidget *parent = nullptr);

    /// Shows a sentence, as text and never as mark-up, and tells it to a screen reader; an empty one takes the line away.
    void say(const QString &sentence);
    /// The sentence that is there; empty without one.
    QString said() const;
};

} // namespace shisaku
