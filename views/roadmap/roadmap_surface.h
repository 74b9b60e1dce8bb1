// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand that works in a roadmap sees of it, and what it asks for.
#pragma once

#include "models/change/recipe.h"
#include "models/edit/unsaved_input.h"
#include "models/item/roadmap_model.h"
#include "models/schedule/schedule_change.h"
#include "views/roadmap/roadmap_scene.h"

#include <memory>

namespace shisaku {

class RoadmapSurface {
public:
    virtual ~RoadmapSurface() = default;

    // What is shown. Nodes are those of the model's tree.
    virtual const RoadmapModel &roadmap() const = 0;
    /// Null while nothing is laid out.
    virtual const RoadmapScene *scene() const = 0;
    virtual const RoadmapStyle &roadmapStyle() const = 0;
    virtual const Look &look() const = 0;
    virtual bool isEditable() const = 0;
    virtual SnapUnit snap() const = 0;
    virtual ShownYears shownYears() const = 0;

    // Where it is shown.
    virtual QWidget *canvas() const = 0;
    /// Of the canvas: where the times begin, right of the titles and below the years.
    virtual QPoint origin() const = 0;
    /// How far the times are scrolled, in pixels.
    virtual QPoint scrolled() const = 0;
    /// False where there is nothing more to see.
    virtual bool scrollSideways(int by) = 0;
    virtual QPointF toScene(const QPoint &point) const = 0;
    /// What lies at a place of the canvas; 0 or less for nothing.
    virtual int nodeAt(const QPoint &point) const = 0;
    /// The line a bar stands on; -1 if it is not shown.
    virtual int lineOfBar(int node) const = 0;
    virtual const PlacedItem *placedBar(int node) const = 0;

    // What is chosen.
    virtual int currentNode() const = 0;
    virtual void setCurrentNode(int node) = 0;
    virtual QList<int> selectedBars() const = 0;
    virtual QList<ScheduleRow> selectedRows() const = 0;
    /// Selects rows as soon as the plan has them.
    virtual void selectWhenThere(std::shared_ptr<const QList<ScheduleRow>> rows) = 0;

    // What the hand asks for.
    virtual void ask(const Recipe &recipe, UndoGroup group) = 0;
    /// The same of what was typed.
    virtual void askTyped(const InputPlace &place, const QString &label, const Recipe &recipe) = 0;
    /// A label is being typed there.
    virtual void tellTyping(QWidget *editor) = 0;
    virtual void refuse(const Error &error) = 0;
    /// The current row is to be edited elsewhere.
    virtual void askForEditor() = 0;
    virtual void takeKeyboard() = 0;
};

} // namespace shisaku
