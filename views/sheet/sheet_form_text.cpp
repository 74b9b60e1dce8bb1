// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_text.h"

#include "models/change/recipe.h"
#include "models/grid/measure_cells.h"
#include "models/order/numbering.h"
#include "models/plan/field_text.h"
#include "models/plan/rules.h"
#include "views/look/text_entry.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QVBoxLayout>
#include <QtMath>

#include <utility>

namespace shisaku {

namespace {
constexpr int lineHeightPercent = 120;

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(FormTexts)
};

QString changeTitle(const Plan &plan, Id<Measure> measure, const QString &label)
{
    return FormTexts::tr("%1の%2を変更").arg(rowName(plan, TableId::Measure, measure.row), label);
}
} // namespace

TextSource measureField(const PlanDocument &document, int number)
{
    const Field &field = FieldsOf<Measure>::list[number];
    const auto read = [&document, &field, number](Id<Measure> measure) {
        const AnyRows &rows = document.plan().table(TableId::Measure);
        return rows.contains(measure.row) ? fieldInput(field, rows.value(measure.row, number)) : QString();
    };
    const auto change = [number](Id<Measure> measure, const QString &typed) -> Recipe {
        return [number, measure, typed](const Plan &plan) -> Result<ChangeSet> {
            const Field &own = FieldsOf<Measure>::list[number];
            const auto value = readField(plan, own, typed);
            if (!value)
                return value.error();
            ChangeBuilder builder(changeTitle(plan, measure, fieldLabel(own)));
            builder.set(TableId::Measure, measure.row, number, *value);
            return std::move(builder).build();
        };
    };
    const auto place = [number](Id<Measure> measure) { return InputPlace{Owner(measure), number, {}}; };
    const auto doubt = [&document, number](Id<Measure> measure) {
        return doubtText(document.plan(), TableId::Measure, measure.row, number);
    };
    TextSource source{place, read, change, doubt};
    if (number == fieldIndex<&Measure::number>())
        source.oddity = [&document](Id<Measure> measure) { return numberProblem(document.plan(), measure); };
    return source;
}

/// As in a column of the list of measures.
TextSource blockText(const PlanDocument &document, Id<Block> block)
{
    const GridCell cell = blockTextCell(block);
    const auto read = [&document, cell](Id<Measure> measure) { return cell.text(document.plan(), measure.row); };
    const auto change = [block, cell, ids = document.environment().ids](Id<Measure> measure, const QString &typed) -> Recipe {
        return recipeWithIds(ids, [block, cell, measure, typed](const Plan &plan, const IdSource &made) -> Result<ChangeSet> {
            const Block *place = plan.find(block);
            ChangeBuilder builder(changeTitle(plan, measure, place ? place->label : QString()));
            if (const auto written = cell.write(plan, measure.row, typed, made, builder); !written)
                return written.error();
            return std::move(builder).build();
        });
    };
    const auto place = [part = cell.part](Id<Measure> measure) { return InputPlace{Owner(measure), -1, part}; };
    const auto doubt = [&document, cell](Id<Measure> measure) { return cell.doubt(document.plan(), measure.row); };
    return {place, read, change, doubt};
}

TextField::TextField(PlanDocument *document, TextSource source, Lines lines, QWidget *parent) :
    FormField(document, parent), m_source(std::move(source))
{
    lines == Lines::One ? makeLine() : makeLines();
    connect(m_entry, &TextEntry::entered, this, &TextField::enter);
    connect(m_entry, &TextEntry::typed, this, [this] {
        this->document().unsaved().setTyping(m_entry, true);
        emit typed();
    });
    connect(m_entry, &TextEntry::due, this, &TextField::apply);
    connect(document, &PlanDocument::changed, this, &TextField::refresh);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &TextField::followInput);
}

void TextField::makeLine()
{
    auto *frame = new QFrame(this);
    frame->setBackgroundRole(QPalette::Base);
    frame->setAutoFillBackground(true);
    m_line = new QLineEdit(frame);
    m_line->setFrame(false);
    auto *inside = new QHBoxLayout(frame);
    inside->setContentsMargins(2, 3, 2, 3);
    inside->addWidget(m_line);
    new FieldFrame(frame, m_line);
    content()->insertWidget(0, frame);
    m_entry = new TextEntry(m_line);
    m_line->installEventFilter(this);
}

