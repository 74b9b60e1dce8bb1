// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the program, once: its text, icon and keys. Menus, tool bar and the sheet of shortcuts come from here.
#pragma once

#include "app/dialogs/leaving.h"
#include "views/look/look.h"

#include <QAction>
#include <QHash>

#include <functional>

QT_BEGIN_NAMESPACE
class QMenu;
class QMenuBar;
class QToolBar;
QT_END_NAMESPACE

namespace shisaku {

enum class Command : quint8 {
    NewPlan,
    OpenPlan,
    SaveState,
    SaveCopy,
    NameEdition,
    SubmissionCopy,
    Backups,
    RepairPlan,
    TakeOver,
    PrintSheet,
    PrintAllSheets,
    PrintRoadmap,
    PrintList,
    PrintEffects,
    PrintProgress,
    PrintIndicators,
    PrintTree,
    PrintBodies,
    PrintGlossary,
    PrintBook,
    PrintGuide,
    CloseWindow,
    Quit,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,
    Find,
    Filter,
    ClearFilter,
    AddMeasure,
    RemoveMeasure,
    EndMeasure,
    CopyMeasures,
    PasteMeasures,
    PlanSettings,
    EditSheetTemplate,
    CopyPicture,
    SwitchYear,
    Reorganise,
    NextPlan,
    BudgetRequests,
    ShowOutline,
    ShowSheet,
    DetailMeasures,
    DetailInitiatives,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    DarkLook,
    Present,
    SaveScene,
    ManageScenes,
    FullScreen,
    Shortcuts,
    About,
};

enum class MenuId : quint8 { File, Edit, View, Plan, Help };

class ActionCatalog : public QObject {
    Q_OBJECT

public:
    explicit ActionCatalog(QWidget *window);

    QAction *action(Command command) const { return m_actions.value(command); }
    /// Calls `slot` whenever the command is given, as long as `receiver` lives; where it takes something out of the program, only
    /// when the gate agrees.
    template <typename Slot>
    void on(Command command, QObject *receiver, Slot slot) const
    {
        connect(action(command), &QAction::triggered, receiver, [this, command, slot] {
            const auto what = leaving(command);
            if (!what || mayLeave(*what))
                slot();
        });
    }
    /// What the command takes out of the program; none if it takes nothing.
    static std::optional<Leaving> leaving(Command command);
    /// Asked before anything goes out; it tells the officer why not.
    void setGate(const std::function<bool(Leaving)> &gate) { m_gate = gate; }
    bool mayLeave(Leaving what) const { return !m_gate || m_gate(what); }

    /// Makes the menus; returns them so that the window can add what changes (recent files, groupings).
    QHash<MenuId, QMenu *> fillMenuBar(QMenuBar *bar) const;
    void fillToolBar(QToolBar *bar) const;
    /// Enables what can be given now: whether a plan is open, may be changed, and has a current measure. Undo, redo and
    /// taking over depend on more than that.
    void offer(bool open, bool editable, bool measure) const;
    /// Enables a command unless there is an obstacle; its tool tip, in the tool bar and in the menu, says which.
    void allow(Command command, const QString &obstacle) const;
    /// Draws the icons in the colours of a look.
    void setLook(const Look &look);

    /// Menu by menu: (text, keys) of every command that has keys.
    struct Shortcut {
        QString menu;
        QString text;
        QString keys;
    };
    QList<Shortcut> shortcuts() const;

private:
    QHash<Command, QAction *> m_actions;
    QHash<Command, QString> m_toolTips; // of what can be done
    std::function<bool(Leaving)> m_gate;
};

} // namespace shisaku
