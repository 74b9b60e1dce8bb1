// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipboard_commands.h"

#include "app/action_catalog.h"
#include "app/measure_clipboard.h"
#include "app/outline_pane.h"
#include "models/item/spreadsheet_text.h"
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
struct Deed {
    Command command;
    EditDeed deed;
};
constexpr Deed deeds[] = {{Command::Cut, EditDeed::Cut},
                          {Command::Copy, EditDeed::Copy},
                          {Command::Paste, EditDeed::Paste},
                          {Command::SelectAll, EditDeed::SelectAll}};

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

bool lineOffers(const QLineEdit &line, EditDeed deed)
{
    switch (deed) {
    case EditDeed::Cut:
        return line.hasSelectedText() && !line.isReadOnly() && line.echoMode() == QLineEdit::Normal;
    case EditDeed::Copy:
        return line.hasSelectedText() && line.echoMode() == QLineEdit::Normal;
    case EditDeed::Paste:
        return !line.isReadOnly() && hasTextToPaste();
    case EditDeed::SelectAll:
        return !line.text().isEmpty();
    }
    return false;
}

template <typename Text>
bool textOffers(const Text &text, EditDeed deed)
{
    switch (deed) {
    case EditDeed::Cut:
        return text.textCursor().hasSelection() && !text.isReadOnly();
    case EditDeed::Copy:
        return text.textCursor().hasSelection();
    case EditDeed::Paste:
        return text.canPaste();
    case EditDeed::SelectAll:
        return !text.document()->isEmpty();
    }
    return false;
}

template <typename Text>
void performIn(Text &text, EditDeed deed)
{
    switch (deed) {
    case EditDeed::Cut:
        return text.cut();
    case EditDeed::Copy:
        return text.copy();
    case EditDeed::Paste:
        return text.paste();
    case EditDeed::SelectAll:
        return text.selectAll();
    }
}

/// A list or table that has no clipboard of its own can still be copied.
bool listOffers(const QAbstractItemView &view, EditDeed deed)
{
    if (deed == EditDeed::Copy)
        return view.selectionModel() && view.selectionModel()->hasSelection();
    return deed == EditDeed::SelectAll && view.model() && view.model()->rowCount() > 0
           && view.selectionMode() != QAbstractItemView::SingleSelection && view.selectionMode() != QAbstractItemView::NoSelection;
}

void performIn(QAbstractItemView &view, EditDeed deed)
{
    if (deed == EditDeed::SelectAll)
        view.selectAll();
    else if (deed == EditDeed::Copy)
        QGuiApplication::clipboard()->setText(textFromIndexes(shownCells(view, view.selectionModel()->selectedIndexes())));
}

/// The command of the whole measures chosen in the outline; none for the other deeds and elsewhere.
QAction *measureAction(const ActionCatalog &actions, const QWidget *view, EditDeed deed)
{
    if (!qobject_cast<OutlinePane *>(view->parentWidget()) || (deed != EditDeed::Copy && deed != EditDeed::Paste))
        return nullptr;
    return actions.action(deed == EditDeed::Copy ? Command::CopyMeasures : Command::PasteMeasures);
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
    for (const Deed &each : deeds)
        actions.on(each.command, this, [this, deed = each.deed] { perform(deed); });
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
    m_actions.allow(Command::Paste, offers(EditDeed::Paste) ? QString() : tr("写したものがあり、貼り付ける所を選ぶと使えます。"));
}

void ClipboardCommands::updateChosen() const
{
    for (const Deed &each : deeds) {
        if (each.deed != EditDeed::Paste)
            m_actions.allow(each.command, offers(each.deed) ? QString() : tr("文字、工程表の帯、表のます目などを選ぶと使えます。"));
    }
}

QWidget *ClipboardCommands::target() const
{
    if (m_focus && m_focus->isVisible())
        return m_focus;
    return m_view && m_view->isVisible() ? m_view.data() : nullptr;
}

bool ClipboardCommands::offers(EditDeed deed) const
{
    QWidget *focus = target();
    if (!focus)
        return false;
    if (const QLineEdit *line = lineOf(focus))
        return lineOffers(*line, deed);
    if (const auto *text = qobject_cast<QTextEdit *>(focus))
        return textOffers(*text, deed);
    if (const auto *text = qobject_cast<QPlainTextEdit *>(focus))
        return textOffers(*text, deed);
    if (const auto *itself = dynamic_cast<const EditTarget *>(focus))
        return itself->offersEdit(deed);
    const auto *view = qobject_cast<QAbstractItemView *>(focus);
    if (!view)
        return false;
    if (const QAction *action = measureAction(m_actions, view, deed))
        return action->isEnabled() && (deed == EditDeed::Copy || hasCopiedMeasures());
    return listOffers(*view, deed);
}

void ClipboardCommands::perform(EditDeed deed)
{
    if (!offers(deed))
        return;
    QWidget *focus = target();
    if (QLineEdit *line = lineOf(focus))
        performIn(*line, deed);
    else if (auto *text = qobject_cast<QTextEdit *>(focus))
        performIn(*text, deed);
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(focus))
        performIn(*plain, deed);
    else if ((deed == EditDeed::Copy || deed == EditDeed::Cut) && !m_actions.mayLeave())
        return; // cells and bars are parts of the plan, other than what is typed
    else if (auto *itself = dynamic_cast<EditTarget *>(focus))
        itself->performEdit(deed);
    else if (auto *view = qobject_cast<QAbstractItemView *>(focus); QAction *action = measureAction(m_actions, view, deed))
        action->trigger();
    else
        performIn(*view, deed);
}

} // namespace shisaku
