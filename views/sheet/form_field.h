// SPDX-License-Identifier: GPL-3.0-or-later
// What every field of the measure form has in common: it shows one measure, says below itself why a change was refused.
#pragma once

#include "models/edit/unsaved_input.h"
#include "views/look/look.h"

#include <QWidget>

class QFrame;
class QVBoxLayout;

namespace shisaku {

class RefusalLine;

/// ⚠ in the warn colour; its tool tip says what is 要原典確認.
class DoubtMark : public QWidget {
    Q_OBJECT

public:
    explicit DoubtMark(QWidget *parent = nullptr);
    /// Hides the mark when there is nothing to say.
    void setText(const QString &doubt);
    static void paintMark(QPainter &painter, const QRectF &place, const QColor &colour);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Draws a field's frame in a quiet colour, and in the accent while `input` has the focus. Lives as long as the frame.
class FieldFrame : public QObject {
    Q_OBJECT

public:
    FieldFrame(QFrame *frame, QWidget *input);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void colour();

    QFrame *m_frame;
    QWidget *m_input;
};

class FormField : public QWidget {
    Q_OBJECT

public:
    explicit FormField(PlanDocument *document, QWidget *parent = nullptr);

    /// Shows another measure; what was typed before is applied first.
    virtual void setMeasure(Id<Measure> measure) = 0;
    /// Applies what is typed and not yet applied.
    virtual void flush() {}
    virtual void setReadOnly(bool readOnly) = 0;
    /// What is 要原典確認 about this part; empty if nothing.
    virtual QString doubt() const { return {}; }
    /// Where the label's mnemonic and a mouse click on it lead.
    virtual QWidget *firstInput() const = 0;
    /// Takes the keyboard to an input; false if it is not one of this part.
    virtual bool goTo(const InputPlace &) { return false; }
    /// Tells screen readers what the part is.
    virtual void setName(const QString &name);

    bool isRefused() const;

signals:
    /// Something is typed that the plan does not have yet.
    void typed();
    void refused(const shisaku::Error &error);

protected:
    PlanDocument &document() const { return *m_document; }
    QVBoxLayout *content() const { return m_content; }
    /// Shows what was refused and why below the part, until clearError().
    void showError(const Error &error);
    void clearError();
    /// The same, whether there is an error or not.
    void showError(const std::optional<Error> &error);
    /// Tells below the part what is odd about what the plan has; an empty sentence takes it away.
    void tell(const QString &sentence);

private:
    PlanDocument *m_document;
    QVBoxLayout *m_content;
    RefusalLine *m_error;
    RefusalLine *m_told;
};

} // namespace shisaku
