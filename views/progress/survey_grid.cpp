// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/survey_grid.h"

#include "models/clip/spreadsheet_text.h"
#include "models/plan/search_form.h"
#include "models/survey/survey_mixed.h"
#include "views/look/look.h"
#include "views/look/shown_cells.h"
#include "views/progress/survey_cells.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int lineHeight = 28;
constexpr int statusWidth = 70;
struct Width {
    int column;
    int pixels;
};
constexpr Width widths[] = {{SurveyModel::Number, 44},          {SurveyModel::Office, 96}, {SurveyModel::Previous, statusWidth},
                            {SurveyModel::Status, statusWidth}, {SurveyModel::Reason, 40}, {SurveyModel::Countermeasure, 92},
                            {SurveyModel::Comment, 92},         {SurveyModel::Item, 160}};
} // namespace

SurveyGrid::SurveyGrid(QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new SurveyCells(this));
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionMode(ExtendedSelection);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setAccessibleName(tr("調査項目"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void SurveyGrid::setSurveyModel(SurveyModel *model)
{
    m_survey = model;
    setModel(model);
    for (const Width &width : widths)
        setColumnWidth(width.column, width.pixels);
    fitStatuses();
    connect(model, &QAbstractItemModel::modelReset, this, &SurveyGrid::fitStatuses);
    connect(&model->document().unsaved(), &UnsavedInput::placeShown, this, [this](const InputPlace &place) {
        const QModelIndex cell = m_survey->cellOf(place);
        if (!cell.isValid() || !isVisible())
            return;
        setCurrentIndex(cell);
        setFocus(Qt::OtherFocusReason);
    });
    horizontalHeader()->setMinimumSectionSize(36);
    horizontalHeader()->setSectionResizeMode(SurveyModel::Item, QHeaderView::Stretch);
}

void SurveyGrid::fitStatuses()
{
    // 「混在（順調2・遅延1）」 is read without opening it, where the items leave room for it.
    int spare = viewport()->width();
    for (const Width &width : widths)
        spare -= width.pixels;
    for (const int column : {SurveyModel::Status, SurveyModel::Previous}) {
        int more = 0;
        for (int row = 0; row < m_survey->rowCount(); ++row) {
            const QString text = m_survey->index(row, column).data().toString();
            if (isMixedKey(text))
                more = std::max(more, fontMetrics().horizontalAdvance(text) + space::medium - statusWidth);
        }
        more = std::clamp(more, 0, std::max(0, spare));
        spare -= more;
        setColumnWidth(column, statusWidth + more);
    }
}

void SurveyGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_survey)
        fitStatuses();
}

QModelIndexList SurveyGrid::selectedIn(int column) const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        if (!rows.contains(index.row()))
            rows << index.row();
    }
    if (rows.isEmpty() && currentIndex().isValid())
        rows << currentIndex().row();
    std::sort(rows.begin(), rows.end());
    QModelIndexList cells;
    for (const int row : rows)
        cells << m_survey->index(row, column);
    return cells;
}

QList<Id<SurveyItem>> SurveyGrid::selectedItems() const
{
    QList<Id<SurveyItem>> items;
    for (const QModelIndex &cell : selectedIn(0))
        items << m_survey->itemAt(cell.row());
    return items;
}

void SurveyGrid::setSelected(int number)
{
    const int column = currentIndex().column() == SurveyModel::Reason ? SurveyModel::Reason : SurveyModel::Status;
    m_survey->setAll(selectedIn(column), QString::number(number));
}

QModelIndexList SurveyGrid::chosenAnswers() const
{
    QModelIndexList cells;
    for (const QModelIndex &cell : selectionModel()->selectedIndexes()) {
        if (SurveyModel::isAnswer(cell.column()) && cell.flags().testFlag(Qt::ItemIsEditable))
            cells << cell;
    }
    return cells;
}

void SurveyGrid::clearSelected()
{
    const QModelIndexList cells = chosenAnswers();
    m_survey->setAll(cells.isEmpty() ? selectedIn(SurveyModel::Status) : cells, {});
}

