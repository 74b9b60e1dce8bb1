// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes of type in council papers, in points.
#pragma once

namespace shisaku::council {

inline constexpr double bodyPoints = 10.5;
inline constexpr double tablePoints = 9.5;
inline constexpr double notePoints = 8.5;

} // namespace shisaku::council
