// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/grid_view/grid_trial.h"

#include "models/clip/spreadsheet_text.h"
#include "models/edit/unsaved_input.h"
#include "views/grid/grid_view.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// What a behaviour comes to in a grid: empty if it is as it should be, 「-」 where the grid has nothing to try it on, else why
/// not.
using Outcome = QString;
const QString nothingToTry = u"-"_s;

QStringList *warnings = nullptr;

/// Warnings are told as what is wrong with the behaviour at hand.
void hear(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtInfoMsg && warnings && !message.startsWith(u"This plugin does not support"))
        *warnings << message;
    if (type == QtInfoMsg)
        fprintf(stdout, "%s\n", qPrintable(message));
}

/// A text for a cell that is typed, and another one; empty where nothing can be typed without knowing the plan.
struct Sample {
    QString text;
    QString other;
};

bool isTyped(const QModelIndex &cell)
{
    return cell.flags().testFlag(Qt::ItemIsEditable) && cell.data(GridModel::OptionKeysRole).toStringList().isEmpty();
}

Sample sampleFor(const GridModel &grid, const QModelIndex &cell)
{
    const GridRow row = grid.rowAt(cell.row());
    const GridCell &shown = grid.shape().cell(row.kind, cell.column());
    const Field *field = grid.shape().field(row.kind, cell.column());
    if (shown.write)
        return shown.isLong && !shown.proposals ? Sample{u"試行"_s, u"本格運用"_s} : Sample();
    if (!field || shown.rule)
        return {};
    switch (field->kind) {
    case FieldKind::Text:
        return field->longest > 0 && field->longest < 20 ? Sample() : Sample{u"試しの語"_s, u"別の語"_s};
    case FieldKind::LongText:
        return {u"試しの文"_s, u"別の文"_s};
    case FieldKind::Time:
        return shown.text ? Sample() : Sample{u"R5.4"_s, u"R6.4"_s};
    case FieldKind::Integer:
    case FieldKind::Decimal:
        return {u"7"_s, u"8"_s};
    default:
        return {};
    }
}

/// Types as an input method does: a whole word at once.
void commit(QWidget *widget, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(widget, &event);
}

class Tries : public QObject {
public:
    Tries(GridView *view, PlanDocument &document) : m_view(view), m_document(document) {}

    PlanDocument &document() const { return m_document; }
    GridModel &grid() const { return m_view->grid(); }

    void settle() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(document().isSettled(), 30'000);
        for (int i = 0; i < 3; ++i) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QTRY_VERIFY_WITH_TIMEOUT(document().isSettled(), 30'000);
        }
    }

    QWidget *target() const
    {
        QWidget *focus = QApplication::focusWidget();
        return focus && (focus == m_view || m_view->isAncestorOf(focus)) ? focus : m_view;
    }
    /// The first column that is seen.
    int first() const
    {
        int column = 0;
        while (column + 1 < grid().columnCount() && m_view->isColumnHidden(column))
            ++column;
        return column;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(target(), key, modifiers);
        settle();
    }
    void type(const QString &text) const
    {
        // The first key opens the editor, as it does for an officer; the rest goes in as an input method commits it.
        if (target() == m_view)
            QTest::keyClick(m_view, Qt::Key_F2);
        if (auto *line = qobject_cast<QLineEdit *>(target()))
            line->selectAll();
        else if (auto *lines = qobject_cast<QPlainTextEdit *>(target()))
            lines->selectAll();
        commit(target(), text);
    }
    void go(const QModelIndex &cell) const
    {
        if (QApplication::activeWindow() != m_view->window()) {
            m_view->window()->activateWindow(); // a menu or a list has had the keyboard
            QTRY_COMPARE(QApplication::activeWindow(), m_view->window());
        }
        m_view->goTo(cell);
        settle();
    }
    QModelIndex at(int row, int column) const { return grid().index(row, column); }
    QString text(int row, int column) const { return at(row, column).data().toString(); }

