// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/opening_progress.h"

#include <QApplication>
#include <QLocale>
#include <QProgressDialog>

namespace shisaku {

using namespace std::chrono_literals;

namespace {
struct OpeningText {
    Q_DECLARE_TR_FUNCTIONS(OpeningProgress)
};

/// A dialog that comes and goes within a moment is more bother than the wait, and takes time itself.
constexpr auto patience = 800ms;
constexpr auto betweenLooks = 40ms;
constexpr int leastWidth = 360;
} // namespace

Result<std::unique_ptr<PlanDocument>> waitForPlan(PlanOpening &opening, QWidget *window)
{
    if (opening.waitFor(patience))
        return opening.take();
    QProgressDialog progress(OpeningText::tr("計画を読んでいます…"), OpeningText::tr("中止"), 0, 0,
                             window->isVisible() ? window : nullptr);
    progress.setWindowTitle(OpeningText::tr("施策帖"));
    progress.setWindowFlags(Qt::Dialog | Qt::CustomizeWindowHint | Qt::WindowTitleHint);
    progress.setMinimumWidth(leastWidth); // it does not grow with the number of rows
    progress.setWindowModality(Qt::ApplicationModal);
    progress.setMinimumDuration(0);
    progress.setAutoClose(false);
    progress.show();
    while (!opening.waitFor(betweenLooks)) {
        if (progress.wasCanceled())
            opening.cancel();
        else
            progress.setLabelText(
                OpeningText::tr("計画を読んでいます…\n%1行まで読みました。").arg(QLocale().toString(opening.rowsRead())));
        QApplication::processEvents();
    }
    return opening.take();
}

} // namespace shisaku
