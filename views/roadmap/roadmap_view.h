// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap (工程表) in a window: frozen years and titles, folding, zoom, selection of rows and of bars.
#pragma once

#include "models/item/period_edit.h"
#include "models/item/roadmap_model.h"
#include "views/roadmap/roadmap_painter.h"

#include <QAbstractItemView>

#include <memory>
#include <optional>

namespace shisaku {

/// Shows a RoadmapModel. Every node of the model is an item that can be current: headings, measures, 取組, bars, milestones.
class RoadmapView : public QAbstractItemView {
    Q_OBJECT

public:
    explicit RoadmapView(QWidget *parent = nullptr);
    ~RoadmapView() override;

    /// Takes a RoadmapModel only.
    void setModel(QAbstractItemModel *model) override;

    void setLook(const Look &look);
    /// The day of the line 「今日」; an invalid date shows none.
    void setToday(QDate today);
    void setDetail(RoadmapDetail detail);
    RoadmapDetail detail() const { return m_detail; }

    /// Whether bars can be dated by mouse and keys; false at first. The view itself never writes: see changeRequested().
    void setEditable(bool editable) { m_editable = editable; }
    bool isEditable() const { return m_editable; }
    /// What dragging and keys snap to at this zoom.
    SnapUnit snap() const;

    /// 0 fits the plan's years into the window; each step makes text and years about a tenth and a quarter larger.
    void setZoom(int zoom);
    int zoom() const { return m_zoom; }

    /// The measure of the current item; null on a heading.
    Id<Measure> currentMeasure() const;
    /// Moves to the measure's home place and unfolds what hides it; does nothing if it is current already.
    void setCurrentMeasure(Id<Measure> measure);

    void setFolded(const QModelIndex &index, bool folded);
    bool isFolded(const QModelIndex &index) const;

    /// Widths of the two title columns in pixels at zoom 0, for the settings.
    QSizeF titleWidths() const { return {m_columns.measure, m_columns.initiative}; }
    void setTitleWidths(QSizeF widths);

    /// What is drawn now; for tests. Null without a model.
    const RoadmapScene *scene() const { return m_scene.get(); }

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;

signals:
    void currentMeasureChanged(shisaku::Id<shisaku::Measure> measure);
    /// Enter, F2 or a double click.
    void editRequested(shisaku::TableId table, shisaku::RowId row);
    /// A right click or the menu key; `table` and `row` are those of the item, or null beside any.
    void menuRequested(shisaku::TableId table, shisaku::RowId row, const QPoint &globalPosition);
    void zoomChanged(int zoom);
    /// One gesture is complete and wants this one undo step; never empty.
    void changeRequested(const shisaku::ChangeSet &change);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void updateGeometries() override;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /// What stays where it is when everything is laid out anew.
    struct Anchor {
        quint64 key = 0;
        qreal offset = 0;
    };

    /// A bar or milestone in the hand. Nothing but the picture changes before it is let go.
    struct Drag {
        quint64 key = 0;
        int node = 0;
        PeriodPart part = PeriodPart::Whole;
        int pressedX = 0; ///< With the offset of the scroll bar.
        Period before;
        Period now;
        bool moving = false;
    };

    void layOut();
    void restoreCurrent();
    void layOutLater();
    void ensureLaidOut();
    Anchor anchor(int y) const;
    void restore(const Anchor &anchor, int y);
    TimeAxis fittingAxis() const;
    RoadmapStyle::Columns shownColumns() const;
    int titleRight() const { return static_cast<int>(m_shownColumns.total()); }
    int headerBottom() const;
    QPointF toScene(const QPoint &point) const;
    int nodeAt(const QPoint &point) const;
    int signAt(const QPoint &point) const;
    int columnEdgeAt(const QPoint &point) const;
    QRectF sceneRect(int node) const;
    QRectF barRect(int node) const;
    int lineOfBar(int node) const;
    int foldableOf(int node) const;
    void toggle(int node);
    void reveal(int node);
    int stepped(int node, int lines) const;
    int sideways(int node, bool right) const;
    QList<int> barsOf(int line) const;
    bool zoomKey(QKeyEvent *event);
    void requestEdit(const QModelIndex &index);
    const PlacedItem *placedBar(int node) const;
    PeriodPart partAt(const QPoint &point, int node) const;
    ShownYears shownYears() const;
    Period dragged(const Drag &drag, int x) const;
    void startDrag(const QPoint &point);
    void keepDrag();
    void cancelDrag();
    void paintDrag(QPainter &painter) const;
    void showCursor(const QPoint &point);
    bool editKey(const QKeyEvent &event);
    bool dateKey(int node, Qt::KeyboardModifiers held, int direction);
    void removeBar(int node);
    void request(const ChangeSet &change);

    RoadmapModel *m_model = nullptr;
    const Look *m_look;
    QDate m_today;
    RoadmapDetail m_detail = RoadmapDetail::Initiatives;
    int m_zoom = 0;
    RoadmapStyle::Columns m_columns;
    RoadmapStyle::Columns m_shownColumns;
    QSet<quint64> m_toggled;
    std::optional<RoadmapStyle> m_style;
    std::unique_ptr<RoadmapScene> m_scene;
    QList<quint64> m_lineKeys; // of the scene's lines
    bool m_stale = false;
    bool m_seen = false; // painted once; before that its size is not the one it will have
    int m_draggedEdge = -1;
    bool m_editable = false;
    std::optional<Drag> m_drag;
    quint64 m_currentKey = 0; // survives a reset of the model
    Id<Measure> m_announced;
};

} // namespace shisaku
