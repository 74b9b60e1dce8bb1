// SPDX-License-Identifier: GPL-3.0-or-later
// A fourth city that no sample resembles: other levels, blocks, years and numbers. It goes through form, roadmap, sheet, guide,
// tree, list, book, export and import unchanged.
#include "models/document/sheet_template.h"
#include "models/exchange/plan_csv.h"
#include "models/order/numbering.h"
#include "models/plan/measure_address.h"
#include "models/schedule/year_cells.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"
#include "views/pages/book.h"
#include "views/pages/jobs.h"
#include "views/pages/pdf_writer.h"
#include "views/pages/tree_pages.h"
#include "views/settings/plan_settings.h"
#include "views/sheet/sheet_form.h"
#include "views/sheet/sheet_form_schedule.h"
#include "views/sheet/sheet_preview.h"
#include "views/sheet/template_editor.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// 架空市: four levels down to 施策, years R7–R9, blocks in another order, codes Ⅰ-一-ア, no 期間区分, kinds of its own.
class FourthCity : RowMaker {
public:
    FourthCity() : RowMaker(randomIds()) {}

    ChangeSet build()
    {
        PlanInfo info;
        info.title = u"架空市スマート計画"_s;
        info.municipality = u"架空市"_s;
        info.first_year = PlanTime::fiscalYear(2025);
        info.last_year = PlanTime::fiscalYear(2027);
        info.numbering = u"項目ごと"_s;
        add(info);
        for (const QString &label : {u"創設"_s, u"改善"_s}) {
            Choice choice;
            choice.list = u"kind"_s;
            choice.key = choice.label = label;
            choice.definition = label + u"する施策。"_s;
            add(choice);
        }
        addTree();
        addBlocks();
        Passage chapter;
        chapter.heading = u"はじめに"_s;
        chapter.level = 1;
        chapter.text = u"この計画は、まちのこれからを描く。"_s;
        const Id<Passage> preface = add(chapter);
        chapter.heading = u"計画の位置"_s;
        chapter.level = 2;
        chapter.text = u"○総合計画のもとに置く。"_s;
        add(chapter);
        Figure figure;
        figure.owner = Owner(preface);
        figure.number = u"図1"_s;
        figure.caption = u"まちの将来"_s;
        add(figure);
        Body body;
        body.name = u"スマート計画会議"_s;
        body.parent = add(body);
        body.name = u"作業部会"_s;
        add(body);
        GlossaryTerm term;
        term.word = u"見守り機器"_s;
        term.yomi = u"みまもりきき"_s;
        term.definition = u"公園に置く機器。"_s;
        add(term);
        Department office;
        office.name = u"未来戦略課"_s;
        m_office = add(office);
        addMeasure(u"Ⅰ-一-ア"_s, u"窓口の予約"_s, u"来庁"_s);
        addMeasure(u"Ⅰ-一-イ"_s, u"窓口の案内"_s, u"来庁"_s);
        addMeasure(u"Ⅱ-一-ア"_s, u"公園の見守り"_s, {});
        return std::move(*this).change();
    }

private:
    void addTree()
    {
        Classification tree;
        tree.key = u"pillar"_s;
        tree.title = u"柱立て"_s;
        tree.levels = u"将来像/柱/節"_s;
        tree.numbering = u"/Ⅰ/一/ア"_s;
        const auto classification = add(tree);
        const auto category = [&](const QString &code, const QString &title, Id<Category> parent) {
            Category row;
            row.classification = classification;
            row.parent = parent;
            row.code = code;
            row.title = title;
            return add(row);
        };
        const auto top = category({}, u"つながるまち"_s, {});
        for (const QString &code : {u"Ⅰ"_s, u"Ⅱ"_s})
            m_homes << category(u"一"_s, code + u"の節"_s, category(code, code + u"の柱"_s, top));
    }

    void addBlocks()
    {
        const auto block = [this](const QString &kind, const QString &key, const QString &label, const QString &place = u"full"_s,
                                  std::optional<qint64> height = {}) {
            Block row;
            row.kind = kind;
            row.key = key;
            row.label = label;
            row.place = place;
            row.height = height;
            return add(row);
        };
        block(u"title"_s, u"title"_s, u"事業"_s);
        block(u"years"_s, u"years"_s, u"年次計画"_s);
        block(u"text"_s, u"before"_s, u"いま"_s, u"left"_s, 30);
        m_text = block(u"text"_s, u"after"_s, u"これから"_s, u"right"_s);
        block(u"related"_s, u"related"_s, u"協力課"_s);
        block(u"aims"_s, u"pillar:柱/節"_s, u"位置"_s);
        block(u"indicators"_s, u"indicators"_s, u"ものさし"_s);
        block(u"footnotes"_s, u"footnotes"_s, {}, u"below"_s);
        block(u"placement"_s, u"pillar:将来像"_s, u"将来像との関係"_s, u"below"_s);
    }

