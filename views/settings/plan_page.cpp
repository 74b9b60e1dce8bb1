// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/field_text.h"
#include "views/look/look.h"
#include "views/look/refusal_line.h"
#include "views/look/text_entry.h"
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
        showRefusal();
        if (change.touches({TableId::PlanInfo}))
            show();
    });
    const auto isOurs = [](const InputPlace &place) { return place.row.table == TableId::PlanInfo && place.field >= 0; };
    const UnsavedInput &unsaved = edits->document().unsaved();
    connect(&unsaved, &UnsavedInput::changed, this, [this, isOurs](const InputPlace &place) {
        if (!isOurs(place))
            return;
        show();
        showRefusal();
    });
    connect(&unsaved, &UnsavedInput::placeShown, this, [this, isOurs](const InputPlace &place) {
        if (QWidget *input = isOurs(place) && isVisible() ? m_inputs.value(place.field) : nullptr)
            input->setFocus(Qt::OtherFocusReason);
    });
    show();
    showRefusal();
}

InputPlace PlanPage::place(int field) const
{
    return {Owner(m_edits->plan().info().id), field, {}};
}

void PlanPage::addInput(QFormLayout *form, int field)
{
    QWidget *input = nullptr;
    if (hasOptions(planField(field))) {
        auto *list = new QComboBox(this);
        for (const Option &option : fieldOptions(m_edits->plan(), planField(field)))
            list->addItem(option.label, option.key);
        connect(list, &QComboBox::activated, this, [this, field, list] { submit(field, list->currentData().toString()); });
        input = list;
    } else {
        auto *line = new QLineEdit(this);
        if (planField(field).kind == FieldKind::Time)
            line->setPlaceholderText(tr("例：R4、令和4年4月"));
        auto *entry = new TextEntry(line);
        connect(entry, &TextEntry::entered, this, [this] { m_undoGroup = newUndoGroup(); });
        connect(entry, &TextEntry::typed, this, [this, entry] { m_edits->document().unsaved().setTyping(entry, true); });
        connect(entry, &TextEntry::due, this, [this, field] { commit(field); });
        connect(line, &QLineEdit::editingFinished, this, [this, field] { commit(field); });
        m_entries.insert(field, entry);
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
        const UnsavedInput::Entry *kept = m_edits->document().unsaved().find(place(at.key()));
        const QString text = kept ? kept->typed : fieldInput(planField(at.key()), planField(at.key()).read(&info));
        if (TextEntry *entry = m_entries.value(at.key()); entry && !entry->isBusy())
            entry->show(text);
        else if (auto *list = qobject_cast<QComboBox *>(at.value()))
            list->setCurrentIndex(qMax(0, list->findData(text)));
    }
}

void PlanPage::showRefusal()
{
    QStringList sentences;
    for (auto at = m_inputs.cbegin(); at != m_inputs.cend(); ++at) {
        const UnsavedInput::Entry *refused = m_edits->document().unsaved().refused(place(at.key()));
        at.value()->setAccessibleDescription(refused ? refused->error->message() : QString());
        if (refused)
            sentences << tr("%1：%2").arg(fieldLabel(planField(at.key())), refused->error->message());
    }
    m_refusal->say(sentences.join(u'\n'));
}

void PlanPage::commit(int field)
{
    TextEntry *entry = m_entries.value(field);
    const bool differs = entry->differs();
    const QString typed = entry->commit();
    UnsavedInput &unsaved = m_edits->document().unsaved();
    unsaved.setTyping(entry, false);
    if (differs || unsaved.refused(place(field))) // else it keeps its value to the letter
        submit(field, typed);
}

void PlanPage::submit(int field, const QString &typed)
{
    const auto recipe = [field, typed](const Plan &plan) -> Result<ChangeSet> {
        const auto value = readField(plan, planField(field), typed.trimmed());
        if (!value)
            return value.error();
        ChangeBuilder change(tr("計画の「%1」を変更").arg(fieldLabel(planField(field))));
        change.set(TableId::PlanInfo, plan.info().id.row, field, *value);
        return std::move(change).build();
    };
    m_edits->document().unsaved().submit(place(field), typed, recipe, m_undoGroup);
}

void PlanPage::flush()
{
    for (TextEntry *entry : std::as_const(m_entries))
        entry->flush();
}

QString PlanPage::refusal() const
{
    return m_refusal->said();
}

} // namespace shisaku
