// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clip/measure_clip.h"

#include "models/change/change_json.h"
#include "models/document/note_numbers.h"
#include "models/order/shown_levels.h"
#include "models/plan/measure_address.h"
#include "models/plan/office_names.h"
#include "models/plan/tables.h"
#include "models/plan/tenure.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureClip)
};

constexpr int formVersion = 1;

class Copier {
public:
    explicit Copier(const Plan &plan) : m_plan(plan) {}

    void add(const Measure &measure)
    {
        take(measure.id);
        m_clip.measures << measure.id;
        choice(u"kind", measure.kind);
        choice(u"horizon", measure.horizon);
        for (const MeasureText *text : m_plan.parts<&MeasureText::measure>(measure.id)) {
            take(text->id);
            take(text->block);
            for (const NoteAnchor &anchor : noteAnchors(text->text))
                term(anchor.mark);
        }
        for (const Membership *membership : m_plan.parts<&Membership::measure>(measure.id)) {
            take(membership->id);
            for (const Category *category : categoryPath(m_plan, m_plan.find(membership->category))) {
                take(category->id);
                take(category->classification);
            }
        }
        for (const Responsibility *duty : responsibilitiesOf(m_plan, measure.id)) {
            take(duty->id);
            take(duty->department);
        }
        for (const Initiative *initiative : m_plan.parts<&Initiative::measure>(measure.id)) {
            take(initiative->id);
            takeAll(m_plan.parts<&Phase::initiative>(initiative->id));
            takeAll(m_plan.parts<&Milestone::initiative>(initiative->id));
        }
        for (const Indicator *indicator : m_plan.parts<&Indicator::measure>(measure.id)) {
            take(indicator->id);
            takeAll(m_plan.parts<&IndicatorValue::indicator>(indicator->id));
        }
        const auto notes = sheetNotes(m_plan, measure.id);
        takeAll(notes);
        for (const Footnote *note : notes) {
            for (const NoteAnchor &anchor : noteAnchors(note->text))
                term(anchor.mark);
        }
    }

    MeasureClip clip() && { return std::move(m_clip); }

private:
    template <typename T>
    void take(Id<T> id)
    {
        if (m_plan.find(id) && !m_clip.plan.find(id))
            m_clip.plan.table(tableOf<T>).insert(id.row, m_plan.rows<T>().values(id.row));
    }
    template <typename T>
    void takeAll(const QList<const T *> &rows)
    {
        for (const T *row : rows)
            take(row->id);
    }
    void choice(QStringView list, const QString &key)
    {
        if (const Choice *found = m_plan.choice(list, key))
            take(found->id);
    }
    /// What an anchor names besides the sheet's own notes.
    void term(const QString &mark)
    {
        if (const Footnote *note = planNote(m_plan, mark))
            take(note->id);
        if (const GlossaryTerm *term = termByNumber(m_plan, mark))
            take(term->id);
    }

    const Plan &m_plan;
    MeasureClip m_clip;
};

/// The tables a clip holds rows of.
constexpr TableId clipTables[] = {TableId::Choice,     TableId::Classification, TableId::Category,     TableId::Department,
                                  TableId::Block,      TableId::Measure,        TableId::MeasureText,  TableId::Membership,
                                  TableId::Initiative, TableId::Phase,          TableId::Milestone,    TableId::Responsibility,
                                  TableId::Indicator,  TableId::IndicatorValue, TableId::GlossaryTerm, TableId::Footnote};

bool readRow(const QJsonObject &row, AnyRows &rows)
{
    const auto id = RowId::fromText(row[u"id"_s].toString());
    const auto fields = fieldsFromJson(rows.table(), row[u"fields"_s].toString());
    if (!id || id->isNull() || !fields)
        return false;
    FieldValues values;
    for (const Field &field : rows.fields())
        values.push_back(emptyValue(field.kind));
    for (const FieldChange &field : *fields)
        values[static_cast<size_t>(field.field)] = field.value;
    return rows.insert(*id, values);
}
} // namespace

MeasureClip clipOf(const Plan &plan, const QList<Id<Measure>> &measures)
{
    Copier copier(plan);
    for (const Id<Measure> id : measures) {
        if (const Measure *measure = plan.find(id))
            copier.add(*measure);
    }
    return std::move(copier).clip();
}

QByteArray toJson(const MeasureClip &clip)
{
    QJsonObject tables;
    for (const TableId table : clipTables) {
        const AnyRows &rows = clip.plan.table(table);
        QJsonArray list;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const RowId id = rows.idAt(i);
            QList<FieldChange> fields;
            int n = 0;
            for (const Value &value : rows.values(id))
                fields << FieldChange{n++, value};
            list << QJsonObject{{u"id"_s, id.toText()}, {u"fields"_s, fieldsToJson(table, fields)}};
        }
        tables[QLatin1StringView(tableInfo(table).name)] = list;
    }
    QJsonArray measures;
    for (const Id<Measure> id : clip.measures)
        measures << id.toText();
    return QJsonDocument(QJsonObject{{u"version"_s, formVersion}, {u"measures"_s, measures}, {u"tables"_s, tables}})
        .toJson(QJsonDocument::Compact);
}

std::optional<MeasureClip> measureClipFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[u"version"_s].toInt() != formVersion)
        return {};
    MeasureClip clip;
    const QJsonObject tables = object[u"tables"_s].toObject();
    for (const TableId table : clipTables) {
        for (const QJsonValue &row : tables[QLatin1StringView(tableInfo(table).name)].toArray()) {
            if (!readRow(row.toObject(), clip.plan.table(table)))
                return {};
        }
    }
    for (const QJsonValue &value : object[u"measures"_s].toArray()) {
        const auto id = RowId::fromText(value.toString());
        if (!id || !clip.plan.find(Id<Measure>(*id)))
            return {};
        clip.measures << Id<Measure>(*id);
    }
    return clip;
}

QString toTable(const MeasureClip &clip)
{
    const auto line = [](QStringList cells) {
        for (QString &cell : cells) // a tab or a line break inside a text would move the cells
            cell.replace(u'\t', u' ').replace(u'\n', u' ');
        return cells.join(u'\t') + u'\n';
    };
    QString table = line({Texts::tr("番号"), Texts::tr("施策名"), Texts::tr("区分"), Texts::tr("期間区分"), Texts::tr("所管課")});
    for (const Id<Measure> id : clip.measures) {
        const Measure *measure = clip.plan.find(id);
        table += line({measure->number, measure->title, clip.plan.choiceLabel(u"kind", measure->kind),
                       clip.plan.choiceLabel(u"horizon", measure->horizon), leadNames(clip.plan, {measure}, {})});
    }
    return table;
}

} // namespace shisaku
