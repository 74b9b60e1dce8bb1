// SPDX-License-Identifier: GPL-3.0-or-later
// Marks in texts: ［※5］, in brackets of either width, names a note or a term of the glossary.
#pragma once

#include <QList>
#include <QString>

namespace shisaku {

/// An anchor in a text.
struct NoteAnchor {
    qsizetype start = 0;
    qsizetype length = 0;
    QString mark; ///< In the form of noteMark().
};

/// The anchors of a text, in order.
QList<NoteAnchor> noteAnchors(const QString &text);
/// The text without its anchors: for charts and other places that have no notes.
QString withoutAnchors(QString text);

/// A mark as marks are compared, however wide its digits and letters were typed: 「５」 and 「5 」 are 「5」.
QString noteMark(const QString &typed);

} // namespace shisaku
