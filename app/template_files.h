// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet templates outside a plan: the built-in ones of data/templates, and files of the officers' own (a block table as CSV).
#pragma once

#include "models/document/sheet_template.h"
#include "models/plan/result.h"

namespace shisaku {

struct NamedTemplate {
    QString name;
    SheetTemplate blocks;
};

/// The templates that come with the program.
QList<NamedTemplate> builtInTemplates(const IdSource &ids);

Result<SheetTemplate> readTemplate(const QString &path, const IdSource &ids);
Result<void> writeTemplate(const QString &path, const SheetTemplate &blocks);

} // namespace shisaku
