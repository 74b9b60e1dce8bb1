// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/survey_dialog.h"

#include "models/plan/time_reading.h"
#include "views/look/refusal_line.h"
#include "views/look/status_mark.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

namespace {
constexpr int dialogWidth = 460;

/// 31 March of the fiscal year that ended last.
PlanTime lastYearEnd(const QDate &today)
{
    const int year = today.month() > 3 ? today.year() : today.year() - 1;
    return PlanTime::day(year, 3, 31);
}
} // namespace

SurveyDialog::SurveyDialog(const Plan &plan, const QDate &today, QWidget *parent) :
    QDialog(parent), m_plan(plan), m_title(new QLineEdit), m_asOf(new QLineEdit), m_subject(new QLineEdit), m_items(new QComboBox),
    m_hint(new RefusalLine), m_buttons(new QDialogButtonBox)
{
    setWindowTitle(tr("新しい進捗調査"));
    const PlanTime asOf = lastYearEnd(today);
    const QString year = PlanTime::fiscalYear(asOf.year() - 1).toJapanese();
    m_title->setText(tr("進捗調査（%1末）").arg(year));
    m_asOf->setText(asOf.toJapanese());
    const auto rounds = surveysInTime(plan);
    for (auto round = rounds.rbegin(); round != rounds.rend(); ++round) {
        if (!plan.parts<&SurveyItem::survey>((*round)->id).isEmpty())
            m_items->addItem((*round)->title, (*round)->id.toText());
    }
    m_items->addItem(QString(), QString());
    assemble(tr("調査を作る"));
}

SurveyDialog::SurveyDialog(const Plan &plan, const Survey &survey, QWidget *parent) :
    QDialog(parent), m_plan(plan), m_title(new QLineEdit), m_asOf(new QLineEdit), m_subject(new QLineEdit), m_hint(new RefusalLine),
    m_buttons(new QDialogButtonBox)
{
    setWindowTitle(tr("進捗調査の設定"));
    m_title->setText(survey.title);
    m_asOf->setText(survey.as_of.toJapanese());
    m_subject->setText(survey.subject);
    assemble(tr("決定"));
}

void SurveyDialog::assemble(const QString &accept)
{
    m_title->setAccessibleName(tr("調査名"));
    m_asOf->setAccessibleName(tr("調査時点"));
    m_subject->setAccessibleName(tr("調査対象"));
    m_subject->setPlaceholderText(tr("空のままなら、施策と取組の数から書きます"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::medium);
    form->setVerticalSpacing(space::small);
    form->addRow(tr("調査名"), m_title);
    form->addRow(tr("調査時点"), m_asOf);
    form->addRow(tr("調査対象"), m_subject);
    if (m_items) {
        m_items->setAccessibleName(tr("調査項目"));
        form->addRow(tr("調査項目"), m_items);
    }
    m_buttons->addButton(accept, QDialogButtonBox::AcceptRole)->setDefault(true);
    m_buttons->addButton(tr("キャンセル"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::medium);
    column->addLayout(form);
    column->addWidget(m_hint);
    column->addStretch(1);
    column->addWidget(m_buttons);
    setMinimumWidth(dialogWidth);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_title, &QLineEdit::textChanged, this, &SurveyDialog::check);
    connect(m_asOf, &QLineEdit::textChanged, this, &SurveyDialog::check);
    check();
}

void SurveyDialog::check()
{
    QString hint;
    if (m_title->text().trimmed().isEmpty())
        hint = tr("調査名を入力してください。");
    else if (const auto asOf = readTime(m_asOf->text()); !asOf)
        hint = tr("調査時点：%1").arg(asOf.error().message());
    if (m_items)
        countItems();
    m_hint->say(hint);
    m_buttons->buttons().first()->setEnabled(hint.isEmpty());
}

/// What each choice comes to depends on the date: measures that had ended by then are not asked any more.
void SurveyDialog::countItems()
{
    NewSurvey wanted = survey();
    for (int i = 0; i < m_items->count(); ++i) {
        wanted.like = Id<Survey>(RowId::fromText(m_items->itemData(i).toString()).value_or(RowId()));
        const SurveyExtent extent = extentOf(m_plan, wanted);
        const Survey *like = m_plan.find(wanted.like);
        const QString text = like ? tr("「%1」の%2項目を引き継ぐ").arg(like->title).arg(extent.items)
                                  : tr("計画のすべての取組（%1件）").arg(extent.items);
        m_items->setItemText(i, extent.leftOut > 0 ? tr("%1　終わった施策の%2件を除く").arg(text).arg(extent.leftOut) : text);
    }
}

NewSurvey SurveyDialog::survey() const
{
    const QString like = m_items ? m_items->currentData().toString() : QString();
    return {m_title->text().trimmed(), PlanTime::fromJapanese(m_asOf->text()).value_or(PlanTime()), m_subject->text().trimmed(),
            Id<Survey>(RowId::fromText(like).value_or(RowId()))};
}

} // namespace shisaku
