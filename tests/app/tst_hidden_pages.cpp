// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about pages that nobody looks at: typing costs them nothing, and when they are shown again they are up to date.
#include "app/window/workspace.h"
#include "models/item/check_model.h"
#include "models/item/grid_model.h"
#include "tests/support/warnings.h"
#include "views/effects/effects_page.h"
#include "views/effects/effects_sections.h"
#include "views/pages/body_view.h"
#include "views/pages/tree_view.h"
#include "views/settings/chapter_page.h"
#include "views/settings/chapter_tree.h"
#include "views/sheet/sheet_form.h"
#include "window_test.h"

#include <QApplication>
#include <QComboBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QTreeWidget>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// Counts what the models of hidden pages tell their views.
class Listener : public QObject {
public:
    explicit Listener(const QWidget &workspace)
    {
        for (const QWidget *page : workspace.findChildren<QWidget *>()) {
            if (page->isVisible())
                continue;
            for (const auto *model : page->findChildren<QAbstractItemModel *>(Qt::FindDirectChildrenOnly)) {
                ++m_models;
                const auto count = [this, model] { m_told << QLatin1StringView(model->metaObject()->className()); };
                connect(model, &QAbstractItemModel::dataChanged, this, count);
                connect(model, &QAbstractItemModel::modelReset, this, count);
                connect(model, &QAbstractItemModel::layoutChanged, this, count);
                connect(model, &QAbstractItemModel::rowsInserted, this, count);
                connect(model, &QAbstractItemModel::rowsRemoved, this, count);
                connect(model, &QAbstractItemModel::headerDataChanged, this, count);
            }
        }
    }
    int models() const { return m_models; }
    const QStringList &told() const { return m_told; }

private:
    int m_models = 0;
    QStringList m_told;
};
} // namespace

