// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/opening_progress.h"

#include <QApplication>
#include <QLocale>
#include <QProgressDialog>

namespace shisaku {

using namespace std::chrono_literals;

namespace {
constexpr auto betweenLooks = 40ms;
constexpr int minimumWidth = 360;
} // namespace

OpeningProgress::OpeningProgress(QWidget *window, std::chrono::milliseconds patience) : m_window(window), m_patience(patience) {}

OpeningProgress::~OpeningProgress() = default;

Result<std::unique_ptr<PlanDocument>> OpeningProgress::waitFor(PlanOpening &opening)
{
    if (opening.waitFor(m_patience))
        return opening.release();
    show();
    while (!opening.waitFor(betweenLooks)) {
        if (m_dialog->wasCanceled())
            opening.cancel();
        else
            m_dialog->setLabelText(tr("計画を読んでいます…\n%1行まで読みました。").arg(QLocale().toString(opening.rowsRead())));
        QApplication::processEvents();
    }
    m_dialog->setLabelText(tr("計画の画面を組み立てています…\n%1行を読みました。").arg(QLocale().toString(opening.rowsRead())));
    m_dialog->setCancelButton(nullptr);
    QApplication::processEvents();
    return opening.release();
}

void OpeningProgress::show()
{
    m_dialog = std::make_unique<QProgressDialog>(tr("計画を読んでいます…"), tr("中止"), 0, 0,
                                                 m_window->isVisible() ? m_window : nullptr);
    m_dialog->setWindowTitle(tr("施策帖"));
    m_dialog->setWindowFlags(Qt::Dialog | Qt::CustomizeWindowHint | Qt::WindowTitleHint);
    m_dialog->setMinimumWidth(minimumWidth); // it does not grow with the number of rows
    m_dialog->setWindowModality(Qt::ApplicationModal);
    m_dialog->setMinimumDuration(0);
    m_dialog->setAutoClose(false);
    m_dialog->show();
}

} // namespace shisaku
