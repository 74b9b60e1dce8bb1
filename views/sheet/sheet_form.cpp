// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form.h"

#include "models/grid/measure_parts_shapes.h"
#include "models/order/grouping.h"
#include "models/order/shown_levels.h"
#include "models/plan/ending.h"
#include "models/plan/field_text.h"
#include "models/plan/series.h"
#include "views/sheet/category_editor.h"
#include "views/sheet/office_picker.h"
#include "views/sheet/sheet_form_choice.h"
#include "views/sheet/sheet_form_grid.h"
#include "views/sheet/sheet_form_row.h"
#include "views/sheet/sheet_form_schedule.h"
#include "views/sheet/sheet_form_survey.h"
#include "views/sheet/sheet_form_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
template <auto Member>
QString labelOf()
{
    return fieldLabel(fieldOf<Member>());
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString blockLabel(const Block &block)
{
    if (!block.label.isEmpty())
        return block.label;
    return block.group_label.isEmpty() ? keywordLabel(fieldOf<&Block::kind>(), block.kind) : block.group_label;
}

GridField *gridOf(PlanDocument *document, GridShape (*shape)(Id<Measure>))
{
    return new GridField(document, [shape](const Plan &, Id<Measure> measure) { return shape(measure); });
}

bool hasBlock(const Plan &plan, QStringView kind)
{
    const auto &blocks = plan.rows<Block>();
    return std::any_of(blocks.begin(), blocks.end(), [kind](const Block &block) { return block.kind == kind; });
}
} // namespace

