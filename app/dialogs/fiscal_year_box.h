// SPDX-License-Identifier: GPL-3.0-or-later
// Counts fiscal years and shows them as 「令和8年度」; takes them as officers write them.
#pragma once

#include "models/plan/plan_time.h"

#include <QSpinBox>

namespace shisaku {

class FiscalYearBox : public QSpinBox {
public:
    explicit FiscalYearBox(int year)
    {
        setRange(1900, 2200);
        setValue(year);
    }

protected:
    QString textFromValue(int value) const override { return PlanTime::fiscalYear(value).toJapanese(); }
    int valueFromText(const QString &text) const override
    {
        const auto time = PlanTime::fromJapanese(text);
        return time && time->isDated() ? fiscalYearOf(time->firstMonth()) : value();
    }
    QValidator::State validate(QString &text, int &) const override
    {
        const auto time = PlanTime::fromJapanese(text);
        return time && time->isDated() ? QValidator::Acceptable : QValidator::Intermediate;
    }
};

} // namespace shisaku
