// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roadmap/roadmap_accessible.h"

#include "models/plan/ending.h"
#include "models/plan/series.h"
#include "models/schedule/period_edit.h"
#include "views/roadmap/roadmap_view.h"

#include <QCoreApplication>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
using Kind = RoadmapNode::Kind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RoadmapAccessible)
};

bool isBar(Kind kind)
{
    return kind == Kind::Phase || kind == Kind::Milestone;
}

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *view = qobject_cast<RoadmapView *>(object);
    return view ? new RoadmapAccessible(*view) : nullptr;
}

QString certaintyInWords(const QString &key)
{
    return Texts::tr("時期の確かさ：%1").arg(keywordLabel(fieldOf<&Phase::certainty>(), key.isEmpty() ? u"stated"_s : key));
}

/// 「運用 令和5年度～令和7年度 時期の確かさ：明記」
QString scheduleName(const Plan &plan, const RoadmapNode &node)
{
    QStringList parts;
    if (node.kind == Kind::Phase) {
        const Phase &phase = *plan.find(Id<Phase>(node.row));
        const Period period{phase.starts, phase.ends};
        parts << phase.label << (period.isUnknown() ? undatedInWords(phase.label) : periodInWords(period))
              << certaintyInWords(phase.certainty);
    } else {
        const Milestone &milestone = *plan.find(Id<Milestone>(node.row));
        parts << Texts::tr("節目") << milestone.label
              << (milestone.at.isDated() ? milestone.at.toJapanese() : undatedInWords(milestone.label))
              << certaintyInWords(milestone.certainty);
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}
} // namespace

/// One heading, measure, 取組, bar or milestone. It finds its node by key, so it outlives a tree built again.
class RoadmapItemAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    RoadmapItemAccessible(const RoadmapAccessible &owner, quint64 key, int node) : m_owner(owner), m_key(key), m_node(node) {}

    bool isValid() const override { return m_owner.isValid() && node() > 0; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_owner.window(); }

    QAccessibleInterface *parent() const override
    {
        if (!isValid())
            return nullptr;
        // The nearest one above that is shown: a folded measure has its bars itself.
        const auto &tree = m_owner.m_view.m_model->tree();
        int above = tree.at(node()).parent;
        while (above > 0 && m_owner.m_view.isIndexHidden(m_owner.m_view.m_model->indexOf(above)))
            above = tree.at(above).parent;
        return above > 0 ? m_owner.item(above) : QAccessible::queryAccessibleInterface(&m_owner.m_view);
    }
    int childCount() const override { return isValid() ? static_cast<int>(m_owner.shownBelow(node()).size()) : 0; }
    QAccessibleInterface *child(int index) const override
    {
        return isValid() ? m_owner.item(m_owner.shownBelow(node()).value(index, -1)) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (this->child(i) == child)
                return i;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }

    QString text(QAccessible::Text which) const override
    {
        return isValid() && which == QAccessible::Name ? m_owner.name(node()) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override { return isValid() ? m_owner.rect(node()) : QRect(); }
    QAccessible::Role role() const override { return isValid() && isBar(kind()) ? QAccessible::ListItem : QAccessible::TreeItem; }
    QAccessible::State state() const override
    {
        QAccessible::State gone;
        gone.invalid = true;
        return isValid() ? m_owner.state(node()) : gone;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override
    {
        QStringList names{setFocusAction()};
        if (isValid() && isBar(kind()))
            names << pressAction();
        else if (isValid() && (state().expanded || state().collapsed))
            names << toggleAction();
        return names;
    }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        RoadmapView &view = m_owner.m_view;
        const QModelIndex index = view.m_model->indexOf(node());
        if (action == toggleAction()) {
            view.setFolded(index, !view.isFolded(index));
            return;
        }
        view.setFocus();
        view.setCurrentIndex(index);
        if (action == pressAction())
            view.requestEdit(index);
    }
    QStringList keyBindingsForAction(const QString &action) const override
    {
        return action == pressAction() ? QStringList{u"Enter"_s} : QStringList();
    }

private:
    int node() const { return m_node = m_owner.nodeOf(m_key, m_node); }
    Kind kind() const { return m_owner.m_view.m_model->tree().at(node()).kind; }

    const RoadmapAccessible &m_owner;
    quint64 m_key;
    mutable int m_node; // where it was last
};

RoadmapAccessible::RoadmapAccessible(RoadmapView &view) : QAccessibleWidget(&view, QAccessible::Tree), m_view(view) {}

