// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/progress_paper.h"

#include "models/plan/choice_names.h"
#include "models/plan/decimal.h"
#include "models/plan/share.h"
#include "models/survey/survey_mixed.h"
#include "models/survey/survey_status.h"
#include "views/pages/passage_tables.h"

#include <QLocale>
#include <QSet>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProgressPaper)
};

QString figure(const std::optional<qint64> &number)
{
    return number ? QLocale(QLocale::Japanese).toString(*number) : u"…"_s;
}

CouncilColumn column(const QString &head, double width = 0, Qt::Alignment alignment = Qt::AlignLeft)
{
    return {head, width, alignment};
}

class ProgressPaper {
public:
    ProgressPaper(const Plan &plan, const Survey &survey, const PlanTime &day) :
        m_plan(plan), m_survey(survey), m_at(survey.as_of.isDated() ? survey.as_of : day),
        m_items(plan.parts<&SurveyItem::survey>(survey.id)), m_answered(countStatuses(plan, survey.id).answered())
    {}

    CouncilText write()
    {
        const auto passages = m_plan.parts<&Passage::owner>(m_survey.id);
        qsizetype next = 0;
        for (; next < passages.size() && passages[next]->heading.isEmpty(); ++next)
            m_text.addParagraph(passages[next]->text);
        subject();
        result();
        moves();
        const qsizetype closing = firstClosing(passages);
        for (; next < closing; ++next)
            passage(*passages[next]);
        troubles();
        addedMeasures(passages);
        for (; next < passages.size(); ++next)
            passage(*passages[next]);
        return std::move(m_text);
    }

private:
    /// The first of the passages at the end that are headings of their own with nothing to show: 今後の方向性.
    qsizetype firstClosing(const QList<const Passage *> &passages) const
    {
        qsizetype first = passages.size();
        while (first > 0 && passages[first - 1]->level.value_or(1) == 1
               && m_plan.parts<&PassageItem::passage>(passages[first - 1]->id).isEmpty() && !passages[first - 1]->heading.isEmpty())
            --first;
        return first;
    }

    void subject()
    {
        m_text.addHeading(1, Texts::tr("調査対象"));
        m_text.addParagraph(m_survey.subject.isEmpty()
                                ? Texts::tr("計画に掲げる%1施策の取組 %2件").arg(measuresAsked()).arg(m_items.size())
                                : m_survey.subject);
        if (!m_survey.as_of.isDated())
            return;
        m_text.addHeading(1, Texts::tr("調査時点"));
        m_text.addParagraph(Texts::tr("%1現在").arg(m_survey.as_of.toJapanese()));
    }

    /// How many measures the items belong to: one that was added later, or has no 取組 yet, was not asked about.
    qsizetype measuresAsked() const
    {
        QSet<Id<Measure>> asked;
        for (const SurveyItem *item : m_items) {
            for (const Measure *measure : measuresOf(m_plan, *item))
                asked.insert(measure->id);
        }
        return asked.size();
    }

    void passage(const Passage &passage)
    {
        const int level = std::clamp(static_cast<int>(passage.level.value_or(1)), 1, 3);
        if (!passage.heading.isEmpty())
            m_text.addHeading(level, passage.heading);
        m_text.addParagraph(passage.text);
        addPassageTables(m_plan, passage, m_at, m_text);
    }

