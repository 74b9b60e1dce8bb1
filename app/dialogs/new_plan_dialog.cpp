// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/new_plan_dialog.h"

#include "app/dialogs/fiscal_year_box.h"
#include "models/cycle/plan_shape.h"
#include "models/edit/empty_plan.h"
#include "views/look/look.h"
#include "views/look/spaced_text.h"

#include <QCheckBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int usualYears = 5;
constexpr int lineHeight = 24;

int yearOf(const QDate &today)
{
    return fiscalYearOf(today.year() * 12 + today.month() - 1);
}

/// The blocks fitted into the plan; its classification takes the name that the template gives it on the sheet.
void takeTemplate(Plan &plan, const SheetTemplate &blocks, const IdSource &ids)
{
    const SheetTemplate fitted = adopted(plan, blocks, ids);
    applyTo(plan, templateChange(plan, fitted));
    const auto classifications = plan.ordered<Classification>();
    for (const Block &block : fitted) {
        if (block.kind != u"aims" || block.label.isEmpty() || classifications.isEmpty())
            continue;
        ChangeBuilder change({});
        change.set<&Classification::title>(classifications.first()->id, block.label);
        change.set<&Classification::levels>(classifications.first()->id, block.label);
        applyTo(plan, std::move(change).build());
        return;
    }
}
} // namespace

