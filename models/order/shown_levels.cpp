// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order/shown_levels.h"

#include "models/plan/codes.h"
#include "models/plan/measure_address.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ShownLevels)
};
} // namespace

QList<ShownLevels> ShownLevels::ofKey(const QString &key)
{
    QList<ShownLevels> list;
    for (const QString &part : key.split(u',', Qt::SkipEmptyParts)) {
        const QString text = part.trimmed();
        const auto colon = text.indexOf(u':');
        ShownLevels shown{colon < 0 ? text : text.left(colon).trimmed(), {}};
        if (colon >= 0) {
            for (const QString &level : text.mid(colon + 1).split(u'/', Qt::SkipEmptyParts))
                shown.levels << level.trimmed();
        }
        if (!shown.classification.isEmpty())
            list << shown;
    }
    return list;
}

QString ShownLevels::toKey(const QList<ShownLevels> &list)
{
    QStringList parts;
    for (const ShownLevels &shown : list)
        parts << (shown.levels.isEmpty() ? shown.classification : shown.classification + u':' + shown.levels.join(u'/'));
    return parts.join(u',');
}

QString measureWord(const Plan &plan)
{
    const QString usual = Texts::tr("施策");
    for (const Block &block : plan.rows<Block>()) {
        if (block.kind == u"title" && block.label.size() > 1 && block.label.endsWith(Texts::tr("名")))
            return block.label.chopped(1);
    }
    for (const Classification &classification : plan.rows<Classification>()) {
        if (levelNames(classification).contains(usual))
            return Texts::tr("取組");
    }
    return usual;
}

QString namedCategory(const Category &category)
{
    return category.code.isEmpty() ? category.title : category.code + u' ' + category.title;
}

QList<const Category *> categoriesOnLevel(const Plan &plan, Id<Measure> measure, Id<Classification> classification, int level)
{
    QList<const Category *> found;
    for (const Membership *row : plan.parts<&Membership::measure>(measure)) {
        const Category *own = plan.find(row->category);
        if (!own || own->classification != classification)
            continue;
        for (const Category *category : categoryPath(plan, own)) {
            if (plan.level(*category) == level && !found.contains(category))
                found << category;
        }
    }
    return found;
}

} // namespace shisaku
