// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/ending_dialog.h"

#include "models/order/grouping.h"
#include "models/plan/ending.h"
#include "models/plan/series.h"
#include "models/plan/time_reading.h"
#include "views/look/look.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

namespace shisaku {

using namespace Qt::StringLiterals;

EndingDialog::EndingDialog(const Plan &plan, Id<Measure> id, const QDate &today, QWidget *parent) :
    QDialog(parent), m_plan(plan), m_measure(id), m_states(new QButtonGroup(this)), m_at(new QLineEdit), m_into(new QComboBox),
    m_reason(new QPlainTextEdit), m_closeBars(new QCheckBox(tr("終わりのない工程を、終了の年度で閉じる(&C)"))), m_notice(new QLabel)
{
    const Measure &measure = *plan.find(id);
    setWindowTitle(tr("施策の終了"));
    resize(480, 380);
    m_at->setText((measure.state_at.isDated() ? measure.state_at : PlanTime::month(today.year(), today.month())).toJapanese());
    m_at->setAccessibleName(tr("時期"));
    m_into->setAccessibleName(tr("統合先"));
    m_into->addItem(tr("（選ばない）"), QString());
    for (const Measure *other : plan.ordered<Measure>()) {
        if (other->id != id && !hasEnded(*other))
            m_into->addItem(u"%1　%2"_s.arg(shownNumber(*other, false), other->shownTitle()), other->id.toText());
    }
    if (const Measure *into = mergedInto(plan, measure))
        m_into->setCurrentIndex(std::max(0, m_into->findData(into->id.toText())));
    m_into->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_into->setMinimumContentsLength(20);
    m_reason->setPlainText(measure.state_reason);
    m_reason->setAccessibleName(tr("理由"));
    m_reason->setTabChangesFocus(true);
    m_closeBars->setChecked(true);
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    auto *name = new QLabel(u"%1　%2"_s.arg(shownNumber(measure, false), measure.title));
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);

    auto *form = new QFormLayout(this);
    form->setSpacing(space::small);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("施策"), name);
    form->addRow(tr("状態"), states(measure.state));
    form->addRow(tr("統合先(&I)"), m_into);
    form->addRow(tr("時期(&W)"), m_at);
    form->addRow(tr("理由(&R)"), m_reason);
    form->addRow(QString(), m_closeBars);
    form->addRow(m_notice);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);

    connect(m_states, &QButtonGroup::idToggled, this, &EndingDialog::update);
    connect(m_at, &QLineEdit::textChanged, this, &EndingDialog::update);
    connect(m_into, &QComboBox::currentIndexChanged, this, &EndingDialog::update);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &EndingDialog::update);
    connect(m_closeBars, &QCheckBox::toggled, this, &EndingDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

QLayout *EndingDialog::states(const QString &current)
{
    static constexpr const char *mnemonics[] = {"&K", "&D", "&M", "&X"};
    const bool ended = hasEnded(*m_plan.find(m_measure));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::large);
    for (int i = 0; i < static_cast<int>(std::size(measureStates)); ++i) {
        const QString key = QString::fromUtf8(measureStates[i].key);
        const bool goesOn = i == 0;
        if (goesOn && !ended)
            continue;
        const QString label = goesOn ? tr("継続に戻す") : keywordLabel(fieldOf<&Measure::state>(), key);
        auto *button = new QRadioButton(u"%1(%2)"_s.arg(label, QLatin1StringView(mnemonics[i])));
        m_states->addButton(button, i);
        row->addWidget(button);
        button->setChecked(ended ? key == current : i == 1);
    }
    row->addStretch(1);
    return row;
}

QString EndingDialog::state() const
{
    return QString::fromUtf8(measureStates[std::max(0, m_states->checkedId())].key);
}

ChangeSet EndingDialog::change() const
{
    auto change = endMeasure(m_plan, m_measure, m_ending);
    return change ? *std::move(change) : ChangeSet();
}

void EndingDialog::update()
{
    const bool ends = state() != u"継続";
    m_into->setEnabled(state() == u"統合");
    for (QWidget *widget : QList<QWidget *>{m_at, m_reason, m_closeBars})
        widget->setEnabled(ends);
    m_go->setText(ends ? tr("終了する(&G)") : tr("継続に戻す(&G)"));
    m_ending = {
        state(), PlanTime::fromJapanese(m_at->text()).value_or(PlanTime()), m_reason->toPlainText(), {}, m_closeBars->isChecked()};
    if (const auto into = RowId::fromText(m_into->currentData().toString()); into && state() == u"統合")
        m_ending.into = Id<Measure>(*into);
    const auto change = endMeasure(m_plan, m_measure, m_ending);
    m_go->setEnabled(bool(change));
    const auto at = readTime(m_at->text());
    m_notice->setText(!change && !at ? tr("時期：%1").arg(at.error().message())
                      : !change      ? change.error().message()
                      : ends ? tr("施策は計画に残り、番号はほかの施策に使いません。「元に戻す」で取り消せます。")
                             : tr("状態、時期、理由を消します。閉じた工程は、そのままです。"));
}

} // namespace shisaku
