// SPDX-License-Identifier: GPL-3.0-or-later
// The paper 業務効率化に資する取組状況, looked at with other programs: figures, captions, selectable text of the charts.
#include "tests/check/check_plan.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/effects_plan.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"
#include "views/pages/effects_paper.h"
#include "views/pages/missing_glyphs.h"
#include "views/pages/pdf_writer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestEffectsPaper : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void thePaperHoldsTheTableTheNotesAndTheCharts()
    {
        const QString path = m_folder.filePath(u"effects.pdf"_s);
        QVERIFY(writePdf(effectsJob(planWithEffects()), path).ok());
        const QString text = probe::pageTexts(path).join(QString());
        for (const QString &expected :
             {u"業務効率化に資する取組状況"_s, u"1RPAの活用実績（令和元年度～令和4年度）"_s, u"表1RPAの活用実績"_s, u"合計67"_s,
              u"10,1373,9196,21861.3%"_s, u"延べ39部署（実24部署）：道路河川維持課4か年"_s,
              u"令和5年度（年間）：88業務、28部署、削減6,841時間。集計の基準が異なるため、表に含めない。"_s,
              u"図1RPAによる業務時間の削減"_s, u"図2RPAによる削減時間の累計"_s, u"2AI-OCRの活用実績"_s, u"DX支援業務の実績"_s,
              u"令和3年度～令和4年度"_s, u"官民連携の実績"_s, u"道路河川維持課"_s, u"活用事例"_s,
              u"業務時間：252時間→42時間／年"_s})
            QVERIFY2(text.contains(expected), qPrintable(expected + u" in "_s + text));
    }

    void theTextOfTheChartsCanBeSelected()
    {
        const QString path = m_folder.filePath(u"chart.pdf"_s);
        QVERIFY(writePdf(effectsJob(planWithEffects()), path).ok());
        QStringList words;
        for (const probe::Word &word : probe::words(path))
            words << word.text;
        QVERIFY(words.count(u"5,936"_s) >= 2); // in the table and above its bar
        QVERIFY(words.count(u"79.4%"_s) >= 2);
        int exitCode = -1;
        QVERIFY(probe::outputOf(u"pdfimages"_s, {u"-list"_s, path}, &exitCode).count('\n') <= 2); // vectors only
    }

    void nothingLiesOnAnythingElse()
    {
        const QString path = m_folder.filePath(u"overlaps.pdf"_s);
        QVERIFY(writePdf(effectsJob(planWithEffects()), path).ok());
        const QStringList found = probe::overlaps(probe::words(path));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void casesTellWhenAndHowMuchOfTheWhole()
    {
        const QString path = m_folder.filePath(u"cases.pdf"_s);
        QVERIFY(writePdf(effectsJob(samplePlan()), path).ok());
        const QString text = probe::pageTexts(path).join(QString());
        for (const QString &expected :
             {u"【令和4年度】"_s, u"3,384件（77%）"_s, u"1,023件（23%）"_s, u"194件（67%）"_s, u"95件（33%）"_s, u"計：289件"_s,
              u"【子ども政策課の活用事例】"_s, u"最大90分→最大5分"_s, u"約20分→約15分"_s, u"確認：複数"_s,
              u"令和6年3月31日現在（年間）：88業務、28部署、削減6,841時間。集計の基準が異なるため、表に含めない。"_s,
              u"※こころカード（期限延長）の「窓口申請」の割合は、既に公表した資料では68%としている。"_s,
              u"※こころカード（期限延長）の「電子申請」の割合は、既に公表した資料では32%としている。"_s})
            QVERIFY2(text.contains(expected), qPrintable(expected + u" in "_s + text));
        QVERIFY(!text.contains(u"乳幼児・子ども医療費助成の「"_s)); // as published
        const QStringList found = probe::overlaps(probe::words(path));
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void aTableHasTheColumnsThatAreStatedAndATotalThatSaysWhatItLacks()
    {
        CheckPlan maker;
        Effect row;
        row.tool = u"RPA"_s;
        row.basis = u"年度実績"_s;
        row.as_of = PlanTime::fiscalYear(2022); // the later year first
        row.task_count = 3;
        row.hours_before = u"100"_s;
        row.hours_after = u"40"_s;
        maker.add(row);
        row.as_of = PlanTime::fiscalYear(2021);
        row.task_count = 5;
        row.hours_before = row.hours_after = QString();
        row.printed_saved = u"1555"_s;
        maker.add(row);
        const QString path = m_folder.filePath(u"partial.pdf"_s);
        QVERIFY(writePdf(effectsJob(std::move(maker).plan()), path).ok());
        const QString text = probe::pageTexts(path).join(QString());
        for (const QString &expected :
             {u"年度業務数導入前導入後削減削減率R35……1,555…R43100406060.0%合計8……1,615…"_s, u"（単位：時間）"_s,
              u"※導入前及び導入後の時間が分かる令和4年度の計は、100時間→40時間（削減60時間）である。"_s})
            QVERIFY2(text.contains(expected), qPrintable(expected + u" in "_s + text));
        QVERIFY(!text.contains(u"部署"_s));
    }

    void aPublishedSavingAloneIsTheTable()
    {
        CheckPlan maker;
        Effect row;
        row.tool = u"RPA"_s;
        row.as_of = PlanTime::fiscalYear(2022);
        row.printed_saved = u"1555"_s;
        maker.add(row);
        const QString path = m_folder.filePath(u"saving.pdf"_s);
        QVERIFY(writePdf(effectsJob(std::move(maker).plan()), path).ok());
        const QString text = probe::pageTexts(path).join(QString());
        QVERIFY2(text.contains(u"（単位：時間）年度削減R41,555"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"部署"_s), qPrintable(text));
    }

    void worksAreNamedAndWideFiguresStayInTheirCells()
    {
        CheckPlan maker;
        for (const QString &work : {u"法人市民税申告書の入力"_s, u"市県民税収納"_s}) {
            Effect row;
            row.tool = u"RPA"_s;
            row.as_of = PlanTime::fiscalYear(2019);
            row.hours_before = u"16000"_s;
            row.hours_after = u"162000"_s;
            EffectTask task;
            task.effect = maker.add(row);
            task.title = work;
            maker.add(task);
        }
        const QString path = m_folder.filePath(u"works.pdf"_s);
        QVERIFY(writePdf(effectsJob(std::move(maker).plan()), path).ok());
        const QString text = probe::pageTexts(path).join(QString());
        QVERIFY2(text.contains(u"R1法人市民税申告書の入力"_s) && text.contains(u"R1市県民税収納"_s), qPrintable(text));
        const double right = 595.3 - 18 * 72 / 25.4; // the edge of the table: A4 less its margin
        int whole = 0;
        for (const probe::Word &word : probe::words(path)) {
            if (word.text != u"△912.5%")
                continue;
            ++whole;
            QVERIFY2(word.box.right() < right, qPrintable(QString::number(word.box.right())));
        }
        QCOMPARE(whole, 5); // of two rows, their total and two bars; in pieces if a cell breaks it
        const QStringList overlaps = probe::overlaps(probe::words(path)); // nor does a figure below zero lie on a name
        QVERIFY2(overlaps.isEmpty(), qPrintable(overlaps.join(u'\n')));
    }

    void aPlanWithoutResultsSaysSo()
    {
        Plan plan;
        QVERIFY(applyTo(plan, smallPlan(randomIds())));
        const PrintJob job = effectsJob(plan);
        QCOMPARE(job.pageCount, 1);
        QVERIFY(charactersWithoutGlyph(job).isEmpty());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestEffectsPaper)
#include "tst_effects_paper.moc"
