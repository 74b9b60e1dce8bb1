// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_survey.h"

#include "models/survey/survey_items.h"
#include "views/look/text_entry.h"

#include <QComboBox>
#include <QFormLayout>
#include <QEvent>
#include <QLabel>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace shisaku {

namespace {
constexpr int typedLines = 2;

Id<Survey> newestOf(const Plan &plan)
{
    const Survey *newest = newestSurvey(plan);
    return newest ? newest->id : Id<Survey>();
}

QLabel *plainLabel(const QString &text, const QFont &font)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    return label;
}
} // namespace

SurveyField::SurveyField(PlanDocument *document, QWidget *parent) :
    FormField(document, parent), m_model(new GridModel(document, surveyShape(document->plan(), newestOf(document->plan())), this)),
    m_survey(newestOf(document->plan()))
{
    connect(&document->unsaved(), &UnsavedInput::changed, this, &SurveyField::followInput);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SurveyField::refresh);
    m_model->follower().whileShown(this);
    connect(&m_model->follower(), &PlanFollower::changed, this, &SurveyField::follow); // behind the model
    rebuild();
}

void SurveyField::follow(const ChangeSet &change)
{
    if (!change.touches({TableId::Survey, TableId::SurveyItem, TableId::SurveyItemInitiative, TableId::Choice}))
        return;
    flush();
    m_survey = newestOf(document().plan());
    m_model->setShape(surveyShape(document().plan(), m_survey)); // with 前回, as soon as there is one
    rebuild();
}

void SurveyField::setMeasure(Id<Measure> measure)
{
    flush();
    m_measure = measure;
    rebuild();
}

void SurveyField::rebuild()
{
    flush();
    m_picked.clear();
    m_typed.clear();
    if (m_body) {
        m_body->hide();
        m_body->deleteLater(); // one of its fields may be what asked for the change
    }
    m_body = new QWidget;
    content()->insertWidget(0, m_body);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins({});
    const Plan &plan = document().plan();
    const Survey *survey = plan.find(m_survey);
    if (!survey)
        return;
    const QString at = survey->as_of.isDated() ? tr("（%1現在）").arg(survey->as_of.toJapanese()) : QString();
    column->addWidget(plainLabel(survey->title + at, textFont(9)));
    for (int row = 0; row < m_model->recordCount(); ++row) {
        const SurveyItem *item = plan.find(Id<SurveyItem>(m_model->recordAt(row)));
        const auto measures = item ? measuresOf(plan, *item) : QList<const Measure *>();
        if (std::any_of(measures.begin(), measures.end(), [this](const Measure *measure) { return measure->id == m_measure; }))
            addItem(item->id);
    }
    if (m_picked.isEmpty())
        column->addWidget(plainLabel(tr("この施策の調査項目はありません。"), textFont(10)));
    refresh();
    showRefusal();
    setReadOnly(m_readOnly);
}

QModelIndex SurveyField::cell(Id<SurveyItem> item, int column) const
{
    return m_model->index(m_model->rowOf(item.row), surveyColumn(m_model->shape(), column));
}

QString SurveyField::name(Id<SurveyItem> item, int column) const
{
    return tr("%1の%2").arg(cell(item, SurveyColumn::Item).data().toString(), head(column));
}

QString SurveyField::head(int column) const
{
    return m_model->headerData(surveyColumn(m_model->shape(), column), Qt::Horizontal).toString();
}

void SurveyField::addItem(Id<SurveyItem> item)
{
    auto *column = static_cast<QVBoxLayout *>(m_body->layout());
    column->addSpacing(space::small);
    column->addWidget(plainLabel(cell(item, SurveyColumn::Item).data().toString(), textFont(10, true)));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(space::tight);
    if (surveyColumn(m_model->shape(), SurveyColumn::Previous) >= 0) {
        const QString before = cell(item, SurveyColumn::Previous).data().toString();
        form->addRow(head(SurveyColumn::Previous), plainLabel(before.isEmpty() ? tr("－") : before, textFont(10)));
    }
    addPicked(form, item, SurveyColumn::Status);
    addPicked(form, item, SurveyColumn::Reason);
    addTyped(form, item, SurveyColumn::Countermeasure);
    addTyped(form, item, SurveyColumn::Comment);
    column->addLayout(form);
}

