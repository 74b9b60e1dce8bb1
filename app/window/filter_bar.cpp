// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/filter_bar.h"

#include "models/item/tool_tip.h"
#include "models/survey/survey_items.h"
#include "views/look/look.h"
#include "views/look/menu_text.h"
#include "views/sheet/sheet_form_flow.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestChip = 24; ///< Characters; the tool tip has all of it.
constexpr qreal chipRadius = 4;
constexpr qreal fillShare = 0.2; ///< Of the highlight in the fill of a condition.

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    const auto mix = [share](int x, int y) { return qRound(x * (1 - share) + y * share); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

QToolButton *quietButton(const QString &text)
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// As a button shows it: shortened, and & is no mnemonic.
QString buttonText(QString text)
{
    if (text.size() > longestChip)
        text = text.first(longestChip - 1) + u'…';
    return withoutKey(text);
}
} // namespace

FilterChip::FilterChip(const QString &field, QWidget *parent) :
    QWidget(parent), m_field(field), m_button(quietButton(field)), m_cross(quietButton(u"×"_s))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_button);
    row->addWidget(m_cross);
    m_cross->setAccessibleName(tr("%1の条件を外す").arg(field));
    m_cross->setToolTip(m_cross->accessibleName());
    m_button->installEventFilter(this);
    connect(m_cross, &QToolButton::clicked, this, &FilterChip::removed);
    setText(field, false);
}

void FilterChip::setText(const QString &text, bool condition)
{
    m_condition = condition;
    m_button->setText(buttonText(text));
    m_button->setToolTip(condition ? toolTipOf(text) : tr("%1で絞り込む").arg(m_field));
    m_button->setAccessibleName(condition ? tr("条件 %1").arg(text) : tr("%1で絞り込む").arg(m_field));
    if (m_cross->hasFocus() && !condition)
        m_button->setFocus();
    m_cross->setVisible(condition);
    updateGeometry();
    update();
}

void FilterChip::paintEvent(QPaintEvent *)
{
    if (!m_condition)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.setBrush(mixed(palette().color(QPalette::Window), palette().color(QPalette::Highlight), fillShare));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), chipRadius, chipRadius);
}

bool FilterChip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_button && m_condition && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            emit removed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

FilterBar::FilterBar(PlanFilter &filter, QWidget *parent) :
    QWidget(parent), m_filter(filter), m_search(new FilterChip(tr("検索"))), m_clear(quietButton(tr("すべて解除"))),
    m_count(new QLabel)
{
    setAccessibleName(tr("絞り込み"));
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(space::small, space::tight, space::small, space::tight);
    flow->setSpacing(space::tight);
    flow->insertWidget(0, m_search);
    for (const FilterField field : filterFields)
        addField(field);
    flow->insertWidget(flow->count(), m_clear);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setMinimumHeight(m_clear->sizeHint().height());
    flow->insertWidget(flow->count(), m_count);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_clear->setToolTip(tr("絞り込みの条件をすべて外す"));
    connect(m_clear, &QToolButton::clicked, &m_filter, &PlanFilter::clear);
    connect(m_search, &FilterChip::removed, this, [this] { m_filter.setText({}); });
    connect(m_search->button(), &QToolButton::clicked, this, &FilterBar::searchRequested);
    connect(&m_filter, &PlanFilter::conditionsChanged, this, &FilterBar::showConditions);
    connect(&m_filter, &PlanFilter::matchesChanged, this, &FilterBar::showConditions);
    showConditions();
}

void FilterBar::addField(FilterField field)
{
    auto *chip = new FilterChip(filterFieldLabel(field));
    layout()->addWidget(chip);
    m_chips.insert(field, chip);
    connect(chip, &FilterChip::removed, this, [this, field] { m_filter.clearField(field); });
    if (field == FilterField::Doubt) { // nothing to choose from
        connect(chip->button(), &QToolButton::clicked, this, [this, field] {
            const auto options = filterOptions(*m_filter.plan(), field);
            m_filter.setKey(field, options.value(0).key, !m_filter.conditions().keys.contains(field));
        });
        return;
    }
    auto *menu = new QMenu(chip);
    menu->setAccessibleName(filterFieldLabel(field));
    chip->button()->setMenu(menu);
    chip->button()->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, field] { fillMenu(*menu, field); });
}

void FilterBar::fillMenu(QMenu &menu, FilterField field)
{
    menu.clear();
    if (!m_filter.plan())
        return;
    const QStringList chosen = m_filter.conditions().keysOf(field);
    for (const FilterOption &option : filterOptions(*m_filter.plan(), field)) {
        QString label = option.label;
        QAction *action = menu.addAction(u"%1\t%2"_s.arg(label.replace(u'&', u"&&"_s)).arg(option.count), &m_filter,
                                         [this, field, option](bool wanted) { m_filter.setKey(field, option.key, wanted); });
        action->setCheckable(true);
        action->setChecked(chosen.contains(option.key));
    }
}

void FilterBar::offerFields()
{
    for (auto it = m_chips.begin(); it != m_chips.end(); ++it)
        it.value()->setVisible(m_filter.plan()
                               && (filterFieldOccurs(*m_filter.plan(), it.key()) || m_filter.conditions().keys.contains(it.key())));
    m_count->setText(m_filter.countInWords());
}

void FilterBar::follow(const ChangeSet &change)
{
    if (touchesSurvey(change)
        || change.touches(
            {TableId::Measure, TableId::Responsibility, TableId::Phase, TableId::Milestone, TableId::Annotation, TableId::Choice}))
        offerFields();
}

void FilterBar::takeFocus()
{
    for (FilterChip *chip : std::as_const(m_chips)) {
        if (!chip->isHidden())
            return chip->button()->setFocus(Qt::ShortcutFocusReason);
    }
}

QString FilterBar::chipText(FilterField field) const
{
    FilterSet alone;
    alone.keys.insert(field, m_filter.conditions().keysOf(field));
    return filterInWords(*m_filter.plan(), alone).value(0);
}

void FilterBar::showConditions()
{
    const FilterSet &conditions = m_filter.conditions();
    const bool open = m_filter.plan() != nullptr;
    for (auto it = m_chips.begin(); it != m_chips.end(); ++it) {
        const bool condition = open && conditions.keys.contains(it.key());
        it.value()->setText(condition ? chipText(it.key()) : filterFieldLabel(it.key()), condition);
    }
    const QString text = conditions.text.trimmed();
    m_search->setText(tr("検索：%1").arg(text), !text.isEmpty());
    m_search->setVisible(!text.isEmpty());
    if (m_clear->hasFocus() && conditions.isEmpty())
        takeFocus();
    m_clear->setVisible(!conditions.isEmpty());
    offerFields();
}

void FilterBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_filter.conditions().isEmpty())
        m_filter.clear();
    else
        QWidget::keyPressEvent(event);
}

} // namespace shisaku
