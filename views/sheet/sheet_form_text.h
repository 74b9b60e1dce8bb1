// SPDX-License-Identifier: GPL-3.0-or-later
// A typed field of the form, of one line or several.
#pragma once

#include "views/sheet/form_field.h"

class QLineEdit;
class QTextEdit;

namespace shisaku {

class TextEntry;

/// Where a typed field comes from and goes to.
struct TextSource {
    std::function<InputPlace(Id<Measure>)> place;
    std::function<QString(Id<Measure>)> read;
    /// How what was typed is stored; refers to the document only.
    std::function<Recipe(Id<Measure>, const QString &)> change;
    std::function<QString(Id<Measure>)> doubt;
    /// What is odd about what the plan has, told below the field; may be left out.
    std::function<QString(Id<Measure>)> oddity = {};
};

/// A field of the measure's own row.
TextSource measureField(const PlanDocument &document, int field);
/// The text of one block of the sheet.
TextSource blockText(const PlanDocument &document, Id<Block> block);

class TextField : public FormField {
    Q_OBJECT

public:
    enum class Lines { One, Several };

    TextField(PlanDocument *document, TextSource source, Lines lines, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool readOnly) override;
    QString doubt() const override;
    QWidget *firstInput() const override;
    bool goTo(const InputPlace &place) override;
    void setPlaceholder(const QString &text);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLine();
    void makeLines();
    void fitHeight();
    void apply();
    void refresh();
    void followInput(const InputPlace &place);
    void enter();
    bool takesKey(int key);

    TextSource m_source;
    QLineEdit *m_line = nullptr;
    QTextEdit *m_lines = nullptr;
    TextEntry *m_entry = nullptr;
    Id<Measure> m_measure;
    UndoGroup m_undoGroup = 0;
    QString m_atEntry; // what Esc brings back
};

} // namespace shisaku
