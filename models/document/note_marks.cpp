// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/note_marks.h"

#include "models/document/note_numbers.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(NoteMarks)
};

QString renamed(const Plan &plan, const Owner &owner, const QString &text, const QHash<RowId, QString> &names)
{
    const auto own = notesInOrder(plan, owner, {text});
    QString result;
    qsizetype done = 0;
    for (const NoteAnchor &anchor : noteAnchors(text)) {
        const auto name = names.constFind(namedBy(plan, own, anchor.mark));
        if (name == names.constEnd())
            continue;
        result += QStringView(text).sliced(done, anchor.start - done);
        const bool isTerm = plan.find(Id<GlossaryTerm>(name.key()));
        const bool taken = isTerm && plan.find(Id<Footnote>(namedBy(plan, own, *name)));
        if (!name->isEmpty())
            result += taken ? Texts::tr("［※用語%1］").arg(*name) : u"［※%1］"_s.arg(*name);
        done = anchor.start + anchor.length;
    }
    return result += QStringView(text).sliced(done);
}
} // namespace

void renameMarks(const Plan &plan, const QHash<RowId, QString> &names, ChangeBuilder &change)
{
    if (names.isEmpty())
        return;
    for (const MeasureText &row : plan.rows<MeasureText>()) {
        const QString text = renamed(plan, Owner(row.measure), row.text, names);
        if (text != row.text)
            change.set<&MeasureText::text>(row.id, text);
    }
    for (const IndicatorValue &row : plan.rows<IndicatorValue>()) {
        const Indicator *indicator = plan.find(row.indicator);
        const QString text = renamed(plan, indicator ? Owner(indicator->measure) : Owner(), row.printed, names);
        if (text != row.printed)
            change.set<&IndicatorValue::printed>(row.id, text);
    }
    for (const Passage &row : plan.rows<Passage>()) {
        const QString text = renamed(plan, Owner(row.id), row.text, names);
        if (text != row.text)
            change.set<&Passage::text>(row.id, text);
    }
    for (const Footnote &row : plan.rows<Footnote>()) {
        const QString text = renamed(plan, row.owner, row.text, names);
        const bool goes = names.contains(row.id.row) && names[row.id.row].isEmpty();
        if (text != row.text && !goes)
            change.set<&Footnote::text>(row.id, text);
    }
    for (const GlossaryTerm &row : plan.rows<GlossaryTerm>()) {
        const QString text = renamed(plan, Owner(), row.definition, names);
        const bool goes = names.contains(row.id.row) && names[row.id.row].isEmpty();
        if (text != row.definition && !goes)
            change.set<&GlossaryTerm::definition>(row.id, text);
    }
}

ChangeSet renumberedTerms(const Plan &plan)
{
    const PlanNotes notes(plan);
    QHash<RowId, QString> names;
    ChangeBuilder change(Texts::tr("用語の番号を、文章に出てくる順に付け直す"));
    for (const GlossaryTerm *term : plan.ordered<GlossaryTerm>()) {
        const qint64 number = notes.number(term->id);
        if (!term->number || number == *term->number)
            continue;
        names.insert(term->id.row, QString::number(number));
        change.set<&GlossaryTerm::number>(term->id, number);
    }
    renameMarks(plan, names, change);
    return std::move(change).build();
}

} // namespace shisaku
