// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/year_switch_dialog.h"

#include "models/plan/time_reading.h"
#include "views/look/look.h"
#include "views/look/spaced_text.h"

#include <QCheckBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace shisaku {

YearSwitchDialog::YearSwitchDialog(const Plan &plan, const IdSource &ids, const QDate &today, QWidget *parent) :
    QDialog(parent), m_plan(plan), m_ids(ids), m_moveYears(new QCheckBox(tr("表示する年度を1年進める(&Y)"))),
    m_closeEnded(new QCheckBox(tr("終わった施策の工程を閉じる(&E)"))),
    m_carryOn(new QCheckBox(tr("最後の年度まで続く工程を1年延ばす(&C)"))), m_survey(new QCheckBox(tr("次の進捗調査を作る(&S)"))),
    m_surveyTitle(new QLineEdit), m_surveyDate(new QLineEdit), m_summary(new QLabel)
{
    setWindowTitle(tr("年度切替"));
    resize(520, 0);
    m_moveYears->setChecked(true);
    m_closeEnded->setChecked(true);
    const PlanTime asOf = PlanTime::fiscalYear(fiscalYearOf(today.year() * 12 + today.month() - 1));
    m_surveyTitle->setText(tr("%1末の進捗調査").arg(asOf.toJapanese()));
    m_surveyDate->setText(asOf.toJapanese());
    m_surveyTitle->setAccessibleName(tr("調査名"));
    m_surveyDate->setAccessibleName(tr("調査時点"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_summary->setFrameShape(QFrame::StyledPanel);
    m_summary->setBackgroundRole(QPalette::Base);
    m_summary->setAutoFillBackground(true);
    m_summary->setMargin(space::small);
    m_summary->setMinimumHeight(m_summary->fontMetrics().lineSpacing() * 8);
    m_summary->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(space::large, space::large, space::large, space::large);
    form->setSpacing(space::small);
    form->addRow(m_moveYears);
    form->addRow(m_closeEnded);
    form->addRow(m_carryOn);
    form->addRow(m_survey);
    form->addRow(tr("調査名"), m_surveyTitle);
    form->addRow(tr("調査時点"), m_surveyDate);
    form->addRow(m_summary);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter never throws the answers away
    m_go = buttons->addButton(tr("切り替える(&G)"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);

    for (QCheckBox *box : {m_moveYears, m_closeEnded, m_carryOn, m_survey})
        connect(box, &QCheckBox::toggled, this, &YearSwitchDialog::update);
    for (QLineEdit *line : {m_surveyTitle, m_surveyDate})
        connect(line, &QLineEdit::textChanged, this, &YearSwitchDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

void YearSwitchDialog::update()
{
    m_surveyTitle->setEnabled(m_survey->isChecked());
    m_surveyDate->setEnabled(m_survey->isChecked());
    const auto asOf = readTime(m_surveyDate->text());
    if (m_survey->isChecked() && (!asOf || !asOf->isDated())) {
        m_go->setEnabled(false);
        m_summary->setText(spacedText(!asOf ? tr("調査時点：%1").arg(asOf.error().message())
                                            : tr("調査時点は「令和7年度」「R8.3.31」のように入力してください。")));
        return;
    }
    m_wanted = {m_moveYears->isChecked(), m_closeEnded->isChecked(), m_carryOn->isChecked(), {}};
    if (m_survey->isChecked())
        m_wanted.survey = NewSurvey{m_surveyTitle->text().trimmed(), *asOf, {}, {}};
    const SwitchedYear switched = switchYear(m_plan, m_wanted, m_ids);
    m_go->setEnabled(!switched.change.isEmpty());
    m_summary->setText(spacedText(switched.change.isEmpty() ? tr("この選び方では、変わるところがありません。")
                                                            : switched.summary.join(u'\n') + u'\n'
                                                                  + tr("切り替えた後も、「元に戻す」で一度に戻せます。")));
}

} // namespace shisaku
