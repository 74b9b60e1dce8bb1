// SPDX-License-Identifier: GPL-3.0-or-later
// The hand that works in the roadmap: bars moved, stretched, drawn, named, copied, put in order by mouse and keys.
#pragma once

#include "models/change/recipe.h"
#include "models/clip/schedule_clip.h"
#include "models/edit/unsaved_input.h"
#include "views/roadmap/roadmap_keys.h"
#include "views/roadmap/roadmap_layout.h"

#include <QBasicTimer>
#include <QObject>

class QKeyEvent;
class QPainter;

namespace shisaku {

class RoadmapNameEdit;
class RoadmapSurface;

/// Works in a surface, which owns it. While something is held, only the picture changes; letting go asks for one
/// change, Esc drops it. Keys hold what they move until they pause, so that however fast they come, each counts.
class RoadmapEditor : public QObject {
    Q_OBJECT

public:
    explicit RoadmapEditor(RoadmapSurface &surface);

    void setIds(IdSource ids) { m_ids = std::move(ids); }

    /// The left button went down at a place of the viewport. True if there is something to drag or to draw.
    bool press(const QPoint &point);
    void moveTo(const QPoint &point);
    /// The button went up. True if it was a drag; a mere click does nothing.
    bool release();
    /// True if the key means something to the hand.
    bool key(const QKeyEvent &event);
    void keyReleased(const QKeyEvent &event);
    /// Whether there is something to do it to now.
    bool canPerform(RoadmapAction action) const;
    void perform(RoadmapAction action);
    /// The keyboard went elsewhere: what keys have moved is let go.
    void focusLeft();
    /// Asks for the change that is in the hand, if any.
    void letGo();
    /// Forgets it.
    void drop();

    /// The plan or its picture has changed: whatever is held goes on if it is still there.
    void follow();
    /// Something else of the picture is in view.
    void placeName();
    /// All that was asked for has been answered.
    void changesAnswered();

    /// Ghosts, guides and the tip with the date, in the coordinates of the times.
    void paint(QPainter &painter) const;
    Qt::CursorShape cursorAt(const QPoint &point) const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    enum class Doing : quint8 { Nothing, Dragging, Drawing, Keys };

    /// A bar or milestone in the hand.
    struct Held {
        quint64 key = 0;
        int node = 0;
        ScheduleRow what;
        Period before;
        Period now;
        std::function<Period(const Period &)> step; ///< What is done to it: makes `now` of `before`.
        void set(std::function<Period(const Period &)> wanted);
    };
    /// A bar that does not exist yet, on the row of a 取組 or of a measure without any.
    struct Draft {
        quint64 key = 0; ///< Of the row.
        int node = 0;
        qreal y = 0; ///< Of its middle, from the top of the line.
        Period period;
    };
    /// A row that keys move up and down, as one step.
    struct Reordering {
        quint64 key = 0;
        UndoGroup group = 0;
    };

    /// A bar or a milestone moved by months.
    static std::function<Period(const Period &)> movedBy(int months, bool milestone, const ShownYears &years);
    bool holds(const ScheduleRow &what) const;
    Period periodNow(const ScheduleRow &what) const;
    bool pickUp(PeriodEdge part);
    void dragTo(int x);
    void stretchTo(const Held &pressed, int x);
    void setDraft(int node, qreal y);
    bool canDrawOn(int node) const;
    int rowAt(const QPoint &point) const;
    PeriodEdge partAt(const QPoint &point, int node) const;
    MonthNumber monthAt(int x) const;
    void sendHeld();
    void request(const Recipe &recipe, UndoGroup group = 0);

    bool dateKey(Qt::KeyboardModifiers held, int direction);
    void nudge(PeriodEdge part, int direction);
    void reorder(int direction);
    void remove();
    void copy();
    void paste();
    void duplicate();
    void insertBar();
    void rename();
    int currentRow() const;

    void openName(const QString &text);
    void closeName(bool keep);
    /// Asks for new rows, which will be selected.
    void requestRows(const std::function<Pasting(const Plan &, const IdSource &)> &make);
    void requestLabel(const InputPlace &place, const QString &label, const Recipe &recipe);
    QRectF draftShape() const;
    QRectF ghostShape(const Held &held) const;
    QRectF shapeOf(const ScheduleItem &item, const QRectF &around) const;
    QString tip() const;
    void paintHeld(QPainter &painter, const Held &held) const;
    void paintGhost(QPainter &painter, const QRectF &shape, const Period &period, const QString &label) const;
    void paintMark(QPainter &painter, const QRectF &shape, const QString &symbol) const;
    void paintGuides(QPainter &painter, const QRectF &shape, const Period &period, bool milestone) const;
    void paintTip(QPainter &painter, const QRectF &shape) const;
    void scrollAtEdge(const QPoint &point);

    RoadmapSurface &m_surface;
    IdSource m_ids = randomIds();
    Doing m_doing = Doing::Nothing;
    PeriodEdge m_part = PeriodEdge::Whole;
    QList<Held> m_held; // the pressed one first
    int m_pressedX = 0; // with the offset of the scroll bar
    QPoint m_at;        // of the pointer
    bool m_moving = false;
    int m_months = 0; // moved by keys
    std::optional<Draft> m_draft;
    ScheduleRow m_renamed;
    RoadmapNameEdit *m_name = nullptr; // open while there is something to name
    QList<Held> m_asked;               // asked for, not answered yet; shown as if they were done
    QList<Draft> m_drawn;              // likewise
    Reordering m_reordering;
    QBasicTimer m_pause;
    QBasicTimer m_scrolling;
};

} // namespace shisaku
