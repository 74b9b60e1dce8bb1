// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/budget_dialog.h"

#include "app/dialogs/leaving.h"
#include "app/dialogs/save_question.h"
#include "app/dialogs/unsaved_question.h"
#include "models/exchange/csv.h"
#include "models/file/file_output.h"
#include "models/item/tool_tip.h"
#include "views/look/look.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
enum Column { Year, Number, Title, Task, Words, Amount, Office };
}

BudgetDialog::BudgetDialog(PlanDocument &document, const Services &services, QWidget *parent) :
    QDialog(parent), m_document(document), m_services(services), m_years(new QComboBox), m_table(new QTableWidget),
    m_count(new QLabel)
{
    setWindowTitle(tr("年度別の予算要求"));
    resize(860, 460);
    m_years->setAccessibleName(tr("年度"));
    m_table->setAccessibleName(tr("予算要求の一覧"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::small);
    auto *top = new QHBoxLayout;
    auto *label = new QLabel(tr("年度(&Y)"));
    label->setBuddy(m_years);
    top->addWidget(label);
    top->addWidget(m_years);
    top->addWidget(m_count, 1);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    auto *hint = new QLabel(
        tr("工程表や票の年度欄に「予算要求」と書かれたものを集めています。行をダブルクリックするか、Enterを押すと、"
           "その施策に移ります。"));
    hint->setFont(textFont(9));
    hint->setWordWrap(true);
    layout->addWidget(hint);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *csv = buttons->addButton(tr("CSVに保存(&S)…"), QDialogButtonBox::ActionRole);
    auto *print = buttons->addButton(tr("印刷(&P)…"), QDialogButtonBox::ActionRole);
    for (QPushButton *button : {csv, print})
        button->setAutoDefault(false); // Enter goes to the measure
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    layout->addWidget(buttons);

    connect(m_years, &QComboBox::currentIndexChanged, this, &BudgetDialog::fill);
    connect(m_table, &QTableWidget::cellActivated, this, [this](int row) { emit measureRequested(m_shown[row].measure); });
    connect(csv, &QPushButton::clicked, this, &BudgetDialog::saveCsv);
    connect(print, &QPushButton::clicked, this, &BudgetDialog::print);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&document, &PlanDocument::changed, this, &BudgetDialog::collect);
    collect();
}

void BudgetDialog::collect()
{
    const QString chosen = m_years->currentText();
    m_requests = budgetRequests(m_document.plan());
    const QSignalBlocker quiet(m_years);
    m_years->clear();
    m_years->addItem(tr("すべての年度"));
    for (const BudgetRequest &request : std::as_const(m_requests)) {
        if (const QString year = requestYear(request); m_years->findText(year) < 0)
            m_years->addItem(year);
    }
    m_years->setCurrentIndex(std::max(0, m_years->findText(chosen)));
    fill();
}

QString BudgetDialog::chosenYear() const
{
    return m_years->currentIndex() > 0 ? m_years->currentText() : QString();
}

void BudgetDialog::fill()
{
    m_shown = m_requests;
    if (const QString year = chosenYear(); !year.isEmpty())
        m_shown.removeIf([&year](const BudgetRequest &request) { return requestYear(request) != year; });
    const QList<QStringList> records = budgetRecords(m_document.plan(), m_shown);
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(records.first().size()));
    m_table->setHorizontalHeaderLabels(records.first());
    m_table->setRowCount(static_cast<int>(m_shown.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < m_table->columnCount(); ++column) {
            auto *item = new QTableWidgetItem(records[row + 1][column]);
            item->setToolTip(toolTipOf(item->text()));
            if (column == Amount)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    }
    m_table->setColumnHidden(Amount, std::none_of(m_shown.begin(), m_shown.end(),
                                                  [](const BudgetRequest &request) { return request.amount.has_value(); }));
    m_table->setColumnHidden(Task, std::all_of(m_shown.begin(), m_shown.end(),
                                               [](const BudgetRequest &request) { return request.initiative.isEmpty(); }));
    for (const int column : {Year, Number, Words, Amount})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    for (const int column : {Title, Task, Office})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_count->setText(m_requests.isEmpty() ? tr("この計画には、予算要求の記載がありません。") : tr("%1件").arg(m_shown.size()));
}

bool BudgetDialog::mayLeave()
{
    const auto proved = planToLeave(m_document, this, Leaving::Content);
    if (!proved)
        m_count->setText(proved.error().message());
    return proved.ok();
}

void BudgetDialog::saveCsv()
{
    if (!goesOnWithoutUnsaved(m_document, m_services.dialogs, this) || !mayLeave())
        return;
    const QString path = askWhere(m_services.dialogs, this, {tr("CSVに保存"), tr("予算要求.csv"), {FileKind::Csv}});
    if (path.isEmpty())
        return;
    const auto written = writeFiles({{path, writeCsv(budgetRecords(m_document.plan(), m_shown))}}, FileKind::Csv);
    if (written)
        m_count->setText(tr("「%1」に保存しました。").arg(QFileInfo(path).fileName()));
    else
        emit failed(written.error());
}

void BudgetDialog::print()
{
    if (!goesOnWithoutUnsaved(m_document, m_services.dialogs, this) || !mayLeave())
        return;
    emit printRequested(chosenYear());
}

} // namespace shisaku
