// SPDX-License-Identifier: GPL-3.0-or-later
// A typed field of the form, of one line or several.
#pragma once

#include "views/sheet/sheet_form_part.h"

class QLineEdit;
class QTextEdit;

namespace shisaku {

class TextEntry;

/// Where a typed field comes from and goes to.
struct TextSource {
    std::function<QString(Id<Measure>)> read;
    /// The change that stores what was typed, or why it cannot be read.
    std::function<Result<PlanDocument::Recipe>(Id<Measure>, const QString &)> change;
    std::function<QString(Id<Measure>)> doubt;
};

/// A field of the measure's own row.
TextSource measureField(const PlanDocument &document, int field);
/// The text of one block of the sheet.
TextSource blockText(const PlanDocument &document, Id<Block> block);

class TextPart : public SheetPart {
    Q_OBJECT

public:
    enum class Lines { One, Several };

    TextPart(PlanDocument *document, TextSource source, Lines lines, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool readOnly) override;
    QString doubt() const override;
    QWidget *firstInput() const override;
    void setPlaceholder(const QString &text);
    bool holdsRefused() const override { return isRefused(); }
    QString refusedText() const override;
    void takeBackRefused() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeLine();
    void makeLines();
    void fitHeight();
    void apply();
    void applied(Id<Measure> measure, const Result<void> &result);
    void refresh();
    void enter();
    bool takesKey(int key);

    TextSource m_source;
    QLineEdit *m_line = nullptr;
    QTextEdit *m_lines = nullptr;
    TextEntry *m_entry = nullptr;
    Id<Measure> m_measure;
    Visit m_visit = 0;
    QString m_atEntry; // what Esc brings back
    QString m_known;   // what the plan had when the field was last compared with it
    struct OnTheWay {
        int count = 0;
        QString text; ///< The last one; it is shown to whoever comes back before the plan has it.
    };
    QHash<Id<Measure>, OnTheWay> m_onTheWay;
};

} // namespace shisaku
