// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/row_editor.h"

#include "models/plan/field_text.h"
#include "models/plan/rules.h"
#include "views/look/refusal_line.h"
#include "views/sheet/form_field.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QString inputText(const QWidget *input)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(input))
        return line->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(input))
        return text->toPlainText();
    const auto *list = qobject_cast<const QComboBox *>(input);
    return list->isEditable() ? list->currentText() : list->currentData().toString();
}
} // namespace

RowEditor::RowEditor(PlanDocument *document, TableId table, RowId row, const QList<int> &fields, QWidget *parent) :
    QDialog(parent), m_document(document), m_table(table), m_row(row), m_fields(fields), m_error(new RefusalLine(this))
{
    setWindowTitle(tr("%1の編集").arg(rowName(document->plan(), table, row)));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::medium);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::medium);
    form->setVerticalSpacing(space::small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    const AnyRows &rows = document->plan().table(table);
    for (int number : fields) {
        const Field &field = rows.fields()[static_cast<size_t>(number)];
        const QString value = rows.contains(row) ? fieldInput(field, rows.value(row, number)) : QString();
        QWidget *input = makeInput(field, value);
        input->setAccessibleName(fieldLabel(field));
        const QString doubt = doubtText(document->plan(), table, row, number);
        if (!doubt.isEmpty())
            input->setToolTip(Qt::convertFromPlainText(doubt));
        form->addRow(fieldLabel(field), input);
        m_inputs.insert(number, input);
        m_before.insert(number, inputText(input));
    }
    column->addWidget(m_error);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("決定"), QDialogButtonBox::AcceptRole)->setDefault(true);
    buttons->addButton(tr("キャンセル"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &RowEditor::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &RowEditor::reject);
    column->addStretch();
    column->addWidget(buttons);
    if (document->isReadOnly()) {
        for (QWidget *input : std::as_const(m_inputs))
            input->setEnabled(false);
        buttons->buttons().first()->setEnabled(false);
        showError(*document->readOnlyReason());
    }
    setMinimumWidth(380);
    connect(document, &PlanDocument::changed, this, &RowEditor::closeWhenGone);
    connect(&document->unsaved(), &UnsavedInput::changed, this, &RowEditor::followInput);
}

QWidget *RowEditor::makeInput(const Field &field, const QString &value)
{
    if (field.kind == FieldKind::Time) {
        const bool first = std::none_of(m_inputs.keyBegin(), m_inputs.keyEnd(), [this](int number) {
            return tableInfo(m_table).fields[static_cast<size_t>(number)].kind == FieldKind::Time;
        });
        return makeTimeInput(value, first);
    }
    if (hasOptions(field)) {
        auto *list = new QComboBox(this);
        list->addItem(tr("（なし）"), QString());
        for (const Option &option : fieldOptions(m_document->plan(), field))
            list->addItem(option.label, option.key);
        list->setCurrentIndex(list->findData(value));
        return list;
    }
    if (field.kind == FieldKind::LongText) {
        auto *text = new QPlainTextEdit(value, this);
        text->setTabChangesFocus(true);
        text->setFixedHeight(80);
        return text;
    }
    return new QLineEdit(value, this);
}

QWidget *RowEditor::makeTimeInput(const QString &value, bool start)
{
    auto *list = new QComboBox(this);
    list->setEditable(true);
    list->setInsertPolicy(QComboBox::NoInsert);
    list->setCompleter(nullptr);
    const PlanInfo &info = m_document->plan().info();
    if (start)
        list->addItem(u"～"_s);
    if (info.first_year.isDated() && info.last_year.isDated()) {
        const int last = fiscalYearOf(info.last_year.firstMonth());
        for (int year = fiscalYearOf(info.first_year.firstMonth()); year <= last; ++year)
            list->addItem(PlanTime::fiscalYear(year).toShortJapanese());
    }
    if (!start)
        list->addItem(u"～"_s);
    list->addItem(tr("記載なし"));
    list->setMaxVisibleItems(list->count());
    list->setCurrentIndex(-1);
    list->setEditText(value);
    list->lineEdit()->setPlaceholderText(tr("記載なし（例：R5、R5.4、R5上、～）"));
    return list;
}

void RowEditor::showError(const Error &error)
{
    m_error->say(error.message());
    m_error->setMinimumHeight(m_error->heightForWidth(qMax(width() - 2 * space::large, 340)));
    adjustSize();
}

void RowEditor::closeWhenGone()
{
    if (!m_document->plan().table(m_table).contains(m_row))
        reject();
}

void RowEditor::accept()
{
    if (m_waiting)
        return;
    const Owner row(m_table, m_row);
    const QString title = tr("%1を変更").arg(rowName(m_document->plan(), m_table, m_row));
    QList<std::pair<int, QString>> typed;
    for (int number : std::as_const(m_fields)) {
        QWidget *field = input(number);
        if (inputText(field) == m_before[number])
            continue; // an untouched field keeps its value to the letter
        if (const auto value = readField(m_document->plan(), row, number, inputText(field)); !value) {
            showError(value.error());
            field->setFocus();
            return;
        }
        typed.append({number, inputText(field)});
    }
    m_waiting = true;
    m_document->unsaved().submit(place(), title, [row, title, typed](const Plan &plan) -> Result<ChangeSet> {
        ChangeBuilder change(title);
        for (const auto &[number, text] : typed) {
            const auto value = readField(plan, row, number, text);
            if (!value)
                return value.error();
            change.set(row.table, row.row, number, *value);
        }
        return std::move(change).build();
    });
}

void RowEditor::followInput(const InputPlace &changed)
{
    if (changed != place() || !m_waiting)
        return;
    m_waiting = false;
    if (const UnsavedInput::Entry *refused = m_document->unsaved().refused(changed))
        showError(*refused->error);
    else
        QDialog::accept();
}

void RowEditor::reject()
{
    m_document->unsaved().drop(place());
    QDialog::reject();
}

} // namespace shisaku