RoadmapAccessible::~RoadmapAccessible()
{
    for (QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
}

void RoadmapAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

void RoadmapAccessible::announceCurrent(RoadmapView &view)
{
    if (!QAccessible::isActive() || !view.hasFocus())
        return;
    const QAccessibleInterface *own = QAccessible::queryAccessibleInterface(&view);
    if (QAccessibleInterface *current = own ? own->focusChild() : nullptr) {
        QAccessibleEvent event(current, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void RoadmapAccessible::announceSelection(RoadmapView &view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&view, QAccessible::SelectionWithin);
    QAccessible::updateAccessibility(&event);
}

QAccessibleInterface *RoadmapAccessible::item(int node) const
{
    if (node <= 0)
        return nullptr;
    const quint64 key = m_view.m_model->tree().at(node).key;
    if (const auto known = m_items.constFind(key); known != m_items.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *made = new RoadmapItemAccessible(*this, key, node);
    m_items.insert(key, QAccessible::registerAccessibleInterface(made));
    return made;
}

int RoadmapAccessible::nodeOf(quint64 key, int guess) const
{
    if (!m_view.m_model)
        return -1;
    const auto &nodes = m_view.m_model->tree().nodes;
    if (guess > 0 && guess < static_cast<int>(nodes.size()) && nodes[static_cast<size_t>(guess)].key == key)
        return guess;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [key](const RoadmapNode &node) { return node.key == key; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

QList<int> RoadmapAccessible::shownBelow(int node) const
{
    if (!m_view.m_model || !m_view.m_model->plan())
        return {};
    m_view.ensureLaidOut();
    const RoadmapTree &tree = m_view.m_model->tree();
    if (!m_view.m_scene || tree.nodes.empty())
        return {};
    const RoadmapNode &what = tree.at(node);
    const int line = node > 0 ? m_view.m_scene->lineOf(node) : -1;
    if (isBar(what.kind) || (node > 0 && line < 0))
        return {};
    if (node > 0 && m_view.m_scene->line(line).node == node && what.kind != Kind::Group)
        return m_view.barsOf(line);
    QList<int> shown;
    for (int child = what.firstChild; child < what.firstChild + what.childCount; ++child) {
        if (m_view.m_scene->lineOf(child) >= 0)
            shown << child;
    }
    return shown;
}

int RoadmapAccessible::childCount() const
{
    return static_cast<int>(shownBelow(0).size());
}

QAccessibleInterface *RoadmapAccessible::child(int index) const
{
    return item(shownBelow(0).value(index, -1));
}

int RoadmapAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const QList<int> shown = shownBelow(0);
    for (int i = 0; i < shown.size(); ++i) {
        if (item(shown[i]) == child)
            return i;
    }
    return -1;
}

QAccessibleInterface *RoadmapAccessible::childAt(int x, int y) const
{
    const QModelIndex index = m_view.indexAt(m_view.viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? item(RoadmapModel::nodeOf(index)) : nullptr;
}

QAccessibleInterface *RoadmapAccessible::focusChild() const
{
    return m_view.hasFocus() ? item(RoadmapModel::nodeOf(m_view.currentIndex())) : nullptr;
}

QString RoadmapAccessible::name(int node) const
{
    const Plan &plan = *m_view.m_model->plan();
    const RoadmapTree &tree = m_view.m_model->tree();
    const RoadmapNode &what = tree.at(node);
    const int measureNode = tree.above(node, Kind::Measure);
    const Measure *measure = measureNode > 0 ? plan.find(Id<Measure>(tree.at(measureNode).row)) : nullptr;
    if (!measure)
        return describe(plan, tree, node);
    if (what.kind == Kind::Measure)
        return Texts::tr("施策%1").arg(describe(plan, tree, node));
    if (what.kind == Kind::Initiative)
        return Texts::tr("取組 %1").arg(describe(plan, tree, node).replace(u'\n', u' '));
    const Initiative *initiative = plan.find(Id<Initiative>(tree.at(tree.above(node, Kind::Initiative)).row));
    if (!initiative || !plan.table(what.table).contains(what.row))
        return {};
    QString name = Texts::tr("施策%1 %2").arg(shownNumber(*measure, tree.at(measureNode).repeat), titleWithEnding(*measure));
    if (initiative->title != measure->shownTitle())
        name += u' ' + initiative->title;
    return name + u' ' + scheduleName(plan, what);
}

QRect RoadmapAccessible::rect(int node) const
{
    const QRect rect = m_view.visualRect(m_view.m_model->indexOf(node));
    return rect.isEmpty() ? QRect() : QRect(m_view.viewport()->mapToGlobal(rect.topLeft()), rect.size());
}

QAccessible::State RoadmapAccessible::state(int node) const
{
    const QModelIndex index = m_view.m_model->indexOf(node);
    QAccessible::State state;
    state.focusable = true;
    state.selectable = true;
    state.multiSelectable = true;
    state.focused = m_view.hasFocus() && m_view.currentIndex() == index;
    state.selected = m_view.selectionModel()->isSelected(index);
    state.invisible = m_view.isIndexHidden(index);
    state.offscreen = !m_view.visualRect(index).intersects(m_view.viewport()->rect());
    state.readOnly = !m_view.isEditable();
    const int line = m_view.m_scene ? m_view.m_scene->lineOf(node) : -1;
    if (line >= 0 && m_view.m_scene->line(line).foldable) {
        const Kind kind = m_view.m_model->tree().at(node).kind;
        const bool heads = kind == Kind::Group || kind == Kind::Measure;
        state.expanded = heads && !m_view.m_scene->line(line).folded;
        state.collapsed = heads && m_view.m_scene->line(line).folded;
    }
    return state;
}

} // namespace shisaku
