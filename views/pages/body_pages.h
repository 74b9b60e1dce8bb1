// SPDX-License-Identifier: GPL-3.0-or-later
// 推進体制 as a page of paper.
#pragma once

#include "views/pages/book_parts.h"

namespace shisaku {

/// One page; an organisation too wide or too high for it is drawn smaller.
PrintJob bodyJob(const Plan &plan, const BookStyle &style = {});

} // namespace shisaku
