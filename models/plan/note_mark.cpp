// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/note_mark.h"

#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

QList<NoteAnchor> noteAnchors(const QString &text)
{
    static const QRegularExpression anchor(u"[［\\[]\\s*※([^］\\]［\\[※\\n]+)[］\\]]"_s);
    QList<NoteAnchor> list;
    if (!text.contains(u'※'))
        return list;
    for (auto found = anchor.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (const QString mark = noteMark(match.captured(1)); !mark.isEmpty())
            list << NoteAnchor{match.capturedStart(), match.capturedLength(), mark};
    }
    return list;
}

QString withoutAnchors(QString text)
{
    const QList<NoteAnchor> anchors = noteAnchors(text);
    for (auto anchor = anchors.crbegin(); anchor != anchors.crend(); ++anchor)
        text.remove(anchor->start, anchor->length);
    return text;
}

QString noteMark(const QString &typed)
{
    QString mark = typed;
    for (QChar &c : mark) {
        if (c > QChar(0xFF00) && c <= QChar(0xFF5E)) // full-width forms lie this far behind ASCII
            c = QChar(c.unicode() - 0xFEE0);
    }
    return mark.trimmed();
}

} // namespace shisaku
