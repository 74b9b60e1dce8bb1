// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_choice.h"

#include "models/item/field_text.h"
#include "models/plan/rules.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QRadioButton>

namespace shisaku {

namespace {
constexpr qsizetype mostButtons = 5;
}

ChoicePart::ChoicePart(PlanDocument *document, int field, QString standard, QWidget *parent) :
    SheetPart(document, parent), m_field(field), m_standard(std::move(standard))
{
    connect(document, &PlanDocument::changed, this, &ChoicePart::refresh);
    build();
}

void ChoicePart::build()
{
    delete m_row;
    delete m_buttons;
    m_buttons = nullptr;
    m_list = nullptr;
    m_row = new QWidget(this);
    content()->insertWidget(0, m_row);
    auto *line = new QHBoxLayout(m_row);
    line->setContentsMargins({});
    line->setSpacing(space::large);
    if (m_keys.size() > mostButtons) {
        m_list = new QComboBox(m_row);
        m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_list->setMinimumContentsLength(8);
        m_list->setFocusPolicy(Qt::StrongFocus);
        m_list->addItem(tr("（なし）"), QString());
        for (qsizetype i = 0; i < m_keys.size(); ++i)
            m_list->addItem(m_labels[i], m_keys[i]);
        m_list->installEventFilter(this);
        line->addWidget(m_list, 1);
        connect(m_list, &QComboBox::activated, this, [this] { pick(m_list->currentData().toString()); });
        return;
    }
    m_buttons = new QButtonGroup(this);
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        auto *button = new QRadioButton(m_labels[i], m_row);
        button->installEventFilter(this);
        m_buttons->addButton(button, static_cast<int>(i));
        line->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, i] { pick(m_keys[i]); });
    }
    line->addStretch();
}

QWidget *ChoicePart::firstInput() const
{
    if (m_list)
        return m_list;
    QAbstractButton *checked = m_buttons->checkedButton();
    return checked ? checked : m_buttons->button(0);
}

void ChoicePart::setName(const QString &name)
{
    m_name = name;
    m_row->setAccessibleName(name);
    if (m_list)
        m_list->setAccessibleName(name);
    else if (m_buttons) {
        for (QAbstractButton *button : m_buttons->buttons())
            button->setAccessibleName(tr("%1：%2").arg(name, button->text()));
    }
}

QString ChoicePart::doubt() const { return doubtText(document().plan(), TableId::Measure, m_measure.row, m_field); }

void ChoicePart::setMeasure(Id<Measure> measure)
{
    clearError();
    m_measure = measure;
    m_visit = newVisit();
    refresh();
}

void ChoicePart::refresh()
{
    const AnyRows &measures = document().plan().table(TableId::Measure);
    if (!measures.contains(m_measure.row))
        return;
    const Field &field = FieldsOf<Measure>::list[m_field];
    QString key = valueToText(measures.value(m_measure.row, m_field));
    if (key.isEmpty())
        key = m_standard;
    QStringList keys;
    QStringList labels;
    for (const Option &option : fieldOptions(document().plan(), field)) {
        if (option.key == m_measure.toText())
            continue;
        keys << option.key;
        labels << option.label;
    }
    if (!key.isEmpty() && !keys.contains(key)) { // a value the list has lost is still shown
        keys << key;
        labels << key;
    }
    if (keys != m_keys || labels != m_labels || !m_row) {
        m_keys = keys;
        m_labels = labels;
        build();
        setName(m_name);
        setReadOnly(m_readOnly);
    }
    if (m_list) {
        m_list->setCurrentIndex(m_list->findData(key));
        return;
    }
    m_buttons->setExclusive(false);
    for (int i = 0; i < m_keys.size(); ++i)
        m_buttons->button(i)->setChecked(m_keys[i] == key);
    m_buttons->setExclusive(true);
}

void ChoicePart::pick(const QString &key)
{
    const Field &field = FieldsOf<Measure>::list[m_field];
    const auto value = readField(document().plan(), field, key);
    if (!value)
        return showError(value.error());
    ChangeBuilder change(tr("%1の%2を変更").arg(rowName(document().plan(), TableId::Measure, m_measure.row), fieldLabel(field)));
    change.set(TableId::Measure, m_measure.row, m_field, *value);
    document().submit(std::move(change).build(), m_visit, [self = QPointer(this)](const Result<void> &result) {
        if (!self)
            return;
        if (result)
            return self->clearError();
        self->showError(result.error());
        self->refresh();
    });
}

void ChoicePart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_row->setEnabled(!readOnly);
}

bool ChoicePart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        // Arrow keys take the focus from button to button: the visit ends when it goes elsewhere.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (const QWidget *next = QApplication::focusWidget(); !next || !m_row->isAncestorOf(next))
                    m_visit = newVisit();
            },
            Qt::QueuedConnection);
    }
    if (event->type() == QEvent::Wheel && m_list && !m_list->hasFocus()) {
        event->ignore(); // the wheel scrolls the form, it does not pick
        return true;
    }
    if (event->type() == QEvent::KeyPress && m_buttons && m_standard.isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        pick({});
        return true;
    }
    return SheetPart::eventFilter(watched, event);
}

} // namespace shisaku
