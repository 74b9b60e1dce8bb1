// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace_pages.h"

#include "app/workspace.h"

namespace shisaku {

void addPages(Workspace &, const PageContext &) {}

} // namespace shisaku
