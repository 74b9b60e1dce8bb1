// SPDX-License-Identifier: GPL-3.0-or-later
// 本文: the chapters of the plan and of its survey papers as a tree, and beside it the heading, text and figures of the chosen one.
#pragma once

#include "models/document/chapters.h"
#include "views/settings/settings_edits.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLineEdit;
class QPushButton;
class QTextEdit;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace shisaku {

class ChapterTree;
class FigurePanel;
class GridPanel;
class RefusalLine;
class TypedField;

class ChapterPage : public QWidget {
    Q_OBJECT

public:
    /// The document must outlive the page.
    explicit ChapterPage(PlanDocument *document, QWidget *parent = nullptr);

    ChapterTree *tree() const { return m_tree; }
    QLineEdit *heading() const { return m_heading; }
    QTextEdit *text() const { return m_text; }
    QCheckBox *inBook() const { return m_inBook; }
    GridPanel *figures() const { return m_figures; }
    /// The picture of the chosen figure; asks for files through the chooser it is given.
    FigurePanel *picture() const { return m_picture; }
    Id<Passage> current() const { return m_current; }
    void setCurrent(Id<Passage> passage);
    /// Sends what is typed and not yet sent.
    void flush();

signals:
    void failed(const shisaku::Error &error);

private:
    QWidget *makeList();
    QWidget *makeText();
    QPushButton *addButton(const QString &text, const QString &hint);
    void fill();
    void choose(QTreeWidgetItem *item);
    void showPassage(Id<Passage> passage);
    void showInBook();
    void add();
    void refuse(const QString &sentence);
    void send(Recipe recipe);

    PlanDocument *m_document;
    SettingsEdits *m_edits;
    ChapterTree *m_tree;
    QPushButton *m_add = nullptr;
    QList<QPushButton *> m_needCurrent;
    QLineEdit *m_heading;
    QTextEdit *m_text;
    QCheckBox *m_inBook;
    GridPanel *m_figures = nullptr;
    FigurePanel *m_picture = nullptr;
    RefusalLine *m_refusal;
    TypedField *m_headingField;
    TypedField *m_textField;
    Id<Passage> m_current;
    Owner m_owner; ///< Of the text the current passage, or the chosen title of a text, belongs to.
    Id<Passage> m_coming;
    bool m_filling = false;
};

} // namespace shisaku