    /// Two typed cells of one column, one below the other, of rows of one kind; invalid where there are none.
    QModelIndex pair() const
    {
        for (int column = 0; column < grid().columnCount(); ++column) {
            if (m_view->isColumnHidden(column))
                continue;
            for (int row = 0; row + 1 < grid().recordCount(); ++row) {
                const QModelIndex cell = at(row, column);
                const QModelIndex below = at(row + 1, column);
                if (isTyped(cell) && isTyped(below) && grid().rowAt(row).kind == grid().rowAt(row + 1).kind
                    && !sampleFor(grid(), cell).text.isEmpty())
                    return cell;
            }
        }
        return {};
    }
    QModelIndex typed() const
    {
        if (const QModelIndex cell = pair(); cell.isValid())
            return cell;
        for (int row = 0; row < grid().recordCount(); ++row) {
            for (int column = 0; column < grid().columnCount(); ++column) {
                if (isTyped(at(row, column)) && !m_view->isColumnHidden(column)
                    && !sampleFor(grid(), at(row, column)).text.isEmpty())
                    return at(row, column);
            }
        }
        return {};
    }
    QModelIndex picked() const
    {
        for (int row = 0; row < grid().recordCount(); ++row) {
            for (int column = 0; column < grid().columnCount(); ++column) {
                if (at(row, column).flags().testFlag(Qt::ItemIsEditable) && !m_view->isColumnHidden(column)
                    && at(row, column).data(GridModel::OptionKeysRole).toStringList().size() > 1)
                    return at(row, column);
            }
        }
        return {};
    }
    /// A cell that cannot be any text: of a number or a time.
    QModelIndex strict() const
    {
        for (int row = 0; row < grid().recordCount(); ++row) {
            for (int column = 0; column < grid().columnCount(); ++column) {
                const Field *field = grid().shape().field(grid().rowAt(row).kind, column);
                const bool kind = field
                                  && (field->kind == FieldKind::Time || field->kind == FieldKind::Decimal
                                      || field->kind == FieldKind::Integer);
                if (kind && isTyped(at(row, column)) && !m_view->isColumnHidden(column))
                    return at(row, column);
            }
        }
        return {};
    }
    void choose(int row, int column, int rows, int columns = 1) const
    {
        go(at(row, column));
        for (int i = 1; i < columns; ++i)
            press(Qt::Key_Right, Qt::ShiftModifier);
        for (int i = 1; i < rows; ++i)
            press(Qt::Key_Down, Qt::ShiftModifier);
    }

    // Each of these leaves the plan changed at will; it is taken back afterwards.

