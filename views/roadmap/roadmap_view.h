// SPDX-License-Identifier: GPL-3.0-or-later
// The roadmap (工程表) in a window: frozen years and titles, folding, zoom, selection of rows and of bars.
// Its hand (RoadmapEditor) works in it as a RoadmapSurface.
#pragma once

#include "views/look/edit_target.h"
#include "views/roadmap/roadmap_keys.h"
#include "views/roadmap/roadmap_painter.h"
#include "views/roadmap/roadmap_rubber.h"
#include "views/roadmap/roadmap_surface.h"

#include <QAbstractItemView>
#include <QBasicTimer>

#include <memory>
#include <optional>

namespace shisaku {

class RoadmapEditor;

/// Shows a RoadmapModel. Every node of the model is an item that can be current: headings, measures, 取組, bars, milestones.
class RoadmapView : public QAbstractItemView, public EditTarget, private RoadmapSurface {
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

    /// Whether schedules can be edited by mouse and keys; false at first. The view itself never writes: see changeRequested().
    void setEditable(bool editable);
    bool isEditable() const override { return m_editable; }
    /// Where new rows get their identity from; random at first.
    void setIds(IdSource ids);
    /// Everything asked for by changeRequested() has been written or refused; until then the picture counts on it being granted.
    void changesAnswered();
    /// Whether there is something selected or current to do it to.
    bool canPerform(RoadmapAction action) const;
    void perform(RoadmapAction action);
    bool canPerform(ClipboardAction action) const override;
    void perform(ClipboardAction action) override;
    /// What dragging and keys snap to at this zoom.
    SnapUnit snap() const override;

    /// 0 fits the plan's years into the window; each step makes text and years about a tenth and a quarter larger. Below -2 the
    /// words go, so that more of the plan is seen: one bar a 取組, below -4 one bar a measure.
    void setZoom(int zoom);
    int zoom() const { return m_zoom; }

    /// The measure of the current item; null on a heading.
    Id<Measure> currentMeasure() const;
    /// Moves to the measure's home place and unfolds what hides it; does nothing if it is current already.
    void setCurrentMeasure(Id<Measure> measure);
    /// Selects the rows of these measures at home and unfolds what hides them; the current item stays.
    void setSelectedMeasures(const QList<Id<Measure>> &measures);

    void setFolded(const QModelIndex &index, bool folded);
    bool isFolded(const QModelIndex &index) const;

    /// The keys of groups and measures whose folding is not the usual one, as roadmapLines() takes them.
    const QSet<quint64> &toggled() const { return m_toggled; }
    void setToggled(const QSet<quint64> &toggled);

    /// Widths of the two title columns in pixels at zoom 0, for the settings.
    QSizeF titleWidths() const { return {m_columns.measure, m_columns.initiative}; }
    void setTitleWidths(QSizeF widths);

    /// What is drawn now; for tests. Null without a model.
    const RoadmapScene *scene() const override { return m_scene.get(); }

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;

signals:
    void currentMeasureChanged(shisaku::Id<shisaku::Measure> measure);
    /// Enter or a double click.
    void editRequested(shisaku::TableId table, shisaku::RowId row);
    /// A right click or the menu key; what was clicked is current and selected.
    void menuRequested(const QPoint &globalPosition);
    void zoomChanged(int zoom);
    /// What was to be pasted cannot be read.
    void refused(const shisaku::Error &error);
    /// A gesture is complete and wants this change. Changes of the same `group` (not 0) are one undo step.
    void changeRequested(const shisaku::Recipe &recipe, quint64 group);
    /// A label was typed; it wants this change, and belongs to the register of unsaved input until the file has it.
    void labelTyped(const shisaku::InputPlace &place, const QString &label, const shisaku::Recipe &recipe);
    /// A label is being typed there.
    void labelTyping(QWidget *editor);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void updateGeometries() override;

