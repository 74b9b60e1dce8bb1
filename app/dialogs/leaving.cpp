// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/leaving.h"

#include <QApplication>
#include <QProgressDialog>

namespace shisaku {

using namespace std::chrono_literals;

namespace {
struct Leaving {
    Q_DECLARE_TR_FUNCTIONS(Leaving)
};
constexpr auto betweenLooks = 40ms;
} // namespace

Result<const Plan *> planToLeave(PlanDocument &document, QWidget *window, std::chrono::milliseconds patience)
{
    if (document.isVerifiedWithin(patience))
        return document.provedPlan();
    QProgressDialog dialog(Leaving::tr("計画の内容が壊れていないことを確かめています…"), Leaving::tr("中止"), 0, 0, window);
    dialog.setWindowTitle(Leaving::tr("施策帖"));
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.setMinimumDuration(0);
    dialog.show();
    while (!document.isVerifiedWithin(betweenLooks)) {
        QApplication::processEvents();
        if (dialog.wasCanceled())
            return Error{ErrorKind::Cancelled, Leaving::tr("中止しました。"), {}, {}};
    }
    return document.provedPlan();
}

} // namespace shisaku
