// SPDX-License-Identifier: GPL-3.0-or-later
// Putting copied measures into a plan: what they refer to is looked for by key or name.
#include "models/clip/measure_clip.h"

#include "models/document/note_numbers.h"
#include "models/order/numbering.h"
#include "models/order/shown_levels.h"
#include "models/plan/category_wording.h"
#include "models/plan/measure_address.h"
#include "models/plan/stored_text.h"
#include "models/plan/tenure.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(MeasureClip)
};

/// The one row that fits; null if none does, or several do.
template <typename Rows, typename Test>
auto only(const Rows &rows, Test fits) -> decltype(&*rows.begin())
{
    decltype(&*rows.begin()) found = nullptr;
    for (const auto &row : rows) {
        if (!fits(row))
            continue;
        if (found)
            return nullptr;
        found = &row;
    }
    return found;
}

QStringList titlesOnPath(const Plan &plan, const Category &category)
{
    QStringList titles;
    for (const Category *step : categoryPath(plan, &category))
        titles << textToCompare(step->title);
    return titles;
}

class Paster {
public:
    Paster(const Plan &plan, const MeasureClip &clip, Id<Measure> beside, const IdSource &ids) :
        m_from(clip.plan), m_ids(ids), m_after(plan), m_numberedAtHome(plan.info().numbering == u"項目ごと"),
        m_home(m_numberedAtHome ? shisaku::homeOf(plan, beside) : Id<Category>())
    {}

    void add(const Measure &measure)
    {
        const QList<Membership> memberships = membershipsOf(measure.id);
        const Id<Category> home = numberingHome(memberships);
        Measure made = newMeasure(m_after, home);
        made.id = Id<Measure>(m_ids());
        made.group_title = measure.group_title;
        made.title = measure.title;
        made.short_title = measure.short_title;
        made.kind = choice(u"kind", measure.kind, fieldLabel(fieldOf<&Measure::kind>()));
        made.horizon = choice(u"horizon", measure.horizon, fieldLabel(fieldOf<&Measure::horizon>()));
        insert(made);
        m_added << made.id;
        bool atHome = home.isNull();
        for (Membership membership : memberships) {
            membership.measure = made.id;
            atHome |= membership.category == home;
            insert(fresh(membership));
        }
        if (!atHome)
            insert(fresh(Membership{{}, u"V"_s, made.id, home, true}));
        texts(measure.id, made.id);
        offices(measure.id, made.id);
        schedule(measure.id, made.id);
        indicators(measure.id, made.id);
    }

    MeasurePasting finish() &&
    {
        if (m_added.isEmpty())
            return {};
        const Measure *first = m_after.find(m_added.first());
        ChangeSet change = std::move(m_change).build();
        change.title = m_added.size() == 1
                           ? Texts::tr("施策『%1』を貼り付け").arg(first->shownTitle())
                           : Texts::tr("施策『%1』ほか%2件を貼り付け").arg(first->shownTitle()).arg(m_added.size() - 1);
        return {std::move(change), m_added, m_missing};
    }

private:
    template <typename T>
    T fresh(T row) const
    {
        row.id = Id<T>(m_ids());
        return row;
    }
    template <typename T>
    void insert(const T &row)
    {
        m_change.insert(row);
        FieldValues values;
        for (const Field &field : FieldsOf<T>::list)
            values.push_back(field.read(&row));
        m_after.table(tableOf<T>).insert(row.id.row, values);
    }
    void miss(const QString &what, const QString &name)
    {
        auto found = std::find_if(m_missing.begin(), m_missing.end(), [&](const auto &entry) { return entry.first == what; });
        if (found == m_missing.end())
            found = m_missing.insert(m_missing.end(), {what, {}});
        if (!found->second.contains(name))
            found->second << name;
    }

    QString choice(QStringView list, const QString &key, const QString &what)
    {
        if (key.isEmpty() || m_after.choice(list, key))
            return key;
        const QString label = m_from.choiceLabel(list, key);
        for (const Choice *offered : m_after.choices(list)) {
            if (isSameText(offered->label, label))
                return offered->key;
        }
        miss(what, label);
        return {};
    }

