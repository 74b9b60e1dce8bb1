// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/next_plan_dialog.h"

#include "app/dialogs/fiscal_year_box.h"
#include "app/dialogs/next_plan_aims.h"
#include "models/order/grouping.h"
#include "views/look/look.h"
#include "views/look/screen_room.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

namespace shisaku {

namespace {
constexpr int usualYears = 5;
constexpr int lineHeight = 24;
} // namespace

NextPlanDialog::NextPlanDialog(const Plan &plan, Make make, QWidget *parent) :
    QDialog(parent), m_make(std::move(make)), m_kinds(usualKinds(plan)), m_title(new QLineEdit), m_measures(new QListWidget),
    m_aims(new NextPlanAims(plan)), m_count(new QLabel)
{
    m_count->setWordWrap(true);
    m_count->setTextFormat(Qt::PlainText);
    setWindowTitle(tr("次期計画の作成"));
    resizeOnScreen(*this, QSize(560, 560));
    const PlanTime ends = plan.info().ends.isDated() ? plan.info().ends : plan.info().last_year;
    const int first = ends.isDated() ? fiscalYearOf(ends.endMonth() - 1) + 1 : 2026;
    m_first = new FiscalYearBox(first);
    m_last = new FiscalYearBox(first + usualYears - 1);
    m_continue = new QCheckBox(tr("「新規」の施策を「継続」にする(&K)"));
    m_continue->setChecked(!m_kinds.isEmpty());
    m_continue->setVisible(!m_kinds.isEmpty());
    m_title->setPlaceholderText(tr("次期計画の名称"));
    m_measures->setAccessibleName(tr("引き継ぐ施策"));

    const QSet<Id<Measure>> continuing = continuingMeasures(plan);
    for (const Measure *measure : plan.ordered<Measure>()) {
        auto *item = new QListWidgetItem(tr("%1　%2").arg(measure->number, measure->title), m_measures);
        item->setData(Qt::UserRole, measure->id.row.toText());
        item->setSizeHint(QSize(0, lineHeight));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(continuing.contains(measure->id) ? Qt::Checked : Qt::Unchecked);
    }

    auto *form = new QFormLayout(this);
    form->setContentsMargins(space::large, space::large, space::large, space::large);
    form->setSpacing(space::small);
    form->addRow(tr("計画名"), m_title);
    form->addRow(tr("始まりの年度"), m_first);
    form->addRow(tr("終わりの年度"), m_last);
    form->addRow(m_continue);
    auto *tabs = new QTabWidget;
    tabs->addTab(m_measures, tr("引き継ぐ施策"));
    tabs->addTab(m_aims, tr("分類項目の移し方"));
    tabs->setTabVisible(1, plan.rows<Category>().size() > 0);
    form->addRow(tabs);
    form->addRow(m_count);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter never throws the answers away
    m_go = buttons->addButton(tr("作成する(&G)…"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(m_title, &QLineEdit::textChanged, this, &NextPlanDialog::update);
    connect(m_measures, &QListWidget::itemChanged, this, &NextPlanDialog::update);
    connect(m_first, &QSpinBox::valueChanged, this, &NextPlanDialog::update);
    connect(m_last, &QSpinBox::valueChanged, this, &NextPlanDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &NextPlanDialog::make);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

NextPlan NextPlanDialog::wanted() const
{
    NextPlan wanted;
    wanted.title = m_title->text().trimmed();
    wanted.firstYear = m_first->value();
    wanted.lastYear = m_last->value();
    for (int i = 0; i < m_measures->count(); ++i) {
        const QListWidgetItem *item = m_measures->item(i);
        if (item->checkState() == Qt::Checked)
            wanted.measures << Id<Measure>(*RowId::fromText(item->data(Qt::UserRole).toString()));
    }
    if (m_continue->isChecked())
        wanted.kinds = m_kinds;
    wanted.aims = m_aims->aims();
    return wanted;
}

void NextPlanDialog::make()
{
    const auto made = m_make(*this);
    if (!made)
        m_count->setText(made.error().message());
    else if (*made)
        accept();
}

void NextPlanDialog::update()
{
    m_count->setText(tr("%1施策のうち%2施策を引き継ぎます。この計画はそのまま残ります。")
                         .arg(m_measures->count())
                         .arg(wanted().measures.size()));
    m_go->setEnabled(!m_title->text().trimmed().isEmpty() && m_first->value() <= m_last->value());
}

} // namespace shisaku