    void result()
    {
        m_text.addHeading(1, Texts::tr("調査結果"));
        const auto rows = surveyResult(m_plan, m_survey.id, ResultBy::Status);
        const bool published = std::any_of(rows.begin(), rows.end(),
                                           [](const ResultRow &row) { return row.published.has_value(); });
        if (!published && m_answered == 0) {
            m_text.addParagraph(Texts::tr("回答はまだない。"));
            return;
        }
        const bool both = published && m_answered > 0 && differs(rows);
        CouncilTable table;
        table.total = true;
        table.columns = {column(Texts::tr("記号"), 13, Qt::AlignHCenter), column(Texts::tr("調査結果")),
                         column(Texts::tr("取組数"), 24, Qt::AlignRight), column(Texts::tr("割合(％)"), 24, Qt::AlignRight)};
        if (both)
            table.columns << column(Texts::tr("公表された取組数"), 28, Qt::AlignRight)
                          << column(Texts::tr("公表された割合(％)"), 28, Qt::AlignRight);
        QList<qint64> parts;
        bool computedShare = false;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const ResultRow &row = rows[i];
            const bool computed = m_answered > 0;
            const auto count = computed ? row.counted : row.published;
            const auto whole = wholeOf(rows, computed);
            QString share = computed ? QString() : row.publishedShare;
            if (share.isEmpty() && count && whole) {
                share = shareText(*count, *whole);
                computedShare = true;
            }
            const bool total = i == rows.size() - 1;
            QStringList cells{statusMark(m_plan, row.key), row.label, figure(total && !count ? whole : count),
                              share.isEmpty() ? u"…"_s : share};
            if (total && cells.last() == u"…"_s && whole)
                cells.last() = shareText(1, 1);
            if (both)
                cells << figure(row.published) << (row.publishedShare.isEmpty() ? u"…"_s : row.publishedShare);
            table.rows << cells;
            if (!total && count)
                parts << *count;
        }
        m_text.addTable(table);
        resultNotes(computedShare, both, parts, rows);
    }

    void resultNotes(bool computedShare, bool both, const QList<qint64> &parts, const QList<ResultRow> &rows)
    {
        const bool printedMiss = !computedShare && printedSharesMissHundred(rows);
        if (printedMiss || (computedShare && sharesMissHundred(parts)))
            m_text.addNote(Texts::tr("※端数処理のため、内訳の計が100.0％にならない場合がある。"));
        if (m_answered == 0 && computedShare)
            m_text.addNote(Texts::tr("※取組数は公表された集計、割合はそこから計算した。取組ごとの回答は登録されていない。"));
        else if (m_answered == 0)
            m_text.addNote(Texts::tr("※取組数及び割合は公表された集計による。取組ごとの回答は登録されていない。"));
        else
            m_text.addNote(Texts::tr("※取組数は回答のあった%1件の集計、割合は小数点以下第2位を四捨五入した。").arg(m_answered));
        if (const qint64 open = m_items.size() - m_answered; m_answered > 0 && open > 0)
            m_text.addNote(Texts::tr("※ほかに未回答の取組が%1件ある。").arg(open));
        if (both)
            m_text.addNote(Texts::tr("※回答の集計と公表された数値が異なるため、並べて示した。"));
    }

    static bool differs(const QList<ResultRow> &rows)
    {
        return std::any_of(rows.begin(), rows.end(),
                           [](const ResultRow &row) { return row.published && row.published != row.counted; });
    }

    static bool printedSharesMissHundred(const QList<ResultRow> &rows)
    {
        Decimal sum;
        for (const ResultRow &row : rows.first(rows.size() - 1)) {
            const auto share = Decimal::fromText(row.publishedShare);
            if (!share)
                return false; // nothing is known of the rest
            sum = sum + share->truncated(1);
        }
        return sum != Decimal::of(100);
    }

    void moves()
    {
        const Survey *before = surveyBefore(m_plan, m_survey.id);
        if (!before || m_answered == 0 || countStatuses(m_plan, before->id).answered() == 0)
            return;
        const SurveyMoves moves = surveyMoves(m_plan, before->id, m_survey.id);
        m_text.addHeading(1, Texts::tr("前回調査との比較"));
        CouncilTable table;
        table.columns = {column(Texts::tr("前回（%1現在）＼今回").arg(before->as_of.toJapanese()))};
        const auto statuses = m_plan.choices(u"status");
        for (const Choice *status : statuses)
            table.columns << column(shortName(*status), 22, Qt::AlignRight);
        const bool mixed = countStatuses(m_plan, m_survey.id).mixed + countStatuses(m_plan, before->id).mixed > 0;
        const QString none = mixed ? Texts::tr("未回答・混在") : Texts::tr("未回答");
        table.columns << column(none, 22, Qt::AlignRight);
        const auto addRow = [&](const QString &label, const QList<qint64> &counts) {
            if (std::all_of(counts.begin(), counts.end(), [](qint64 count) { return count == 0; }))
                return;
            QStringList cells{label};
            for (const qint64 count : counts)
                cells << QString::number(count);
            table.rows << cells;
        };
        for (qsizetype i = 0; i < statuses.size(); ++i)
            addRow(statuses[i]->label, moves.counts[i]);
        addRow(none, moves.counts.last());
        addRow(Texts::tr("まとめ方が変わった取組"), moves.regrouped);
        addRow(Texts::tr("今回から調べた取組"), moves.fresh);
        m_text.addTable(table);
    }

    void troubles()
    {
        const auto rows = surveyResult(m_plan, m_survey.id, ResultBy::Reason);
        const bool reasons = std::any_of(rows.begin(), rows.end(),
                                         [](const ResultRow &row) { return row.published || row.counted.value_or(0) > 0; });
        const auto items = troubledItems();
        if (!reasons && items.isEmpty())
            return;
        m_text.addHeading(1, Texts::tr("課題がある取組とその対応"));
        if (reasons)
            reasonTable(rows);
        itemTable(items);
    }

    void reasonTable(const QList<ResultRow> &rows)
    {
        const bool computed = rows.last().counted.value_or(0) > 0;
        CouncilTable table;
        table.total = true;
        table.columns = {column(Texts::tr("課題・進捗していない理由")), column(Texts::tr("取組数"), 20, Qt::AlignRight),
                         column(Texts::tr("対応策"), 70)};
        std::optional<qint64> sum;
        bool all = true;
        for (const ResultRow &row : rows.first(rows.size() - 1)) {
            const auto count = computed ? row.counted : row.published;
            all = all && count;
            if (count)
                sum = sum.value_or(0) + *count;
            const Choice *reason = m_plan.choice(u"reason", row.key);
            table.rows << QStringList{reason ? numberedName(*reason) : row.label, figure(count), countermeasures(row)};
        }
        table.rows << QStringList{rows.last().label, figure(sum), QString()};
        m_text.addTable(table);
        m_text.addNote(computed ? Texts::tr("※取組数は回答の集計による。")
                                : Texts::tr("※取組数及び対応策は公表されたもの。合計は計算した。"));
        if (!all)
            m_text.addNote(Texts::tr("※合計は、取組数の分からない理由を含まない。"));
    }

    /// As published, or what the answers with that reason state.
    QString countermeasures(const ResultRow &row) const
    {
        if (!row.countermeasure.isEmpty())
            return row.countermeasure;
        QStringList stated;
        for (const SurveyItem *item : m_items) {
            const Answer *answer = answerOf(m_plan, item->id);
            if (answer && answer->reason == row.key && !answer->countermeasure.isEmpty()
                && !stated.contains(answer->countermeasure))
                stated << answer->countermeasure;
        }
        return stated.join(u'\n');
    }

    QList<const SurveyItem *> troubledItems() const
    {
        QList<const SurveyItem *> items = m_items;
        items.removeIf([this](const SurveyItem *item) {
            const Answer *answer = answerOf(m_plan, item->id);
            return !answer || !tellsOfTrouble(m_plan, *answer);
        });
        return items;
    }

    void itemTable(const QList<const SurveyItem *> &items)
    {
        CouncilTable table;
        table.columns = {column(Texts::tr("番号"), 13, Qt::AlignHCenter),
                         column(Texts::tr("取組")),
                         CouncilColumn{Texts::tr("所管課"), 38, Qt::AlignLeft, true},
                         column(Texts::tr("状況"), 16, Qt::AlignHCenter),
                         column(Texts::tr("理由"), 12, Qt::AlignHCenter),
                         column(Texts::tr("対応策"), 44)};
        for (const SurveyItem *item : items) {
            const Answer *answer = answerOf(m_plan, item->id);
            table.rows << QStringList{itemNumber(m_plan, *item),
                                      itemTitle(m_plan, *item),
                                      itemOffices(m_plan, *item, m_at),
                                      statusInLines(answer->status),
                                      answer->reason.isEmpty() || isMixedKey(answer->reason) ? answer->reason
                                                                                             : u"(%1)"_s.arg(answer->reason),
                                      answer->countermeasure};
        }
        m_text.addTable(table);
    }

    /// 「混在（順調2・遅延1）」 in a narrow column: a line for each count.
    static QString statusInLines(QString status)
    {
        return isMixedKey(status) ? status.replace(u"（"_s, u"\n（"_s).replace(u"・"_s, u"・\n"_s) : status;
    }

    void addedMeasures(const QList<const Passage *> &passages)
    {
        for (const Passage *passage : passages) {
            for (const PassageItem *item : m_plan.parts<&PassageItem::passage>(passage->id)) {
                if (item->item.table == TableId::Measure)
                    return; // the passages show them already
            }
        }
        QList<const Measure *> added;
        for (const Measure *measure : m_plan.ordered<Measure>()) {
            if (measure->series == "added"_L1)
                added << measure;
        }
        if (added.isEmpty())
            return;
        m_text.addHeading(1, Texts::tr("新たに追加する事業"));
        m_text.addTable(measureTable(m_plan, added, m_at));
    }

    const Plan &m_plan;
    const Survey &m_survey;
    PlanTime m_at; ///< Whose offices are named: those of the round, or of the day where it has none.
    QList<const SurveyItem *> m_items;
    qint64 m_answered;
    CouncilText m_text;
};
} // namespace

PrintJob progressJob(const Plan &plan, Id<Survey> id, const PageStyle &style)
{
    const Survey *survey = plan.find(id);
    if (!survey)
        return councilJob(Texts::tr("%1の進捗状況について").arg(plan.info().title), CouncilText(), style);
    const QString title = survey->title.endsWith(Texts::tr("について")) ? survey->title
                                                                        : Texts::tr("%1について").arg(survey->title);
    return councilJob(title, ProgressPaper(plan, *survey, style.day).write(), style);
}

} // namespace shisaku
