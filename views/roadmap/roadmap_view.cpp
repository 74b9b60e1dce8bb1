// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_view.h"

#include "views/roadmap/roadmap_accessible.h"
#include "views/roadmap/roadmap_editor.h"
#include "views/roadmap/roadmap_zoom.h"

#include <QGuiApplication>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <cmath>

namespace shisaku {

namespace {
using Kind = RoadmapNode::Kind;

constexpr RoadmapStyle::Columns usualColumns{250, 150};
constexpr qreal minimumYearWidth = 84;
/// Width of 「～R2」 and 「R8～」 against a year.
constexpr qreal edgeShare = 0.75;
/// The titles never take more of the window than this.
constexpr qreal titleShare = 0.5;
/// Heights found when the plan is laid out; no city's plan has more. The rest follows in the time nobody needs.
constexpr int heightsAtOnce = 3000;
constexpr int linesInBetween = 200;
} // namespace

RoadmapView::RoadmapView(QWidget *parent) :
    QAbstractItemView(parent), m_look(&Look::of(Look::Medium::Light)), m_columns(usualColumns)
{
    RoadmapAccessible::install(); // before anything is told of this view
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("工程表"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_editor = std::make_unique<RoadmapEditor>(static_cast<RoadmapSurface &>(*this));
    for (const QScrollBar *bar : {horizontalScrollBar(), verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, m_editor.get(), &RoadmapEditor::placeName);
}

RoadmapView::~RoadmapView() = default;

void RoadmapView::setEditable(bool editable)
{
    if (!editable)
        m_editor->drop();
    m_editable = editable;
}

void RoadmapView::setIds(IdSource ids)
{
    m_editor->setIds(std::move(ids));
}

void RoadmapView::changesAnswered()
{
    m_editor->changesAnswered();
}

void RoadmapView::setModel(QAbstractItemModel *model)
{
    m_scene.reset();
    if (m_model) {
        disconnect(m_model, &QAbstractItemModel::modelReset, this, &RoadmapView::restoreCurrent);
        disconnect(m_model, &RoadmapModel::contentChanged, this, nullptr);
        disconnect(m_model, &RoadmapModel::progressChanged, this, nullptr);
    }
    m_heights.forget({});
    m_model = qobject_cast<RoadmapModel *>(model);
    Q_ASSERT(!model || m_model);
    QAbstractItemView::setModel(model);
    // After the selection model, which was connected just now, has forgotten what was current.
    if (m_model) {
        connect(m_model, &QAbstractItemModel::modelReset, this, &RoadmapView::restoreCurrent);
        connect(m_model, &RoadmapModel::contentChanged, this, [this](const QSet<RowId> &rows) { m_heights.forget(rows); });
        connect(m_model, &RoadmapModel::progressChanged, this, &RoadmapView::layOutLater);
    }
}

void RoadmapView::setLook(const Look &look)
{
    m_look = &look;
    layOut();
}

void RoadmapView::setToday(QDate today)
{
    m_today = today;
    viewport()->update();
}

void RoadmapView::setDetail(RoadmapDetail detail)
{
    if (detail == m_detail)
        return;
    const Anchor kept = anchor(headerBottom());
    m_detail = detail;
    layOut();
    restore(kept, headerBottom());
}

void RoadmapView::setZoom(int zoom)
{
    const int wanted = std::clamp(zoom, farthestZoom, 8);
    if (wanted == m_zoom)
        return;
    const Anchor kept = anchor(headerBottom());
    m_zoom = wanted;
    layOut();
    restore(kept, headerBottom());
    emit zoomChanged(m_zoom);
}

void RoadmapView::setToggled(const QSet<quint64> &toggled)
{
    if (toggled == m_toggled)
        return;
    m_toggled = toggled;
    layOutLater();
}

void RoadmapView::setTitleWidths(QSizeF widths)
{
    const Anchor kept = anchor(headerBottom());
    m_columns = {std::clamp(widths.width(), 120.0, 800.0), std::clamp(widths.height(), 60.0, 600.0)};
    layOut();
    restore(kept, headerBottom());
}

void RoadmapView::reset()
{
    // The tree is another one: only keys still mean something.
    const Anchor kept = anchor(headerBottom());
    m_scene.reset();
    QAbstractItemView::reset();
    if (!m_model || !m_model->plan())
        return;
    if (!m_seen)
        return layOutLater();
    layOut();
    restore(kept, headerBottom());
}

void RoadmapView::restoreCurrent()
{
    const auto &nodes = m_model->tree().nodes;
    int current = -1;
    QList<int> selected;
    QList<int> added;
    for (size_t i = 1; i < nodes.size(); ++i) {
        const int node = static_cast<int>(i);
        if (nodes[i].key == m_currentKey)
            current = node;
        if (m_selectedKeys.contains(nodes[i].key))
            selected << node;
        if (!nodes[i].repeat && m_toSelect && m_toSelect->contains(ScheduleRow{nodes[i].table, nodes[i].row}))
            added << node;
    }
    m_rangeStart = 0;
    if (!added.isEmpty()) {
        m_toSelect.reset();
        select(added);
        selectionModel()->setCurrentIndex(m_model->indexOf(added.first()), QItemSelectionModel::NoUpdate);
    } else if (m_currentKey != 0 && current > 0) {
        setAutoScroll(false); // nothing jumps because somebody edits
        select(selected);
        selectionModel()->setCurrentIndex(m_model->indexOf(current), QItemSelectionModel::NoUpdate);
        setAutoScroll(true);
    } else {
        // Elsewhere in another grouping: the measure is still the same one.
        const Id<Measure> measure = m_announced;
        m_currentKey = 0;
        setCurrentMeasure(measure);
    }
}

void RoadmapView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    layOutLater();
}

void RoadmapView::layOutLater()
{
    m_stale = true;
    viewport()->update();
}

void RoadmapView::ensureLaidOut()
{
    if (!m_stale)
        return;
    const Anchor kept = anchor(headerBottom());
    layOut();
    restore(kept, headerBottom());
}

RoadmapDetail RoadmapView::shownDetail() const
{
    return detailAt(m_zoom, m_detail);
}

RoadmapStyle::Columns RoadmapView::shownColumns() const
{
    const qreal scale = textScaleAt(m_zoom);
    const qreal progress = std::ceil(m_progress.columnWidth(m_style->title.em(), m_style->cellPadding()));
    const qreal most = viewport()->width() * titleShare - progress;
    const qreal shrunk = std::min(1.0, most / ((m_columns.measure + m_columns.initiative) * scale));
    return {std::floor(m_columns.measure * scale * shrunk), std::floor(m_columns.initiative * scale * shrunk), progress};
}

TimeAxis RoadmapView::fittingAxis() const
{
    const TimeAxis unit = TimeAxis::of(*m_model->plan(), edgeShare, 1, edgeShare);
    const qreal fitting = (viewport()->width() - m_shownColumns.total()) / unit.width();
    const qreal zoomed = m_zoom > 0 ? std::pow(1.15, m_zoom) : 1.0;
    const qreal year = std::floor(std::max(fitting, minimumYearWidth * textScaleAt(m_zoom)) * zoomed);
    return TimeAxis::of(*m_model->plan(), std::floor(year * edgeShare), year, std::floor(year * edgeShare));
}

void RoadmapView::layOut()
{
    m_stale = false;
    if (!m_model || !m_model->plan())
        return;
    m_scene.reset();
    const qreal scale = textScaleAt(m_zoom);
    if (!m_style || m_style->look != m_look || !qFuzzyCompare(m_style->metrics.unit, scale))
        m_style = RoadmapStyle::screen(*m_look, scale);
    m_progress = RoadmapProgress(*m_model->plan());
    m_shownColumns = shownColumns();
    m_heights.allow(heightsAtOnce);
    m_scene = std::make_unique<RoadmapScene>(*m_model->plan(), m_model->tree(),
                                             roadmapLines(m_model->tree(), shownDetail(), m_toggled), *m_style, fittingAxis(),
                                             m_shownColumns, &m_heights);
    m_lineKeys.clear();
    m_lineKeys.reserve(m_scene->count());
    for (int i = 0; i < m_scene->count(); ++i)
        m_lineKeys << m_scene->node(i).key;
    m_settled = 0;
    if (m_scene->isGuessed())
        m_settling.start(0, this);
    updateGeometries();
    m_editor->follow();
    viewport()->update();
}

void RoadmapView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_settling.timerId()) {
        QAbstractItemView::timerEvent(event);
    } else if (!m_scene || !m_scene->isGuessed()) {
        m_settling.stop();
    } else if (QGuiApplication::mouseButtons() == Qt::NoButton) { // nothing moves under the officer's hand
        relayoutLines(m_settled, m_settled + linesInBetween - 1);
        m_settled += linesInBetween;
    }
}

