// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_survey.h"

#include "views/look/text_undo.h"

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace shisaku {

namespace {
constexpr int pauseMs = 800;
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

SurveyPart::SurveyPart(PlanDocument *document, QWidget *parent) :
    SheetPart(document, parent), m_model(new SurveyModel(document, this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SurveyPart::flush);
    connect(m_model, &SurveyModel::refused, this, [this](const Error &error) { showError(error); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SurveyPart::refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SurveyPart::rebuild);
    connect(document, &PlanDocument::changed, this, &SurveyPart::follow);
    const Survey *newest = newestSurvey(document->plan());
    m_model->setSurvey(newest ? newest->id : Id<Survey>());
}

void SurveyPart::follow(const ChangeSet &change)
{
    if (std::none_of(change.rows.begin(), change.rows.end(), [](const RowChange &row) { return row.table == TableId::Survey; }))
        return;
    const Survey *newest = newestSurvey(document().plan());
    if (const Id<Survey> wanted = newest ? newest->id : Id<Survey>(); wanted != m_model->survey())
        m_model->setSurvey(wanted);
}

void SurveyPart::setMeasure(Id<Measure> measure)
{
    flush();
    clearError();
    m_measure = measure;
    rebuild();
}

void SurveyPart::rebuild()
{
    flush();
    m_picked.clear();
    m_typed.clear();
    m_pause.stop();
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
    setReadOnly(m_readOnly);
}

QModelIndex SurveyPart::cell(Id<SurveyItem> item, int column) const
{
    return m_model->index(m_model->rowOf(item), column);
}

QString SurveyPart::name(Id<SurveyItem> item, int column) const
{
    return tr("%1の%2").arg(cell(item, SurveyModel::Item).data().toString(),
                            m_model->headerData(column, Qt::Horizontal).toString());
}

void SurveyPart::addItem(Id<SurveyItem> item)
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

void SurveyPart::addPicked(QFormLayout *form, Id<SurveyItem> item, int column)
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
    connect(list, &QComboBox::activated, this, [this, list, item, column] {
        clearError();
        m_model->setAll({cell(item, column)}, list->currentData().toString());
    });
    form->addRow(m_model->headerData(column, Qt::Horizontal).toString(), list);
    m_picked.append({item, column, list});
}

void SurveyPart::addTyped(QFormLayout *form, Id<SurveyItem> item, int column)
{
    auto *field = new QPlainTextEdit;
    field->setTabChangesFocus(true);
    TextUndo::of(field);
    field->setFixedHeight(field->fontMetrics().lineSpacing() * typedLines + 2 * space::small);
    field->setAccessibleName(name(item, column));
    field->installEventFilter(this);
    connect(field, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    form->addRow(m_model->headerData(column, Qt::Horizontal).toString(), field);
    m_typed.append({item, column, field, QString()});
}

void SurveyPart::refresh()
{
    for (const Picked &picked : std::as_const(m_picked)) {
        const QString key = cell(picked.item, picked.column).data(SurveyModel::KeyRole).toString();
        if (picked.list->findData(key) < 0)
            picked.list->addItem(key, key); // the plan's list does not hold it any more
        picked.list->setCurrentIndex(picked.list->findData(key));
    }
    for (Typed &typed : m_typed) {
        const QString text = cell(typed.item, typed.column).data(Qt::EditRole).toString();
        const bool dirty = typed.field->toPlainText() != typed.known;
        if (text == typed.known || dirty)
            continue;
        typed.known = text;
        const QSignalBlocker silent(typed.field);
        typed.field->setPlainText(text);
    }
}

void SurveyPart::flush()
{
    m_pause.stop();
    for (Typed &typed : m_typed) {
        const QString text = typed.field->toPlainText();
        if (text == typed.known || m_readOnly)
            continue;
        typed.known = text;
        m_model->setAll({cell(typed.item, typed.column)}, text);
    }
}

void SurveyPart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const Picked &picked : std::as_const(m_picked))
        picked.list->setEnabled(!readOnly);
    for (const Typed &typed : std::as_const(m_typed))
        typed.field->setReadOnly(readOnly);
}

QWidget *SurveyPart::firstInput() const
{
    return m_picked.isEmpty() ? m_body : m_picked.first().list;
}

bool SurveyPart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        flush();
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore(); // the form scrolls, answers do not change in passing
        return true;
    }
    return SheetPart::eventFilter(watched, event);
}

} // namespace shisaku
