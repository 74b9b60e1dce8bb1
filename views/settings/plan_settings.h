// SPDX-License-Identifier: GPL-3.0-or-later
// 計画の設定: what shapes a plan, on pages of one dialog. Every change is in the file at once and can be undone.
#pragma once

#include "views/settings/settings_edits.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace shisaku {

class ChoicePage;
class ClassificationPage;
class DepartmentPage;
class GlossaryPage;
class GridPanel;
class PlanPage;

class PlanSettings : public QDialog {
    Q_OBJECT

public:
    /// The document must outlive the dialog.
    explicit PlanSettings(PlanDocument *document, QWidget *parent = nullptr);

    /// Goes to the page and the row where a row is edited; false if it is not edited here.
    bool showRow(const Owner &place);

    QListWidget *contents() const { return m_contents; }
    PlanPage *planPage() const { return m_plan; }
    ClassificationPage *classificationPage() const { return m_classifications; }
    ChoicePage *choicePage() const { return m_choices; }
    DepartmentPage *departmentPage() const { return m_departments; }
    GlossaryPage *glossaryPage() const { return m_glossary; }
    GridPanel *relatedPlanPage() const { return m_related; }
    QPushButton *undoButton() const { return m_undo; }
    QPushButton *redoButton() const { return m_redo; }

public slots:
    void done(int result) override;

private:
    void addPage(const QString &title, QWidget *page);
    void updateButtons();

    SettingsEdits *m_edits;
    QListWidget *m_contents;
    QStackedWidget *m_pages;
    PlanPage *m_plan;
    ClassificationPage *m_classifications;
    ChoicePage *m_choices;
    DepartmentPage *m_departments;
    GlossaryPage *m_glossary;
    GridPanel *m_related;
    QPushButton *m_undo;
    QPushButton *m_redo;
};

} // namespace shisaku