void RoadmapView::resizeEvent(QResizeEvent *event)
{
    QAbstractItemView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() || !m_scene)
        layOutLater();
}

void RoadmapView::paintEvent(QPaintEvent *)
{
    ensureLaidOut();
    if (!m_seen) {
        m_seen = true;
        scrollTo(currentIndex());
    }
    if (m_scene && m_scene->count() > 0)
        relayoutAround(m_scene->lineAt(verticalOffset()));
    QPainter painter(viewport());
    const QRect all = viewport()->rect();
    painter.fillRect(all, m_look->ground);
    if (!m_scene)
        return;
    RoadmapMarks marks;
    marks.currentNode = RoadmapModel::nodeOf(currentIndex());
    for (int node : selectedNodes())
        marks.selected.insert(node);
    marks.today = m_today;
    marks.foldingSigns = true;
    marks.progress = &m_progress;
    marks.seen = {horizontalOffset(), horizontalOffset() + viewport()->width() - titleRight()};
    RoadmapPainter roadmapPainter(painter, *m_scene, marks);

    const int header = headerBottom();
    const int titles = titleRight();
    const qreal top = verticalOffset();
    const qreal bottom = top + all.height() - header;
    if (m_scene->count() > 0) {
        const int first = m_scene->lineAt(top);
        const int last = m_scene->lineAt(bottom);
        const auto inTimes = [&](const auto &paint) {
            painter.setClipRect(QRect(titles, header, all.width() - titles, all.height() - header));
            painter.translate(titles - horizontalOffset(), header - top);
            paint();
            painter.resetTransform();
        };
        inTimes([&] { roadmapPainter.times(first, last); });
        painter.setClipRect(QRect(0, header, all.width(), all.height() - header));
        painter.translate(0, header - top);
        roadmapPainter.headings(first, last, all.width());
        painter.setClipRect(QRect(0, header, titles, all.height() - header).translated(0, static_cast<int>(top) - header));
        roadmapPainter.titles(first, last, top, bottom);
        painter.resetTransform();
        inTimes([&] { // over the headings, too: the tip of a drag stands on one where the row is the first below it
            m_editor->paint(painter);
            if (m_rubber)
                m_rubber->paint(painter, *m_look);
        });
    }
    painter.setClipRect(QRect(titles, 0, all.width() - titles, header + 1));
    painter.translate(titles - horizontalOffset(), 0);
    roadmapPainter.timeHeader();
    painter.resetTransform();
    painter.setClipRect(QRect(0, 0, all.width(), all.height()));
    roadmapPainter.titleHeader();
    painter.setPen(QPen(m_look->strongLine, 1));
    painter.drawLine(titles, 0, titles, header);
}

} // namespace shisaku
