// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/check_model.h"

#include "models/change/recipe.h"
#include "models/check/check.h"
#include "models/item/tool_tip.h"
#include "models/plan/rank.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int pauseMs = 300; // a few keystrokes are checked together

CheckKind kindOf(const Finding &finding)
{
    return checkRules()[static_cast<size_t>(checkRuleIndex(finding.rule))].kind;
}
} // namespace

CheckModel::CheckModel(PlanDocument *document, QObject *parent) : QAbstractItemModel(parent), m_document(document)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &CheckModel::start);
    connect(&m_watcher, &QFutureWatcher<QList<Finding>>::finished, this, &CheckModel::showFound);
    connect(document, &PlanDocument::changed, this, [this] {
        m_stale = true;
        if (m_active)
            m_pause.start();
    });
}

CheckModel::~CheckModel()
{
    m_watcher.waitForFinished();
}

void CheckModel::setActive(bool active)
{
    m_active = active;
    if (active && m_stale)
        start();
}

void CheckModel::start()
{
    if (m_watcher.isRunning())
        return; // showFound() looks again
    m_stale = false;
    // The rules read a copy of the plan, so that typing goes on meanwhile.
    const auto promise = std::make_shared<QPromise<QList<Finding>>>();
    const auto plan = std::make_shared<const Plan>(m_document->plan());
    promise->start();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, plan] {
        promise->addResult(findingsOf(*plan));
        promise->finish();
    });
}

void CheckModel::showFound()
{
    m_findings = m_watcher.result();
    build();
    emit checked();
    if (m_stale && m_active)
        start();
}

void CheckModel::build()
{
    beginResetModel();
    m_groups.clear();
    for (int i = 0; i < m_findings.size(); ++i) {
        const Finding &finding = m_findings[i];
        if ((finding.isAccepted() && !m_showsAccepted) || (m_kind && kindOf(finding) != *m_kind))
            continue;
        const int rule = checkRuleIndex(finding.rule);
        if (m_groups.isEmpty() || m_groups.last().rule != rule)
            m_groups.append(Group{rule, {}});
        m_groups.last().findings << i;
    }
    endResetModel();
}

void CheckModel::setKind(std::optional<CheckKind> kind)
{
    m_kind = kind;
    build();
}

void CheckModel::setShowsAccepted(bool shows)
{
    m_showsAccepted = shows;
    build();
}

qsizetype CheckModel::openCount(std::optional<CheckKind> kind) const
{
    return std::count_if(m_findings.begin(), m_findings.end(),
                         [kind](const Finding &finding) { return !finding.isAccepted() && (!kind || kindOf(finding) == *kind); });
}

qsizetype CheckModel::acceptedCount() const
{
    return std::count_if(m_findings.begin(), m_findings.end(), [](const Finding &finding) { return finding.isAccepted(); });
}

const Finding *CheckModel::finding(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const Group &group = m_groups[static_cast<qsizetype>(index.internalId()) - 1];
    return &m_findings[group.findings[index.row()]];
}

QModelIndex CheckModel::indexOf(const Finding &finding) const
{
    for (int group = 0; group < m_groups.size(); ++group) {
        for (int row = 0; row < m_groups[group].findings.size(); ++row) {
            const Finding &other = m_findings[m_groups[group].findings[row]];
            if (other.rule == finding.rule && other.row == finding.row && other.field == finding.field
                && other.message == finding.message)
                return createIndex(row, 0, static_cast<quintptr>(group) + 1);
        }
    }
    return {};
}

bool CheckModel::canAccept(const Finding &finding) const
{
    return !m_document->isReadOnly() && !finding.isAccepted() && m_document->plan().table(finding.table).contains(finding.row);
}

void CheckModel::accept(const Finding &finding, const QString &reason)
{
    const Id<Annotation> id(m_document->environment().ids());
    submit(recipeFor({finding.table, finding.row}, [finding, reason, id](const Plan &plan) -> Result<ChangeSet> {
        const auto notes = plan.ordered<Annotation>();
        Annotation note = acceptanceOf(finding, reason);
        note.id = id;
        note.position = rankBetween(notes.isEmpty() ? QString() : notes.last()->position, {});
        ChangeBuilder change(tr("%1の指摘を確認済みに").arg(finding.place));
        change.insert(note);
        return std::move(change).build();
    }));
}

void CheckModel::reopen(const Finding &finding)
{
    submit([finding](const Plan &) -> Result<ChangeSet> {
        ChangeBuilder change(tr("%1の指摘の確認を取り消し").arg(finding.place));
        change.remove(finding.acceptance);
        return std::move(change).build();
    });
}

void CheckModel::submit(Recipe recipe)
{
    m_document->submit(std::move(recipe), 0, m_document->toldTo(this, [this](const Result<void> &result) {
        if (!result)
            emit refused(result.error());
    }));
}

QModelIndex CheckModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex CheckModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() > 0 ? createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr(0))
                                                     : QModelIndex();
}

int CheckModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0 ? static_cast<int>(m_groups[parent.row()].findings.size()) : 0;
}

int CheckModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant CheckModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const Finding *found = finding(index))
        return findingData(*found, index.column(), role);
    return groupData(m_groups[index.row()], index.column(), role);
}

QVariant CheckModel::groupData(const Group &group, int column, int role) const
{
    const CheckRule &rule = checkRules()[static_cast<size_t>(group.rule)];
    switch (role) {
    case Qt::DisplayRole:
        return column == Place ? tr("%1（%2）").arg(checkRuleTitle(rule)).arg(group.findings.size()) : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1、%2件").arg(checkRuleTitle(rule)).arg(group.findings.size());
    case RuleRole:
        return QString::fromLatin1(rule.name);
    default:
        return {};
    }
}

QVariant CheckModel::findingData(const Finding &finding, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Place:
            return finding.isAccepted() ? tr("✓ %1").arg(finding.place) : finding.place;
        case Message:
            return finding.isAccepted() ? tr("確認済み：%1").arg(finding.accepted) : finding.message;
        case Printed:
            return finding.printed;
        case Computed:
            return finding.computed;
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return toolTipOf(finding.message);
    case Qt::TextAlignmentRole:
        return (column == Printed || column == Computed) && kindOf(finding) == CheckKind::Figures
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case RuleRole:
        return finding.rule;
    case AcceptedRole:
        return finding.isAccepted();
    default:
        return {};
    }
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place:
        return tr("場所");
    case Message:
        return tr("指摘");
    case Printed:
        return tr("原典・現在");
    case Computed:
        return tr("計算・基準");
    default:
        return {};
    }
}

} // namespace shisaku
