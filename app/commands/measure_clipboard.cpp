// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/measure_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
const QString mimeType = u"application/x-shisakucho-measures+json"_s;
}

void copyToClipboard(const MeasureClip &clip)
{
    auto *data = new QMimeData;
    data->setData(mimeType, toJson(clip));
    data->setText(toTable(clip));
    QGuiApplication::clipboard()->setMimeData(data);
}

bool hasCopiedMeasures()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasFormat(mimeType);
}

std::optional<MeasureClip> copiedMeasures()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    return data && data->hasFormat(mimeType) ? measureClipFromJson(data->data(mimeType)) : std::nullopt;
}

} // namespace shisaku
