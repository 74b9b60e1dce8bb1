// SPDX-License-Identifier: GPL-3.0-or-later
// Where lines end, on sheets and on the roadmap: no line begins with ※ or a closing mark, and （4施策） is never torn.
#include "tests/roadmap/text_recorder.h"
#include "tests/support/warnings.h"
#include "views/look/look.h"
#include "views/look/paper.h"
#include "views/roadmap/text_measure.h"
#include "views/sheet/text_block.h"

#include <QPainter>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
const QStringList texts{u"電子申請を広げ※1、手続（4施策）を見直すとともに、窓口（令和4年度）の予約※12を整える。"_s,
                        u"情報政策課（全庁調整）、総務課※2、財政課(3名)及び危機管理課（24時間）で進める※3"_s};
const QStringList whole{u"（4施策）"_s, u"（令和4年度）"_s, u"(3名)"_s, u"（24時間）"_s};

/// The lines a block draws.
QStringList linesOf(const TextBlock &block)
{
    TextRecorder recorder(QSize(20'000, 20'000));
    QPainter painter(&recorder);
    block.draw(painter, QPointF());
    painter.end();
    QMap<int, QString> lines;
    for (const DrawnText &text : recorder.texts())
        lines[qRound(text.rect.center().y() / block.lineHeight() * 2)] += text.text;
    return lines.values();
}

void check(const QStringList &lines, const QString &text, qreal width, bool brackets)
{
    const QString told = u"%1 at %2"_s.arg(lines.join(u'|')).arg(width);
    QVERIFY2(lines.join(QString()) == text, qPrintable(told));
    for (const QString &line : lines)
        QVERIFY2(!u"※）)、。ー々っ％"_s.contains(line.front()) && !u"（(※"_s.contains(line.back()), qPrintable(told));
    for (const QString &one : whole)
        QVERIFY2(!brackets || text.contains(one) == lines.join(u'|').contains(one), qPrintable(told));
}
} // namespace

class TestLineBreaks : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void paragraphsAndLabelsOfSheets()
    {
        const QFont font = paper::scaled(textFont(10));
        const double em = font.pixelSize();
        for (const QString &text : texts) {
            for (double width = 4 * em; width < 30 * em; width += em / 3) {
                check(linesOf(TextBlock({text, {}}, font, width)), text, width / em, width > 9 * em);
                check(linesOf(TextBlock::label(text, font, width)), text, width / em, width > 9 * em);
            }
        }
    }

    void labelsOfTheRoadmap()
    {
        const TextMeasure measure(textFont(10));
        for (const QString &text : texts) {
            for (qreal width = 9 * measure.em(); width < 30 * measure.em(); width += measure.em() / 3)
                check(measure.wrapped(text, width, 99), text, width / measure.em(), true);
        }
    }

    void aParagraphMayBeginWithANote()
    {
        const QFont font = paper::scaled(textFont(10));
        QCOMPARE(linesOf(TextBlock({u"概要\n※ 注記"_s, {}}, font, 20 * font.pixelSize())), QStringList({u"概要"_s, u"※ 注記"_s}));
    }

    void selectorsOfVariantsHaveNoWidth()
    {
        const TextMeasure measure(textFont(10));
        QCOMPARE(measure.width(u"葛󠄀城市と☂️"_s), measure.width(u"葛城市と☂"_s));
        QCOMPARE(measure.wrapped(u"葛󠄀城市"_s, measure.em() * 1.2, 9), QStringList({u"葛󠄀"_s, u"城"_s, u"市"_s}));
    }
};

QTEST_MAIN(TestLineBreaks)
#include "tst_line_breaks.moc"
