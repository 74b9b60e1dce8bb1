// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_survey.h"

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
    FormField(document, parent), m_model(new SurveyModel(document, this))
{
    connect(&document->unsaved(), &UnsavedInput::changed, this, &SurveyField::followInput);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SurveyField::refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SurveyField::rebuild);
    connect(document, &PlanDocument::changed, this, &SurveyField::follow);
    const Survey *newest = newestSurvey(document->plan());
    m_model->setSurvey(newest ? newest->id : Id<Survey>());
}

void SurveyField::follow(const ChangeSet &change)
{
    if (!change.touches({TableId::Survey}))
        return;
    const Survey *newest = newestSurvey(document().plan());
    if (const Id<Survey> wanted = newest ? newest->id : Id<Survey>(); wanted != m_model->survey())
        m_model->setSurvey(wanted);
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
    const Survey *survey = plan.find(m_model->survey());
    if (!survey)
        return;
    const QString at = survey->as_of.isDated() ? tr("（%1現在）").arg(survey->as_of.toJapanese()) : QString();
    column->addWidget(plainLabel(survey->title + at, textFont(9)));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const SurveyItem *item = plan.find(m_model->itemAt(row));
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
    return m_model->index(m_model->rowOf(item), column);
}

QString SurveyField::name(Id<SurveyItem> item, int column) const
{
    return tr("%1の%2").arg(cell(item, SurveyModel::Item).data().toString(),
                            m_model->headerData(column, Qt::Horizontal).toString());
}

void SurveyField::addItem(Id<SurveyItem> item)
{
    auto *column = static_cast<QVBoxLayout *>(m_body->layout());
    column->addSpacing(space::small);
    column->addWidget(plainLabel(cell(item, SurveyModel::Item).data().toString(), textFont(10, true)));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(space::tight);
    const QString before = cell(item, SurveyModel::Previous).data().toString();
    form->addRow(m_model->headerData(SurveyModel::Previous, Qt::Horizontal).toString(),
                 plainLabel(before.isEmpty() ? tr("－") : before, textFont(10)));
    addPicked(form, item, SurveyModel::Status);
    addPicked(form, item, SurveyModel::Reason);
    addTyped(form, item, SurveyModel::Countermeasure);
    addTyped(form, item, SurveyModel::Comment);
    column->addLayout(form);
}

void SurveyField::addPicked(QFormLayout *form, Id<SurveyItem> item, int column)
{
    auto *list = new QComboBox;
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setFocusPolicy(Qt::StrongFocus);
    list->setAccessibleName(name(item, column));
    list->installEventFilter(this);
    list->addItem(column == SurveyModel::Status ? tr("（未回答）") : tr("（なし）"), QString());
    const QStringList keys = cell(item, column).data(SurveyModel::OptionKeysRole).toStringList();
    const QStringList labels = cell(item, column).data(SurveyModel::OptionLabelsRole).toStringList();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (!keys[i].isEmpty())
            list->addItem(labels.value(i), keys[i]);
    }
    connect(list, &QComboBox::activated, this,
            [this, list, item, column] { m_model->setAll({cell(item, column)}, list->currentData().toString()); });
    form->addRow(m_model->headerData(column, Qt::Horizontal).toString(), list);
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
    connect(entry, &TextEntry::entered, this, [this] { m_undoGroup = newUndoGroup(); });
    connect(entry, &TextEntry::typed, this, [this, entry] {
        document().unsaved().setTyping(entry, true);
        emit this->typed();
    });
    connect(entry, &TextEntry::due, this, [this, typed] { apply(typed); });
    form->addRow(m_model->headerData(column, Qt::Horizontal).toString(), field);
    m_typed.append(typed);
}

void SurveyField::refresh()
{
    for (const Picked &picked : std::as_const(m_picked)) {
        const QString key = cell(picked.item, picked.column).data(SurveyModel::KeyRole).toString();
        if (picked.list->findData(key) < 0)
            picked.list->addItem(key, key); // the plan's list does not hold it any more
        picked.list->setCurrentIndex(picked.list->findData(key));
    }
    for (const Typed &typed : std::as_const(m_typed)) {
        const UnsavedInput::Entry *kept = document().unsaved().find(SurveyModel::placeOf(typed.item, typed.column));
        if (!typed.entry->isBusy())
            typed.entry->show(kept ? kept->typed : cell(typed.item, typed.column).data(Qt::EditRole).toString());
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
    if (!m_readOnly && (differs || document().unsaved().refused(SurveyModel::placeOf(typed.item, typed.column))))
        m_model->setAll({cell(typed.item, typed.column)}, text, m_undoGroup);
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
