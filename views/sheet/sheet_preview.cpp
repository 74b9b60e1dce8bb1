// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_preview.h"

#include <QPainter>
#include <QScrollBar>

namespace shisaku {

namespace {
constexpr int gap = space::small; // around and between the pages
}

/// The sheets of paper, one below the other.
class SheetPreview::Pages : public QWidget {
public:
    using QWidget::QWidget;

    void setSheet(std::unique_ptr<SheetPages> sheet)
    {
        m_sheet = std::move(sheet);
        updateGeometry();
        setFixedHeight(heightForWidth(width()));
        update();
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const int pages = m_sheet ? m_sheet->count() : 0;
        return pages == 0 ? 0 : gap + pages * (qRound(qMax(0, width - 2 * gap) * m_paper.height() / m_paper.width()) + gap);
    }

protected:
    void resizeEvent(QResizeEvent *) override { setFixedHeight(heightForWidth(width())); }

    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        if (!m_sheet)
            return;
        const double scale = (width() - 2 * gap) / m_paper.width();
        for (int page = 0; page < m_sheet->count(); ++page) {
            const QRectF paper(gap, gap + page * (m_paper.height() * scale + gap), m_paper.width() * scale,
                               m_paper.height() * scale);
            if (!paper.intersects(event->rect()))
                continue;
            painter.save();
            painter.fillRect(paper, Qt::white);
            painter.setPen(palette().color(QPalette::Mid));
            painter.drawRect(paper);
            painter.translate(paper.topLeft());
            painter.scale(scale, scale);
            m_sheet->paint(painter, page);
            painter.restore();
        }
    }

private:
    std::unique_ptr<SheetPages> m_sheet;
    QSizeF m_paper = SheetPages::usualPaper().paper();
};

SheetPreview::SheetPreview(QWidget *parent) : QScrollArea(parent), m_pages(new Pages)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a bar that comes and goes would change the width it depends on
    setAccessibleName(tr("個別施策票の見本"));
    setWidget(m_pages);
}

void SheetPreview::show(const Plan &plan, Id<Measure> measure)
{
    const bool another = measure != m_measure;
    m_measure = measure;
    m_pages->setSheet(plan.find(measure) ? std::make_unique<SheetPages>(plan, QList{measure}) : nullptr);
    if (another)
        verticalScrollBar()->setValue(0);
}

} // namespace shisaku
