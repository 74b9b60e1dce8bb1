// SPDX-License-Identifier: GPL-3.0-or-later
// Other files of the same plan beside it: folders that are synchronised make them when two people write at once (競合コピー).
#pragma once

#include <QStringList>

namespace shisaku {

/// Plans in the same folder that come from the same file as this one and hold a change that it does not have. Older copies
/// and copies made for outside the house are no such files, and a dated copy has none. Files that cannot be read are left out.
QStringList conflictingCopies(const QString &planPath);

} // namespace shisaku