    /// By its titles from the top in the classification of the same key or title; or else the only one of its title anywhere.
    const Category *counterpart(const Category &category) const
    {
        const Classification *from = m_from.find(category.classification);
        const Classification *same = from ? m_after.classification(from->key) : nullptr;
        if (!same && from)
            same = only(m_after.rows<Classification>(),
                        [from](const Classification &c) { return isSameText(c.title, from->title); });
        const QStringList titles = titlesOnPath(m_from, category);
        const auto titled = [&](const Category &other) {
            const QList<Wording> others = otherWordings(other);
            return isSameText(other.title, category.title)
                   || std::any_of(others.begin(), others.end(),
                                  [&](const Wording &wording) { return isSameText(wording.text, category.title); });
        };
        if (same) {
            const auto fits = [&](const Category &other) {
                return other.classification == same->id && isSameText(other.title, category.title)
                       && titlesOnPath(m_after, other) == titles;
            };
            if (const Category *found = only(m_after.rows<Category>(), fits))
                return found;
            const auto near = [&](const Category &other) { return other.classification == same->id && titled(other); };
            if (const Category *found = only(m_after.rows<Category>(), near))
                return found;
        }
        return only(m_after.rows<Category>(), titled);
    }

    QList<Membership> membershipsOf(Id<Measure> measure)
    {
        QList<Membership> list;
        QSet<Id<Category>> seen;
        for (const Membership *membership : m_from.parts<&Membership::measure>(measure)) {
            const Category *category = m_from.find(membership->category);
            const Category *here = category ? counterpart(*category) : nullptr;
            if (!here) {
                const Classification *of = category ? m_from.find(category->classification) : nullptr;
                if (of)
                    miss(of->title, category->title);
                continue;
            }
            if (seen.contains(here->id))
                continue;
            seen.insert(here->id);
            list << *membership;
            list.last().category = here->id;
        }
        return list;
    }

    /// Where numbers restart: the measure's own category in a classification that numbers, or that of the measure beside.
    Id<Category> numberingHome(const QList<Membership> &memberships) const
    {
        if (!m_numberedAtHome)
            return {};
        Id<Category> home;
        for (const Membership &membership : memberships) {
            const Classification *of = m_after.find(m_after.find(membership.category)->classification);
            if (of && !of->numbering.isEmpty() && (home.isNull() || membership.home))
                home = membership.category;
        }
        return home.isNull() ? m_home : home;
    }

    const Block *counterpart(const Block &block) const
    {
        const auto &blocks = m_after.rows<Block>();
        const Block *found = block.key.isEmpty() ? nullptr : only(blocks, [&](const Block &other) {
            return other.kind == block.kind && other.key == block.key;
        });
        if (found || block.label.isEmpty())
            return found;
        return only(blocks, [&](const Block &other) { return other.kind == block.kind && isSameText(other.label, block.label); });
    }

    void texts(Id<Measure> from, Id<Measure> to)
    {
        m_marks.clear();
        const auto notes = sheetNotes(m_from, from);
        QStringList marks;
        for (const Footnote *note : notes)
            marks << noteMark(note->mark);
        for (const Footnote *note : notes) {
            Footnote copy = fresh(*note);
            copy.owner = Owner(to);
            copy.text = anchored(note->text, to, marks);
            insert(copy);
        }
        for (const MeasureText *text : m_from.parts<&MeasureText::measure>(from)) {
            const Block *block = m_from.find(text->block);
            const Block *here = block ? counterpart(*block) : nullptr;
            if (!here) {
                if (block && !text->text.trimmed().isEmpty())
                    miss(Texts::tr("票の欄"), block->label);
                continue;
            }
            MeasureText copy = fresh(*text);
            copy.measure = to;
            copy.block = here->id;
            copy.text = anchored(text->text, to, marks);
            insert(copy);
        }
    }

    /// The text with the marks of this plan: those of the sheet's own notes stay, those of terms become what the term has here.
    /// Notes of the other plan at large that this one lacks become notes of the sheet: `own` grows by their marks.
    QString anchored(const QString &text, Id<Measure> to, QStringList &own)
    {
        QString result;
        qsizetype done = 0;
        for (const NoteAnchor &anchor : noteAnchors(text)) {
            result += QStringView(text).sliced(done, anchor.start - done);
            done = anchor.start + anchor.length;
            if (!m_marks.contains(anchor.mark))
                m_marks[anchor.mark] = own.contains(anchor.mark) ? anchor.mark : markHere(anchor.mark, to, own);
            const QString mark = m_marks[anchor.mark];
            if (!mark.isEmpty())
                result += u"［※%1］"_s.arg(mark);
        }
        result += QStringView(text).sliced(done);
        return result;
    }

