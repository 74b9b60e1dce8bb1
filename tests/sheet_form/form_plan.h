// SPDX-License-Identifier: GPL-3.0-or-later
// A small plan with one of everything the measure form edits, in a file of its own.
#pragma once

#include "models/edit/plan_document.h"

class QWidget;

namespace shisaku {

struct FormPlan {
    QString path;
    std::unique_ptr<PlanDocument> document;

    const Plan &plan() const { return document->plan(); }
    /// The measure with this number.
    Id<Measure> measure(const QString &number) const;
    /// What the sqlite3 program answers.
    QString sqlite3(const QString &sql) const;
    /// The offices of a role, as names in order.
    QStringList offices(const QString &role) const;
};

FormPlan makeFormPlan(const QString &path);

/// Composes and commits text like an input method.
void typeJapanese(QWidget *field, const QString &preedit, const QString &commit);
/// Shows a composition without ending it.
void compose(QWidget *field, const QString &preedit);

} // namespace shisaku
