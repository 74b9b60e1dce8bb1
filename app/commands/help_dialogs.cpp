// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/help_dialogs.h"

#include "views/look/screen_room.h"
#include "views/roadmap/roadmap_keys.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace shisaku {

namespace {
struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

/// A modal dialog that is deleted when closed, with its close button.
QDialog *dialog(const QString &title, QWidget *content, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(content);
    layout->addWidget(buttons);
    return dialog;
}
} // namespace

void showShortcuts(const ActionCatalog &actions, QWidget *parent)
{
    auto shortcuts = actions.shortcuts();
    for (const RoadmapKey &key : roadmapKeys())
        shortcuts.append({Help::tr("工程表"), key.does, key.keys});
    auto *table = new QTableWidget(static_cast<int>(shortcuts.size()), 3);
    table->setHorizontalHeaderLabels({Help::tr("メニュー"), Help::tr("操作"), Help::tr("キー")});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(shortcuts[row].menu));
        table->setItem(row, 1, new QTableWidgetItem(shortcuts[row].text));
        table->setItem(row, 2, new QTableWidgetItem(shortcuts[row].keys));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    QDialog *shown = dialog(Help::tr("キー操作の一覧"), table, parent);
    resizeOnScreen(*shown, QSize(680, 600));
    shown->open();
}

void showAbout(QWidget *parent)
{
    auto *text = new QLabel(Help::tr("施策帖　%1\n\n自治体のDX推進計画を作り、見せ、印刷するためのプログラムです。\n\n"
                                     "GNU General Public License 第3版またはそれ以降の版の条件で利用できます。\n"
                                     "Qt、SQLite、QPDFを使用しています。画面と印刷にはBIZ UDフォントを使用します。")
                                .arg(QStringLiteral(SHISAKUCHO_VERSION)));
    text->setTextFormat(Qt::PlainText);
    text->setMargin(space::large);
    dialog(Help::tr("施策帖について"), text, parent)->open();
}

} // namespace shisaku
