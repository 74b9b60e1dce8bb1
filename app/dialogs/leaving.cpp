// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/leaving.h"

#include <QApplication>
#include <QProgressDialog>

namespace shisaku {

using namespace std::chrono_literals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Leaving)
};
constexpr auto betweenLooks = 40ms;
} // namespace

Result<const Plan *> planToLeave(PlanDocument &document, QWidget *window, Leaving what, std::chrono::milliseconds patience)
{
    const auto leaving = [&document, what] { return what == Leaving::Pictures ? printablePlan(document) : document.provedPlan(); };
    if (document.isVerifiedWithin(patience))
        return leaving();
    QProgressDialog dialog(Texts::tr("計画の内容が壊れていないことを確かめています…"), Texts::tr("中止"), 0, 0, window);
    dialog.setWindowTitle(Texts::tr("施策帖"));
    dialog.setWindowModality(Qt::ApplicationModal);
    dialog.setMinimumDuration(0);
    dialog.show();
    while (!document.isVerifiedWithin(betweenLooks)) {
        QApplication::processEvents();
        if (dialog.wasCanceled())
            return Error{ErrorKind::Cancelled, Texts::tr("中止しました。"), {}, {}};
    }
    return leaving();
}

} // namespace shisaku
