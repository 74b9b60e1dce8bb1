// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/submission_copy.h"

#include <QCoreApplication>

namespace shisaku {

Result<void> writeSubmissionCopy(const Plan &plan, const QString &path, const Environment &environment)
{
    Plan clean = plan;
    AnyRows &notes = clean.table(TableId::Annotation);
    while (notes.size() > 0)
        notes.remove(notes.idAt(notes.size() - 1));
    ChangeSet content = difference(Plan(), clean);
    content.title = QCoreApplication::translate("SubmissionCopy", "提出用コピー");
    content.restores = true;
    Environment nobody = environment;
    nobody.person = {};
    return PlanDocument::create(path, content, nobody);
}

} // namespace shisaku
