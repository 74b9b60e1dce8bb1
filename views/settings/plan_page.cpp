// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/field_text.h"
#include "views/look/look.h"
#include "views/look/refusal_line.h"
#include "views/settings/settings_pages.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace shisaku {

namespace {
const Field &planField(int field)
{
    return FieldsOf<PlanInfo>::list[field];
}
} // namespace

PlanPage::PlanPage(SettingsEdits *edits, QWidget *parent) : QWidget(parent), m_edits(edits), m_refusal(new RefusalLine(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::medium);
    form->setVerticalSpacing(space::small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    for (const int field :
         {fieldIndex<&PlanInfo::title>(), fieldIndex<&PlanInfo::subtitle>(), fieldIndex<&PlanInfo::municipality>(),
          fieldIndex<&PlanInfo::issuer>(), fieldIndex<&PlanInfo::office>(), fieldIndex<&PlanInfo::begins>(),
          fieldIndex<&PlanInfo::ends>(), fieldIndex<&PlanInfo::first_year>(), fieldIndex<&PlanInfo::last_year>(),
          fieldIndex<&PlanInfo::adopted>(), fieldIndex<&PlanInfo::revised>(), fieldIndex<&PlanInfo::predecessor>(),
          fieldIndex<&PlanInfo::successor>(), fieldIndex<&PlanInfo::numbering>()})
        addInput(form, field);
    column->addWidget(m_refusal);
    column->addStretch(1);
    connect(&edits->document(), &PlanDocument::changed, this, [this](const ChangeSet &change) {
        const bool ours = std::any_of(change.rows.begin(), change.rows.end(),
                                      [](const RowChange &row) { return row.table == TableId::PlanInfo; });
        m_refusal->say({});
        if (ours)
            show();
    });
    show();
}

void PlanPage::addInput(QFormLayout *form, int field)
{
    QWidget *input = nullptr;
    if (hasOptions(planField(field))) {
        auto *list = new QComboBox(this);
        for (const Option &option : fieldOptions(m_edits->plan(), planField(field)))
            list->addItem(option.label, option.key);
        connect(list, &QComboBox::activated, this, [this, field] { take(field); });
        input = list;
    } else {
        auto *line = new QLineEdit(this);
        if (planField(field).kind == FieldKind::Time)
            line->setPlaceholderText(tr("例：R4、令和4年4月"));
        connect(line, &QLineEdit::editingFinished, this, [this, field] { take(field); });
        input = line;
    }
    input->setAccessibleName(fieldLabel(planField(field)));
    input->setEnabled(!m_edits->isReadOnly());
    form->addRow(fieldLabel(planField(field)), input);
    m_inputs.insert(field, input);
}

void PlanPage::show()
{
    const PlanInfo &info = m_edits->plan().info();
    for (auto at = m_inputs.cbegin(); at != m_inputs.cend(); ++at) {
        const QString text = fieldInput(planField(at.key()), planField(at.key()).read(&info));
        if (auto *line = qobject_cast<QLineEdit *>(at.value())) {
            if (line->text() != text)
                line->setText(text);
        } else if (auto *list = qobject_cast<QComboBox *>(at.value())) {
            list->setCurrentIndex(qMax(0, list->findData(text)));
        }
    }
}

void PlanPage::take(int field)
{
    const Plan &plan = m_edits->plan();
    const PlanInfo &info = plan.info();
    const auto *line = qobject_cast<QLineEdit *>(m_inputs.value(field));
    const auto *list = qobject_cast<QComboBox *>(m_inputs.value(field));
    const QString typed = line ? line->text().trimmed() : list->currentData().toString();
    const Value before = planField(field).read(&info);
    if (typed == fieldInput(planField(field), before))
        return; // untouched: it keeps its value to the letter
    const auto refuse = [this](const Error &error) { m_refusal->say(error.message()); };
    const auto value = readField(plan, planField(field), typed);
    if (!value)
        return refuse(value.error());
    if (*value == before)
        return show();
    ChangeBuilder change(tr("計画の「%1」を変更").arg(fieldLabel(planField(field))));
    change.set(TableId::PlanInfo, info.id.row, field, *value);
    m_edits->submit(std::move(change).build(), this, refuse);
}

void PlanPage::flush()
{
    for (auto at = m_inputs.cbegin(); at != m_inputs.cend(); ++at) {
        if (qobject_cast<QLineEdit *>(at.value()) && at.value()->hasFocus())
            take(at.key());
    }
}

QString PlanPage::refusal() const
{
    return m_refusal->said();
}

} // namespace shisaku
