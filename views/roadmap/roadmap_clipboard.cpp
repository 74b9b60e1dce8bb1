// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
const QString mimeType = u"application/x-shisakucho-schedule+json"_s;
}

void copySchedule(const ScheduleClip &clip)
{
    if (clip.isEmpty())
        return;
    auto *data = new QMimeData;
    data->setData(mimeType, toJson(clip));
    data->setText(toTable(clip));
    QGuiApplication::clipboard()->setMimeData(data);
}

bool hasCopiedSchedule()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    return data && (data->hasFormat(mimeType) || (data->hasText() && data->text().contains(u'\t')));
}

Result<ScheduleClip> copiedSchedule()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data)
        return ScheduleClip();
    return data->hasFormat(mimeType) ? clipFromJson(data->data(mimeType)).value_or(ScheduleClip()) : clipFromTable(data->text());
}

} // namespace shisaku
