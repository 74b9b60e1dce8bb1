// SPDX-License-Identifier: GPL-3.0-or-later
// The offices that match what is typed, in a list over everything below the line in which it is typed.
#pragma once

#include "models/plan/plan.h"

#include <QListWidget>

#include <optional>

namespace shisaku {

/// The office called so that something can be charged to: null if there is none.
Id<Department> officeNamed(const Plan &plan, const QString &name);

class OfficeProposals : public QListWidget {
    Q_OBJECT

public:
    /// What is proposed: an office, or typed words as a party that is no office.
    struct Proposal {
        Id<Department> office;
        QString actor;
    };

    explicit OfficeProposals(QWidget *parent);

    /// Below `line` and as wide as `frame`, or above where there is no room; hidden where nothing is typed.
    void propose(const Plan &plan, const QString &typed, const QWidget &frame, const QWidget &line);
    /// Goes up (-1) or down, at most to the end.
    void step(int steps);
    std::optional<Proposal> chosen() const;
    void dismiss();

private:
    void place(const QWidget &frame, const QWidget &line);
};

} // namespace shisaku
