// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the settings: title page, classifications, choices, departments.
#pragma once

#include "views/grid/grid_panel.h"
#include "views/settings/settings_edits.h"

class QComboBox;
class QFormLayout;
class QPushButton;

namespace shisaku {

class RefusalLine;
class TextEntry;

/// The title page of the plan, its period, the years it shows, and how measures are numbered.
class PlanPage : public QWidget {
    Q_OBJECT

public:
    explicit PlanPage(SettingsEdits *edits, QWidget *parent = nullptr);

    /// The input of a field of the plan's row.
    QWidget *input(int field) const { return m_inputs.value(field); }
    QString refusal() const;
    /// Takes what is typed and not yet taken.
    void flush();

private:
    void addInput(QFormLayout *form, int field);
    InputPlace place(int field) const;
    void show();
    void showRefusal();
    void commit(int field);
    void submit(int field, const QString &typed);

    SettingsEdits *m_edits;
    QMap<int, QWidget *> m_inputs;
    QMap<int, TextEntry *> m_entries; ///< Of the inputs that are lines.
    UndoGroup m_undoGroup = 0;
    RefusalLine *m_refusal;
};

/// The classifications, and the tree of the one chosen.
class ClassificationPage : public QWidget {
    Q_OBJECT

public:
    explicit ClassificationPage(SettingsEdits *edits, QWidget *parent = nullptr);

    GridPanel *classifications() const { return m_classifications; }
    GridPanel *categories() const { return m_categories; }
    QPushButton *renumber() const { return m_renumber; }

private:
    void showTree(Id<Classification> classification);
    void updateButtons();

    SettingsEdits *m_edits;
    GridPanel *m_classifications;
    GridPanel *m_categories;
    QPushButton *m_renumber;
    Id<Classification> m_current;
};

/// The plan's own lists: 区分, 期間区分, 進捗状況 and so on.
class ChoicePage : public QWidget {
    Q_OBJECT

public:
    explicit ChoicePage(SettingsEdits *edits, QWidget *parent = nullptr);

    QComboBox *list() const { return m_list; }
    GridPanel *rows() const { return m_rows; }

private:
    QComboBox *m_list;
    GridPanel *m_rows;
};

/// The departments in 建制順; readings that are missing are proposed, and entered when it is asked for.
class DepartmentPage : public QWidget {
    Q_OBJECT

public:
    explicit DepartmentPage(SettingsEdits *edits, QWidget *parent = nullptr);

    GridPanel *rows() const { return m_rows; }
    QPushButton *readings() const { return m_readings; }

private:
    void follow();

    SettingsEdits *m_edits;
    GridPanel *m_rows;
    QPushButton *m_readings;
};

/// The bodies of the 推進体制, as a tree.
GridPanel *makeBodyPage(PlanDocument *document, QWidget *parent = nullptr);

} // namespace shisaku