    void addMeasure(const QString &number, const QString &title, const QString &group)
    {
        Measure measure;
        measure.number = number;
        measure.title = title;
        measure.group_title = group;
        measure.kind = u"改善"_s;
        const auto id = add(measure);
        Membership membership;
        membership.measure = id;
        membership.category = m_homes.at(number.startsWith(u'Ⅰ') ? 0 : 1);
        membership.home = true;
        add(membership);
        MeasureText text;
        text.measure = id;
        text.block = m_text;
        text.text = title + u"を整える［※x］。"_s;
        add(text);
        Footnote note;
        note.owner = Owner(id);
        note.mark = u"x"_s;
        note.text = u"整えるとは使えるようにすること。"_s;
        add(note);
        Responsibility office;
        office.measure = id;
        office.department = m_office;
        office.role = u"related"_s;
        add(office);
        Indicator indicator;
        indicator.measure = id;
        indicator.name = u"満足度"_s;
        add(indicator);
        for (const QString &row : {u"準備"_s, u"運営"_s}) {
            Initiative initiative;
            initiative.measure = id;
            initiative.title = row + u"の取組"_s;
            Phase phase;
            phase.initiative = add(initiative);
            phase.label = row;
            phase.starts = PlanTime::fiscalYear(row == u"準備" ? 2025 : 2026);
            phase.ends = row == u"準備" ? PlanTime::fiscalYear(2025) : PlanTime::open();
            add(phase);
        }
    }

    QList<Id<Category>> m_homes;
    Id<Block> m_text;
    Id<Department> m_office;
};
} // namespace

class TestShapes : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<PlanDocument> m_document;

    const Plan &plan() const { return m_document->plan(); }
    Id<Measure> measure(const QString &address) const { return measuresByAddress(plan(), address).value(0); }
    QString textOf(const PrintJob &job)
    {
        const QString pdf = m_folder.filePath(u"paper.pdf"_s);
        return writePdf(job, pdf) ? probe::pageTexts(pdf).join(QString()) : QString();
    }

