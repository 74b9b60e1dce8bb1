// SPDX-License-Identifier: GPL-3.0-or-later
// The measure form: every field of one measure in the order of the plan's own sheet template, applied while typing.
#pragma once

#include "models/edit/plan_document.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace shisaku {

class DoubtMark;
struct InputPlace;
class FormField;
class SheetFormRow;

/// Built from the plan's `block` rows. What is typed goes to the document on a pause, on leaving a field and on flush().
class SheetForm : public QWidget {
    Q_OBJECT

public:
    /// The document must outlive the form.
    explicit SheetForm(PlanDocument *document, QWidget *parent = nullptr);

    Id<Measure> measure() const { return m_measure; }
    /// Shows a measure; a null id shows what the place is for. What was typed before is applied first.
    void setMeasure(Id<Measure> measure);
    /// Applies everything typed; it is in the file when the document says so.
    void flush();
    /// Ready for typing another name over the present one.
    void editTitle();
    /// Goes into the first field.
    void takeFocus();

    QSize sizeHint() const override { return {460, 700}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

signals:
    /// Something is typed that the plan does not have yet; flush() hands it over.
    void typed();
    /// The officer wants to see another measure.
    void measureRequested(shisaku::Id<shisaku::Measure> measure);
    /// Something was not taken; the form says so below the field as well.
    void refused(const shisaku::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void buildTitle();
    void buildBlock(const Block &block);
    void buildCategories(const Block &block);
    void buildUnprinted();
    void buildState();
    SheetFormRow *addRow(const QString &label, FormField *part, bool stacked = false);
    void addHeading(const QString &text);
    void follow(const ChangeSet &change);
    void goTo(const InputPlace &place);
    void updateHead();
    void updateDoubts();
    void updateReadOnly();
    void request(int steps);

    PlanDocument *m_document;
    Id<Measure> m_measure;
    QLabel *m_notice;
    QWidget *m_head;
    QLabel *m_title;
    DoubtMark *m_doubt;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_empty;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows = nullptr;
    QList<SheetFormRow *> m_fields;
    FormField *m_titlePart = nullptr;
};

} // namespace shisaku