    QString markHere(const QString &mark, Id<Measure> to, QStringList &own)
    {
        const Footnote *note = planNote(m_from, mark);
        const GlossaryTerm *term = note ? nullptr : termByNumber(m_from, mark);
        const QString word = note ? note->word : term ? term->word : QString();
        if (word.isEmpty())
            return {};
        for (const Footnote *other : m_after.ordered<Footnote>()) {
            if (isSameText(other->word, word) && planNote(m_after, other->mark) == other && !own.contains(noteMark(other->mark)))
                return other->mark;
        }
        for (const GlossaryTerm &other : m_after.rows<GlossaryTerm>()) {
            if (isSameText(other.word, word) && other.number && !own.contains(QString::number(*other.number)))
                return QString::number(*other.number);
        }
        if (!note) {
            miss(Texts::tr("用語"), word);
            return {};
        }
        Footnote copy = fresh(*note);
        copy.owner = Owner(to);
        copy.mark = unusedMark(own);
        insert(copy);
        own << copy.mark;
        return copy.mark;
    }

    /// The first number that means nothing yet on a sheet with these notes.
    QString unusedMark(const QStringList &own) const
    {
        int number = 1;
        const auto isUsed = [&](const QString &mark) {
            return own.contains(mark) || planNote(m_after, mark) || termByNumber(m_after, mark);
        };
        while (isUsed(QString::number(number)))
            ++number;
        return QString::number(number);
    }

    void offices(Id<Measure> from, Id<Measure> to)
    {
        for (const Responsibility *duty : m_from.parts<&Responsibility::measure>(from)) {
            Responsibility copy = fresh(*duty);
            copy.measure = to;
            copy.from = copy.to = PlanTime();
            if (const Department *office = m_from.find(duty->department)) {
                const Department *here = only(m_after.rows<Department>(), [office](const Department &other) {
                    return isSameText(other.name, office->name) && !hasPassed(other.valid_to);
                });
                if (!here) {
                    miss(keywordLabel(fieldOf<&Responsibility::role>(), duty->role), office->name);
                    continue;
                }
                copy.department = here->id;
            }
            insert(copy);
        }
    }

    void schedule(Id<Measure> from, Id<Measure> to)
    {
        for (const Initiative *initiative : m_from.parts<&Initiative::measure>(from)) {
            Initiative copy = fresh(*initiative);
            copy.measure = to;
            insert(copy);
            copyParts<&Phase::initiative>(initiative->id, copy.id);
            copyParts<&Milestone::initiative>(initiative->id, copy.id);
        }
    }

    void indicators(Id<Measure> from, Id<Measure> to)
    {
        for (const Indicator *indicator : m_from.parts<&Indicator::measure>(from)) {
            Indicator copy = fresh(*indicator);
            copy.measure = to;
            insert(copy);
            copyParts<&IndicatorValue::indicator>(indicator->id, copy.id);
        }
    }

    template <auto Member, typename Whole>
    void copyParts(Id<Whole> from, Id<Whole> to)
    {
        for (const auto *part : m_from.parts<Member>(from)) {
            auto copy = fresh(*part);
            copy.*Member = to;
            insert(copy);
        }
    }

    const Plan &m_from;
    const IdSource &m_ids;
    Plan m_after;
    bool m_numberedAtHome;
    Id<Category> m_home;             ///< Of the measure beside.
    QHash<QString, QString> m_marks; ///< Of the measure at hand: there → here.
    ChangeBuilder m_change{QString()};
    QList<Id<Measure>> m_added;
    QList<std::pair<QString, QStringList>> m_missing;
};
} // namespace

QString missingInWords(const MeasurePasting &pasting)
{
    constexpr qsizetype named = 2;
    QStringList parts;
    for (const auto &[what, names] : pasting.missing) {
        QString part = what;
        for (const QString &name : names.first(std::min(named, names.size())))
            part += Texts::tr("「%1」").arg(name);
        parts << (names.size() > named ? part + Texts::tr("ほか%1件").arg(names.size() - named) : part);
    }
    return parts.join(Texts::tr("、"));
}

MeasurePasting pasted(const Plan &plan, const MeasureClip &clip, Id<Measure> beside, const IdSource &ids)
{
    Paster paster(plan, clip, beside, ids);
    for (const Id<Measure> id : clip.measures)
        paster.add(*clip.plan.find(id));
    return std::move(paster).finish();
}

} // namespace shisaku
