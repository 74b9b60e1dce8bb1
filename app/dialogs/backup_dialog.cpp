// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/backup_dialog.h"

#include "app/dialogs/waiting.h"
#include "models/file/backup.h"
#include "models/item/tool_tip.h"
#include "models/plan/era.h"
#include "views/look/look.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QString sizeText(qint64 bytes)
{
    return BackupDialog::tr("%L1 KB").arg((bytes + 1023) / 1024);
}
} // namespace

BackupDialog::BackupDialog(PlanDocument &document, QWidget *parent) :
    QDialog(parent), m_document(document), m_backups(new QListWidget), m_differences(new QTreeWidget), m_summary(new QLabel),
    m_takeBack(new QPushButton(tr("選んだ施策を取り戻す(&T)"))), m_open(new QPushButton(tr("この控えを開く(&O)")))
{
    setWindowTitle(tr("控えから取り戻す"));
    resize(760, 460);
    m_backups->setAccessibleName(tr("控え"));
    m_backups->setMaximumWidth(260);
    m_differences->setHeaderLabels({tr("施策"), tr("今と違う所")});
    m_differences->setRootIsDecorated(false);
    m_differences->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_differences->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_differences->setAccessibleName(tr("今と違う施策"));
    m_summary->setWordWrap(true);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::medium);
    columns->addWidget(m_backups);
    columns->addWidget(m_differences, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_takeBack, QDialogButtonBox::ActionRole);
    buttons->addButton(m_open, QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);

    for (const Backup &backup : backupsOf(document.path())) {
        const QString text = tr("%1　%2").arg(eraMoment(backup.at), sizeText(backup.bytes));
        auto *item = new QListWidgetItem(backup.replaced ? text + tr("　置き換え前") : text, m_backups);
        item->setData(Qt::UserRole, backup.path);
    }
    connect(m_backups, &QListWidget::currentRowChanged, this, &BackupDialog::showBackup);
    connect(m_differences, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_takeBack->setEnabled(!m_differences->selectedItems().isEmpty() && !m_document.isReadOnly()); });
    connect(m_takeBack, &QPushButton::clicked, this, &BackupDialog::takeBack);
    connect(m_open, &QPushButton::clicked, this,
            [this] { emit openRequested(m_backups->currentItem()->data(Qt::UserRole).toString()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&document, &PlanDocument::changed, this, &BackupDialog::showBackup);
    m_backups->setCurrentRow(0);
    showBackup();
}

void BackupDialog::showBackup()
{
    m_differences->clear();
    m_takeBack->setEnabled(false);
    const QListWidgetItem *item = m_backups->currentItem();
    m_open->setEnabled(item != nullptr);
    if (!item) {
        m_summary->setText(tr("控えはまだありません。控えは、その日の最初の変更の直前に、計画と同じ場所の「%1」に作られます。")
                               .arg(QFileInfo(backupFolder(m_document.path())).fileName()));
        return;
    }
    const auto copy = PlanDocument::open(item->data(Qt::UserRole).toString(), m_document.environment(), PlanFile::Access::ReadOnly);
    const auto then = copy ? (*copy)->provedPlan() : Result<const Plan *>(copy.error());
    if (!then) {
        m_summary->setText(then.error().message());
        return;
    }
    m_then = **then;
    const auto differences = differingMeasures(m_document.plan(), m_then);
    for (const MeasureDifference &difference : differences) {
        auto *row = new QTreeWidgetItem(m_differences, {difference.name, difference.places.join(tr("、"))});
        row->setData(0, Qt::UserRole, difference.measure.row.bits);
        row->setToolTip(1, toolTipOf(difference.places.join(u'\n')));
    }
    m_summary->setText(
        differences.isEmpty()
            ? tr("この控えの施策は、すべて今と同じです。")
            : tr("今と違う施策は%1件です。取り戻した後も「元に戻す」で今の内容に戻せます。").arg(differences.size()));
}

void BackupDialog::takeBack()
{
    QList<Id<Measure>> chosen;
    for (const QTreeWidgetItem *row : m_differences->selectedItems())
        chosen << Id<Measure>(RowId{row->data(0, Qt::UserRole).toULongLong()});
    const UndoGroup step = newUndoGroup();                  // several measures are taken back as one step
    const auto then = std::make_shared<const Plan>(m_then); // what is shown may change meanwhile
    for (const Id<Measure> measure : chosen) {
        const auto applied = applyWaiting(
            m_document, [then, measure](const Plan &plan) { return takeBackMeasure(plan, *then, measure); }, step, this);
        if (!applied) {
            m_summary->setText(applied.error().message());
            return;
        }
    }
}

} // namespace shisaku
