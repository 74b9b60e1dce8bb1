// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of the check (点検) as a tree: rules with their counts, and the findings below. It checks again after changes, in
// the background.
#pragma once

#include "models/check/finding.h"
#include "models/edit/plan_document.h"

#include <QAbstractItemModel>
#include <QFutureWatcher>
#include <QTimer>

namespace shisaku {

class CheckModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Place, Message, Printed, Computed, ColumnCount };
    enum Role {
        RuleRole = Qt::UserRole, ///< The stable name of the rule, of groups and findings.
        AcceptedRole             ///< Whether a finding is accepted.
    };

    /// The document must outlive it. Nothing is checked before setActive(true).
    explicit CheckModel(PlanDocument *document, QObject *parent = nullptr);
    ~CheckModel() override;

    /// While nobody looks, changes are only remembered.
    void setActive(bool active);
    /// Shows the findings of one kind; nothing shows all.
    void setKind(std::optional<CheckKind> kind);
    /// Whether accepted findings are shown among the others.
    void setShowsAccepted(bool shows);

    /// Open findings of a kind, or of all kinds.
    qsizetype openCount(std::optional<CheckKind> kind = {}) const;
    qsizetype acceptedCount() const;
    bool isChecking() const { return m_watcher.isRunning(); }

    /// The finding of a row; null for a rule.
    const Finding *finding(const QModelIndex &index) const;
    /// The row of a finding in the same place, by rule, row and field; an invalid index if it is gone.
    QModelIndex indexOf(const Finding &finding) const;
    bool canAccept(const Finding &finding) const;
    /// Accepts a finding as it is. `reason` must say why.
    void accept(const Finding &finding, const QString &reason);
    /// Opens an accepted finding again.
    void reopen(const Finding &finding);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /// A check has ended; what is shown is of the present plan.
    void checked();
    /// An acceptance could not be written.
    void refused(const shisaku::Error &error);

private:
    struct Group {
        int rule;
        QList<int> findings;
    };

    void start();
    void showFound();
    void build();
    void submit(Recipe recipe);
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant findingData(const Finding &finding, int column, int role) const;

    PlanDocument *m_document;
    QFutureWatcher<QList<Finding>> m_watcher;
    QTimer m_pause;
    bool m_active = false;
    bool m_stale = true;
    std::optional<CheckKind> m_kind;
    bool m_showsAccepted = false;
    QList<Finding> m_findings;
    QList<Group> m_groups;
};

} // namespace shisaku
