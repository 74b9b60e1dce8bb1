// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_text.h"

#include "models/item/field_text.h"
#include "models/plan/rank.h"
#include "models/plan/rules.h"
#include "views/look/text_entry.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
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

const MeasureText *textOfBlock(const Plan &plan, Id<Measure> measure, Id<Block> block)
{
    for (const MeasureText *text : plan.parts<&MeasureText::measure>(measure)) {
        if (text->block == block)
            return text;
    }
    return nullptr;
}

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
    const auto change = [&document, &field, number](Id<Measure> measure, const QString &typed) -> Result<PlanDocument::Recipe> {
        const auto value = readField(document.plan(), field, typed);
        if (!value)
            return value.error();
        return PlanDocument::Recipe([&field, number, measure, value = *value](const Plan &then) {
            ChangeBuilder builder(changeTitle(then, measure, fieldLabel(field)));
            builder.set(TableId::Measure, measure.row, number, value);
            return std::move(builder).build();
        });
    };
    const auto doubt = [&document, number](Id<Measure> measure) {
        return doubtText(document.plan(), TableId::Measure, measure.row, number);
    };
    return {read, change, doubt};
}

TextSource blockText(const PlanDocument &document, Id<Block> block)
{
    const auto read = [&document, block](Id<Measure> measure) {
        const MeasureText *text = textOfBlock(document.plan(), measure, block);
        return text ? text->text : QString();
    };
    const auto change = [&document, block](Id<Measure> measure, const QString &typed) -> Result<PlanDocument::Recipe> {
        return PlanDocument::Recipe([block, measure, typed, ids = document.environment().ids](const Plan &then) {
            const Block *place = then.find(block);
            ChangeBuilder builder(changeTitle(then, measure, place ? place->label : QString()));
            if (const MeasureText *text = textOfBlock(then, measure, block)) {
                builder.set<&MeasureText::text>(text->id, typed);
            } else {
                MeasureText row;
                row.id = Id<MeasureText>(ids());
                row.position = rankBetween({}, {});
                row.measure = measure;
                row.block = block;
                row.text = typed;
                builder.insert(row);
            }
            return std::move(builder).build();
        });
    };
    const auto doubt = [&document, block](Id<Measure> measure) {
        const MeasureText *text = textOfBlock(document.plan(), measure, block);
        if (!text)
            return QString();
        QStringList doubts{doubtText(document.plan(), TableId::MeasureText, text->id.row),
                           doubtText(document.plan(), TableId::MeasureText, text->id.row, fieldIndex<&MeasureText::text>())};
        doubts.removeAll(QString());
        return doubts.join(u'\n');
    };
    return {read, change, doubt};
}

TextPart::TextPart(PlanDocument *document, TextSource source, Lines lines, QWidget *parent) :
    SheetPart(document, parent), m_source(std::move(source))
{
    lines == Lines::One ? makeLine() : makeLines();
    connect(m_entry, &TextEntry::entered, this, &TextPart::enter);
    connect(m_entry, &TextEntry::typed, this, &TextPart::typed);
    connect(m_entry, &TextEntry::due, this, &TextPart::apply);
    connect(document, &PlanDocument::changed, this, &TextPart::refresh);
}

void TextPart::makeLine()
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

void TextPart::makeLines()
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
    connect(m_lines->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &TextPart::fitHeight);
    fitHeight();
}

QWidget *TextPart::firstInput() const
{
    return m_line ? static_cast<QWidget *>(m_line) : m_lines;
}

QString TextPart::doubt() const
{
    return m_source.doubt(m_measure);
}

void TextPart::setPlaceholder(const QString &text)
{
    if (m_line)
        m_line->setPlaceholderText(text);
    else
        m_lines->setPlaceholderText(text);
}

void TextPart::setReadOnly(bool readOnly)
{
    m_entry->setReadOnly(readOnly);
}

void TextPart::setMeasure(Id<Measure> measure)
{
    flush();
    clearError();
    m_measure = measure;
    m_known = m_source.read(measure);
    m_entry->forget();
    const auto coming = m_onTheWay.constFind(measure);
    m_entry->show(coming == m_onTheWay.cend() ? m_known : coming->text);
    if (firstInput()->hasFocus())
        enter();
}

void TextPart::fitHeight()
{
    const int least = 2 * m_lines->fontMetrics().lineSpacing() * lineHeightPercent / 100 + 2 * space::tight;
    m_lines->setFixedHeight(qMax(least, qCeil(m_lines->document()->size().height())) + 2 * m_lines->frameWidth());
}

void TextPart::flush()
{
    m_entry->flush();
}

void TextPart::apply()
{
    const bool differs = m_entry->differs();
    const QString typed = m_entry->take();
    if (m_measure.isNull() || (!differs && !isRefused()))
        return;
    auto change = m_source.change(m_measure, typed);
    if (!change)
        return showError(change.error());
    OnTheWay &way = m_onTheWay[m_measure];
    ++way.count;
    way.text = typed;
    document().submit(std::move(*change), m_visit, [self = QPointer(this), measure = m_measure](const Result<void> &result) {
        if (self)
            self->applied(measure, result);
    });
}

void TextPart::applied(Id<Measure> measure, const Result<void> &result)
{
    if (--m_onTheWay[measure].count == 0)
        m_onTheWay.remove(measure);
    if (measure != m_measure) {
        if (!result)
            emit refused(result.error());
        return;
    }
    if (result)
        clearError();
    else
        showError(result.error());
    refresh();
}

void TextPart::refresh()
{
    if (m_entry->isBusy() || m_onTheWay.contains(m_measure) || m_measure.isNull())
        return;
    const QString present = m_source.read(m_measure);
    if (isRefused() && present == m_known)
        return; // what was refused stays to be corrected
    clearError();
    m_known = present;
    m_entry->show(present);
}

QString TextPart::refusedText() const
{
    return m_entry->text();
}

void TextPart::takeBackRefused()
{
    clearError();
    m_entry->forget();
    refresh();
}

void TextPart::enter()
{
    m_visit = newVisit();
    if (isRefused())
        m_entry->beginAfter(m_known);
    m_atEntry = m_entry->text();
}

bool TextPart::takesKey(int key)
{
    if (m_entry->isComposing())
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        apply();
        return true;
    }
    if (key == Qt::Key_Escape && (m_entry->text() != m_atEntry || isRefused())) {
        m_line->setText(m_atEntry);
        clearError();
        apply();
        return true;
    }
    return false;
}

bool TextPart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && takesKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return SheetPart::eventFilter(watched, event);
}

} // namespace shisaku
