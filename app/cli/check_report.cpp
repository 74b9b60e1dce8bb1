// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_report.h"

#include "models/check/check.h"
#include "models/plan/tables.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Report {
    Q_DECLARE_TR_FUNCTIONS(CheckReport)
};

QString line(const Finding &finding)
{
    QString text = u"  "_s + finding.place + Report::tr("：") + finding.message;
    if (!finding.printed.isEmpty() && !finding.computed.isEmpty())
        text += Report::tr(" ［原典 %1｜計算 %2］").arg(finding.printed, finding.computed);
    if (finding.isAccepted())
        text += Report::tr(" ［確認済み：%1］").arg(finding.accepted);
    return text + u'\n';
}
} // namespace

QJsonArray findingsJson(const QList<Finding> &findings)
{
    QJsonArray list;
    for (const Finding &finding : findings) {
        QJsonObject object{{u"rule"_s, finding.rule},
                           {u"place"_s, finding.place},
                           {u"table"_s, QLatin1StringView(tableInfo(finding.table).name)},
                           {u"row"_s, finding.row.toText()},
                           {u"printed"_s, finding.printed},
                           {u"computed"_s, finding.computed},
                           {u"message"_s, finding.message}};
        if (finding.isAccepted())
            object.insert(u"accepted"_s, finding.accepted);
        list.append(object);
    }
    return list;
}

QString findingsText(const QList<Finding> &findings)
{
    QString open;
    QString accepted;
    QString rule;
    qsizetype acceptedCount = 0;
    for (const Finding &finding : findings) {
        if (finding.isAccepted()) {
            accepted += line(finding);
            ++acceptedCount;
            continue;
        }
        if (finding.rule != rule)
            open += checkRuleTitle(checkRules()[static_cast<size_t>(checkRuleIndex(finding.rule))]) + u'\n';
        rule = finding.rule;
        open += line(finding);
    }
    const qsizetype openCount = findings.size() - acceptedCount;
    if (acceptedCount > 0)
        open += Report::tr("確認済みの指摘\n") + accepted;
    open += openCount == 0 ? Report::tr("指摘はありません。") : Report::tr("指摘は%1件です。").arg(openCount);
    if (acceptedCount > 0)
        open += Report::tr("ほかに確認済みが%1件あります。").arg(acceptedCount);
    return open + u'\n';
}

} // namespace shisaku