SheetForm::SheetForm(PlanDocument *document, QWidget *parent) :
    QWidget(parent), m_document(document), m_notice(plainLabel(this)), m_head(new QWidget(this)), m_title(plainLabel(m_head)),
    m_doubt(new DoubtMark(m_head)), m_previous(new QToolButton(m_head)), m_next(new QToolButton(m_head)), m_empty(plainLabel(this)),
    m_scroll(new QScrollArea(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_notice->setContentsMargins(space::medium, space::small, space::medium, space::small);
    column->addWidget(m_notice);

    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(space::medium, space::small, space::medium, space::small);
    m_title->setFont(textFont(12, true));
    head->addWidget(m_title, 1);
    head->addWidget(m_doubt, 0, Qt::AlignTop);
    m_previous->setArrowType(Qt::LeftArrow);
    m_previous->setToolTip(tr("前の施策（Alt+PageUp）"));
    m_next->setArrowType(Qt::RightArrow);
    m_next->setToolTip(tr("次の施策（Alt+PageDown）"));
    for (QToolButton *button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        button->setAccessibleName(button->toolTip());
        button->setFocusPolicy(Qt::NoFocus); // the keys do the same from anywhere in the form
        head->addWidget(button, 0, Qt::AlignTop);
    }
    connect(m_previous, &QToolButton::clicked, this, [this] { request(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { request(1); });
    column->addWidget(m_head);

    m_empty->setText(m_document->plan().rows<Measure>().size() > 0
                         ? tr("施策を選ぶと、その個別施策票をここで編集できます。")
                         : tr("<div style='line-height:150%'>この計画には、まだ施策がありません。<br>"
                              "1　「編集」の「計画の設定」で、分類、区分、部署を決めます（Ctrl+,）。<br>"
                              "2　「編集」の「施策を追加」で、施策を作ります（Ctrl+Shift+N）。<br>"
                              "3　ここに現れる個別施策票に入力し、工程表に帯を引きます。</div>"));
    m_empty->setTextFormat(Qt::RichText);
    m_empty->setWordWrap(true);
    m_empty->setMargin(space::section);
    column->addWidget(m_empty, 1);

    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);

    connect(document, &PlanDocument::changed, this, &SheetForm::follow);
    connect(document, &PlanDocument::becameReadOnly, this, &SheetForm::updateReadOnly);
    connect(&document->unsaved(), &UnsavedInput::placeShown, this, &SheetForm::goTo);
    rebuild();
    setMeasure({});
}

void SheetForm::rebuild()
{
    m_fields.clear();
    auto *body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    m_rows = new QVBoxLayout(body);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(0);
    const Plan &plan = m_document->plan();
    if (!hasBlock(plan, u"title"))
        buildTitle();
    for (const Block *block : plan.ordered<Block>())
        buildBlock(*block);
    buildUnprinted();
    m_rows->addStretch(1);
    m_scroll->setWidget(body); // deletes the one before
    for (SheetFormRow *row : std::as_const(m_fields)) {
        connect(row->part(), &FormField::refused, this, &SheetForm::refused);
        row->part()->setMeasure(m_measure);
    }
    updateReadOnly();
    updateDoubts();
}

void SheetForm::editTitle()
{
    auto *line = qobject_cast<QLineEdit *>(m_titlePart->firstInput());
    m_scroll->ensureWidgetVisible(line);
    line->setFocus();
    line->selectAll();
}

SheetFormRow *SheetForm::addRow(const QString &label, FormField *part, bool stacked)
{
    auto *row = new SheetFormRow(label, part, stacked);
    m_rows->addWidget(row);
    m_fields << row;
    connect(part, &FormField::typed, this, &SheetForm::typed);
    return row;
}

void SheetForm::addHeading(const QString &text)
{
    auto *heading = plainLabel(nullptr);
    heading->setText(text);
    heading->setFont(textFont(9));
    heading->setBackgroundRole(QPalette::AlternateBase);
    heading->setAutoFillBackground(true);
    heading->setContentsMargins(space::medium, space::small, space::medium, space::small);
    m_rows->addWidget(heading);
}

void SheetForm::buildTitle()
{
    const auto line = [this](int field) {
        return new TextField(m_document, measureField(*m_document, field), TextField::Lines::One);
    };
    addRow(labelOf<&Measure::number>(), line(fieldIndex<&Measure::number>()));
    m_titlePart = addRow(labelOf<&Measure::title>(), line(fieldIndex<&Measure::title>()))->part();
    addRow(labelOf<&Measure::short_title>(), line(fieldIndex<&Measure::short_title>()));
    addRow(labelOf<&Measure::group_title>(), line(fieldIndex<&Measure::group_title>()));
    // A plan without such a list has nothing to choose.
    if (!m_document->plan().choices(u"kind").isEmpty())
        addRow(labelOf<&Measure::kind>(), new ChoiceField(m_document, fieldIndex<&Measure::kind>()));
    if (!m_document->plan().choices(u"horizon").isEmpty())
        addRow(labelOf<&Measure::horizon>(), new ChoiceField(m_document, fieldIndex<&Measure::horizon>()));
}

void SheetForm::buildBlock(const Block &block)
{
    const QString label = blockLabel(block);
    if (block.kind == u"title") {
        buildTitle();
    } else if (block.kind == u"text") {
        addRow(label, new TextField(m_document, blockText(*m_document, block.id), TextField::Lines::Several));
    } else if (block.kind == u"aims" || block.kind == u"placement") {
        buildCategories(block);
    } else if (block.kind == u"lead" || block.kind == u"related") {
        addRow(label, new OfficePicker(m_document, block.kind));
    } else if (block.kind == u"bars" || block.kind == u"years") {
        const auto shown = block.kind == u"years" ? ScheduleField::Shown::Years : ScheduleField::Shown::Bars;
        addRow(label, new ScheduleField(m_document, shown), true);
    } else if (block.kind == u"indicators") {
        addRow(label, gridOf(m_document, formIndicatorShape), true);
    } else if (block.kind == u"footnotes") {
        addRow(label, gridOf(m_document, footnoteShape), true);
    }
}

void SheetForm::buildCategories(const Block &block)
{
    QList<const Classification *> shown;
    for (const ShownLevels &levels : ShownLevels::ofKey(block.key)) {
        if (const Classification *classification = m_document->plan().classification(levels.classification))
            shown << classification;
    }
    if (shown.size() == 1 && block.kind == u"aims") {
        addRow(blockLabel(block), new CategoryField(m_document, shown.first()->id));
        return;
    }
    addHeading(blockLabel(block));
    for (const Classification *classification : shown)
        addRow(classification->title, new CategoryField(m_document, classification->id));
}

void SheetForm::buildUnprinted()
{
    addHeading(tr("票に印刷されない項目"));
    // What measures have although the template has no block for it stays within reach.
    const Plan &plan = m_document->plan();
    const auto &indicators = plan.rows<Indicator>();
    if (!hasBlock(plan, u"indicators") && std::any_of(indicators.begin(), indicators.end(), [](const Indicator &indicator) {
            return !indicator.measure.isNull();
        }))
        addRow(tableLabel(TableId::Indicator), gridOf(m_document, formIndicatorShape), true);
    const auto &notes = plan.rows<Footnote>();
    if (!hasBlock(plan, u"footnotes")
        && std::any_of(notes.begin(), notes.end(), [](const Footnote &note) { return note.owner.table == TableId::Measure; }))
        addRow(tableLabel(TableId::Footnote), gridOf(m_document, footnoteShape), true);
    if (!hasBlock(plan, u"bars") && !hasBlock(plan, u"years") && plan.rows<Initiative>().size() > 0)
        addRow(tableLabel(TableId::Initiative), new ScheduleField(m_document, ScheduleField::Shown::Bars), true);
    if (plan.rows<Survey>().size() > 0)
        addRow(tableLabel(TableId::Survey), new SurveyField(m_document), true);
    buildState();
}

void SheetForm::buildState()
{
    const auto text = [this](int field, TextField::Lines lines) {
        return new TextField(m_document, measureField(*m_document, field), lines);
    };
    addRow(labelOf<&Measure::state>(),
           new ChoiceField(m_document, fieldIndex<&Measure::state>(), QString::fromUtf8(measureStates[0].key)));
    auto *at = text(fieldIndex<&Measure::state_at>(), TextField::Lines::One);
    at->setPlaceholder(tr("例：R5、令和5年4月"));
    addRow(labelOf<&Measure::state_at>(), at);
    addRow(labelOf<&Measure::state_reason>(), text(fieldIndex<&Measure::state_reason>(), TextField::Lines::Several));
    addRow(labelOf<&Measure::series>(),
           new ChoiceField(m_document, fieldIndex<&Measure::series>(), QString::fromUtf8(measureSeries[0].key)));
    addRow(labelOf<&Measure::predecessor>(), new ChoiceField(m_document, fieldIndex<&Measure::predecessor>()));
}

void SheetForm::flush()
{
    for (SheetFormRow *row : std::as_const(m_fields))
        row->part()->flush();
}

void SheetForm::setMeasure(Id<Measure> measure)
{
    const bool known = m_document->plan().find(measure) != nullptr;
    flush();
    m_measure = known ? measure : Id<Measure>();
    m_empty->setVisible(!known);
    m_head->setVisible(known);
    m_scroll->setVisible(known);
    if (!known)
        return;
    for (SheetFormRow *row : std::as_const(m_fields))
        row->part()->setMeasure(measure);
    m_scroll->verticalScrollBar()->setValue(0);
    updateHead();
    updateDoubts();
}

void SheetForm::follow(const ChangeSet &change)
{
    if (change.touches({TableId::Block, TableId::Classification, TableId::Choice, TableId::Survey})) {
        flush();
        rebuild();
    }
    if (!m_measure.isNull() && !m_document->plan().find(m_measure))
        return setMeasure({});
    if (change.touches({TableId::Measure}))
        updateHead();
    if (change.touches({TableId::Annotation, TableId::MeasureText, TableId::Membership}))
        updateDoubts();
}

void SheetForm::updateHead()
{
    const Measure *measure = m_document->plan().find(m_measure);
    if (!measure)
        return;
    m_title->setText(u"%1　%2"_s.arg(shownNumber(*measure, false), printedTitle(m_document->plan(), *measure)));
    const auto &all = m_document->plan().rows<Measure>();
    const auto comesBefore = [](const Measure &a, const Measure &b) { return a.position < b.position; };
    m_previous->setEnabled(std::any_of(all.begin(), all.end(), [&](const Measure &other) { return comesBefore(other, *measure); }));
    m_next->setEnabled(std::any_of(all.begin(), all.end(), [&](const Measure &other) { return comesBefore(*measure, other); }));
}

void SheetForm::updateDoubts()
{
    for (SheetFormRow *row : std::as_const(m_fields))
        row->updateDoubt();
    m_doubt->setText(m_measure.isNull() ? QString() : doubtText(m_document->plan(), TableId::Measure, m_measure.row));
}

void SheetForm::takeFocus()
{
    if (m_measure.isNull() || !m_titlePart)
        return;
    // The title, with nothing chosen in it: who types on after Enter must not write over the number.
    auto *line = qobject_cast<QLineEdit *>(m_titlePart->firstInput());
    m_scroll->ensureWidgetVisible(line);
    line->setFocus(Qt::OtherFocusReason);
    line->deselect();
    line->end(false);
}

void SheetForm::goTo(const InputPlace &place)
{
    for (SheetFormRow *row : std::as_const(m_fields)) {
        if (isVisible() && row->part()->goTo(place))
            return m_scroll->ensureWidgetVisible(row->part());
    }
}

void SheetForm::updateReadOnly()
{
    const bool readOnly = m_document->isReadOnly();
    m_notice->setVisible(readOnly);
    if (readOnly)
        m_notice->setText(m_document->readOnlyReason()->message());
    for (SheetFormRow *row : std::as_const(m_fields))
        row->part()->setReadOnly(readOnly);
}

void SheetForm::request(int steps)
{
    const auto all = m_document->plan().ordered<Measure>();
    const auto at = std::find_if(all.begin(), all.end(), [this](const Measure *measure) { return measure->id == m_measure; });
    const auto wanted = (at - all.begin()) + steps;
    if (at != all.end() && wanted >= 0 && wanted < all.size())
        emit measureRequested(all[wanted]->id);
}

void SheetForm::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown))
        return request(event->key() == Qt::Key_PageUp ? -1 : 1);
    QWidget::keyPressEvent(event);
}

} // namespace shisaku
