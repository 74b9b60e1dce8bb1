// SPDX-License-Identifier: GPL-3.0-or-later
// Copied measures: the measure with its texts, notes, schedule and indicators, to be put into this or any other plan.
#pragma once

#include "models/change/change_set.h"

namespace shisaku {

/// What was copied. `plan` holds the measures with their parts, and besides only the rows these refer to: offices, aims, blocks,
/// choices, terms. Its ids mean nothing elsewhere.
struct MeasureClip {
    Plan plan;
    QList<Id<Measure>> measures;

    bool isEmpty() const { return measures.isEmpty(); }
};

/// Copies in the order given. Offices that have handed over stay behind, as do answers, results and notes about sources.
MeasureClip clipOf(const Plan &plan, const QList<Id<Measure>> &measures);

/// The clip as JSON, for the clipboard.
QByteArray toJson(const MeasureClip &clip);
/// Reads toJson()'s form; nothing if it is malformed, however it came here.
std::optional<MeasureClip> measureClipFromJson(const QByteArray &json);
/// A table with a line of headings, its cells parted by tabs: 番号, 施策名, 区分, 期間区分, 所管課.
QString toTable(const MeasureClip &clip);

struct MeasurePasting {
    ChangeSet change;
    QList<Id<Measure>> added;
    /// What the plan has no counterpart of, each once: 「所管課」 → 観光課, 商工振興課.
    QList<std::pair<QString, QStringList>> missing;
};

/// 「所管課「観光課」「商工振興課」ほか3件、用語「AI」」; empty if nothing is missing.
QString missingInWords(const MeasurePasting &pasting);

/// Puts the measures into a plan as new ones, with its next numbers. Offices, aims, sheet blocks, kinds and terms are found by
/// key or name; a measure without an aim here is numbered (項目ごと) where `beside` is.
MeasurePasting pasted(const Plan &plan, const MeasureClip &clip, Id<Measure> beside, const IdSource &ids);

} // namespace shisaku