class HiddenPages : public WindowTest {
    Q_OBJECT

public:
    HiddenPages() : WindowTest(QDate(2023, 10, 5)) {}

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        failOnWarnings();
        m_window = openSample(makeSample(QString::fromLatin1(QTest::currentTestFunction())));
        openEverything();
    }
    void cleanup() { m_window.reset(); }

    void typingInTheFormMakesNoHiddenPageWork()
    {
        const Listener listener(*workspace());
        QVERIFY2(listener.models() >= 12, qPrintable(QString::number(listener.models())));
        auto *text = m_window->findChild<SheetForm *>()->findChild<QTextEdit *>();
        text->setFocus();
        commit(text, u"字"_s);
        QTRY_VERIFY(m_window->document()->isSaved());
        QVERIFY(m_window->document()->sequence() > 1);
        QCoreApplication::processEvents();
        QCOMPARE(listener.told().join(u' '), QString());
    }

    void whatConcernsAHiddenPageWaitsUntilItIsShown()
    {
        const Listener listener(*workspace());
        ChangeBuilder change(u"いろいろ変更"_s);
        const Effect *effect = tool()->document().plan().find(Id<Effect>(tool()->recordAt(0)));
        QVERIFY(effect);
        change.set<&Effect::hours_before>(effect->id, u"98765"_s);
        const Department *office = plan().ordered<Department>().first();
        change.set<&Department::name>(office->id, u"名前の変わった課"_s);
        const QList<const Passage *> passages = plan().ordered<Passage>();
        const auto chapter = std::find_if(passages.begin(), passages.end(),
                                          [](const Passage *row) { return row->owner.row.isNull(); });
        QVERIFY(chapter != passages.end());
        change.set<&Passage::heading>((*chapter)->id, u"新しい見出し"_s);
        QVERIFY(plan().rows<Survey>().size() > 0);
        change.set<&Survey::title>(plan().ordered<Survey>().first()->id, u"名前の変わった調査"_s);
        QVERIFY(m_window->document()->apply(std::move(change).build()).ok());
        QCoreApplication::processEvents();
        QCOMPARE(listener.told().join(u' '), QString());

        lookAtTool();
        QVERIFY(tool()->index(0, 4).data().toString().contains(u"98,765"));
        QVERIFY(listener.told().contains(u"shisaku::GridModel"));
        workspace()->show(u"chapters"_s);
        QVERIFY(headings().join(u'\n').contains(u"新しい見出し"_s));
        workspace()->show(u"survey"_s);
        QStringList rounds;
        for (const QComboBox *list : workspace()->page(u"survey"_s)->findChildren<QComboBox *>()) {
            for (int i = 0; i < list->count(); ++i)
                rounds << list->itemText(i);
        }
        QVERIFY(rounds.join(u'\n').contains(u"名前の変わった調査"_s));
    }

    void rowsThatCameAndWentWhileAPageWasHiddenAreThereAndGone()
    {
        const int before = tool()->rowCount();
        const Effect *known = plan().find(Id<Effect>(tool()->recordAt(0)));
        Effect added = *known;
        added.id = Id<Effect>(m_services.environment.ids());
        added.as_of = PlanTime::fiscalYear(2031);
        ChangeBuilder change(u"年度を追加"_s);
        change.insert(added);
        QVERIFY(m_window->document()->apply(std::move(change).build()).ok());
        QCOMPARE(tool()->rowOf(added.id.row), -1); // nobody looks
        lookAtTool();
        QVERIFY(tool()->rowOf(added.id.row) >= 0);
        workspace()->show(u"roadmap"_s);
        QVERIFY(m_window->document()->undoNow().ok());
        lookAtTool();
        QCOMPARE(tool()->rowOf(added.id.row), -1);
        QCOMPARE(tool()->rowCount(), before);
    }

    void theTreeOfHiddenMeasuresIsDrawnAnewWhenItIsShown()
    {
        auto *tree = m_window->findChild<TreeView *>();
        QVERIFY(!tree->isVisible());
        const Measure *measure = plan().ordered<Measure>().first();
        ChangeBuilder change(u"施策名を変更"_s);
        change.set<&Measure::title>(measure->id, u"体系図で見る名前"_s);
        change.set<&Measure::short_title>(measure->id, QString());
        QVERIFY(m_window->document()->apply(std::move(change).build()).ok());
        const auto texts = [tree] {
            QStringList all;
            for (const TreeBox &box : tree->shown().boxes)
                all << box.text;
            return all.join(u'\n');
        };
        QVERIFY(!texts().contains(u"体系図で見る名前"_s));
        workspace()->show(u"tree"_s);
        QVERIFY(texts().contains(u"体系図で見る名前"_s));
    }

private:
    Workspace *workspace() const { return m_window->findChild<Workspace *>(); }
    const Plan &plan() const { return m_window->document()->plan(); }
    /// The tool that is looked at when the page of results is.
    ToolSection *section() const
    {
        for (ToolSection *section : m_window->findChildren<ToolSection *>()) {
            if (qobject_cast<QStackedWidget *>(section->parentWidget())->currentWidget() == section)
                return section;
        }
        qFatal("no tool is chosen");
    }
    GridModel *tool() const { return section()->part()->model(); }
    void lookAtTool() const
    {
        workspace()->show(u"effects"_s);
        QVERIFY(section()->isVisible());
    }
    QStringList headings() const
    {
        QStringList texts;
        for (QTreeWidgetItemIterator item(m_window->findChild<ChapterPage *>()->tree()); *item; ++item)
            texts << (*item)->text(0);
        return texts;
    }

    /// Every page and every tab on it, as in the course of a day; then the roadmap again.
    void openEverything()
    {
        auto *pages = workspace()->findChild<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(pages->count() >= 8);
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            QCoreApplication::processEvents();
            for (QTabBar *tabs : workspace()->findChildren<QTabBar *>()) {
                for (int tab = tabs->isVisible() && tabs != pages ? tabs->count() : 0; tab-- > 0;)
                    tabs->setCurrentIndex(tab);
            }
            QCoreApplication::processEvents();
        }
        workspace()->show(u"roadmap"_s);
        const auto *check = m_window->findChild<CheckModel *>();
        QTRY_VERIFY(check && !check->isChecking()); // what it has found comes without a change
        QCoreApplication::processEvents();
    }

    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(HiddenPages)
#include "tst_hidden_pages.moc"
