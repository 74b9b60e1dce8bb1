// SPDX-License-Identifier: GPL-3.0-or-later
// One attempt to pack a row: its signs are given their lanes and labels one after another, in a given order.
#pragma once

#include "views/roadmap/roadmap_pack_lane.h"
#include "views/roadmap/roadmap_row_packer.h"

namespace shisaku {

/// Labels beside their bars take no line of their own, but stand where other years are.
enum class BesideBars : quint8 { Allowed, Avoided };

class RowPacking {
public:
    /// The task must outlive the attempt. `maxLines` as in packedRow().
    RowPacking(const PackTask &task, int maxLines, BesideBars beside);

    /// Each item gets its lane and its label in one go.
    PackedRow run(const QList<int> &order);
    /// Every shape gets its lane before any label is set, so that no label takes the place of a bar. Nothing if a label cannot
    /// even be numbered.
    std::optional<PackedRow> runShapesFirst(const QList<int> &order);

private:
    PackedRow taken();
    void findHost(int milestone);
    std::pair<qreal, qreal> roomOf(int i) const;
    bool takesBar(int i, const PackLane &lane) const;
    void takeBar(int i, PackLane &lane) const;
    void placeShape(int i);
    bool placeLabel(int i);
    void place(int i);
    bool placeInLanes(int i);
    bool placeAsNote(int i);
    bool placeInNewLane(int i);
    bool placeLed(int i);
    bool placeWith(int i, qsizetype lane, int maxLines, bool asNote);
    bool tryLane(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote);
    bool tryBar(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote);
    bool tryMilestone(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote);
    bool tryUndated(int i, qsizetype lane, qreal stretch, int maxLines, bool asNote);
    bool setBarLabel(int i, const PackLane &lane, const QString &label, qreal stretch, int maxLines, bool asNote);
    bool setWords(int i, const QString &label, qreal stretch, int maxLines);
    bool setLed(int i, const PackLane &lane, qreal stretch);
    bool set(PlacedText &text, const QString &label, qreal left, qreal right, qreal stretch, int maxLines, bool fromRight = false);
    void take(PackLane &lane, const PlacedText &text, std::optional<qreal> anchor);
    QString labelOf(int i, const PackLane &lane, bool asNote) const;
    int lines() const;

    const DigestItem &item(int i) const { return m_task.items[i]; }
    qreal em() const { return m_task.text.em(); }
    qreal side() const { return m_task.metrics.side; }

    const PackTask &m_task;
    int m_maxLines;
    BesideBars m_beside;
    bool m_shapesPlaced = false;
    QList<PackLane> m_lanes;
    PackedRow m_row;
};

} // namespace shisaku
