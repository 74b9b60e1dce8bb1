// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about grids in the window: the sum of what is chosen in the status bar, the widths that an officer has set.
#include "app/window/grid_amounts.h"
#include "app/window/workspace.h"
#include "tests/app/window_test.h"
#include "tests/support/warnings.h"
#include "views/grid/grid_view.h"

#include <QApplication>
#include <QHeaderView>
#include <QMouseEvent>
#include <QTreeView>

using namespace shisaku;
using namespace Qt::StringLiterals;

class TestGridWindow : public WindowTest {
    Q_OBJECT

public:
    TestGridWindow() : WindowTest(QDate(2024, 6, 1)) {}

private slots:
    void initTestCase() { prepare(); }
    void init() { failOnWarnings(); }

    void theStatusBarAddsUpWhatIsChosen()
    {
        const auto window = openSample(makeSample(u"sums"_s));
        GridView *grid = gridOf(*window);
        const int column = figuresOf(*grid);
        grid->goTo(grid->model()->index(0, column));
        const auto *amounts = window->findChild<GridAmounts *>();
        QTRY_COMPARE(amounts->text(), QString());
        QTest::keyClick(grid, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(grid, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY2(amounts->text().startsWith(u"合計 "_s), qPrintable(amounts->text()));
        window->findChild<QTreeView *>()->setFocus();
        QTRY_COMPARE(amounts->text(), QString());
    }

    void aWidthThatWasSetIsThereTheNextTime()
    {
        const QString path = makeSample(u"widths"_s);
        int width = 0;
        int column = 0;
        {
            const auto window = openSample(path);
            GridView *grid = gridOf(*window);
            column = figuresOf(*grid);
            QHeaderView *head = grid->horizontalHeader();
            width = grid->columnWidth(column) + 30;
            const QPoint edge(head->sectionViewportPosition(column) + head->sectionSize(column) - 1, head->height() / 2);
            QTest::mousePress(head->viewport(), Qt::LeftButton, {}, edge);
            const QPoint to = edge + QPoint(30, 0);
            QMouseEvent moved(QEvent::MouseMove, to, head->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(head->viewport(), &moved);
            QTest::mouseRelease(head->viewport(), Qt::LeftButton, {}, to);
            QCOMPARE(grid->columnWidth(column), width);
        }
        const auto window = openSample(path);
        QTRY_COMPARE(gridOf(*window)->columnWidth(column), width);
        QCOMPARE(m_services.settings->allKeys().filter(u"widths/"_s).size(), 1);
    }

private:
    /// The grid of results that is shown.
    static GridView *gridOf(MainWindow &window)
    {
        window.findChild<Workspace *>()->show(u"effects"_s);
        GridView *shown = nullptr;
        const auto find = [&] {
            for (GridView *grid : window.findChild<Workspace *>()->findChildren<GridView *>())
                shown = grid->isVisible() && grid->grid().recordCount() > 3 ? grid : shown;
            return shown != nullptr;
        };
        if (!QTest::qWaitFor(find))
            qFatal("no grid is shown");
        QCoreApplication::processEvents();
        return shown;
    }
    /// A column of figures.
    static int figuresOf(const GridView &grid)
    {
        const auto &columns = grid.grid().shape().columns;
        for (int column = 0; column < columns.size(); ++column) {
            if (columns[column].number && !grid.isColumnHidden(column)
                && !grid.model()->index(0, column).data().toString().isEmpty())
                return column;
        }
        qFatal("no column of figures");
    }
};

QTEST_MAIN(TestGridWindow)
#include "tst_grid_window.moc"
