// SPDX-License-Identifier: GPL-3.0-or-later
// The plan's own text is written chapter by chapter: typed, added, moved with its sections, taken back; figures stay with it.
#include "models/exchange/plan_csv.h"
#include "tests/support/grids.h"
#include "tests/support/pictures.h"
#include "tests/support/samples.h"
#include "tests/support/some.h"
#include "tests/support/warnings.h"
#include "views/look/figure_picture.h"
#include "views/look/look.h"
#include "views/settings/chapter_page.h"
#include "views/settings/chapter_tree.h"
#include "views/settings/figure_panel.h"

#include <QCheckBox>
#include <QImage>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestChapterPage : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<PlanDocument> m_document;
    std::unique_ptr<ChapterPage> m_page;

    const Plan &plan() const { return m_document->plan(); }
    QStringList headings(const Owner &owner = {}) const
    {
        QStringList found;
        for (const Passage *passage : chaptersOf(plan(), owner))
            found << QString::number(chapterLevel(*passage)) + u' ' + passage->heading;
        return found;
    }
    const Passage *current() const { return plan().find(m_page->current()); }

    void open(const QString &city)
    {
        m_document = documentOf(sampleContent(city), m_folder.filePath(u"計画%1.dxplan"_s.arg(++m_count)));
        m_page = std::make_unique<ChapterPage>(m_document.get());
        m_page->resize(900, 700);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            QCoreApplication::processEvents();
            (void)m_document->flush();
        }
    }
    void choose(const QString &heading)
    {
        const auto found = m_page->tree()->findItems(heading, Qt::MatchExactly | Qt::MatchRecursive, 0);
        QVERIFY2(!found.isEmpty(), qPrintable(heading));
        const QRect place = m_page->tree()->visualItemRect(found.first());
        QTest::mouseClick(m_page->tree()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(current()->heading, heading);
        m_page->tree()->setFocus();
    }
    /// Types as an input method does: a whole word at once.
    void commit(QWidget *widget, const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(widget, &event);
        settle();
    }

private slots:
    void init() { failOnWarnings(); }
    void cleanup()
    {
        m_page.reset();
        m_document.reset();
    }

    void everyCityShowsAllItsChaptersAsATree_data()
    {
        QTest::addColumn<QString>("city");
        QTest::newRow("izumo") << u"izumo"_s;
        QTest::newRow("katagami") << u"katagami"_s;
        QTest::newRow("hatsukaichi") << u"hatsukaichi"_s;
    }
    void everyCityShowsAllItsChaptersAsATree()
    {
        QFETCH(QString, city);
        open(city);
        for (const Passage &passage : some(plan().rows<Passage>())) {
            const QString shown = passage.heading.isEmpty() ? u"（見出しなし）"_s : passage.heading; // a preface
            const auto items = m_page->tree()->findItems(shown, Qt::MatchExactly | Qt::MatchRecursive, 0);
            QVERIFY2(!items.isEmpty(), qPrintable(passage.heading));
        }
        int shown = 0;
        for (QTreeWidgetItemIterator at(m_page->tree()); *at; ++at)
            shown += (*at)->parent() ? 1 : 0;
        QCOMPARE(shown, plan().rows<Passage>().size());
    }

    void aTextIsTypedAndOneVisitIsTakenBackAtOnce()
    {
        open(u"izumo"_s);
        choose(u"4. 推進体制"_s);
        const QString before = current()->text;
        m_page->text()->setFocus();
        m_page->text()->moveCursor(QTextCursor::End);
        commit(m_page->text(), u"会議は年に2回開く。"_s);
        commit(m_page->text(), u"結果は公表する。"_s);
        QCOMPARE(current()->text, before + u"会議は年に2回開く。結果は公表する。"_s);
        QVERIFY(m_document->undoNow());
        QCOMPARE(current()->text, before);
        QCOMPARE(m_page->text()->toPlainText(), before);
        QVERIFY(m_document->redoNow());
        QVERIFY(current()->text.endsWith(u"公表する。"_s));
    }

    void leavingAFieldKeepsWhatWasTyped()
    {
        open(u"izumo"_s);
        choose(u"1. ロードマップ策定の目的"_s);
        m_page->heading()->setFocus();
        m_page->heading()->selectAll();
        QTest::keyClicks(m_page->heading(), u"1. DX"_s);
        QTest::keyClick(m_page->heading(), Qt::Key_Tab);
        settle();
        QCOMPARE(current()->heading, u"1. DX"_s);
        QVERIFY(!m_page->tree()->findItems(u"1. DX"_s, Qt::MatchExactly | Qt::MatchRecursive, 0).isEmpty());
        // A change of the chosen chapter also hands over what is being typed.
        m_page->text()->setFocus();
        m_page->text()->moveCursor(QTextCursor::Start);
        QTest::keyClicks(m_page->text(), u"A"_s);
        const Id<Passage> written = m_page->current();
        choose(u"4. 推進体制"_s);
        settle();
        QVERIFY(plan().find(written)->text.startsWith(u'A'));
        QVERIFY(!current()->text.startsWith(u'A'));
    }

    void aRefusedTextSurvivesAVisitToAnotherChapter()
    {
        open(u"izumo"_s);
        const auto all = chaptersOf(plan(), {});
        QVERIFY(all.size() > 1);
        const Id<Passage> first = all[0]->id;
        const Id<Passage> second = all[1]->id;
        m_page->setCurrent(first);
        m_document->unsaved().submit({Owner(first), fieldIndex<&Passage::text>(), {}}, u"ABC"_s, [](const Plan &) {
            return Result<ChangeSet>(Error{ErrorKind::Failed, u"書けません。"_s, {}, {}});
        });
        const auto says = [this] {
            const auto labels = m_page->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [](const QLabel *label) { return label->isVisible() && label->text() == u"書けません。"_s; });
        };
        QCOMPARE(m_page->text()->toPlainText(), u"ABC"_s);
        QVERIFY(says());
        m_page->setCurrent(second);
        QVERIFY(m_page->text()->toPlainText() != u"ABC"_s);
        QVERIFY(!says());
        m_page->setCurrent(first);
        QCOMPARE(m_page->text()->toPlainText(), u"ABC"_s);
        QVERIFY(says());
    }

    void aChapterIsAddedAndNamedAtOnce()
    {
        open(u"hatsukaichi"_s);
        choose(u"第1章 策定にあたって"_s);
        QTest::keyClick(m_page->tree(), Qt::Key_Insert);
        settle();
        QVERIFY(m_page->heading()->hasFocus());
        commit(m_page->heading(), u"補章"_s);
        const QStringList now = headings();
        QCOMPARE(now.indexOf(u"1 補章"_s) + 1, now.indexOf(u"1 第2章 基本理念と目指す姿"_s)); // behind all its sections
        QVERIFY(m_document->undoNow());
        QVERIFY(m_document->undoNow());
        QVERIFY(!headings().join(u'|').contains(u"補章"_s));
    }

    void aChapterMovesWithItsSections()
    {
        open(u"hatsukaichi"_s);
        const QStringList before = headings();
        choose(u"第1章 策定にあたって"_s);
        QTest::keyClick(m_page->tree(), Qt::Key_Down, Qt::AltModifier);
        settle();
        const QStringList now = headings();
        QCOMPARE(now.indexOf(u"1 第2章 基本理念と目指す姿"_s), 0);
        const auto moved = now.indexOf(u"1 第1章 策定にあたって"_s);
        QVERIFY(moved > 0);
        QCOMPARE(now.mid(moved, 3), before.first(3));
        QCOMPARE(current()->heading, u"第1章 策定にあたって"_s); // still chosen
        QTest::keyClick(m_page->tree(), Qt::Key_Up, Qt::AltModifier);
        settle();
        QCOMPARE(headings(), before);
        QTest::keyClick(m_page->tree(), Qt::Key_Up, Qt::AltModifier); // the first stays the first
        settle();
        QCOMPARE(headings(), before);
    }

    void aChapterBecomesASectionAndComesOutAgain()
    {
        open(u"izumo"_s);
        const QStringList before = headings();
        choose(u"2. ロードマップ策定の方針"_s);
        QTest::keyClick(m_page->tree(), Qt::Key_Right, Qt::AltModifier);
        settle();
        QCOMPARE(headings().at(1), u"2 2. ロードマップ策定の方針"_s);
        QTest::keyClick(m_page->tree(), Qt::Key_Left, Qt::AltModifier);
        settle();
        QCOMPARE(headings(), before);
    }

    void aRemovedChapterTakesItsSectionsAndFiguresAndComesBackWithThem()
    {
        open(u"katagami"_s);
        const QStringList before = headings();
        const auto figures = plan().rows<Figure>().size();
        QVERIFY(figures > 0);
        choose(u"3. 本市の現状と課題"_s);
        QTest::keyClick(m_page->tree(), Qt::Key_Delete, Qt::ControlModifier);
        settle();
        QCOMPARE(headings().size(), before.size() - 3);
        QCOMPARE(plan().rows<Figure>().size(), 0);
        QVERIFY(m_document->undoNow());
        QCOMPARE(headings(), before);
        QCOMPARE(plan().rows<Figure>().size(), figures);
    }

    void figuresKeepTheirCaptionsAndAreEditedBesideTheText()
    {
        open(u"hatsukaichi"_s);
        choose(u"3 施策の体系"_s);
        GridPanel *figures = m_page->figures();
        QCOMPARE(figures->model()->recordCount(), 1);
        QCOMPARE(figures->model()->index(0, 0).data().toString(), u"図2"_s);
        figures->grid()->goTo(figures->model()->index(0, 1));
        typeInto(*figures->grid(), u"施策の体系図"_s);
        settle();
        QCOMPARE(plan().parts<&Figure::owner>(m_page->current()).first()->caption, u"施策の体系図"_s);
        keepPicture(*m_page, u"chapters-figures"_s);
        choose(u"第1章 策定にあたって"_s);
        QCOMPARE(figures->model()->recordCount(), 0);
    }

    void enterGoesIntoTheTextOfAChapter()
    {
        open(u"izumo"_s);
        choose(u"4. 推進体制"_s);
        QTest::keyClick(m_page->tree(), Qt::Key_Return);
        QVERIFY(m_page->text()->hasFocus());
    }

    void aPictureIsLoadedForAFigureGoesOutAndInAndIsTakenOutAgain()
    {
        open(u"hatsukaichi"_s);
        choose(u"3 施策の体系"_s);
        const Id<Figure> figure = plan().parts<&Figure::owner>(m_page->current()).first()->id;
        const QString path = m_folder.filePath(u"体系図.png"_s);
        QImage image(640, 400, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        QVERIFY(image.save(path));
        m_page->picture()->setChooser([path](QWidget *, const QString &, const QString &) { return path; });
        const auto buttons = m_page->picture()->findChildren<QPushButton *>();
        QVERIFY(buttons[0]->isEnabled());
        QVERIFY(!buttons[1]->isEnabled()); // nothing to take out
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        settle();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(plan().find(figure)->image, file.readAll());
        QVERIFY(m_document->history().undoable()->title.contains(u"画像を読み込む"_s));
        const QPoint middle((buttons[0]->x() - space::small) / 2, m_page->picture()->height() / 2);
        QCOMPARE(m_page->picture()->grab().toImage().pixelColor(middle), QColor(Qt::darkCyan));
        // It goes out and in as the table of figures does.
        const QString folder = m_folder.filePath(u"data"_s);
        QVERIFY(exportTables(plan(), folder).ok());
        Plan copy;
        const auto content = importTables(Plan(), folder, ImportMode::Merge, randomIds());
        QVERIFY(content && applyTo(copy, *content));
        QCOMPARE(copy.find(figure)->image, plan().find(figure)->image);
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        settle();
        QVERIFY(plan().find(figure)->image.isEmpty());
        QVERIFY(m_document->undoNow());
        QVERIFY(!plan().find(figure)->image.isEmpty());
    }

    void aFileThatIsNoPictureIsRefusedInASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("text") << QByteArray("figure") << u"画像として読み取れません"_s;
        QTest::newRow("cut off") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << u"画像として読み取れません"_s;
        QTest::newRow("too large") << QByteArray(FigurePicture::mostBytes + 1, 'x') << u"5MBを超えています"_s;
        QTest::newRow("other files") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
                                                   "<image href='/etc/secret.png' width='9' height='9'/></svg>")
                                     << u"参照しています"_s;
        QTest::newRow("empty") << QByteArray() << u"画像として読み取れません"_s;
    }
    void aFileThatIsNoPictureIsRefusedInASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sentence);
        open(u"hatsukaichi"_s);
        choose(u"3 施策の体系"_s);
        const QString path = m_folder.filePath(u"絵.png"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        m_page->picture()->setChooser([path](QWidget *, const QString &, const QString &) { return path; });
        QTest::mouseClick(m_page->picture()->findChildren<QPushButton *>().first(), Qt::LeftButton);
        settle();
        QVERIFY(!m_document->history().undoable());
        const auto labels = m_page->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"「絵.png」"_s) && label->text().contains(sentence);
        }));
    }

    void aChapterIsLeftOutOfTheBook()
    {
        open(u"izumo"_s);
        choose(u"4. 推進体制"_s);
        QVERIFY(m_page->inBook()->isChecked());
        m_page->inBook()->setFocus();
        QTest::keyClick(m_page->inBook(), Qt::Key_Space);
        settle();
        QVERIFY(!current()->in_book);
        QVERIFY(m_document->undoNow());
        QVERIFY(m_page->inBook()->isChecked());
    }

    void textsOfASurveyAreWrittenHereToo()
    {
        open(u"izumo"_s);
        choose(u"今後の取組の方向性"_s);
        QVERIFY(!m_page->inBook()->isVisible()); // its paper prints all of them
        m_page->text()->setFocus();
        m_page->text()->moveCursor(QTextCursor::End);
        commit(m_page->text(), u"以上。"_s);
        QVERIFY(current()->text.endsWith(u"以上。"_s));
        QCOMPARE(current()->owner.table, TableId::Survey);
    }
};

QTEST_MAIN(TestChapterPage)
#include "tst_chapter_page.moc"
