// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sharing.h"

#include "app/window/main_window.h"
#include "app/window/windows.h"
#include "models/plan/era.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Sharing {
    Q_DECLARE_TR_FUNCTIONS(Sharing)
};

QString questionAbout(const LockHolder &holder)
{
    return Sharing::tr("%1が、%2からこの計画を開いています。\n\n相手の画面が閉じていること、またはその電源が切れていることを"
                       "確かめてから引き継いでください。引き継ぐと、相手がまだ入力していても、その後の入力は保存されません。")
        .arg(holder.toJapanese(), holder.since.isValid() ? eraMoment(holder.since) : Sharing::tr("不明な時刻"));
}

void takeOver(MainWindow &window, const Services &services)
{
    const QString path = window.document()->path();
    auto holder = FileLock::holder(path);
    for (std::optional<LockHolder> asked; holder && holder != asked; holder = FileLock::holder(path)) {
        if (!services.dialogs.confirm(&window, questionAbout(*holder), Sharing::tr("引き継ぐ")))
            return;
        asked = holder; // somebody else may have come while the officer thought it over
    }
    if (const auto opened = reopenForEditing(services, window); !opened && opened.error().kind != ErrorKind::Cancelled)
        window.tell(opened.error());
}
} // namespace

QString sentenceAboutCopies(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths)
        names << Sharing::tr("「%1」").arg(QFileInfo(path).fileName());
    return Sharing::tr("同じ計画の写し%1に、このファイルにない変更があります。").arg(names.join(QString()));
}

void followSharing(MainWindow &window, const Services &services)
{
    PlanDocument *document = window.document();
    QAction *action = window.actions().action(Command::TakeOver);
    if (document->readOnlyReason() && document->readOnlyReason()->kind == ErrorKind::Locked)
        window.actions().allow(Command::TakeOver, {});
    QObject::connect(action, &QAction::triggered, document, [&window, services] { takeOver(window, services); });
    QObject::connect(document, &PlanDocument::copiesFound, &window, [&window](const QStringList &paths) {
        window.tell({ErrorKind::Locked, sentenceAboutCopies(paths),
                     Sharing::tr("同期ソフトの競合コピーかもしれません。両方を開いて比べ、一つにまとめてください。"),
                     paths.join(u'\n')});
    });
}

} // namespace shisaku