void SurveyField::addPicked(QFormLayout *form, Id<SurveyItem> item, int column)
{
    auto *list = new QComboBox;
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setFocusPolicy(Qt::StrongFocus);
    list->setAccessibleName(name(item, column));
    list->installEventFilter(this);
    list->addItem(column == SurveyColumn::Status ? tr("（未回答）") : tr("（なし）"), QString());
    const QStringList keys = cell(item, column).data(GridModel::OptionKeysRole).toStringList();
    const QStringList labels = cell(item, column).data(GridModel::OptionLabelsRole).toStringList();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (!keys[i].isEmpty())
            list->addItem(labels.value(i), keys[i]);
    }
    connect(list, &QComboBox::activated, this, [this, list, item, column] {
        m_model->beginUndoGroup();
        m_model->setData(cell(item, column), list->currentData().toString());
    });
    form->addRow(head(column), list);
    m_picked.append({item, column, list});
}

void SurveyField::addTyped(QFormLayout *form, Id<SurveyItem> item, int column)
{
    auto *field = new QTextEdit;
    field->setTabChangesFocus(true);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * typedLines + 2 * space::small);
    field->setAccessibleName(name(item, column));
    auto *entry = new TextEntry(field);
    const Typed typed{item, column, field, entry};
    connect(entry, &TextEntry::entered, m_model, &GridModel::beginUndoGroup);
    connect(entry, &TextEntry::typed, this, [this, entry] {
        document().unsaved().setTyping(entry, true);
        emit this->typed();
    });
    connect(entry, &TextEntry::due, this, [this, typed] { apply(typed); });
    form->addRow(head(column), field);
    m_typed.append(typed);
}

void SurveyField::refresh()
{
    for (const Picked &picked : std::as_const(m_picked)) {
        const QString key = cell(picked.item, picked.column).data(Qt::EditRole).toString();
        if (picked.list->findData(key) < 0)
            picked.list->addItem(key, key); // the plan's list does not hold it any more
        picked.list->setCurrentIndex(picked.list->findData(key));
    }
    for (const Typed &typed : std::as_const(m_typed)) {
        if (!typed.entry->isBusy())
            typed.entry->show(cell(typed.item, typed.column).data(Qt::EditRole).toString()); // what is on its way, too
    }
}

void SurveyField::showRefusal()
{
    for (const UnsavedInput::Entry &entry : document().unsaved().refused()) {
        const QModelIndex refused = m_model->cellOf(entry.place);
        const auto isHere = [&](const auto &input) { return cell(input.item, input.column) == refused; };
        if (refused.isValid()
            && (std::any_of(m_typed.begin(), m_typed.end(), isHere) || std::any_of(m_picked.begin(), m_picked.end(), isHere)))
            return showError(*entry.error);
    }
    clearError();
}

void SurveyField::followInput(const InputPlace &place)
{
    if (!m_model->cellOf(place).isValid())
        return;
    refresh();
    showRefusal();
}

bool SurveyField::goTo(const InputPlace &place)
{
    const QModelIndex wanted = m_model->cellOf(place);
    const auto goIn = [&](const auto &inputs, auto widget) {
        for (const auto &input : inputs) {
            if (!wanted.isValid() || cell(input.item, input.column) != wanted)
                continue;
            widget(input)->setFocus();
            return true;
        }
        return false;
    };
    return goIn(m_typed, [](const Typed &typed) { return typed.field; })
           || goIn(m_picked, [](const Picked &picked) { return picked.list; });
}

void SurveyField::apply(const Typed &typed)
{
    const bool differs = typed.entry->differs();
    const QString text = typed.entry->commit();
    document().unsaved().setTyping(typed.entry, false);
    const QModelIndex at = cell(typed.item, typed.column);
    if (!m_readOnly && at.isValid() && (differs || !at.data(GridModel::RefusedRole).toString().isEmpty()))
        m_model->setData(at, text);
}

void SurveyField::flush()
{
    for (const Typed &typed : std::as_const(m_typed))
        typed.entry->flush();
}

void SurveyField::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const Picked &picked : std::as_const(m_picked))
        picked.list->setEnabled(!readOnly);
    for (const Typed &typed : std::as_const(m_typed))
        typed.field->setReadOnly(readOnly);
}

QWidget *SurveyField::firstInput() const
{
    return m_picked.isEmpty() ? m_body : m_picked.first().list;
}

bool SurveyField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore(); // the form scrolls, answers do not change in passing
        return true;
    }
    return FormField::eventFilter(watched, event);
}

} // namespace shisaku
