// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/chart_view.h"

#include "models/item/tool_tip.h"

#include <QBuffer>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QSvgGenerator>
#include <QToolTip>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr QSizeF pictureSize(900, 380);
constexpr double pictureScale = 2;
constexpr int margin = 8;
} // namespace

ChartView::ChartView(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartView::setData(const ChartData &shown)
{
    if (shown.title != m_data.title)
        m_hidden.clear();
    m_data = shown;
    setAccessibleName(tr("グラフ：%1").arg(shown.title));
    setAccessibleDescription(shown.toText());
    rebuild();
}

void ChartView::setHidden(const QSet<int> &series)
{
    m_hidden = series;
    rebuild();
}

void ChartView::rebuild()
{
    Chart::Style style;
    style.look = &Look::of(palette());
    m_chart = std::make_unique<Chart>(m_data, style);
    m_chart->setHidden(m_hidden);
    update();
}

QPointF ChartView::toChart(const QPointF &at) const
{
    return at - QPointF(margin, margin);
}

void ChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Look::of(palette()).ground);
    if (!m_chart)
        return;
    const QRectF room = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    m_chart->layOut(room.size());
    m_chart->paint(painter, room);
    if (hasFocus()) {
        painter.setPen(QPen(Look::of(palette()).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

bool ChartView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_chart) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Chart::Mark *mark = m_chart->markAt(toChart(help->pos()));
        const bool legend = m_chart->legendAt(toChart(help->pos())) >= 0;
        QToolTip::showText(help->globalPos(),
                           mark     ? toolTipOf(mark->text)
                           : legend ? tr("クリックで表示・非表示を切り替えます。")
                                    : QString(),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = toChart(event->position());
    const bool active = m_chart && (m_chart->markAt(at) || m_chart->legendAt(at) >= 0);
    active ? setCursor(Qt::PointingHandCursor) : unsetCursor();
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    setFocus();
    if (event->button() != Qt::LeftButton || !m_chart)
        return;
    const QPointF at = toChart(event->position());
    if (const int series = m_chart->legendAt(at); series >= 0) {
        if (!m_hidden.remove(series))
            m_hidden.insert(series);
        rebuild();
        return;
    }
    const Chart::Mark *mark = m_chart->markAt(at);
    emit rowClicked(mark ? mark->row : RowId());
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("図としてコピー"), this, &ChartView::copyPicture);
    menu.addAction(tr("数値をコピー"), this, &ChartView::copyFigures);
    menu.addSeparator();
    menu.addActions(actions());
    menu.exec(event->globalPos());
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyPicture();
    else
        QWidget::keyPressEvent(event);
}

void ChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_chart)
        rebuild();
    QWidget::changeEvent(event);
}

std::unique_ptr<QMimeData> ChartView::picture() const
{
    Chart::Style style;
    style.look = &Look::of(Look::Medium::Paper);
    Chart chart(m_data, style);
    chart.setHidden(m_hidden);
    chart.layOut(pictureSize);
    const QRectF whole = QRectF(QPointF(), pictureSize).adjusted(-margin, -margin, margin, margin);

    QImage image((whole.size() * pictureScale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter onImage(&image);
    onImage.scale(pictureScale, pictureScale);
    onImage.translate(margin, margin);
    chart.paint(onImage, QRectF(QPointF(), pictureSize));
    onImage.end();

    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(whole.size().toSize());
    generator.setViewBox(QRectF(QPointF(), whole.size()));
    generator.setTitle(m_data.title);
    QPainter onSvg(&generator);
    onSvg.translate(margin, margin);
    chart.paint(onSvg, QRectF(QPointF(), pictureSize));
    onSvg.end();

    auto copied = std::make_unique<QMimeData>();
    copied->setImageData(image);
    copied->setData(u"image/svg+xml"_s, svg);
    copied->setText(m_data.toText());
    return copied;
}

void ChartView::copyPicture() const
{
    if (m_mayLeave())
        QGuiApplication::clipboard()->setMimeData(picture().release()); // the clipboard owns it from here
}

void ChartView::copyFigures() const
{
    if (m_mayLeave())
        QGuiApplication::clipboard()->setText(m_data.toText());
}

} // namespace shisaku