    Outcome typesOver() const
    {
        const QModelIndex cell = typed();
        if (!cell.isValid())
            return nothingToTry;
        const QPersistentModelIndex there(cell);
        const QString wanted = sampleFor(grid(), cell).text;
        go(cell);
        QTest::keyClick(m_view, Qt::Key_7);
        if (target() == m_view)
            return u"a key opens no editor"_s;
        type(wanted);
        press(Qt::Key_Return);
        return there.data().toString().contains(wanted) ? QString() : u"shows "_s + there.data().toString();
    }
    Outcome f2GoesOnWithWhatIsThere() const
    {
        const QModelIndex cell = typed();
        if (!cell.isValid())
            return nothingToTry;
        go(cell);
        QTest::keyClick(m_view, Qt::Key_F2);
        const QWidget *editor = target();
        const auto *line = qobject_cast<const QLineEdit *>(editor);
        const auto *lines = qobject_cast<const QPlainTextEdit *>(editor);
        const QString held = line ? line->text() : lines ? lines->toPlainText() : QString();
        const QString wanted = cell.data(Qt::EditRole).toString();
        press(Qt::Key_Escape);
        if (!line && !lines)
            return u"no editor"_s;
        return held == wanted ? QString() : u"begins with "_s + held;
    }
    Outcome escapeLeavesTheCellAsItWas() const
    {
        const QModelIndex cell = typed();
        if (!cell.isValid())
            return nothingToTry;
        const Digest before = document().digest();
        go(cell);
        type(sampleFor(grid(), cell).text);
        press(Qt::Key_Escape);
        return document().digest() == before && document().unsaved().isEmpty() ? QString() : u"the plan has changed"_s;
    }
    Outcome enterGoesDownAndShiftEnterUp() const
    {
        if (grid().recordCount() < 2)
            return nothingToTry;
        go(at(0, first()));
        press(Qt::Key_Return);
        const int down = m_view->currentIndex().row();
        press(Qt::Key_Return, Qt::ShiftModifier);
        return down == 1 && m_view->currentIndex().row() == 0 ? QString() : u"goes to row %1"_s.arg(down);
    }
    Outcome tabGoesToTheNextCellThatCanBeTypedIn() const
    {
        QModelIndexList cells;
        for (int row = 0; row < grid().recordCount() && cells.size() < 2; ++row) {
            for (int column = 0; column < grid().columnCount() && cells.size() < 2; ++column) {
                if (at(row, column).flags().testFlag(Qt::ItemIsEditable) && !m_view->isColumnHidden(column))
                    cells << at(row, column);
            }
        }
        if (cells.size() < 2)
            return nothingToTry;
        go(cells[0]);
        press(Qt::Key_Tab);
        const bool on = m_view->currentIndex() == cells[1];
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        return on && m_view->currentIndex() == cells[0] ? QString() : u"another cell"_s;
    }
    Outcome endsAndCorners() const
    {
        if (grid().recordCount() < 1)
            return nothingToTry;
        int last = grid().columnCount() - 1;
        while (m_view->isColumnHidden(last))
            --last;
        go(at(0, first()));
        press(Qt::Key_End);
        const bool end = m_view->currentIndex() == at(0, last);
        press(Qt::Key_Home);
        const bool home = m_view->currentIndex() == at(0, first());
        press(Qt::Key_End, Qt::ControlModifier);
        const QModelIndex corner = m_view->currentIndex();
        press(Qt::Key_Home, Qt::ControlModifier);
        const bool back = m_view->currentIndex() == at(0, first());
        press(Qt::Key_Down, Qt::ControlModifier);
        const bool jumps = grid().recordCount() < 2 || m_view->currentIndex().row() > 0;
        return end && home && corner.column() == last && corner.row() >= grid().recordCount() - 1 && back && jumps
                   ? QString()
                   : u"end %1 home %2 back %3 jumps %4"_s.arg(end).arg(home).arg(back).arg(jumps);
    }
    Outcome shiftExtendsAndControlAChoosesAll() const
    {
        if (grid().recordCount() < 2 || grid().columnCount() < 2)
            return nothingToTry;
        choose(0, first(), 2);
        const auto two = m_view->selectionModel()->selectedIndexes().size();
        press(Qt::Key_A, Qt::ControlModifier);
        const auto all = m_view->selectionModel()->selectedIndexes().size();
        return two == 2 && all >= qsizetype(grid().recordCount()) ? QString() : u"%1 and %2 cells"_s.arg(two).arg(all);
    }
    Outcome copiesTextAndATable() const
    {
        if (grid().recordCount() < 2)
            return nothingToTry;
        choose(0, first(), 2);
        press(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        return data->text() == textFromIndexes(m_view->selectionModel()->selectedIndexes()) && data->html().contains(u"<table"_s)
                       && data->html().contains(u"<th"_s)
                   ? QString()
                   : u"no table"_s;
    }
    Outcome pastesABlockAsOneStep() const
    {
        const QModelIndex cell = pair();
        if (!cell.isValid())
            return nothingToTry;
        const QPersistentModelIndex first(cell);
        const QPersistentModelIndex second(cell.siblingAtRow(cell.row() + 1));
        const Sample sample = sampleFor(grid(), cell);
        const Digest before = document().digest();
        go(cell);
        QGuiApplication::clipboard()->setText(sample.text + u'\n' + sample.other + u'\n');
        press(Qt::Key_V, Qt::ControlModifier);
        const QString shown = first.data().toString() + u'|' + second.data().toString();
        document().undo();
        settle();
        if (shown != sample.text + u'|' + sample.other)
            return u"shows "_s + shown;
        return document().digest() == before ? QString() : u"more than one step"_s;
    }
    Outcome aPasteThatFailsNamesRowAndColumn() const
    {
        const QModelIndex cell = strict();
        if (!cell.isValid())
            return nothingToTry;
        const Digest before = document().digest();
        QString said;
        const auto heard = connect(&grid(), &GridModel::refused, this, [&](const Error &error) { said = error.message(); });
        go(cell);
        QGuiApplication::clipboard()->setText(u"いつか\tあれこれ\n"_s);
        press(Qt::Key_V, Qt::ControlModifier);
        disconnect(heard);
        if (!(document().digest() == before))
            return u"something was taken"_s;
        return said.contains(u"1行目"_s) && said.contains(grid().shape().columns[cell.column()].header) ? QString()
                                                                                                        : u"says "_s + said;
    }
    Outcome rowsTooManyAreAddedOrRefused() const
    {
        const QModelIndex cell = typed();
        if (!cell.isValid())
            return nothingToTry;
        const Sample sample = sampleFor(grid(), cell);
        int last = grid().recordCount() - 1;
        while (last > 0 && !isTyped(at(last, cell.column())))
            --last;
        const int before = grid().recordCount();
        const Digest digest = document().digest();
        bool refused = false;
        const auto heard = connect(&grid(), &GridModel::refused, this, [&] { refused = true; });
        go(at(last, cell.column()));
        QStringList lines;
        for (int i = 0; i < before - last + 2; ++i)
            lines << sample.text;
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
        press(Qt::Key_V, Qt::ControlModifier);
        disconnect(heard);
        if (refused)
            return document().digest() == digest ? QString() : u"refused, and half taken"_s;
        return grid().recordCount() == before + 2 ? QString() : u"%1 rows became %2"_s.arg(before).arg(grid().recordCount());
    }
    Outcome oneCellFillsTheSelection() const
    {
        const QModelIndex cell = pair();
        if (!cell.isValid())
            return nothingToTry;
        const QPersistentModelIndex first(cell);
        const QPersistentModelIndex second(cell.siblingAtRow(cell.row() + 1));
        const QString wanted = sampleFor(grid(), cell).text;
        choose(cell.row(), cell.column(), 2);
        QGuiApplication::clipboard()->setText(wanted);
        press(Qt::Key_V, Qt::ControlModifier);
        return first.data().toString() == wanted && second.data().toString() == wanted ? QString()
                                                                                       : u"shows "_s + second.data().toString();
    }
    Outcome controlDFillsDown() const
    {
        const QModelIndex cell = pair();
        if (!cell.isValid())
            return nothingToTry;
        const QPersistentModelIndex second(cell.siblingAtRow(cell.row() + 1));
        const QString wanted = sampleFor(grid(), cell).text;
        go(cell);
        type(wanted);
        press(Qt::Key_Return);
        choose(second.row() - 1, second.column(), 2);
        press(Qt::Key_D, Qt::ControlModifier);
        return second.data().toString() == wanted ? QString() : u"shows "_s + second.data().toString();
    }
    Outcome deleteClearsTheBlockAsOneStep() const
    {
        const QModelIndex cell = pair();
        const Field *field = cell.isValid() ? grid().shape().field(grid().rowAt(cell.row()).kind, cell.column()) : nullptr;
        if (!cell.isValid() || (field && field->required))
            return nothingToTry;
        const QPersistentModelIndex first(cell);
        const QPersistentModelIndex second(cell.siblingAtRow(cell.row() + 1));
        const Sample sample = sampleFor(grid(), cell);
        go(cell);
        QGuiApplication::clipboard()->setText(sample.text + u'\n' + sample.other + u'\n');
        press(Qt::Key_V, Qt::ControlModifier);
        choose(first.row(), first.column(), 2);
        press(Qt::Key_Delete);
        if (!first.data().toString().isEmpty() || !second.data().toString().isEmpty())
            return u"shows "_s + first.data().toString();
        document().undo();
        settle();
        return first.data().toString() == sample.text && second.data().toString() == sample.other ? QString()
                                                                                                  : u"more than one step"_s;
    }
    Outcome controlPlusAddsAndMinusRemoves() const
    {
        if (!grid().shape().canAdd || grid().recordCount() < 1)
            return nothingToTry;
        const int before = grid().recordCount();
        go(at(0, first()));
        press(Qt::Key_Plus, Qt::ControlModifier);
        if (grid().recordCount() != before + 1)
            return u"adds %1 rows"_s.arg(grid().recordCount() - before);
        if (target() == m_view)
            return u"the new row is not edited"_s;
        press(Qt::Key_Escape); // untouched, it goes
        if (grid().recordCount() != before)
            return u"the row that was left stays"_s;
        document().undo();
        settle();
        const bool back = grid().recordCount() > before;
        document().redo();
        settle();
        if (back)
            return u"undoing brings the empty row back"_s;
        return {};
    }
    Outcome altMovesRows() const
    {
        if (!grid().shape().canMove || grid().recordCount() < 2)
            return nothingToTry;
        QString said;
        for (int row = 0; row + 1 < grid().recordCount(); ++row) {
            const RowId moved = grid().recordAt(row);
            const int kind = grid().rowAt(row).kind;
            const int level = grid().rowAt(row).level;
            int next = row + 1;
            while (next < grid().recordCount() && grid().rowAt(next).level > level)
                ++next;
            if (next >= grid().recordCount() || grid().rowAt(next).level != level || grid().rowAt(next).kind != kind)
                continue;
            go(at(row, first()));
            press(Qt::Key_Down, Qt::AltModifier);
            if (grid().rowOf(moved) == row)
                return u"stays"_s;
            return m_view->currentRecord() == moved ? QString() : u"another row is current"_s;
        }
        return nothingToTry;
    }
    Outcome whatIsRefusedStaysMarkedInTheRegister() const
    {
        const QModelIndex cell = strict();
        if (!cell.isValid())
            return nothingToTry;
        const QPersistentModelIndex there(cell);
        go(cell);
        type(u"いつか"_s);
        press(Qt::Key_Return);
        const bool stays = there.data().toString() == u"いつか" && !there.data(GridModel::RefusedRole).toString().isEmpty()
                           && document().unsaved().count() == 1;
        document().unsaved().dropAll();
        settle();
        return stays ? QString() : u"shows "_s + there.data().toString();
    }
    Outcome anInputMethodKeepsItsKeys() const
    {
        const QModelIndex cell = typed();
        if (!cell.isValid())
            return nothingToTry;
        const Digest before = document().digest();
        go(cell);
        QTest::keyClick(m_view, Qt::Key_F2);
        QWidget *editor = target();
        if (editor == m_view)
            return u"no editor"_s;
        QInputMethodEvent composing(u"しせ"_s, {});
        QCoreApplication::sendEvent(editor, &composing);
        QTest::keyClick(editor, Qt::Key_Return); // takes a proposal of the input method
        const bool open = target() == editor;
        QInputMethodEvent done;
        QCoreApplication::sendEvent(target(), &done);
        press(Qt::Key_Escape);
        return open && document().digest() == before ? QString() : u"Enter ended the editing"_s;
    }
    Outcome numbersAreReadAsOfficesWriteThem() const
    {
        for (int row = 0; row < grid().recordCount(); ++row) {
            for (int column = 0; column < grid().columnCount(); ++column) {
                const Field *field = grid().shape().field(grid().rowAt(row).kind, column);
                if (!field || field->kind != FieldKind::Decimal || !isTyped(at(row, column)) || m_view->isColumnHidden(column))
                    continue;
                const QPersistentModelIndex there(at(row, column));
                go(there);
                type(u"１,２００"_s);
                press(Qt::Key_Return);
                return there.data().toString().remove(u',').contains(u"1200"_s) ? QString() : u"shows "_s + there.data().toString();
            }
        }
        return nothingToTry;
    }
    Outcome leavingACellChangesNothing() const
    {
        const Digest before = document().digest();
        QSet<std::pair<int, int>> tried;
        bool any = false;
        for (int row = 0; row < qMin(40, grid().recordCount()); ++row) {
            for (int column = 0; column < grid().columnCount(); ++column) {
                const std::pair<int, int> sort{grid().rowAt(row).kind, column};
                const QModelIndex cell = at(row, column);
                if (!cell.flags().testFlag(Qt::ItemIsEditable) || m_view->isColumnHidden(column)
                    || (tried.contains(sort) && cell.data().toString().isEmpty()) || (tried.contains(sort) && row > 3))
                    continue;
                tried.insert(sort);
                any = true;
                go(cell);
                QTest::keyClick(m_view, Qt::Key_F2);
                if (auto *list = qobject_cast<QComboBox *>(target()))
                    list->hidePopup();
                press(Qt::Key_Return);
                if (!(document().digest() == before) || !document().unsaved().isEmpty())
                    return u"「%1」 of row %2"_s.arg(grid().shape().columns[column].header).arg(row);
            }
        }
        return any ? QString() : nothingToTry;
    }
    Outcome aClickOpensAList() const
    {
        const QModelIndex cell = picked();
        if (!cell.isValid())
            return nothingToTry;
        go(cell);
        m_view->scrollTo(cell);
        settle();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(cell).center());
        settle();
        auto *list = m_view->viewport()->findChild<QComboBox *>();
        const bool open = list && list->view()->isVisible();
        if (open)
            QTest::keyClick(list->view(), Qt::Key_Escape);
        settle();
        return open ? QString() : u"no list"_s;
    }
    Outcome digitsPick() const
    {
        for (int column = 0; column < grid().columnCount(); ++column) {
            if (grid().recordCount() == 0 || !at(0, column).data(GridModel::KeysPickRole).toBool())
                continue;
            const QPersistentModelIndex there(at(0, column));
            const QStringList keys = there.data(GridModel::OptionKeysRole).toStringList();
            go(there);
            press(Qt::Key_2);
            return there.data(Qt::EditRole).toString() == keys.value(1) ? QString() : u"shows "_s + there.data().toString();
        }
        return nothingToTry;
    }
    Outcome aClickOnTheHeadSortsAndTheOrderOfThePlanComesBack() const
    {
        if (grid().recordCount() < 2)
            return nothingToTry;
        QStringList before;
        for (int row = 0; row < grid().recordCount(); ++row)
            before << grid().recordAt(row).toText();
        const int column = first();
        const Digest digest = document().digest();
        QHeaderView *head = m_view->horizontalHeader();
        go(at(0, column));
        const QPoint place(m_view->visualRect(at(0, column)).left() + 8, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, place);
        settle();
        if (grid().order().column != column)
            return u"not sorted"_s;
        QString said;
        const auto heard = connect(&grid(), &GridModel::refused, this, [&](const Error &error) { said = error.message(); });
        if (grid().shape().canMove) {
            go(at(0, column));
            press(Qt::Key_Down, Qt::AltModifier);
            if (said.isEmpty())
                return u"rows move while sorted"_s;
        }
        disconnect(heard);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, place);
        settle();
        QStringList after;
        for (int row = 0; row < grid().recordCount(); ++row)
            after << grid().recordAt(row).toText();
        return after == before && document().digest() == digest ? QString() : u"another order"_s;
    }
    Outcome aFilterShowsWhatIsTicked() const
    {
        if (grid().recordCount() < 2)
            return nothingToTry;
        int column = -1;
        for (int each = 0; each < grid().columnCount() && column < 0; ++each) {
            if (grid().valuesOf(each).size() > 1)
                column = each;
        }
        if (column < 0)
            return nothingToTry;
        const int before = grid().recordCount();
        GridOrder order;
        order.kept.insert(column, {grid().valuesOf(column).last().text});
        grid().setOrder(order);
        settle();
        const int shown = grid().recordCount();
        grid().setOrder({});
        settle();
        return shown > 0 && shown < before && grid().recordCount() == before ? QString()
                                                                             : u"%1 of %2 rows"_s.arg(shown).arg(before);
    }
    Outcome theChosenCellsAreAddedUp() const
    {
        if (grid().recordCount() < 2)
            return nothingToTry;
        QString told;
        const auto heard = connect(m_view, &GridView::amountsTold, this, [&](const QString &words) { told = words; });
        press(Qt::Key_A, Qt::ControlModifier);
        settle();
        disconnect(heard);
        return told.contains(u"個数"_s) ? QString() : u"says "_s + told;
    }
    Outcome wordsAreFound() const
    {
        for (int row = grid().recordCount() - 1; row >= 0; --row) {
            for (int column = 0; column < grid().columnCount(); ++column) {
                const QString words = text(row, column);
                if (words.size() < 2 || m_view->isColumnHidden(column))
                    continue;
                go(at(0, first()));
                const bool found = m_view->findNext(words) || m_view->currentIndex().data().toString().contains(words);
                return found && m_view->currentIndex().data().toString().contains(words) ? QString() : u"not found"_s;
            }
        }
        return nothingToTry;
    }
    Outcome theMenuHasTheSameCommands() const
    {
        if (grid().recordCount() < 1)
            return nothingToTry;
        QStringList texts;
        const auto heard = connect(m_view, &GridView::menuAsked, this, [&](QMenu *menu) {
            for (const QAction *action : menu->actions())
                texts << action->text();
            QMetaObject::invokeMethod(menu, &QMenu::close, Qt::QueuedConnection);
        });
        go(at(0, first()));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, m_view->visualRect(m_view->currentIndex()).center(), QPoint(10, 10));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        settle();
        disconnect(heard);
        const QString all = texts.join(u'|');
        for (const QString &wanted : {u"コピー"_s, u"貼り付け"_s, u"下へ複写"_s, u"値を消去"_s, u"検索"_s}) {
            if (!all.contains(wanted))
                return wanted + u" is missing: "_s + all;
        }
        return {};
    }
    Outcome aDraggedWidthStays() const
    {
        const int column = first();
        QHeaderView *head = m_view->horizontalHeader();
        if (grid().recordCount() > 0)
            go(at(0, column));
        const int before = m_view->columnWidth(column);
        const int left = grid().rowCount() > 0 ? m_view->visualRect(at(0, column)).left() : head->sectionViewportPosition(column);
        const QPoint edge(left + before - 1, head->height() / 2);
        QTest::mousePress(head->viewport(), Qt::LeftButton, {}, edge);
        QTest::mouseMove(head->viewport(), edge + QPoint(10, 0));
        QMouseEvent move(QEvent::MouseMove, edge + QPoint(30, 0), head->viewport()->mapToGlobal(edge + QPoint(30, 0)), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(head->viewport(), &move);
        QTest::mouseRelease(head->viewport(), Qt::LeftButton, {}, edge + QPoint(30, 0));
        settle();
        const int dragged = m_view->columnWidth(column);
        if (dragged == before)
            return u"not wider than %1 at %2"_s.arg(before).arg(left);
        const QModelIndex cell = typed();
        if (cell.isValid()) {
            go(cell);
            type(sampleFor(grid(), cell).text);
            press(Qt::Key_Return);
        }
        return m_view->columnWidth(column) == dragged ? QString() : u"fitted again after a change"_s;
    }

    struct Behaviour {
        QString name;
        Outcome (Tries::*tried)() const;
    };
    static QList<Behaviour> behaviours()
    {
        return {{u"type over"_s, &Tries::typesOver},
                {u"F2 edits"_s, &Tries::f2GoesOnWithWhatIsThere},
                {u"Esc"_s, &Tries::escapeLeavesTheCellAsItWas},
                {u"Enter, Shift+Enter"_s, &Tries::enterGoesDownAndShiftEnterUp},
                {u"Tab, Shift+Tab"_s, &Tries::tabGoesToTheNextCellThatCanBeTypedIn},
                {u"Home, End, Ctrl+arrows"_s, &Tries::endsAndCorners},
                {u"Shift, Ctrl+A"_s, &Tries::shiftExtendsAndControlAChoosesAll},
                {u"copy with format"_s, &Tries::copiesTextAndATable},
                {u"paste: one step"_s, &Tries::pastesABlockAsOneStep},
                {u"paste: row, column, reason"_s, &Tries::aPasteThatFailsNamesRowAndColumn},
                {u"paste: rows too many"_s, &Tries::rowsTooManyAreAddedOrRefused},
                {u"one cell fills"_s, &Tries::oneCellFillsTheSelection},
                {u"Ctrl+D"_s, &Tries::controlDFillsDown},
                {u"Delete: block"_s, &Tries::deleteClearsTheBlockAsOneStep},
                {u"Ctrl++, Esc"_s, &Tries::controlPlusAddsAndMinusRemoves},
                {u"Alt+arrows"_s, &Tries::altMovesRows},
                {u"refused: stays, marked"_s, &Tries::whatIsRefusedStaysMarkedInTheRegister},
                {u"IME"_s, &Tries::anInputMethodKeepsItsKeys},
                {u"written numbers"_s, &Tries::numbersAreReadAsOfficesWriteThem},
                {u"leaving erases nothing"_s, &Tries::leavingACellChangesNothing},
                {u"click opens list"_s, &Tries::aClickOpensAList},
                {u"keys 1-9"_s, &Tries::digitsPick},
                {u"sort"_s, &Tries::aClickOnTheHeadSortsAndTheOrderOfThePlanComesBack},
                {u"filter"_s, &Tries::aFilterShowsWhatIsTicked},
                {u"sum, mean, count"_s, &Tries::theChosenCellsAreAddedUp},
                {u"find"_s, &Tries::wordsAreFound},
                {u"menu"_s, &Tries::theMenuHasTheSameCommands},
                {u"widths"_s, &Tries::aDraggedWidthStays}};
    }

private:
    GridView *m_view;
    PlanDocument &m_document;
};
} // namespace

