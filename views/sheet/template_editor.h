// SPDX-License-Identifier: GPL-3.0-or-later
// 票の様式: the blocks of the measure sheet on a copy, with the printed sheet beside them; applied as one change on 決定.
#pragma once

#include "models/document/sheet_template.h"
#include "models/edit/unsaved_input.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace shisaku {

class RefusalLine;
class SheetPreview;

/// Where templates come from and go to besides the plan; given by the program.
struct TemplateSources {
    struct Named {
        QString name;
        SheetTemplate blocks;
    };
    QList<Named> builtIn;
    /// Asks for a file and reads it; nothing when the officer thinks better of it.
    std::function<Result<std::optional<SheetTemplate>>(QWidget *)> load;
    /// Asks for a file and writes it.
    std::function<Result<void>(QWidget *, const SheetTemplate &)> save;
};

class TemplateEditor : public QDialog {
    Q_OBJECT

public:
    /// `measure` is the one whose sheet is shown; null: the first. The document must outlive the dialog.
    TemplateEditor(PlanDocument *document, Id<Measure> measure, TemplateSources sources, QWidget *parent = nullptr);

    const SheetTemplate &blocks() const { return m_blocks; }
    QListWidget *list() const { return m_list; }
    QComboBox *templates() const { return m_templates; }
    QLineEdit *labelInput() const { return m_label; }
    QTreeWidget *levels() const { return m_levels; }
    SheetPreview *preview() const { return m_preview; }
    /// The sentence about what stands against the template or goes with it; empty if nothing.
    QString notice() const;

    void addBlock(const QString &kind);
    void removeCurrent();
    void moveCurrent(int steps);

public slots:
    void accept() override;
    void reject() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildForm(QFormLayout *form);
    void fillList(int current);
    void showBlock();
    void commitBlock();
    void fillPlaces(const Block &block);
    void fillLevels(const Block &block);
    QString keyFromLevels() const;
    void adopt(const SheetTemplate &blocks);
    void changed();
    int current() const;

    PlanDocument *m_document;
    Id<Measure> m_measure;
    TemplateSources m_sources;
    SheetTemplate m_blocks;
    QListWidget *m_list;
    QComboBox *m_templates;
    QWidget *m_form;
    QLabel *m_kind;
    QLineEdit *m_label;
    QLineEdit *m_group;
    QComboBox *m_place;
    QSpinBox *m_height;
    QCheckBox *m_required;
    QLabel *m_levelsLabel;
    QTreeWidget *m_levels;
    RefusalLine *m_notice;
    SheetPreview *m_preview;
    QPushButton *m_accept = nullptr;
    QTimer m_pause;
    bool m_showing = false;
    bool m_waiting = false;
};

} // namespace shisaku
