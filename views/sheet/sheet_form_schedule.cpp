// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_form_schedule.h"

#include "models/grid/schedule_shapes.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

ScheduleField::ScheduleField(PlanDocument *document, Shown first, QWidget *parent) :
    FormField(document, parent), m_years(new GridField(document, yearShape, this)),
    m_bars(new GridField(
        document, [](const Plan &, Id<Measure> measure) { return barsShape(measure); }, this)),
    m_switch(new QPushButton(this)), m_follower(document), m_columns(YearColumns::of(document->plan()))
{
    content()->insertWidget(0, m_years);
    content()->insertWidget(1, m_bars);
    content()->insertWidget(2, m_switch, 0, Qt::AlignLeft);
    connect(m_years, &FormField::refused, this, &FormField::refused);
    connect(m_bars, &FormField::refused, this, &FormField::refused);
    m_follower.setTables({TableId::PlanInfo, TableId::Phase});
    m_follower.whileShown(m_years);
    connect(&m_follower, &PlanFollower::changed, this, &ScheduleField::fitYears);

    m_switch->setFont(textFont(9));
    m_switch->setFlat(true);
    m_switch->setAutoDefault(false);
    connect(m_switch, &QPushButton::clicked, this, [this] { show(m_shown == Shown::Years ? Shown::Bars : Shown::Years); });
    show(first);
}

/// A plan that shows other years has other columns.
void ScheduleField::fitYears()
{
    const YearColumns now = YearColumns::of(document().plan());
    if (now.first == m_columns.first && now.last == m_columns.last)
        return;
    m_columns = now;
    m_years->reshape();
}

void ScheduleField::show(Shown shown)
{
    flush();
    m_shown = shown;
    const bool years = shown == Shown::Years;
    m_years->setVisible(years);
    m_bars->setVisible(!years);
    m_switch->setText(years ? tr("矢印と節目の一覧で編集") : tr("年度ごとの言葉で編集"));
    m_switch->setToolTip(years ? tr("同じ工程を、開始と終了の日付を持つ一覧で編集します。")
                               : tr("同じ工程を、年度ごとの欄に言葉で編集します。"));
}

void ScheduleField::setMeasure(Id<Measure> measure)
{
    m_years->setMeasure(measure);
    m_bars->setMeasure(measure);
    m_columns = YearColumns::of(document().plan());
}

bool ScheduleField::goTo(const InputPlace &place)
{
    const QModelIndex year = m_years->model()->cellOf(place);
    const bool isYear = year.isValid() && (m_shown == Shown::Years || year.column() > 0);
    if (!isYear && !m_bars->model()->cellOf(place).isValid())
        return false;
    show(isYear ? Shown::Years : Shown::Bars);
    return (isYear ? m_years : m_bars)->goTo(place);
}

void ScheduleField::flush()
{
    m_years->flush();
    m_bars->flush();
}

QWidget *ScheduleField::firstInput() const
{
    return m_shown == Shown::Years ? years() : bars();
}

void ScheduleField::setName(const QString &name)
{
    m_years->setName(name);
    m_bars->setName(name);
}

} // namespace shisaku