    bool event(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    friend class RoadmapAccessible;
    friend class RoadmapItemAccessible;

    /// What stays where it is when everything is laid out anew.
    struct Anchor {
        quint64 key = 0;
        qreal offset = 0;
    };

    RoadmapDetail shownDetail() const;
    void layOut();
    void restoreCurrent();
    void layOutLater();
    void ensureLaidOut();
    bool relayoutLines(int first, int last);
    void relayoutAround(int line);
    Anchor anchor(int y) const;
    void restore(const Anchor &anchor, int y);
    TimeAxis fittingAxis() const;
    RoadmapStyle::Columns shownColumns() const;
    int titleRight() const { return static_cast<int>(m_shownColumns.total()); }
    int headerBottom() const;
    QPointF toScene(const QPoint &point) const override;
    int nodeAt(const QPoint &point) const override;
    int signAt(const QPoint &point) const;
    int columnEdgeAt(const QPoint &point) const;
    QRectF sceneRect(int node) const;
    QRectF barRect(int node) const;
    int lineOfBar(int node) const override;
    int foldableOf(int node) const;
    void toggle(int node);
    void reveal(int node);
    int stepped(int node, int lines) const;
    int sideways(int node, bool right) const;
    QList<int> barsOf(int line) const;
    bool zoomKey(QKeyEvent *event);
    void requestEdit(const QModelIndex &index);
    const PlacedItem *placedBar(int node) const override;
    const RoadmapNode &nodeOf(const QModelIndex &index) const { return m_model->tree().at(RoadmapModel::nodeOf(index)); }

    void pressLeft(const QPoint &point, Qt::KeyboardModifiers held);
    void select(const QList<int> &nodes);
    QList<int> selectedNodes() const;
    QList<int> selectedBars() const override;
    QList<int> barsIn(const QRectF &times) const;
    QList<int> between(int from, int to) const;
    int nearestBar(int from, int lines) const;
    bool cursorKey(const QKeyEvent &event);
    bool selectRow();
    void stretchRubber(const QPoint &point);
    ShownYears shownYears() const override;
    QList<ScheduleRow> selectedRows() const override;

    const RoadmapModel &roadmap() const override { return *m_model; }
    const RoadmapStyle &roadmapStyle() const override { return *m_style; }
    const Look &look() const override { return *m_look; }
    QWidget *canvas() const override { return viewport(); }
    QPoint origin() const override { return {titleRight(), headerBottom()}; }
    QPoint scrolled() const override { return {horizontalOffset(), verticalOffset()}; }
    bool scrollSideways(int by) override;
    int currentNode() const override { return RoadmapModel::nodeOf(currentIndex()); }
    void setCurrentNode(int node) override { setCurrentIndex(m_model->indexOf(node)); }
    void selectWhenThere(std::shared_ptr<const QList<ScheduleRow>> rows) override { m_toSelect = std::move(rows); }
    void ask(const Recipe &recipe, UndoGroup group) override { emit changeRequested(recipe, group); }
    void askTyped(const InputPlace &place, const QString &label, const Recipe &recipe) override
    {
        emit labelTyped(place, label, recipe);
    }
    void tellTyping(QWidget *editor) override { emit labelTyping(editor); }
    void refuse(const Error &error) override { emit refused(error); }
    void askForEditor() override { requestEdit(currentIndex()); }
    void takeKeyboard() override { setFocus(); }

    RoadmapModel *m_model = nullptr;
    const Look *m_look;
    QDate m_today;
    RoadmapDetail m_detail = RoadmapDetail::Initiatives;
    int m_zoom = 0;
    RoadmapStyle::Columns m_columns;
    RoadmapStyle::Columns m_shownColumns;
    RoadmapProgress m_progress;
    QSet<quint64> m_toggled;
    std::optional<RoadmapStyle> m_style;
    RoadmapHeights m_heights;
    std::unique_ptr<RoadmapScene> m_scene;
    QList<quint64> m_lineKeys; // of the scene's lines
    QBasicTimer m_settling;    // while heights of lines are only guessed
    int m_settled = 0;         // the lines in front of this one are not
    bool m_stale = false;
    bool m_seen = false; // painted once; before that its size is not the one it will have
    int m_draggedEdge = -1;
    bool m_editable = false;
    std::unique_ptr<RoadmapEditor> m_editor;
    int m_pressedNode = -1; // becomes the only selected one when the button goes up without a drag
    int m_rangeStart = 0;   // where a range of the selection begins
    std::optional<RoadmapRubber> m_rubber;
    QSet<quint64> m_selectedKeys;                         // as m_currentKey
    std::shared_ptr<const QList<ScheduleRow>> m_toSelect; // once the plan has them
    quint64 m_currentKey = 0;                             // survives a reset of the model
    Id<Measure> m_announced;
};

} // namespace shisaku
