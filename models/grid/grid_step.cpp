// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grid/grid_step.h"

#include "models/grid/grid_refusal.h"

#include <QCoreApplication>

#include <utility>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(GridStep)
};
} // namespace

Result<void> GridStep::take(const std::function<Result<void>(const Plan &, ChangeBuilder &)> &make)
{
    ChangeBuilder change({});
    if (const auto made = make(m_plan, change); !made)
        return made.error();
    return take(std::move(change).build());
}

Result<void> GridStep::take(const ChangeSet &part)
{
    if (!applyTo(m_plan, part))
        return refusal(Texts::tr("続けて行う変更が、互いに合いません。"), Texts::tr("表示を確かめて、少しずつ入力してください。"));
    m_parts << part;
    return {};
}

ChangeSet GridStep::build(const QString &title) const
{
    ChangeSet whole = merged(m_parts);
    whole.title = title;
    return whole;
}

} // namespace shisaku
