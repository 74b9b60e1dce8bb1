// SPDX-License-Identifier: GPL-3.0-or-later
// A loop over nothing proves nothing.
#pragma once

#include <QTest>

#include <source_location>
#include <utility>

namespace shisaku {

/// The range as it is; the test fails where it is empty.
template <typename Range>
Range some(Range &&range, const std::source_location &where = std::source_location::current())
{
    QTest::qVerify(range.begin() != range.end(), "some(…)", "the loop has nothing to run over", where.file_name(),
                   static_cast<int>(where.line()));
    return std::forward<Range>(range);
}

} // namespace shisaku
