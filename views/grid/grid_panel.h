// SPDX-License-Identifier: GPL-3.0-or-later
// A grid with its title and tools, what was refused, how it is sorted and filtered, a line to find in it, notes below, and words
// for the time when it is still empty.
#pragma once

#include "views/grid/grid_view.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace shisaku {

class GridFind;
class RefusalLine;

struct GridTexts {
    QString title;             ///< Empty: no title.
    QString empty;             ///< What the place is for.
    QString add;               ///< The one next action: 「最初の年度を入力する」.
    QString addRow = {};       ///< On the button that adds a row; empty: 「行を追加」.
    QStringList addParts = {}; ///< On the buttons that add a row of each further kind: 「＋工程」.
};

/// Where the buttons stand, and how large they are.
enum class GridTools : quint8 {
    Above,      ///< Beside the title.
    Below,      ///< In a row of their own, with arrows that move and nest rows.
    BelowSmall, ///< The same for a form: the grid is as tall as its rows.
};

class GridPanel : public QWidget {
    Q_OBJECT

public:
    GridPanel(PlanDocument *document, GridShape shape, const GridTexts &texts, GridTools tools = GridTools::Above,
              QWidget *parent = nullptr);

    GridView *grid() const { return m_grid; }
    GridModel *model() const { return m_model; }
    void setShape(GridShape shape);
    void setTexts(const GridTexts &texts);
    void setNotes(const QStringList &notes);
    /// Shows only what passes, says so, and offers to show all; an empty function shows all.
    void setFilter(const QString &label, std::function<bool(RowId)> filter);
    /// Goes to a row; what hides it is taken away.
    void showRecord(RowId record);
    /// Goes to the cell of an input; false if it is not here.
    bool goTo(const InputPlace &place);
    /// Puts a tool of its own behind the usual ones.
    void addTool(QWidget *tool);
    void flush() { m_grid->flush(); }
    /// The sentence about what was refused; empty if nothing is.
    QString refusal() const;
    /// Says why something was not done that concerns these rows.
    void refuse(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeTools();
    void makeEmpty();
    QPushButton *addButton(const QString &text, const QString &hint);
    QPushButton *addSmall(const QString &text, const QString &hint);
    /// What can be done now with the row where the officer is.
    void offerTools();
    /// The same, and which rows there are and how they are looked at.
    void followRows();
    void showOrder();
    void showNotes();
    void showRefusal();
    void say(const QString &sentence, bool asks);
    void colour();

    GridModel *m_model;
    GridView *m_grid;
    GridTools m_place;
    GridTexts m_texts;
    QLabel *m_title;
    QHBoxLayout *m_tools;
    QWidget *m_empty;
    QLabel *m_emptyText;
    QPushButton *m_emptyAdd;
    QList<QPushButton *> m_add;  ///< By kind.
    QList<QPushButton *> m_move; ///< ↑ ↓
    QList<QPushButton *> m_nest; ///< ← →
    QPushButton *m_remove = nullptr;
    QPushButton *m_filter = nullptr;
    QWidget *m_order;
    QLabel *m_orderText;
    QPushButton *m_again;
    GridFind *m_find;
    RefusalLine *m_refused;
    QPushButton *m_confirm;
    QLabel *m_notes;
    QStringList m_noteTexts;
    QStringList m_hiddenColumns;
};

} // namespace shisaku