private slots:
    void init()
    {
        failOnWarnings();
        const QString path = m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count));
        m_document = documentOf(FourthCity().build(), path);
    }
    void cleanup() { m_document.reset(); }

    void itsSheetFollowsItsOwnTemplate()
    {
        const QString text = textOf(sheetsJob(plan(), {measure(u"Ⅰ-一-ア"_s)}));
        const QStringList inOrder{u"事業"_s,      u"【来庁】"_s,   u"窓口の予約"_s,     u"年次計画"_s,
                                  u"令和7年度"_s, u"いま"_s,       u"これから"_s,       u"窓口の予約を整える※1"_s,
                                  u"協力課"_s,    u"未来戦略課"_s, u"柱ⅠⅠの柱"_s,       u"節一Ⅰの節"_s,
                                  u"満足度"_s,    u"整えるとは"_s, u"将来像との関係"_s, u"つながるまち"_s};
        qsizetype at = 0;
        for (const QString &word : inOrder) {
            QVERIFY2(text.contains(word), qPrintable(word + u" / "_s + text));
            at = std::max(at, text.indexOf(word));
        }
        QVERIFY(text.contains(u"創設●改善"_s) || text.contains(u"創設"_s));
        QVERIFY(!text.contains(u"所管課"_s));
    }

    void itsFormAsksForItsBlocks()
    {
        SheetForm form(m_document.get());
        form.resize(700, 1000);
        form.setMeasure(measure(u"Ⅰ-一-ア"_s));
        form.show();
        QStringList shown;
        for (const QLabel *label : form.findChildren<QLabel *>()) {
            if (label->isVisible())
                shown << label->text();
        }
        for (const QString &label : {u"年次計画"_s, u"いま"_s, u"これから"_s, u"協力課"_s, u"ものさし"_s, u"区分"_s})
            QVERIFY2(shown.contains(label), qPrintable(label));
        QVERIFY(!shown.contains(u"期間区分"_s));
        QVERIFY(!shown.contains(u"所管課"_s));
        GridView *grid = form.findChild<ScheduleField *>()->years();
        QCOMPARE(grid->model()->columnCount(), 4);
        QVERIFY(grid->model()->setData(grid->model()->index(0, 3), u"点検"_s));
        for (QTextEdit *text : form.findChildren<QTextEdit *>()) {
            if (text->accessibleName() == u"いま"_s)
                text->setPlainText(u"並んで待つ。"_s);
        }
        form.flush();
        QVERIFY(m_document->flush().ok()); // what a form hands over is written in its own time
        QVERIFY(textOf(sheetsJob(plan(), {measure(u"Ⅰ-一-ア"_s)})).contains(u"並んで待つ。"_s));
        QVERIFY(textOf(sheetsJob(plan(), {measure(u"Ⅰ-一-ア"_s)})).contains(u"点検"_s));
    }

    void itsRoadmapAndListNameItsHeadings()
    {
        RoadmapPageOptions options;
        options.grouping = Grouping::fromText(u"pillar"_s);
        const QString roadmap = textOf(roadmapJob(plan(), options));
        const QString list = textOf(listJob(plan(), options.grouping));
        for (const QString &word : {u"つながるまち"_s, u"Ⅰの柱"_s, u"【来庁】"_s, u"公園の見守り"_s}) {
            QVERIFY2(roadmap.contains(word), qPrintable(word + roadmap));
            QVERIFY2(list.contains(word), qPrintable(word + list));
        }
        QVERIFY(roadmap.contains(u"令和7年度"_s) || roadmap.contains(u"R7"_s));
    }

    void itsGuideIsMadeFromItsTemplate()
    {
        const QString text = textOf(guideJob(plan()));
        for (const QString &word :
             {u"個別施策票の見方"_s, u"年次計画"_s, u"いま・これから"_s, u"ものさし"_s, u"区分の意味"_s, u"創設する施策。"_s})
            QVERIFY2(text.contains(word), qPrintable(word + u" / "_s + text));
        QVERIFY(!text.contains(u"期間区分"_s));
    }

    void itsTreeAndBookHoldAllOfItAndNothingElse()
    {
        QCOMPARE(bookParts(plan()),
                 (QList<Paper>{Paper::Cover, Paper::Contents, Paper::Chapters, Paper::Bodies, Paper::Tree, Paper::Roadmap,
                               Paper::List, Paper::Sheets, Paper::Indicators, Paper::Glossary, Paper::Colophon}));
        const PrintJob book = bookJob(plan(), {});
        const QString text = textOf(book);
        for (const QString &word : {u"架空市スマート計画"_s, u"はじめに"_s, u"総合計画のもとに置く。"_s, u"図1　まちの将来"_s,
                                    u"スマート計画会議"_s, u"作業部会"_s, u"つながるまち"_s, u"窓口の予約"_s, u"年次計画"_s,
                                    u"いま"_s, u"ものさし"_s, u"見守り機器"_s, u"公園に置く機器。"_s})
            QVERIFY2(text.contains(probe::withoutSpaces(word)), qPrintable(word + u" / "_s + text));
        QStringList tops;
        for (const Bookmark &bookmark : book.bookmarks) {
            if (bookmark.level == 0)
                tops << bookmark.title;
        }
        QVERIFY(tops.contains(u"はじめに"_s) && tops.contains(u"指標"_s));
        const QString tree = textOf(treeJob(plan(), treeGrouping(plan())));
        for (const QString &word : {u"将来像"_s, u"柱"_s, u"節"_s, u"窓口の案内"_s})
            QVERIFY2(tree.contains(word), qPrintable(word));
    }

    void newMeasuresGetItsNumbers()
    {
        const Id<Category> home = homeOf(plan(), measure(u"Ⅰ-一-イ"_s));
        QCOMPARE(nextMeasureNumber(plan(), home), u"Ⅰ-一-ウ"_s);
        QVERIFY(renumbering(plan(), plan().classification(u"pillar")->id).isEmpty());
    }

    void itGoesThroughExportAndImportUnchanged()
    {
        const QString data = m_folder.filePath(u"data"_s);
        QVERIFY(exportTables(plan(), data).ok());
        Plan back;
        const auto change = importTables(back, data, ImportMode::Merge, randomIds());
        QVERIFY2(change.ok(), qPrintable(change.ok() ? QString() : change.error().message()));
        QVERIFY(applyTo(back, *change));
        QVERIFY(difference(plan(), back).isEmpty());
        QCOMPARE(Digest::ofPlan(back).toHex(), Digest::ofPlan(plan()).toHex());
        // What was written from the plan that came back is the same, byte for byte.
        const QString again = m_folder.filePath(u"again"_s);
        QVERIFY(exportTables(back, again).ok());
        const QStringList files = QDir(data).entryList(QDir::Files);
        QCOMPARE(QDir(again).entryList(QDir::Files), files);
        for (const QString &name : files) {
            QFile first(data + u'/' + name);
            QFile second(again + u'/' + name);
            QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
            QCOMPARE(second.readAll(), first.readAll());
        }
    }

    void anotherTemplateKeepsItsTextsAndTakesThemBack()
    {
        SheetTemplate blocks = templateOf(plan());
        blocks.move(1, blocks.size() - 3); // the schedule goes down
        blocks[1].label = u"課題"_s;
        const Plan shown = withTemplate(plan(), blocks);
        QCOMPARE(templateOf(shown).at(1).label, u"課題"_s);
        QCOMPARE(textsLost(plan(), blocks), 0);
        QVERIFY(m_document->apply(templateChange(plan(), blocks)));
        QCOMPARE(templateOf(plan()).at(1).label, u"課題"_s);
        QVERIFY(templateChange(plan(), blocks).isEmpty());
        QVERIFY(m_document->undoNow());
        QCOMPARE(templateOf(plan()).at(2).label, u"いま"_s);
    }

    void theTemplateIsEditedOnACopyWithThePaperBesideIt()
    {
        TemplateEditor editor(m_document.get(), measure(u"Ⅰ-一-ア"_s), {});
        editor.show();
        editor.list()->setCurrentRow(1);
        editor.labelInput()->setFocus();
        editor.labelInput()->selectAll();
        QTest::keyClicks(editor.labelInput(), u"PLAN"_s);
        QTest::keyClick(editor.list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(editor.blocks().at(2).label, u"PLAN"_s);
        QVERIFY(editor.notice().contains(u"左の欄がありません"_s)); // the schedule came between 左 and 右
        editor.moveCurrent(1);
        QCOMPARE(editor.notice(), QString());
        QCOMPARE(templateOf(plan()).at(1).label, u"年次計画"_s); // still a copy
        editor.accept();
        QTRY_COMPARE(templateOf(plan()).at(3).label, u"PLAN"_s);
        QTRY_COMPARE(editor.result(), int(QDialog::Accepted));
        QVERIFY(m_document->undoNow());
        QCOMPARE(templateOf(plan()).at(1).label, u"年次計画"_s);
    }

    void aRemovedBlockSaysWhatGoesWithIt()
    {
        TemplateEditor editor(m_document.get(), {}, {});
        editor.list()->setCurrentRow(3);
        editor.removeCurrent();
        QVERIFY(editor.notice().contains(u"文章3件"_s));
        editor.list()->setCurrentRow(0);
        editor.removeCurrent();
        QVERIFY(editor.notice().contains(u"一つだけ必要"_s));
    }

    void aTemplateFromElsewhereIsMadeToFit()
    {
        SheetTemplate other;
        for (const QString &kind : {u"title"_s, u"aims"_s, u"bars"_s}) {
            Block block;
            block.kind = kind;
            block.key = kind == u"aims" ? u"unknown"_s : kind;
            other << block;
        }
        const SheetTemplate fitted = adopted(plan(), other, randomIds());
        QCOMPARE(fitted.at(0).id, templateOf(plan()).first().id);
        QCOMPARE(fitted.at(1).key, u"pillar:将来像/柱/節"_s);
        QCOMPARE(fitted.at(2).kind, u"bars"_s);
        QCOMPARE(templateProblem(fitted), QString());
    }

    void itsSettingsOpen()
    {
        PlanSettings settings(m_document.get());
        settings.show();
        for (int page = 0; page < settings.contents()->count(); ++page)
            settings.contents()->setCurrentRow(page);
        QVERIFY(!settings.grab().isNull());
    }
};

QTEST_MAIN(TestShapes)
#include "tst_shapes.moc"
