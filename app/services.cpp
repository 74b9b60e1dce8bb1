// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int askedWidth = 420; ///< Pixels: a name and the title above it are read in full.

struct Services_ {
    Q_DECLARE_TR_FUNCTIONS(Services)
};

/// 「.pdf」 in 「PDF (*.pdf)」
QString endingIn(const QString &filter)
{
    static const QRegularExpression ending(QStringLiteral("\\*(\\.\\w+)"));
    return ending.match(filter).captured(1);
}
} // namespace

Dialogs Dialogs::ofSystem()
{
    Dialogs dialogs;
    dialogs.openPlan = [](QWidget *parent) {
        return QFileDialog::getOpenFileName(parent, Services_::tr("計画を開く"), {}, Services_::tr("計画 (*.dxplan)"));
    };
    dialogs.openFile = [](QWidget *parent, const QString &title, const QString &filter) {
        return QFileDialog::getOpenFileName(parent, title, {}, filter);
    };
    dialogs.saveFile = [](QWidget *parent, const QString &title, const QString &suggested, const QString &filter) {
        QFileDialog dialog(parent, title, {}, filter);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setOption(QFileDialog::DontConfirmOverwrite); // it would ask about the name before it has its ending
        dialog.selectFile(suggested);
        // Another kind of file gets another ending.
        QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString &kind) {
            const QString name = QFileInfo(dialog.selectedFiles().value(0)).completeBaseName();
            if (!endingIn(kind).isEmpty() && !name.isEmpty())
                dialog.selectFile(name + endingIn(kind));
        });
        if (dialog.exec() != QDialog::Accepted)
            return QString();
        const QString path = dialog.selectedFiles().value(0);
        const QStringList kinds = dialog.nameFilters();
        const bool named = std::any_of(kinds.begin(), kinds.end(),
                                       [&path](const QString &kind) { return path.endsWith(endingIn(kind), Qt::CaseInsensitive); });
        return named ? path : path + endingIn(dialog.selectedNameFilter());
    };
    dialogs.confirm = [](QWidget *parent, const QString &question, const QString &yes) {
        QMessageBox box(QMessageBox::Question, Services_::tr("施策帖"), question, QMessageBox::Cancel, parent);
        box.setTextFormat(Qt::PlainText);
        box.addButton(yes, QMessageBox::AcceptRole);
        return box.exec() != QMessageBox::Cancel;
    };
    dialogs.choose = [](QWidget *parent, const QString &question, const QStringList &answers) {
        QMessageBox box(QMessageBox::Question, Services_::tr("施策帖"), question, QMessageBox::Cancel, parent);
        box.setTextFormat(Qt::PlainText);
        QList<QAbstractButton *> buttons;
        for (const QString &answer : answers)
            buttons << box.addButton(answer, QMessageBox::AcceptRole);
        box.exec();
        return static_cast<int>(buttons.indexOf(box.clickedButton()));
    };
    dialogs.askText = [](QWidget *parent, const QString &title, const QString &label, const QString &text) {
        QInputDialog dialog(parent);
        dialog.setWindowTitle(title);
        dialog.setLabelText(label);
        dialog.setTextValue(text);
        dialog.resize(askedWidth, dialog.sizeHint().height());
        return dialog.exec() == QDialog::Accepted ? dialog.textValue() : QString();
    };
    return dialogs;
}

Services Services::ofSystem()
{
    const Environment environment = Environment::ofSystem();
    return {environment, Dialogs::ofSystem(),
            std::make_shared<QSettings>(QSettings::IniFormat, QSettings::UserScope, QCoreApplication::organizationName(),
                                        QCoreApplication::applicationName()),
            [now = environment.now] { return now().date(); }};
}

} // namespace shisaku
