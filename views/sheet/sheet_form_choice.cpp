// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_choice.h"

#include "models/plan/field_text.h"
#include "models/plan/rules.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <QVBoxLayout>

namespace shisaku {

namespace {
constexpr qsizetype mostButtons = 5;

const Field &fieldAt(int number)
{
    return FieldsOf<Measure>::list[number];
}
} // namespace

ChoiceField::ChoiceField(PlanDocument *document, int field, QString standard, QWidget *parent) :
    FormField(document, parent), m_field(field), m_standard(std::move(standard)), m_row(new QWidget(this)),
    m_buttons(new QButtonGroup(this))
{
    auto *line = new QHBoxLayout(m_row);
    line->setContentsMargins({});
    line->setSpacing(space::large);
    content()->insertWidget(0, m_row);
    const auto options = fieldOptions(document->plan(), fieldAt(field));
    if (fieldAt(field).kind == FieldKind::Reference || options.size() > mostButtons)
        makeList();
    else
        makeButtons(options.size());
    connect(document, &PlanDocument::changed, this, &ChoiceField::follow);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &ChoiceField::followInput);
}

void ChoiceField::makeList()
{
    m_list = new QComboBox(m_row);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(8);
    m_list->setFocusPolicy(Qt::StrongFocus);
    m_list->installEventFilter(this);
    m_row->layout()->addWidget(m_list);
    connect(m_list, &QComboBox::activated, this, [this] { pick(m_list->currentData().toString()); });
}

void ChoiceField::makeButtons(qsizetype count)
{
    auto *line = static_cast<QHBoxLayout *>(m_row->layout());
    // One more than there are choices: it shows a value that the plan's list does not hold (any more).
    for (int i = 0; i <= count; ++i) {
        auto *button = new QRadioButton(m_row);
        button->installEventFilter(this);
        m_buttons->addButton(button, i);
        line->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, i] { pick(m_options[i].key); });
    }
    line->addStretch();
}

QWidget *ChoiceField::firstInput() const
{
    if (m_list)
        return m_list;
    QAbstractButton *checked = m_buttons->checkedButton();
    return checked ? checked : m_buttons->button(0);
}

void ChoiceField::setName(const QString &name)
{
    m_name = name;
    m_row->setAccessibleName(name);
    if (m_list)
        m_list->setAccessibleName(name);
    for (QAbstractButton *button : m_buttons->buttons())
        button->setAccessibleName(tr("%1：%2").arg(name, button->text()));
}

QString ChoiceField::doubt() const
{
    return doubtText(document().plan(), TableId::Measure, m_measure.row, m_field);
}

void ChoiceField::setMeasure(Id<Measure> measure)
{
    m_measure = measure;
    m_undoGroup = newUndoGroup();
    followInput(place());
}

bool ChoiceField::goTo(const InputPlace &wanted)
{
    if (m_measure.isNull() || wanted != place())
        return false;
    firstInput()->setFocus(Qt::OtherFocusReason);
    return true;
}

void ChoiceField::followInput(const InputPlace &changed)
{
    if (changed != place())
        return;
    const UnsavedInput::Entry *refused = document().unsaved().refused(changed);
    showError(refused ? refused->error : std::nullopt);
    refresh();
}

QString ChoiceField::presentKey() const
{
    const AnyRows &measures = document().plan().table(TableId::Measure);
    const UnsavedInput::Entry *kept = document().unsaved().refused(place());
    const QString key = kept                               ? kept->typed
                        : measures.contains(m_measure.row) ? valueToText(measures.value(m_measure.row, m_field))
                                                           : QString();
    return key.isEmpty() ? m_standard : key;
}

void ChoiceField::follow(const ChangeSet &change)
{
    if (std::any_of(change.rows.begin(), change.rows.end(), [this](const RowChange &row) { return row.row == m_measure.row; }))
        refresh();
}

void ChoiceField::refresh()
{
    if (m_list)
        showInList();
    else
        showInButtons();
}

QList<Option> ChoiceField::options() const
{
    QList<Option> options = fieldOptions(document().plan(), fieldAt(m_field));
    options.removeIf([this](const Option &option) { return option.key == m_measure.toText(); });
    const QString key = presentKey();
    const bool known = std::any_of(options.begin(), options.end(), [&](const Option &option) { return option.key == key; });
    if (!key.isEmpty() && !known)
        options.append({key, key});
    return options;
}

void ChoiceField::showInList()
{
    const QString key = presentKey();
    m_list->clear();
    m_list->addItem(tr("（なし）"), QString());
    // A plan has thousands of measures to pick from: they are listed when somebody comes to pick.
    if (m_list->hasFocus()) {
        for (const Option &option : options())
            m_list->addItem(option.label, option.key);
    } else if (const auto value = valueFromText(fieldAt(m_field), key); value && !key.isEmpty()) {
        m_list->addItem(fieldText(document().plan(), fieldAt(m_field), *value), key);
    }
    m_list->setCurrentIndex(m_list->findData(key));
}

void ChoiceField::showInButtons()
{
    m_options = options();
    const QString key = presentKey();
    m_buttons->setExclusive(false);
    for (int i = 0; i < m_buttons->buttons().size(); ++i) {
        QAbstractButton *button = m_buttons->button(i);
        const bool used = i < m_options.size();
        button->setVisible(used);
        button->setText(used ? m_options[i].label : QString());
        button->setChecked(used && m_options[i].key == key);
    }
    m_buttons->setExclusive(true);
    setName(m_name);
}

void ChoiceField::pick(const QString &key)
{
    const auto recipe = [field = m_field, measure = m_measure.row, key](const Plan &plan) -> Result<ChangeSet> {
        const auto value = readField(plan, fieldAt(field), key);
        if (!value)
            return value.error();
        ChangeBuilder change(tr("%1の%2を変更").arg(rowName(plan, TableId::Measure, measure), fieldLabel(fieldAt(field))));
        change.set(TableId::Measure, measure, field, *value);
        return std::move(change).build();
    };
    document().unsaved().submit(place(), key, recipe, m_undoGroup);
}

void ChoiceField::setReadOnly(bool readOnly)
{
    m_row->setEnabled(!readOnly);
}

void ChoiceField::endVisit()
{
    // Arrow keys take the focus from button to button: the visit ends when it goes elsewhere.
    if (const QWidget *next = QApplication::focusWidget(); !next || !m_row->isAncestorOf(next))
        m_undoGroup = newUndoGroup();
}

bool ChoiceField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched == m_list
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        showInList();
    if (event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &ChoiceField::endVisit, Qt::QueuedConnection);
    if (event->type() == QEvent::Wheel && watched == m_list && !m_list->hasFocus()) {
        event->ignore(); // the wheel scrolls the form, it does not pick
        return true;
    }
    if (event->type() == QEvent::KeyPress && !m_list && m_standard.isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        pick({});
        return true;
    }
    return FormField::eventFilter(watched, event);
}

} // namespace shisaku