QStringList behaviours()
{
    QStringList names;
    for (const Tries::Behaviour &behaviour : Tries::behaviours())
        names << behaviour.name;
    return names;
}

GridTrial tryBehaviours(GridView *view, PlanDocument &document)
{
    Tries tries(view, document);
    GridModel &grid = view->grid();
    while (grid.shape().canAdd && grid.recordCount() < 2) { // something to try it on
        const int before = grid.recordCount();
        grid.beginUndoGroup();
        grid.addRecord();
        tries.settle();
        if (grid.recordCount() == before)
            break;
    }
    GridTrial trial{grid.shape().key, {}, {}};
    for (const Tries::Behaviour &behaviour : Tries::behaviours()) {
        const Digest before = document.digest();
        QStringList warned;
        warnings = &warned;
        Outcome outcome = (tries.*behaviour.tried)();
        warnings = nullptr;
        if (!warned.isEmpty())
            outcome += u" warns: "_s + warned.join(u' ');
        view->flush();
        document.unsaved().dropAll();
        tries.settle();
        for (int steps = 0; steps < 20 && !(document.digest() == before); ++steps) {
            document.undo();
            tries.settle();
        }
        grid.setOrder({});
        tries.settle();
        trial.verdicts << (outcome.isEmpty() ? u"yes"_s : outcome == nothingToTry ? u"-"_s : u"NO"_s);
        if (!outcome.isEmpty() && outcome != nothingToTry)
            trial.wrong << u"%1: %2: %3"_s.arg(trial.grid, behaviour.name, outcome);
    }
    return trial;
}

void hearWarnings()
{
    qInstallMessageHandler(&hear);
}

} // namespace shisaku
