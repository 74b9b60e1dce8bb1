// SPDX-License-Identifier: GPL-3.0-or-later
// The slide a presentation begins with: the plan's title, who issues it, and the day.
#pragma once

#include "views/present/slide_set.h"

#include <QDate>

namespace shisaku {

class TitleSlide : public SlideSet {
public:
    /// `title` and the plan's subtitle; an empty title is the plan's.
    TitleSlide(const Plan &plan, const QString &title, QDate day, const Look &look);

    int count() const override { return 1; }
    QString title(int index) const override;
    void paint(QPainter &painter, int index) const override;
    bool hasFoot() const override { return false; }

private:
    QString m_title;
    QString m_subtitle;
    QStringList m_issued;
    const Look &m_look;
};

} // namespace shisaku
