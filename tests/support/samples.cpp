// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"

#include "models/exchange/plan_csv.h"

namespace shisaku {

ChangeSet sampleContent(const QString &city)
{
    auto content = importTables(Plan(), QStringLiteral(SOURCE_DIR "/data/") + city, ImportMode::Merge, randomIds());
    if (!content)
        qFatal("%s", qPrintable(content.error().message()));
    return *content;
}

Plan samplePlan(const QString &city)
{
    Plan plan;
    if (!applyTo(plan, sampleContent(city)))
        qFatal("the sample does not fit together");
    return plan;
}

QString planFileOf(const ChangeSet &content, const QString &path, const Environment &environment)
{
    if (const auto created = PlanDocument::create(path, content, environment); !created)
        qFatal("%s", qPrintable(created.error().message()));
    return path;
}

std::unique_ptr<PlanDocument> documentOf(const ChangeSet &content, const QString &path, const Environment &environment)
{
    auto opened = PlanDocument::open(planFileOf(content, path, environment), environment);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message()));
    return std::move(*opened);
}

} // namespace shisaku
