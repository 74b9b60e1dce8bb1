// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/office_proposals.h"

#include "models/order/office_search.h"
#include "models/plan/search_form.h"
#include "models/plan/tenure.h"

namespace shisaku {

namespace {
constexpr int officeRole = Qt::UserRole;
constexpr int actorRole = Qt::UserRole + 1;
constexpr int mostShown = 8;
constexpr int lineHeight = 24;

/// Offices that are there to be charged: those that were dissolved answer for nothing new.
QList<const Department *> officesToCharge(const Plan &plan, const QString &typed)
{
    QList<const Department *> offices = officesMatching(plan, typed);
    offices.removeIf([](const Department *office) { return hasPassed(office->valid_to); });
    return offices;
}
} // namespace

Id<Department> officeNamed(const Plan &plan, const QString &name)
{
    const QString wanted = foldedForSearch(name);
    for (const Department *office : officesToCharge(plan, name)) {
        if (foldedForSearch(office->name) == wanted)
            return office->id;
    }
    return {};
}

OfficeProposals::OfficeProposals(QWidget *parent) : QListWidget(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::Box);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("課の候補"));
    hide();
}

void OfficeProposals::propose(const Plan &plan, const QString &typed, const QWidget &frame, const QWidget &line)
{
    clear();
    const QString words = typed.trimmed();
    if (words.isEmpty())
        return hide();
    for (const Department *office : officesToCharge(plan, words)) {
        auto *item = new QListWidgetItem(office->yomi.isEmpty() ? office->name : tr("%1　%2").arg(office->name, office->yomi),
                                         this);
        item->setData(officeRole, office->id.toText());
    }
    auto *other = new QListWidgetItem(tr("「%1」を、課ではない主体として加える").arg(words), this);
    other->setData(actorRole, words);
    for (int i = 0; i < count(); ++i)
        item(i)->setSizeHint({0, lineHeight});
    setCurrentRow(0);
    place(frame, line);
}

void OfficeProposals::place(const QWidget &frame, const QWidget &line)
{
    QWidget *top = frame.window();
    if (parentWidget() != top)
        setParent(top);
    const int height = qMin(count(), mostShown) * lineHeight + 2 * frameWidth();
    const int left = frame.mapTo(top, QPoint()).x();
    const int under = line.mapTo(top, QPoint(0, line.height())).y();
    const int y = under + height <= top->height() ? under + 2 : line.mapTo(top, QPoint()).y() - height - 2;
    setGeometry(left, y, frame.width(), height);
    raise();
    show();
}

void OfficeProposals::step(int steps)
{
    const int row = currentRow() + steps;
    if (row >= 0 && row < count())
        setCurrentRow(row);
}

std::optional<OfficeProposals::Proposal> OfficeProposals::chosen() const
{
    const QListWidgetItem *item = currentItem();
    if (!item)
        return {};
    const auto row = RowId::fromText(item->data(officeRole).toString());
    return Proposal{row ? Id<Department>(*row) : Id<Department>(), item->data(actorRole).toString()};
}

void OfficeProposals::dismiss()
{
    hide();
    clear();
}

} // namespace shisaku
