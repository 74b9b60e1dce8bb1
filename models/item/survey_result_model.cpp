// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/survey_result_model.h"

#include "models/change/recipe.h"
#include "models/item/tool_tip.h"
#include "models/plan/field_text.h"
#include "models/plan/share.h"
#include "models/survey/survey_edit.h"

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
int fieldOfColumn(int column)
{
    switch (column) {
    case SurveyResultModel::Published:
        return fieldIndex<&SurveyTotal::count>();
    case SurveyResultModel::PublishedShare:
        return fieldIndex<&SurveyTotal::printed_share>();
    default:
        return fieldIndex<&SurveyTotal::countermeasure>();
    }
}

QString number(const std::optional<qint64> &count)
{
    return count ? QLocale(QLocale::Japanese).toString(*count) : QString();
}
} // namespace

SurveyResultModel::SurveyResultModel(PlanDocument *document, ResultBy by, QObject *parent) :
    QAbstractTableModel(parent), m_document(document), m_follower(document), m_by(by)
{
    connect(&document->unsaved(), &UnsavedInput::changed, this, [this](const InputPlace &place) {
        const QModelIndex cell = cellOf(place);
        if (!cell.isValid())
            return;
        emit dataChanged(cell, cell);
        if (const UnsavedInput::Entry *entry = m_document->unsaved().refused(place))
            emit refused(*entry->error);
    });
    connect(&m_follower, &PlanFollower::changed, this, [this](const ChangeSet &change) {
        if (touchesSurvey(change) || change.touches({TableId::Choice}))
            build();
    });
}

void SurveyResultModel::setSurvey(Id<Survey> survey)
{
    m_survey = survey;
    build();
}

void SurveyResultModel::build()
{
    const auto rows = surveyResult(m_document->plan(), m_survey, m_by);
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else {
        m_rows = rows; // the same rows: the cell that is current stays so
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

InputPlace SurveyResultModel::placeOf(int row, int column) const
{
    const QString &key = m_rows[row].key;
    return {Owner(m_survey), -1, u"%1 %2 %3"_s.arg(m_by == ResultBy::Status ? 0 : 1).arg(column).arg(key)};
}

QModelIndex SurveyResultModel::cellOf(const InputPlace &place) const
{
    if (place.row != Owner(m_survey))
        return {};
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = Published; column < ColumnCount; ++column) {
            if (placeOf(row, column) == place)
                return index(row, column);
        }
    }
    return {};
}

int SurveyResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SurveyResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool SurveyResultModel::isEditable(int row, int column) const
{
    if (m_document->isReadOnly() || column < Published)
        return false;
    // The sum of the reasons is the number of a status already; a countermeasure belongs to a reason.
    const bool total = m_rows[row].key.isEmpty();
    return m_by == ResultBy::Status ? column != Countermeasure : !total;
}

QVariant SurveyResultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ResultRow &row = m_rows[index.row()];
    if (role == PlaceRole)
        return row.key.isEmpty() ? -1 : index.row();
    if (role == Qt::TextAlignmentRole)
        return index.column() == Label || index.column() == Countermeasure ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                                                           : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (const UnsavedInput::Entry *entry = index.column() < Published
                                               ? nullptr
                                               : m_document->unsaved().refused(placeOf(index.row(), index.column()))) {
        if (role == Qt::DisplayRole || role == Qt::EditRole)
            return entry->typed;
        if (role == Qt::ToolTipRole)
            return toolTipOf(entry->error->message());
    }
    if (role == Qt::ToolTipRole)
        return toolTipOf(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Label:
        return m_by == ResultBy::Reason && !row.key.isEmpty() ? tr("(%1) %2").arg(row.key, row.label) : row.label;
    case Counted:
        return number(row.counted);
    case Share:
        return row.counted ? shareText(*row.counted, m_rows.last().counted.value_or(0)) : QString();
    case Published:
        return number(row.published);
    case PublishedShare:
        return row.publishedShare;
    default:
        return row.countermeasure;
    }
}

bool SurveyResultModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !isEditable(index.row(), index.column()))
        return false;
    const InputPlace place = placeOf(index.row(), index.column());
    const QString key = m_rows[index.row()].key;
    const auto recipe = [typed = value.toString(), field = fieldOfColumn(index.column()), survey = m_survey,
                         status = m_by == ResultBy::Status ? key : QString(), reason = m_by == ResultBy::Status ? QString() : key](
                            const Plan &plan, const IdSource &ids) -> Result<ChangeSet> {
        const auto read = readField(plan, tableInfo(TableId::SurveyTotal).fields[static_cast<size_t>(field)], typed);
        if (!read)
            return read.error();
        return totalChange(plan, survey, status, reason, field, *read, ids);
    };
    m_document->unsaved().submit(place, value.toString(), recipeWithIds(m_document->environment().ids, recipe));
    const UnsavedInput::Entry *refused = m_document->unsaved().refused(place);
    return !refused || refused->writing; // not if that was about an earlier text
}

QVariant SurveyResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Label:
        return m_by == ResultBy::Status ? tr("調査結果") : tr("課題・理由");
    case Counted:
        return tr("取組数");
    case Share:
        return tr("割合(%)");
    case Published:
        return tr("公表値");
    case PublishedShare:
        return tr("公表割合(%)");
    default:
        return tr("対応策（公表）");
    }
}

Qt::ItemFlags SurveyResultModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && isEditable(index.row(), index.column()) ? flags | Qt::ItemIsEditable : flags;
}

} // namespace shisaku
