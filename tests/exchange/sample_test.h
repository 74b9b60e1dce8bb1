// SPDX-License-Identifier: GPL-3.0-or-later
// What is true of every sample that comes with the program: it comes in through the ordinary import, keeps the rules, names
// no person, goes out as it came in and becomes a plan file. Each city's own test adds what its document says.
#pragma once

#include "models/plan/plan.h"

#include <QObject>

namespace shisaku {

class SampleTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everyRowKeepsTheRules();
    void noPersonOrAddressIsNamed();
    void exportGivesTheSameFiles();
    void itBecomesAPlanFile();

protected:
    /// `city` is a folder of data/.
    explicit SampleTest(const QString &city);

    /// A measure of the printed plan, none of those added later.
    const Measure *measure(const QString &number) const;

    const QString m_folder;
    Plan m_plan;
};

} // namespace shisaku