void TextField::makeLines()
{
    m_lines = new QTextEdit(this);
    m_lines->setTabChangesFocus(true);
    m_lines->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_lines->document()->setDocumentMargin(space::tight);
    QTextBlockFormat lines;
    lines.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
    QTextCursor(m_lines->document()).setBlockFormat(lines); // later lines take it over
    new FieldFrame(m_lines, m_lines);
    content()->insertWidget(0, m_lines);
    m_entry = new TextEntry(m_lines);
    connect(m_lines->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &TextField::fitHeight);
    fitHeight();
}

QWidget *TextField::firstInput() const
{
    return m_line ? static_cast<QWidget *>(m_line) : m_lines;
}

QString TextField::doubt() const
{
    return m_source.doubt(m_measure);
}

void TextField::setPlaceholder(const QString &text)
{
    if (m_line)
        m_line->setPlaceholderText(text);
    else
        m_lines->setPlaceholderText(text);
}

void TextField::setReadOnly(bool readOnly)
{
    m_entry->setReadOnly(readOnly);
}

void TextField::setMeasure(Id<Measure> measure)
{
    flush();
    m_measure = measure;
    m_entry->forget();
    document().unsaved().setTyping(m_entry, false);
    followInput(m_source.place(measure));
    if (firstInput()->hasFocus())
        enter();
}

bool TextField::goTo(const InputPlace &place)
{
    if (m_measure.isNull() || place != m_source.place(m_measure))
        return false;
    firstInput()->setFocus(Qt::OtherFocusReason);
    return true;
}

void TextField::fitHeight()
{
    const int minimum = 2 * m_lines->fontMetrics().lineSpacing() * lineHeightPercent / 100 + 2 * space::tight;
    m_lines->setFixedHeight(qMax(minimum, qCeil(m_lines->document()->size().height())) + 2 * m_lines->frameWidth());
}

void TextField::flush()
{
    m_entry->flush();
}

void TextField::apply()
{
    const bool differs = m_entry->differs();
    const QString typed = m_entry->commit();
    document().unsaved().setTyping(m_entry, false);
    if (!m_measure.isNull() && (differs || isRefused()))
        document().unsaved().submit(m_source.place(m_measure), typed, m_source.change(m_measure, typed), m_undoGroup);
}

void TextField::refresh()
{
    if (m_entry->isBusy() || m_measure.isNull())
        return;
    const UnsavedInput::Entry *kept = document().unsaved().find(m_source.place(m_measure));
    m_entry->show(kept ? kept->typed : m_source.read(m_measure));
    tell(m_source.oddity && !kept ? m_source.oddity(m_measure) : QString());
}

void TextField::followInput(const InputPlace &place)
{
    if (place != m_source.place(m_measure))
        return;
    const UnsavedInput::Entry *refused = document().unsaved().refused(place);
    showError(refused ? refused->error : std::nullopt);
    refresh();
}

void TextField::enter()
{
    m_undoGroup = newUndoGroup();
    if (isRefused())
        m_entry->beginAfter(m_source.read(m_measure));
    m_atEntry = isRefused() ? m_source.read(m_measure) : m_entry->text();
}

bool TextField::takesKey(int key)
{
    if (m_entry->isComposing())
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        apply();
        return true;
    }
    if (key == Qt::Key_Escape && (m_entry->text() != m_atEntry || isRefused())) {
        m_line->setText(m_atEntry);
        const UnsavedInput::Entry *kept = document().unsaved().refused(m_source.place(m_measure));
        if (kept && !kept->writing && m_atEntry == m_source.read(m_measure)) {
            m_entry->commit();
            document().unsaved().setTyping(m_entry, false);
            document().unsaved().drop(m_source.place(m_measure));
        } else {
            apply();
        }
        return true;
    }
    return false;
}

bool TextField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && takesKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return FormField::eventFilter(watched, event);
}

} // namespace shisaku
