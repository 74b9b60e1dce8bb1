// SPDX-License-Identifier: GPL-3.0-or-later
// Which year a reader takes words for, on every paper with a schedule: those of a year stand in its columns, those of none in the
// middle of all. The oracle is what a paint device is given, against the heads of the columns it is given too.
#include "tests/pages/pdf_probe.h"
#include "tests/roadmap/text_recorder.h"
#include "tests/support/warnings.h"
#include "views/pages/jobs.h"
#include "views/present/roadmap_slides.h"

#include <QPainter>
#include <QTest>

#include <limits>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// Words that say of which row they are, about as long as the label they stand for.
QString codedWords(const QString &code, const QString &label)
{
    constexpr int lengthOfCode = 3; // in full-width characters
    return QStringList(std::max<qsizetype>(1, label.size() / lengthOfCode), code).join(u' ');
}

QString codeOf(QChar sign, qsizetype number)
{
    return sign + u"%1"_s.arg(number, 3, 10, QChar(u'0'));
}

/// The fiscal years a row of words lies in.
struct Years {
    int first = 0;
    int last = 0;
};

Years yearsOf(const Phase &phase)
{
    constexpr int ever = 9999;
    const auto begin = phase.starts.isDated() ? fiscalYearOf(phase.starts.firstMonth()) : phase.starts.isOpen() ? 0 : -1;
    const auto end = phase.ends.isDated() ? fiscalYearOf(phase.ends.endMonth() - 1) : phase.ends.isOpen() ? ever : -1;
    return {begin < 0 ? end : begin, end < 0 ? begin : end};
}

/// A sample all of whose bars are words alone, each with a code: p of a year, u of none.
struct Coded {
    Plan plan;
    QHash<QString, Years> years;
};

Coded codedSample(const QString &name)
{
    Coded coded{samplePlan(name), {}};
    ChangeBuilder change(u"文字のみ"_s);
    qsizetype number = 0;
    for (const Phase &phase : coded.plan.rows<Phase>()) {
        const bool undated = phase.starts.isUnknown() && phase.ends.isUnknown();
        const QString code = codeOf(undated ? u'u' : u'p', ++number);
        change.set<&Phase::label>(phase.id, codedWords(code, phase.label));
        change.set<&Phase::style>(phase.id, u"text"_s);
        if (!undated)
            coded.years.insert(code, yearsOf(phase));
    }
    for (const Milestone &milestone : coded.plan.rows<Milestone>()) {
        if (!milestone.at.isDated())
            change.set<&Milestone::label>(milestone.id, codedWords(codeOf(u'u', ++number), milestone.label));
    }
    if (!applyTo(coded.plan, std::move(change).build()))
        qFatal("the words are refused");
    return coded;
}

/// Where the columns of the years stand on a page, as their heads say.
struct Columns {
    qreal left = 0;
    qreal width = 0;
    int count = 0;
};

std::optional<Columns> columnsOn(const QList<DrawnText> &texts, const TimeAxis &axis)
{
    const auto isHead = [&](const DrawnText &text, int column) {
        return text.text == axis.columnLabel(column) || text.text == axis.shortColumnLabel(column);
    };
    for (const DrawnText &first : texts) {
        for (const DrawnText &second : texts) {
            if (isHead(first, 1) && isHead(second, 2) && qAbs(first.rect.top() - second.rect.top()) < 1) {
                const qreal width = second.rect.center().x() - first.rect.center().x();
                return Columns{first.rect.center().x() - width / 2, width, axis.columnCount() - 2};
            }
        }
    }
    return {};
}

/// What a page draws.
QList<DrawnText> drawn(const QSizeF &size, const std::function<void(QPainter &)> &paint)
{
    TextRecorder recorder(size.toSize());
    QPainter painter(&recorder);
    paint(painter);
    painter.end();
    // A line of several scripts comes in pieces.
    QList<DrawnText> lines;
    for (const DrawnText &text : recorder.texts()) {
        const bool goesOn = !lines.isEmpty() && qAbs(lines.last().rect.center().y() - text.rect.center().y()) < 1
                            && qAbs(lines.last().rect.right() - text.rect.left()) < text.rect.height() * 0.15;
        if (goesOn) {
            lines.last().text += text.text;
            lines.last().rect |= text.rect;
        } else {
            lines << text;
        }
    }
    return lines;
}

/// The numbered notes below the table of a single sheet stand in no column.
QList<DrawnText> aboveNotes(QList<DrawnText> texts)
{
    qreal notes = std::numeric_limits<qreal>::max();
    for (const DrawnText &text : texts) {
        if (text.text.startsWith(u"※1 "_s))
            notes = text.rect.top();
    }
    texts.removeIf([notes](const DrawnText &text) { return text.rect.top() >= notes - 1; });
    return texts;
}
} // namespace

class TestYears : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void wordsStandInTheirYears_data();
    void wordsStandInTheirYears();

