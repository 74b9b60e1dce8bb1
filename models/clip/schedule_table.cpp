// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clip/schedule_table.h"

#include "models/clip/spreadsheet_text.h"
#include "models/plan/time_reading.h"
#include "models/plan/usable_text.h"
#include "models/schedule/period_edit.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScheduleTable)
};

enum Column { MeasureName, InitiativeName, Label, Starts, Ends, Certainty, ColumnCount };

QStringList headings()
{
    return {Texts::tr("施策"), Texts::tr("取組"), Texts::tr("表示文字"),
            Texts::tr("開始"), Texts::tr("終了"), Texts::tr("時期の確かさ")};
}

QString certaintyLabel(const QString &key)
{
    return keywordLabel(fieldOf<&Phase::certainty>(), key.isEmpty() ? u"stated"_s : key);
}

QString certaintyKey(const QString &label)
{
    for (const Keyword &certainty : certainties) {
        if (certaintyLabel(QString::fromLatin1(certainty.key)) == label)
            return QString::fromLatin1(certainty.key);
    }
    return u"stated"_s; // somebody typed the time
}

/// Where each column stands in the lines of a table, -1 where there is none; nothing if the lines are no table.
std::optional<std::array<int, ColumnCount>> columnsOf(const QStringList &first)
{
    std::array<int, ColumnCount> columns;
    columns.fill(-1);
    if (const QStringList known = headings(); first.contains(known[Label])) {
        for (int column = 0; column < ColumnCount; ++column)
            columns[column] = static_cast<int>(first.indexOf(known[column]));
        return columns;
    }
    const int count = static_cast<int>(first.size());
    if (count < 2)
        return {};
    const int label = std::max(0, count - 3);
    columns[Label] = label;
    columns[Starts] = label + 1;
    columns[Ends] = count - 1;
    if (label > 0)
        columns[InitiativeName] = label - 1;
    return columns;
}

/// Takes the sign of a milestone off its label; empty for the label of a bar.
QString takenSymbol(QString &label)
{
    if (!label.startsWith(u'▲') && !label.startsWith(u'△'))
        return {};
    const QString symbol = label.left(1);
    label = label.mid(1).trimmed();
    return symbol;
}
} // namespace

QString toTable(const ScheduleClip &clip)
{
    const auto time = [](const PlanTime &when) { return when.isUnknown() ? undatedInWords({}) : when.toJapanese(); };
    QList<QStringList> lines{headings()};
    for (const ScheduleClip::Row &row : clip.rows) {
        const QStringList names{row.measure, row.initiative.title};
        for (const Phase &phase : row.phases)
            lines << names + QStringList{phase.label, time(phase.starts), time(phase.ends), certaintyLabel(phase.certainty)};
        for (const Milestone &milestone : row.milestones)
            lines << names
                         + QStringList{(milestone.symbol.isEmpty() ? u"▲"_s : milestone.symbol) + milestone.label,
                                       time(milestone.at), QString(), certaintyLabel(milestone.certainty)};
        if (row.phases.isEmpty() && row.milestones.isEmpty())
            lines << names + QStringList{{}, {}, {}, {}};
    }
    return textFromCells(lines);
}

Result<ScheduleClip> clipFromTable(const QString &text)
{
    const QList<QStringList> lines = cellsFromText(text);
    const auto columns = lines.isEmpty() ? std::nullopt : columnsOf(lines.first());
    if (!columns)
        return ScheduleClip();
    const auto has = [](const QStringList &line) { return line.contains(headings()[Label]); };
    ScheduleClip clip;
    for (qsizetype number = has(lines.first()) ? 1 : 0; number < lines.size(); ++number) {
        const auto cell = [&](Column column) {
            return usableText(lines[number].value((*columns)[column]), TextLines::One).trimmed();
        };
        const auto refused = [&](Column column, const Error &reason) {
            return Error{ErrorKind::Invalid,
                         Texts::tr("貼り付ける%1行目の「%2」：%3何も変えていません。")
                             .arg(QString::number(number + 1), headings()[column], reason.what),
                         reason.remedy,
                         {}};
        };
        QString label = cell(Label);
        if (label.isEmpty() && cell(InitiativeName).isEmpty())
            continue;
        auto starts = readTime(cell(Starts));
        auto ends = readTime(cell(Ends));
        // A table may have one column of periods: R6～R8.
        const bool oneCell = (*columns)[Starts] == (*columns)[Ends] || cell(Ends).isEmpty();
        if (const auto span = readTimeSpan(cell(Starts)); span && oneCell && !starts) {
            starts = span->first;
            ends = span->second;
        }
        if (!starts || !ends)
            return starts ? refused(Ends, ends.error()) : refused(Starts, starts.error());
        if (clip.rows.isEmpty() || clip.rows.last().initiative.title != cell(InitiativeName)
            || clip.rows.last().measure != cell(MeasureName)) {
            ScheduleClip::Row row;
            row.measure = cell(MeasureName);
            row.initiative.title = cell(InitiativeName);
            clip.rows << row;
        }
        ScheduleClip::Row &row = clip.rows.last();
        if (label.isEmpty()) {
            row.whole = true; // a 取組 without bars
        } else if (const QString symbol = takenSymbol(label); !symbol.isEmpty()) {
            Milestone milestone;
            milestone.label = label;
            milestone.symbol = symbol;
            milestone.at = *starts;
            milestone.certainty = certaintyKey(cell(Certainty));
            row.milestones << milestone;
        } else {
            Phase phase;
            phase.label = label;
            phase.starts = *starts;
            phase.ends = *ends;
            phase.certainty = certaintyKey(cell(Certainty));
            row.phases << phase;
        }
    }
    return clip;
}

} // namespace shisaku
