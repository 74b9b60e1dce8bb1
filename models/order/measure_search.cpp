// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order/measure_search.h"

#include "models/plan/belonging.h"
#include "models/plan/search_form.h"
#include "models/plan/tenure.h"

namespace shisaku {

namespace {
/// Gathers the texts of a row: every field that people read.
template <typename T>
void gather(QString &text, const T &row)
{
    for (const Field &field : FieldsOf<T>::list) {
        const bool read = field.kind == FieldKind::Text || field.kind == FieldKind::LongText || field.kind == FieldKind::Choice;
        if (!read || field.name == FieldsOf<T>::list[0].name)
            continue;
        const QString value = std::get<QString>(field.read(&row));
        if (!value.isEmpty())
            text += value + QChar(u'\n');
    }
}

template <typename T>
void gatherIfThere(QString &text, const T *row)
{
    if (row)
        gather(text, *row);
}
} // namespace

MeasureFilter MeasureSearch::filter(const Plan &plan, const QString &query)
{
    const QStringList words = searchForm(query).split(QChar(u' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QSet<Id<Measure>> matches;
    for (const Measure &measure : plan.rows<Measure>()) {
        const QString &text = textOf(plan, measure);
        if (std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); }))
            matches.insert(measure.id);
    }
    return [matches](const Measure &measure) { return matches.contains(measure.id); };
}

void MeasureSearch::follow(const Plan &plan, const ChangeSet &change)
{
    for (const RowChange &row : change.rows) {
        const Id<Measure> measure = measureOf(plan, row.table, row.row);
        if (measure.isNull()) {
            m_texts.clear(); // an office, an aim or a removed part: whoever used it
            return;
        }
        m_texts.remove(measure);
    }
}

const QString &MeasureSearch::textOf(const Plan &plan, const Measure &measure)
{
    QString &text = m_texts[measure.id];
    if (!text.isEmpty())
        return text;
    gather(text, measure);
    for (const MeasureText *part : plan.parts<&MeasureText::measure>(measure.id))
        gather(text, *part);
    for (const Membership *part : plan.parts<&Membership::measure>(measure.id))
        gatherIfThere(text, plan.find(part->category));
    for (const Responsibility *part : responsibilitiesOf(plan, measure.id)) {
        gather(text, *part);
        gatherIfThere(text, plan.find(part->department));
    }
    for (const Initiative *initiative : plan.parts<&Initiative::measure>(measure.id)) {
        gather(text, *initiative);
        for (const Phase *part : plan.parts<&Phase::initiative>(initiative->id))
            gather(text, *part);
        for (const Milestone *part : plan.parts<&Milestone::initiative>(initiative->id))
            gather(text, *part);
    }
    for (const Indicator *part : plan.parts<&Indicator::measure>(measure.id))
        gather(text, *part);
    for (RowId id : plan.rows<Footnote>().referring(fieldIndex<&Footnote::owner>(), measure.id.row))
        gatherIfThere(text, plan.find(Id<Footnote>(id)));
    text = searchForm(text);
    return text;
}

} // namespace shisaku
