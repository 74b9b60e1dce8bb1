// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/clipboard_commands.h"

#include "app/commands/action_catalog.h"
#include "models/clip/spreadsheet_text.h"
#include "views/look/shown_cells.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace shisaku {

namespace {
struct ClipboardCommand {
    Command command;
    ClipboardAction action;
};
constexpr ClipboardCommand clipboardCommands[] = {{Command::Cut, ClipboardAction::Cut},
                                                  {Command::Copy, ClipboardAction::Copy},
                                                  {Command::Paste, ClipboardAction::Paste},
                                                  {Command::SelectAll, ClipboardAction::SelectAll}};

/// What is typed in: the line itself, or that of a box that holds one.
QLineEdit *lineOf(QWidget *focus)
{
    if (auto *line = qobject_cast<QLineEdit *>(focus))
        return line;
    for (QLineEdit *line : focus->findChildren<QLineEdit *>(Qt::FindDirectChildrenOnly)) {
        if (line->focusProxy() == focus)
            return line;
    }
    return nullptr;
}

bool lineOffers(const QLineEdit &line, ClipboardAction action)
{
    switch (action) {
    case ClipboardAction::Cut:
        return line.hasSelectedText() && !line.isReadOnly() && line.echoMode() == QLineEdit::Normal;
    case ClipboardAction::Copy:
        return line.hasSelectedText() && line.echoMode() == QLineEdit::Normal;
    case ClipboardAction::Paste:
        return !line.isReadOnly() && hasTextToPaste();
    case ClipboardAction::SelectAll:
        return !line.text().isEmpty();
    }
    return false;
}

template <typename Text>
bool textOffers(const Text &text, ClipboardAction action)
{
    switch (action) {
    case ClipboardAction::Cut:
        return text.textCursor().hasSelection() && !text.isReadOnly();
    case ClipboardAction::Copy:
        return text.textCursor().hasSelection();
    case ClipboardAction::Paste:
        return text.canPaste();
    case ClipboardAction::SelectAll:
        return !text.document()->isEmpty();
    }
    return false;
}

template <typename Text>
void performIn(Text &text, ClipboardAction action)
{
    switch (action) {
    case ClipboardAction::Cut:
        return text.cut();
    case ClipboardAction::Copy:
        return text.copy();
    case ClipboardAction::Paste:
        return text.paste();
    case ClipboardAction::SelectAll:
        return text.selectAll();
    }
}

/// A list or table that has no clipboard of its own can still be copied.
bool listOffers(const QAbstractItemView &view, ClipboardAction action)
{
    if (action == ClipboardAction::Copy)
        return view.selectionModel() && view.selectionModel()->hasSelection();
    return action == ClipboardAction::SelectAll && view.model() && view.model()->rowCount() > 0
           && view.selectionMode() != QAbstractItemView::SingleSelection && view.selectionMode() != QAbstractItemView::NoSelection;
}

void performIn(QAbstractItemView &view, ClipboardAction action)
{
    if (action == ClipboardAction::SelectAll)
        view.selectAll();
    else if (action == ClipboardAction::Copy)
        QGuiApplication::clipboard()->setText(textFromIndexes(shownCells(view, view.selectionModel()->selectedIndexes())));
}

QAbstractItemView *viewAround(QWidget *widget)
{
    while (widget && !qobject_cast<QAbstractItemView *>(widget))
        widget = widget->parentWidget();
    return static_cast<QAbstractItemView *>(widget);
}
} // namespace

ClipboardCommands::ClipboardCommands(const ActionCatalog &actions, QMenu *menu, QWidget *window) :
    QObject(window), m_actions(actions), m_window(window)
{
    for (const ClipboardCommand &each : clipboardCommands)
        actions.on(each.command, this, [this, action = each.action] { perform(action); });
    connect(menu, &QMenu::aboutToShow, this, &ClipboardCommands::update);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &ClipboardCommands::update);
    update();
}

void ClipboardCommands::follow(QWidget *focus)
{
    if (!focus || focus->window() != m_window || qobject_cast<QMenuBar *>(focus))
        return;
    m_focus = focus;
    m_view = viewAround(focus);
    for (const QMetaObject::Connection &connection : std::as_const(m_followed))
        disconnect(connection);
    m_followed.clear();
    if (auto *line = lineOf(focus))
        m_followed << connect(line, &QLineEdit::selectionChanged, this, &ClipboardCommands::updateChosen);
    else if (auto *text = qobject_cast<QTextEdit *>(focus))
        m_followed << connect(text, &QTextEdit::selectionChanged, this, &ClipboardCommands::updateChosen);
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(focus))
        m_followed << connect(plain, &QPlainTextEdit::selectionChanged, this, &ClipboardCommands::updateChosen);
    else if (auto *view = viewAround(focus); view && view->selectionModel())
        m_followed << connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                              &ClipboardCommands::updateChosen)
                   << connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClipboardCommands::updateChosen)
                   << connect(view->model(), &QAbstractItemModel::dataChanged, this, &ClipboardCommands::updateChosen);
    update();
}

void ClipboardCommands::update() const
{
    updateChosen();
    m_actions.allow(Command::Paste, canPerform(ClipboardAction::Paste) ? QString() : tr("写したものがあり、貼り付ける所を選ぶと使えます。"));
}

void ClipboardCommands::updateChosen() const
{
    for (const ClipboardCommand &each : clipboardCommands) {
        if (each.action != ClipboardAction::Paste)
            m_actions.allow(each.command, canPerform(each.action) ? QString() : tr("文字、工程表の帯、表のます目などを選ぶと使えます。"));
    }
}

QWidget *ClipboardCommands::target() const
{
    if (m_focus && m_focus->isVisible())
        return m_focus;
    return m_view && m_view->isVisible() ? m_view.data() : nullptr;
}

bool ClipboardCommands::canPerform(ClipboardAction action) const
{
    QWidget *focus = target();
    if (!focus)
        return false;
    if (const QLineEdit *line = lineOf(focus))
        return lineOffers(*line, action);
    if (const auto *text = qobject_cast<QTextEdit *>(focus))
        return textOffers(*text, action);
    if (const auto *text = qobject_cast<QPlainTextEdit *>(focus))
        return textOffers(*text, action);
    if (const auto *itself = dynamic_cast<const EditTarget *>(focus))
        return itself->canPerform(action);
    const auto *view = qobject_cast<QAbstractItemView *>(focus);
    return view && listOffers(*view, action);
}

void ClipboardCommands::perform(ClipboardAction action)
{
    if (!canPerform(action))
        return;
    QWidget *focus = target();
    if (QLineEdit *line = lineOf(focus))
        performIn(*line, action);
    else if (auto *text = qobject_cast<QTextEdit *>(focus))
        performIn(*text, action);
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(focus))
        performIn(*plain, action);
    else if ((action == ClipboardAction::Copy || action == ClipboardAction::Cut) && !m_actions.mayLeave(Leaving::Content))
        return; // cells and bars are parts of the plan, other than what is typed
    else if (auto *itself = dynamic_cast<EditTarget *>(focus))
        itself->perform(action);
    else if (auto *view = qobject_cast<QAbstractItemView *>(focus))
        performIn(*view, action);
}

} // namespace shisaku
