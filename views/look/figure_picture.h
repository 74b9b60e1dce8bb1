// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a figure (図) as the plan keeps it: the bytes of a PNG, JPEG or SVG file, looked at and painted.
#pragma once

#include <QImage>
#include <QSizeF>

#include <memory>

QT_BEGIN_NAMESPACE
class QPainter;
class QSvgRenderer;
QT_END_NAMESPACE

namespace shisaku {

class FigurePicture {
public:
    enum class Problem {
        None,
        TooLarge,   ///< More than mostBytes.
        Unreadable, ///< Neither PNG nor JPEG nor SVG, damaged, or without any extent.
        Outside,    ///< An SVG that shows other files: they would not travel with the plan.
    };
    /// A plan is sent by mail; a figure of a book needs no more.
    static constexpr qsizetype mostBytes = 5 * 1024 * 1024;
    static Problem problemOf(const QByteArray &bytes);

    /// Null if there is a problem with the bytes.
    explicit FigurePicture(const QByteArray &bytes);

    bool isNull() const { return m_image.isNull() && !m_drawing; }
    /// As it is meant, in 1/96 inch.
    QSizeF size() const;
    /// Fills `rect`; the caller keeps the proportions. Without colours if `grey`.
    void paint(QPainter &painter, const QRectF &rect, bool grey = false) const;

private:
    QImage m_image; // on white
    std::shared_ptr<QSvgRenderer> m_drawing;
};

} // namespace shisaku
