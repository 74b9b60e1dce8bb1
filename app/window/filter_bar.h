// SPDX-License-Identifier: GPL-3.0-or-later
// The quiet line above the roadmap: a button for every field of the filter, which becomes a chip once it is a condition.
#pragma once

#include "models/scene/plan_filter.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QMenu;
class QToolButton;
QT_END_NAMESPACE

namespace shisaku {

/// A button with a menu; as a condition it is filled, and a cross beside it (or Delete) takes the condition away.
class FilterChip : public QWidget {
    Q_OBJECT

public:
    explicit FilterChip(const QString &field, QWidget *parent = nullptr);

    QToolButton *button() const { return m_button; }
    QToolButton *cross() const { return m_cross; }
    /// What is shown; `condition` fills the chip and shows the cross.
    void setText(const QString &text, bool condition);

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_field;
    QToolButton *m_button;
    QToolButton *m_cross;
    bool m_condition = false;
};

class FilterBar : public QWidget {
    Q_OBJECT

public:
    /// `filter` must outlive the bar.
    explicit FilterBar(PlanFilter &filter, QWidget *parent = nullptr);

    /// Offers only what occurs in the plan.
    void offerFields();
    /// The same after a change, where it touches what can be asked for.
    void follow(const ChangeSet &change);
    /// The first button gets the keys.
    void takeFocus();

signals:
    /// The chip of the search was pressed.
    void searchRequested();

protected:
    /// Esc takes all conditions away.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addField(FilterField field);
    void fillMenu(QMenu &menu, FilterField field);
    void showConditions();
    QString chipText(FilterField field) const;

    PlanFilter &m_filter;
    QMap<FilterField, FilterChip *> m_chips;
    FilterChip *m_search;
    QToolButton *m_clear;
    QLabel *m_count;
};

} // namespace shisaku
