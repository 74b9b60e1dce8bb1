// SPDX-License-Identifier: GPL-3.0-or-later
// A paint device that remembers where every text was drawn, in device coordinates and within the clip.
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>

#include <memory>

namespace shisaku {

struct DrawnText {
    QString text;
    QRectF rect; ///< Advance wide, an em high: where the ink of Japanese text is.
};

class TextRecorder : public QPaintDevice {
public:
    explicit TextRecorder(QSize size);
    ~TextRecorder() override;
    QPaintEngine *paintEngine() const override;
    QList<DrawnText> texts() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    std::unique_ptr<QPaintEngine> m_engine;
};

/// Pairs of texts of which one covers more than 15 % of the other's height; readable in a failure message.
QStringList collisions(const QList<DrawnText> &texts);

} // namespace shisaku
