// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of the window do to the open plan: undo with its question, measures, editions, copies.
#pragma once

#include "app/services.h"

namespace shisaku {

class ActionCatalog;

class PlanCommands : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of dialogs; all three must outlive this.
    PlanCommands(PlanDocument &document, const Services &services, QWidget *window);

    /// Takes over its commands of the catalogue. `flush` hands over what is still being typed.
    void connectTo(const ActionCatalog &actions, const std::function<void()> &flush);

    /// Asks before it goes behind the present sitting.
    void undo();
    void redo();
    /// 「元に戻す：施策46の目標を変更」
    QString undoText() const;
    QString redoText() const;

    /// Adds a measure with the next number, behind all others, or (項目ごと) behind those of the category `beside` is at home
    /// in; `added` is told when it is there.
    void addMeasure(Id<Measure> beside, const std::function<void(Id<Measure>)> &added);
    void removeMeasure(Id<Measure> measure);
    /// 完了, 統合, 廃止, or back to 継続; asks how.
    void endMeasure(Id<Measure> measure);
    void copyMeasures(const QList<Id<Measure>> &measures);
    /// Puts copied measures into the plan as one step; `added` is told the first of them.
    void pasteMeasures(Id<Measure> beside, const std::function<void(Id<Measure>)> &added);

    /// Says whether all is in the file.
    void sayWhetherSaved();
    void nameEdition();
    void lookIntoBackups();
    void saveCopy();
    /// A copy for outside the house, see writeSubmissionCopy().
    void saveSubmissionCopy();

signals:
    void told(const QString &sentence);
    /// Something to be read at leisure.
    void noticed(const QString &sentence);
    void failed(const shisaku::Error &error);
    void openRequested(const QString &path);

private:
    /// A file beside the plan, named after it with an addition; empty when the officer thinks better of it.
    QString askForFile(const QString &title, const QString &addition) const;

    PlanDocument &m_document;
    const Services &m_services;
    QWidget *m_window;
};

} // namespace shisaku