void SurveyGrid::copySelected() const
{
    const QModelIndexList cells = shownCells(*this, selectionModel()->selectedIndexes());
    if (!cells.isEmpty())
        QApplication::clipboard()->setText(textFromIndexes(cells));
}

void SurveyGrid::paste()
{
    const QModelIndexList cells = shownCells(*this, selectionModel()->selectedIndexes());
    const auto pasted = cellsFromText(QApplication::clipboard()->text());
    if (cells.isEmpty() || pasted.isEmpty())
        return;
    // One cell fills everything selected, as in a spreadsheet.
    if (cells.size() > 1 && pasted.size() == 1 && pasted.first().size() == 1)
        return m_survey->setAll(cells, pasted.first().first());
    const QModelIndex corner = cornerOf(cells);
    m_survey->paste(corner.row(), shownColumnsFrom(*this, corner.column()), pasted);
}

bool SurveyGrid::canPerform(ClipboardAction action) const
{
    if (!m_survey)
        return false;
    switch (action) {
    case ClipboardAction::Cut:
        return !chosenAnswers().isEmpty();
    case ClipboardAction::Copy:
        return selectionModel()->hasSelection();
    case ClipboardAction::Paste:
        return !chosenAnswers().isEmpty() && hasTextToPaste();
    case ClipboardAction::SelectAll:
        return m_survey->rowCount() > 0;
    }
    return false;
}

void SurveyGrid::perform(ClipboardAction action)
{
    if (!canPerform(action))
        return;
    switch (action) {
    case ClipboardAction::Cut:
        copySelected();
        m_survey->setAll(chosenAnswers(), {});
        return;
    case ClipboardAction::Copy:
        return copySelected();
    case ClipboardAction::Paste:
        return paste();
    case ClipboardAction::SelectAll:
        return selectAll();
    }
}

void SurveyGrid::commit()
{
    if (state() == EditingState)
        setFocus(); // an editor that loses the focus stores what it holds
}

void SurveyGrid::goToItem(int step)
{
    const int row = currentIndex().row() + step;
    if (row >= 0 && row < m_survey->rowCount())
        setCurrentIndex(m_survey->index(row, std::max<int>(currentIndex().column(), SurveyModel::Status)));
}

/// A digit chooses by place, a letter by key; text columns take both as text.
bool SurveyGrid::typeKey(const QString &text)
{
    if (!currentIndex().isValid() || currentIndex().column() > SurveyModel::Reason || text.size() != 1)
        return false;
    const QString typed = plainForm(text);
    if (typed == u"0") {
        clearSelected();
        return true;
    }
    const int column = currentIndex().column() == SurveyModel::Reason ? SurveyModel::Reason : SurveyModel::Status;
    const QStringList keys = m_survey->index(currentIndex().row(), column).data(SurveyModel::OptionKeysRole).toStringList();
    if (typed[0].isDigit() && typed.toInt() <= keys.size()) {
        setSelected(typed.toInt());
        return true;
    }
    // A sign (○) is for the survey to understand or to ask about; letters open the list.
    const bool isSign = text[0].isPrint() && !text[0].isSpace() && !text[0].isLetterOrNumber();
    if (!isSign && !keys.contains(typed, Qt::CaseInsensitive))
        return false;
    m_survey->setAll(selectedIn(column), isSign ? text : typed);
    return true;
}

void SurveyGrid::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState || !m_survey) {
        QTableView::keyPressEvent(event);
        return;
    }
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (event->matches(QKeySequence::Cut))
        perform(ClipboardAction::Cut);
    else if (event->matches(QKeySequence::Copy))
        copySelected();
    else if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        goToItem(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        clearSelected();
    else if (!plain || !typeKey(event->text()))
        QTableView::keyPressEvent(event);
}

void SurveyGrid::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        goToItem(1);
}

void SurveyGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_survey && current.row() != previous.row() && current.isValid())
        emit currentItemChanged(m_survey->itemAt(current.row()));
}

} // namespace shisaku
