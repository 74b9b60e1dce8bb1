// SPDX-License-Identifier: GPL-3.0-or-later
// TrueType fonts made of nothing but a name, the characters they cover and one plain shape: no file has to come with the program.
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace shisaku {

struct PlainFont {
    QString family;                                  ///< ASCII.
    QList<std::pair<char32_t, char32_t>> characters; ///< First and last of each range, ascending; at most 65,000 in all.
    quint16 advance = 0;                             ///< In thousandths of the em.
    bool outlines = false;                           ///< A box for each character; else nothing is drawn.
    quint16 embedding = 0;                           ///< fsType of OS/2: 2 forbids it.
};

/// The file, as fonts are installed.
QByteArray trueTypeFile(const PlainFont &font);

} // namespace shisaku