private:
    void check(const QList<DrawnText> &texts, const Coded &coded, const TimeAxis &axis);
    int m_dated = 0;
    int m_undated = 0;
};

void TestYears::wordsStandInTheirYears_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("paper");
    for (const QString &sample : {u"izumo"_s, u"katagami"_s}) { // 廿日市市's plan has no schedule
        for (const QString &paper : {u"roadmap"_s, u"roadmap on A4"_s, u"measures"_s, u"one sheet"_s, u"sheets"_s, u"slides"_s})
            QTest::addRow("%s, %s", qPrintable(sample), qPrintable(paper)) << sample << paper;
    }
}

void TestYears::check(const QList<DrawnText> &texts, const Coded &coded, const TimeAxis &axis)
{
    static const QRegularExpression code(u"[pu]\\d{3}"_s);
    const auto columns = columnsOn(texts, axis);
    QList<DrawnText> strips; // lines below each other are one text
    for (const DrawnText &text : texts) {
        for (auto found = code.globalMatch(text.text); found.hasNext();) {
            const QString name = found.next().captured();
            QVERIFY2(columns, qPrintable(text.text));
            if (name.startsWith(u'u')) {
                ++m_undated;
                const bool next = !strips.isEmpty() && qAbs(strips.last().rect.left() - text.rect.left()) < 1
                                  && text.rect.top() - strips.last().rect.bottom() < text.rect.height();
                if (!next)
                    strips << text;
                // The line above may be that of its 取組's name alone.
                for (const DrawnText &above : texts) {
                    const qreal gap = text.rect.top() - above.rect.bottom();
                    if (qAbs(above.rect.left() - text.rect.left()) < 1 && qAbs(gap) < text.rect.height() / 2)
                        strips.last().rect |= above.rect;
                }
                strips.last().rect |= text.rect;
                break;
            }
            ++m_dated;
            const Years years = coded.years[name];
            const auto edge = [&](int year) { return columns->left + (year - axis.firstYear()) * columns->width; };
            const QString told = u"%1 of %2–%3 from %4 to %5, columns of %6 from %7"_s.arg(text.text)
                                     .arg(years.first)
                                     .arg(years.last)
                                     .arg(text.rect.left())
                                     .arg(text.rect.right())
                                     .arg(columns->width)
                                     .arg(columns->left);
            QVERIFY2(years.first < axis.firstYear() || text.rect.left() >= edge(std::min(years.first, axis.lastYear() + 1)) - 1,
                     qPrintable(told));
            QVERIFY2(years.last > axis.lastYear() || text.rect.right() <= edge(std::max(years.last, axis.firstYear() - 1) + 1) + 1,
                     qPrintable(told));
        }
    }
    for (const DrawnText &strip : std::as_const(strips)) {
        const qreal middle = columns->left + columns->width * columns->count / 2;
        QVERIFY2(qAbs(strip.rect.center().x() - middle) < columns->width * 0.1,
                 qPrintable(u"%1: %2, not %3"_s.arg(strip.text).arg(strip.rect.center().x()).arg(middle)));
    }
}

void TestYears::wordsStandInTheirYears()
{
    QFETCH(QString, sample);
    QFETCH(QString, paper);
    const Coded coded = codedSample(sample);
    const TimeAxis axis = TimeAxis::of(coded.plan, 1, 1, 1);
    const Grouping grouping = Grouping::offered(coded.plan).first();
    m_dated = m_undated = 0;
    if (paper == u"slides"_s) {
        for (const RoadmapDetail detail : {RoadmapDetail::Initiatives, RoadmapDetail::Measures}) {
            const RoadmapSlides slides(coded.plan, buildRoadmap(coded.plan, buildTree(coded.plan, grouping)), detail, 0, {},
                                       Look::of(Look::Medium::Light));
            for (int i = 0; i < slides.count(); ++i)
                check(drawn(slide::size(), [&](QPainter &painter) { slides.paint(painter, i); }), coded, axis);
        }
    } else {
        RoadmapPageOptions options;
        options.grouping = grouping;
        options.onePage = paper == u"one sheet"_s;
        options.detail = options.onePage || paper == u"measures"_s ? RoadmapDetail::Measures : RoadmapDetail::Initiatives;
        if (paper == u"roadmap on A4"_s)
            options.size = QPageSize::A4;
        const PrintJob job = paper == u"sheets"_s ? sheetsJob(coded.plan, measuresWithSheets(coded.plan))
                                                  : roadmapJob(coded.plan, options);
        QVERIFY(!options.onePage || job.pageCount == 1);
        for (int page = 0; page < job.pageCount; ++page)
            check(aboveNotes(drawn(job.paper.paper(), [&](QPainter &painter) { job.paint(painter, page); })), coded, axis);
    }
    QVERIFY2(m_dated > 80, qPrintable(QString::number(m_dated)));
    QVERIFY2(m_undated > (sample == u"izumo"_s ? 15 : -1), qPrintable(QString::number(m_undated)));
}

QTEST_MAIN(TestYears)
#include "tst_years.moc"