NewPlanDialog::NewPlanDialog(const Services &services, Make make, QWidget *parent) :
    QDialog(parent), m_services(services), m_make(std::move(make)), m_ids(services.environment.ids),
    m_templates(builtInTemplates(m_ids)), m_title(new QLineEdit), m_municipality(new QLineEdit),
    m_first(new FiscalYearBox(yearOf(services.today()))), m_last(new FiscalYearBox(yearOf(services.today()) + usualYears - 1)),
    m_choice(new QListWidget), m_categories(new QCheckBox(tr("分類の項目も引き継ぐ(&C)"))),
    m_departments(new QCheckBox(tr("部署も引き継ぐ(&D)"))), m_blocks(new QLabel)
{
    setWindowTitle(tr("新しい計画"));
    resize(540, 0);
    m_title->setPlaceholderText(tr("○○市DX推進計画"));
    m_municipality->setPlaceholderText(tr("○○市"));
    for (const NamedTemplate &named : std::as_const(m_templates))
        m_choice->addItem(named.name);
    m_choice->addItem(tr("番号と施策名だけ（欄は後から決める）"));
    m_choice->setCurrentRow(0);
    m_choice->setAccessibleName(tr("個別施策票の様式"));
    for (int i = 0; i < m_choice->count(); ++i)
        m_choice->item(i)->setSizeHint(QSize(0, lineHeight));
    m_choice->setFixedHeight(lineHeight * (m_choice->count() + 1) + 2 * space::tight); // room for another plan
    m_blocks->setTextFormat(Qt::RichText);
    m_blocks->setWordWrap(true);
    m_blocks->setAlignment(Qt::AlignTop);
    m_blocks->setFixedHeight(m_blocks->fontMetrics().lineSpacing() * 4);
    m_categories->setChecked(true);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(space::large, space::large, space::large, space::large);
    form->setSpacing(space::small);
    form->addRow(tr("計画名(&T)"), m_title);
    form->addRow(tr("市区町村(&M)"), m_municipality);
    form->addRow(tr("始まりの年度(&F)"), m_first);
    form->addRow(tr("終わりの年度(&L)"), m_last);
    auto *label = new QLabel(tr("個別施策票の様式(&S)"));
    label->setBuddy(m_choice);
    form->addRow(label);
    form->addRow(m_choice);
    auto *model = new QPushButton(tr("ほかの計画と同じ形にする(&O)…"));
    model->setAutoDefault(false);
    auto *ofModel = new QHBoxLayout;
    ofModel->setSpacing(space::large);
    ofModel->addWidget(model);
    ofModel->addWidget(m_categories);
    ofModel->addWidget(m_departments);
    ofModel->addStretch(1);
    form->addRow(ofModel);
    form->addRow(m_blocks);
    auto *hint = new QLabel(tr("区分や部署、分類、票の欄は、作った後に「計画の設定」と「票の様式」で変えられます。"));
    form->addRow(hint);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter never throws the answers away
    m_go = buttons->addButton(tr("作成する(&G)…"), QDialogButtonBox::AcceptRole);
    m_go->setDefault(true);
    form->addRow(buttons);
    connect(m_title, &QLineEdit::textChanged, this, &NewPlanDialog::update);
    connect(m_choice, &QListWidget::currentRowChanged, this, &NewPlanDialog::update);
    connect(model, &QPushButton::clicked, this, &NewPlanDialog::chooseModel);
    connect(m_first, &QSpinBox::valueChanged, this, &NewPlanDialog::update);
    connect(m_last, &QSpinBox::valueChanged, this, &NewPlanDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewPlanDialog::make);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

QString NewPlanDialog::title() const
{
    return m_title->text().trimmed();
}

bool NewPlanDialog::followsModel() const
{
    return m_model && m_choice->currentRow() == m_templates.size() + 1;
}

void NewPlanDialog::chooseModel()
{
    const QString path = m_services.dialogs.openPlan(this);
    if (path.isEmpty())
        return;
    const auto opened = PlanDocument::open(path, m_services.environment, PlanFile::Access::ReadOnly);
    const auto plan = opened ? (*opened)->provedPlan() : Result<const Plan *>(opened.error());
    if (!plan) {
        m_blocks->setText(spacedText(plan.error().message()));
        return;
    }
    m_model = **plan;
    m_modelPaths << path;
    const int row = static_cast<int>(m_templates.size()) + 1;
    if (m_choice->count() == row)
        m_choice->addItem(QString());
    m_choice->item(row)->setText(tr("「%1」と同じ形").arg(m_model->info().title));
    m_choice->item(row)->setSizeHint(QSize(0, lineHeight));
    m_choice->setCurrentRow(row);
    m_choice->setFocus();
    update();
}

ChangeSet NewPlanDialog::content() const
{
    if (followsModel())
        return planInShapeOf(*m_model,
                             {title(), m_municipality->text().trimmed(), m_first->value(), m_last->value(),
                              m_categories->isChecked(), m_departments->isChecked()},
                             m_ids);
    Plan plan;
    applyTo(plan, emptyPlan(m_first->value(), m_ids));
    ChangeBuilder change({});
    const Id<PlanInfo> info = plan.info().id;
    change.set<&PlanInfo::title>(info, title());
    change.set<&PlanInfo::municipality>(info, m_municipality->text().trimmed());
    change.set<&PlanInfo::ends>(info, PlanTime::fiscalYear(m_last->value()));
    change.set<&PlanInfo::last_year>(info, PlanTime::fiscalYear(m_last->value()));
    applyTo(plan, std::move(change).build());
    const int chosen = m_choice->currentRow();
    if (chosen >= 0 && chosen < m_templates.size()) {
        takeTemplate(plan, m_templates[chosen].blocks, m_ids);
    } else {
        SheetTemplate blocks = templateOf(plan);
        blocks.removeIf([](const Block &block) { return block.kind != u"title"; });
        applyTo(plan, templateChange(plan, blocks));
    }
    ChangeSet content = difference(Plan(), plan);
    content.title = tr("計画を作成");
    return content;
}

void NewPlanDialog::make()
{
    const auto made = m_make(*this);
    if (!made)
        m_blocks->setText(spacedText(made.error().message()));
    else if (*made)
        accept();
}

void NewPlanDialog::update()
{
    QStringList names;
    const int chosen = m_choice->currentRow();
    if (chosen >= 0 && chosen < m_templates.size()) {
        for (const Block &block : m_templates[chosen].blocks)
            names << blockName(block);
    }
    QString shape;
    if (followsModel())
        shape = tr("%1。施策と文章は引き継ぎません。").arg(shapeInWords(*m_model));
    if (followsModel() && !m_model->choices(u"horizon").isEmpty())
        shape += tr("期間区分の年度は、始まりの年度に合わせて移します。");
    m_categories->setEnabled(followsModel());
    m_departments->setEnabled(followsModel());
    m_blocks->setText(spacedText(m_first->value() > m_last->value() ? tr("終わりの年度を、始まりの年度より後にしてください。")
                                 : !shape.isEmpty() ? shape
                                 : names.isEmpty()  ? QString()
                                                    : tr("欄：%1").arg(names.join(tr("、")))));
    m_go->setEnabled(!title().isEmpty() && m_first->value() <= m_last->value());
}

} // namespace shisaku
