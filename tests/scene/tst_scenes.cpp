// SPDX-License-Identifier: GPL-3.0-or-later
// Saved scenes: their list follows the plan and its undo, and what they keep comes back unchanged.
#include "models/item/scene_list.h"
#include "models/scene/scene_view.h"
#include "tests/support/samples.h"
#include "tests/support/warnings.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestScenes : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PlanDocument> m_document;

    static QStringList titles(const SceneList &list)
    {
        QStringList shown;
        for (int row = 0; row < list.rowCount(); ++row)
            shown << list.index(row).data(Qt::EditRole).toString();
        return shown;
    }
    static Scene titled(const QString &title, const QString &kind = u"title"_s)
    {
        Scene scene;
        scene.kind = kind;
        scene.title = title;
        return scene;
    }

private slots:
    void init()
    {
        failOnWarnings();
        const QString path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".dxplan"_s);
        m_document = documentOf(smallPlan(randomIds()), path);
    }
    void cleanup() { m_document.reset(); }

    void scenesAreAddedMovedRenamedRemovedAndTakenBack()
    {
        SceneList list(*m_document);
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto settled = [&] { return m_document->flush().ok(); };
        list.add(titled(u"一"_s));
        QVERIFY(settled());
        const Id<Scene> last = list.add(titled(u"三"_s));
        QVERIFY(settled());
        list.add(titled(u"二"_s), list.sceneAt(list.index(0)));
        QVERIFY(settled());
        QCOMPARE(titles(list), QStringList({u"一"_s, u"二"_s, u"三"_s}));

        list.move(list.indexOf(last), -2);
        QVERIFY(settled());
        QCOMPARE(titles(list), QStringList({u"三"_s, u"一"_s, u"二"_s}));
        list.move(list.index(0), -1); // there is no room
        list.move(list.index(2), 1);
        QVERIFY(settled());
        QCOMPARE(titles(list), QStringList({u"三"_s, u"一"_s, u"二"_s}));
        QVERIFY(list.setData(list.index(1), u" 壱 "_s));
        QVERIFY(settled());
        QCOMPARE(titles(list), QStringList({u"三"_s, u"壱"_s, u"二"_s}));
        list.remove(list.index(0));
        QVERIFY(settled());
        QCOMPARE(titles(list), QStringList({u"壱"_s, u"二"_s}));
        QCOMPARE(m_document->history().undoable()->title, u"場面『三』を削除"_s);
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_document->undoNow());
        QCOMPARE(titles(list), QStringList({u"一"_s, u"二"_s, u"三"_s}));
        QVERIFY(m_document->redoNow());
        QCOMPARE(titles(list), QStringList({u"三"_s, u"一"_s, u"二"_s}));
    }

    void aSceneWithoutANameIsCalledByWhatItShows()
    {
        SceneList list(*m_document);
        Scene sheet = titled({}, u"sheet"_s);
        sheet.measure = firstMeasure(*m_document);
        list.add(sheet);
        QVERIFY(m_document->flush());
        QCOMPARE(titles(list), QStringList{u"1 施策名1"_s});
        ChangeBuilder removal(u"施策を削除"_s);
        removal.remove(sheet.measure);
        QVERIFY(m_document->apply(std::move(removal).build()));
        QCOMPARE(list.rowCount(), 0); // the sheet went with its measure
    }

    void aViewIsKeptExactly()
    {
        SceneView view;
        view.grouping = Grouping::fromText(u"department"_s);
        view.filter.text = u"ＲＰＡ"_s;
        view.filter.setKey(FilterField::Year, u"2024"_s, true);
        view.detail = RoadmapDetail::Initiatives;
        view.zoom = -4;
        view.toggled = {1, 0xFFFFFFFFFFFFFFFFu};
        QCOMPARE(SceneView::fromText(view.toText()), view);
        QCOMPARE(view.inWords(m_document->plan()), u"所管課別（検索：ＲＰＡ、年度：令和6年度）"_s);
        for (const QString &damaged : {QString(), u"{"_s, u"[1]"_s, u"{\"zoom\":\"x\",\"folds\":[7,\"zz\"],\"filter\":3}"_s})
            QCOMPARE(SceneView::fromText(damaged), SceneView());
    }
};

QTEST_GUILESS_MAIN(TestScenes)
#include "tst_scenes.moc"
