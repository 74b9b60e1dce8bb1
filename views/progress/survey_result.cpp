// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/survey_result.h"

#include "models/item/tool_tip.h"
#include "models/plan/choice_names.h"
#include "models/plan/share.h"
#include "views/look/status_mark.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int barHeight = 26;
constexpr int rowHeight = 26;

QStandardItem *cell(const QString &text, bool number)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (number)
        item->setFont(figureFont(10));
    return item;
}

QString countText(qint64 count)
{
    return QString::number(count);
}
} // namespace

ResultBar::ResultBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ResultBar::setParts(const QList<Part> &parts, std::optional<qint64> whole, const QString &description)
{
    m_parts = parts;
    m_whole = whole;
    setAccessibleName(description);
    setToolTip(toolTipOf(description));
    update();
}

QSize ResultBar::sizeHint() const
{
    return {240, barHeight + fontMetrics().height() + space::small};
}

void ResultBar::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(palette());
    qint64 whole = 0;
    for (const Part &part : m_parts)
        whole += part.count;
    whole = std::max(whole, m_whole.value_or(0)); // the rest is not known
    QPainter painter(this);
    if (whole == 0)
        return;
    const int room = width() - 1;
    qint64 sum = 0;
    for (const Part &part : m_parts) {
        if (part.count == 0)
            continue;
        const int left = static_cast<int>(room * sum / whole);
        sum += part.count;
        const int right = static_cast<int>(room * sum / whole);
        const QRect box(left, 0, right - left, barHeight);
        const QColor colour = statusColour(look, part.place);
        QColor fill = colour;
        fill.setAlpha(part.place < 0 ? 0 : 60);
        painter.fillRect(box, fill);
        // Hatching tells the parts apart without colour.
        if (part.place > 0)
            painter.fillRect(box, QBrush(colour, part.place == 1 ? Qt::BDiagPattern : Qt::DiagCrossPattern));
        painter.setPen(colour);
        painter.drawRect(box);
        const QString inside = part.mark + countText(part.count);
        const int needed = qRound(markedWidth(font(), inside)) + space::small;
        if (needed > box.width())
            continue;
        const QRect label(box.left() + (box.width() - needed) / 2, 4, needed, barHeight - 7);
        if (part.place > 0)
            painter.fillRect(label, look.ground);
        painter.setPen(look.ink);
        drawMarked(painter, label.adjusted(space::tight, 0, 0, 0), Qt::AlignLeft, inside);
    }
    double x = 0;
    const int y = barHeight + space::small - 2;
    painter.setFont(textFont(9));
    const QFontMetrics metrics(painter.font());
    for (const Part &part : m_parts) {
        if (part.count == 0)
            continue;
        const QString share = m_whole ? tr("%1 %2％").arg(part.label, shareText(part.count, *m_whole)) : part.label;
        painter.setPen(statusColour(look, part.place));
        const QRectF row(x, y, room, metrics.height());
        const double mark = drawMarked(painter, row, Qt::AlignLeft, part.mark) + 2;
        painter.setPen(look.mutedInk);
        x += mark + drawMarked(painter, row.adjusted(mark, 0, 0, 0), Qt::AlignLeft, share) + space::medium;
    }
}

SurveyResult::SurveyResult(PlanDocument *document, QWidget *parent) :
    QScrollArea(parent), m_document(document), m_bar(new ResultBar),
    m_statuses(new SurveyResultModel(document, ResultBy::Status, this)),
    m_reasons(new SurveyResultModel(document, ResultBy::Reason, this)), m_moves(new QStandardItemModel(this)),
    m_groups(new QStandardItemModel(this)), m_grouping(new QComboBox), m_barNote(new QLabel)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setMinimumWidth(320);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(space::medium, space::small, space::medium, space::medium);
    m_column->setSpacing(space::small);
    setWidget(content);

    addHeading(tr("調査結果"));
    m_column->addWidget(m_bar);
    m_barNote->setFont(textFont(9));
    m_barNote->setForegroundRole(QPalette::PlaceholderText);
    m_barNote->setWordWrap(true);
    m_column->addWidget(m_barNote);
    QTableView *statuses = addTable(m_statuses, tr("調査結果"));
    statuses->hideColumn(SurveyResultModel::Countermeasure);
    addHeading(tr("課題・進捗していない理由"));
    QTableView *reasons = addTable(m_reasons, tr("理由"));
    reasons->hideColumn(SurveyResultModel::Share);
    reasons->hideColumn(SurveyResultModel::PublishedShare);
    m_movesHead = addHeading(tr("前回から今回へ"));
    m_movesTable = addTable(m_moves, tr("前回から今回へ"));
    m_movesNote = new QLabel;
    m_movesNote->setFont(textFont(9));
    m_movesNote->setForegroundRole(QPalette::PlaceholderText);
    m_movesNote->setWordWrap(true);
    m_column->addWidget(m_movesNote);
    QLabel *groupsHead = addHeading(tr("まとまりごとの取組数"));
    m_grouping->setAccessibleName(tr("まとめ方"));
    m_column->addWidget(m_grouping);
    QTableView *groups = addTable(m_groups, tr("まとまりごとの取組数"));
    groups->setWordWrap(false);
    m_groupParts = {groupsHead, m_grouping, groups};
    m_column->addStretch(1);

    connect(m_statuses, &SurveyResultModel::refused, this, &SurveyResult::refused);
    connect(m_reasons, &SurveyResultModel::refused, this, &SurveyResult::refused);
    connect(m_grouping, &QComboBox::activated, this, &SurveyResult::refreshGroups);
    m_statuses->follower().whileShown(this);
    m_reasons->follower().whileShown(this);
    auto *follower = new PlanFollower(document, this);
    follower->setTables({TableId::Survey, TableId::SurveyItem, TableId::SurveyItemInitiative, TableId::Answer, TableId::SurveyTotal,
                         TableId::Choice, TableId::Category, TableId::Membership, TableId::Responsibility, TableId::Department});
    follower->whileShown(this);
    connect(follower, &PlanFollower::changed, this, &SurveyResult::refresh);
}

void SurveyResult::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    // Labels wrap anew; the tables have their width only after this event.
    QMetaObject::invokeMethod(
        this,
        [this] {
            for (QTableView *table : std::as_const(m_tables))
                fitTable(table);
        },
        Qt::QueuedConnection);
}

QLabel *SurveyResult::addHeading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(textFont(10, true));
    if (m_column->count() > 0)
        m_column->addSpacing(space::small);
    m_column->addWidget(label);
    return label;
}

QTableView *SurveyResult::addTable(QAbstractItemModel *model, const QString &name)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->verticalHeader()->setMinimumSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    table->setEditTriggers(QTableView::AllEditTriggers);
    table->setTabKeyNavigation(false);
    const auto fit = [table] { fitTable(table); };
    connect(model, &QAbstractItemModel::modelReset, table, fit);
    connect(model, &QAbstractItemModel::dataChanged, table, fit);
    m_tables << table;
    m_column->addWidget(table);
    return table;
}

void SurveyResult::fitTable(QTableView *table)
{
    QHeaderView *head = table->horizontalHeader();
    const bool withWords = qobject_cast<SurveyResultModel *>(table->model()) != nullptr;
    for (int column = 0; column < head->count(); ++column) {
        const bool words = column == 0 || (withWords && column == SurveyResultModel::Countermeasure);
        head->setSectionResizeMode(column, words ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    table->resizeRowsToContents();
    int height = head->sizeHint().height() + 2 * table->frameWidth();
    for (int row = 0; row < table->model()->rowCount(); ++row)
        height += std::max(rowHeight, table->rowHeight(row));
    table->setFixedHeight(height);
}

void SurveyResult::setSurvey(Id<Survey> survey)
{
    m_survey = survey;
    m_statuses->setSurvey(survey);
    m_reasons->setSurvey(survey);
    fillGroupings();
    refresh();
}

void SurveyResult::fillGroupings()
{
    const QString chosen = m_grouping->currentData().toString();
    m_grouping->clear();
    for (const Grouping &grouping : Grouping::offered(m_document->plan())) {
        if (grouping.by != Grouping::By::None)
            m_grouping->addItem(grouping.label(m_document->plan()), grouping.toText());
    }
    m_grouping->setCurrentIndex(std::max(0, m_grouping->findData(chosen)));
}

void SurveyResult::refresh()
{
    refreshBar();
    refreshMoves();
    refreshGroups();
}

void SurveyResult::refreshBar()
{
    const Plan &plan = m_document->plan();
    const auto rows = surveyResult(plan, m_survey, ResultBy::Status);
    const StatusCounts counts = countStatuses(plan, m_survey);
    const bool counted = counts.answered() > 0;
    const auto whole = wholeOf(rows, counted);
    QList<ResultBar::Part> parts;
    QStringList words;
    for (const ResultRow &row : rows.first(rows.size() - 1)) {
        const auto count = counted ? row.counted : row.published;
        if (!count)
            continue; // not published is not 0
        const Choice *status = plan.choice(u"status", row.key);
        parts.append({statusMark(plan, row.key), status ? shortName(*status) : row.label, *count, statusPlace(plan, row.key)});
        const QString told = tr("%1 %2件").arg(row.label).arg(*count);
        words << (whole ? tr("%1（%2％）").arg(told, shareText(*count, *whole)) : told);
    }
    m_bar->setParts(parts, whole, words.join(tr("、")));
    const bool published = std::any_of(rows.begin(), rows.end(), [](const ResultRow &row) { return row.published.has_value(); });
    m_bar->setVisible(counted || published);
    if (counted)
        m_barNote->setText(
            tr("回答のあった%1件の集計です。公表値の欄には、公表された数をそのまま控えます。").arg(counts.answered()));
    else if (published)
        m_barNote->setText(tr("公表された集計です。項目ごとの回答はありません。"));
    else
        m_barNote->setText(tr("回答がまだありません。公表された集計だけを控えるときは、公表値の欄に入力します。"));
}

void SurveyResult::refreshMoves()
{
    const Plan &plan = m_document->plan();
    m_moves->clear();
    const Survey *before = surveyBefore(plan, m_survey);
    const bool shown = before && countStatuses(plan, before->id).answered() > 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_movesHead, m_movesTable, m_movesNote})
        part->setVisible(shown);
    if (!shown)
        return;
    const SurveyMoves moves = surveyMoves(plan, before->id, m_survey);
    QStringList heads{tr("前回＼今回")};
    QStringList labels;
    for (const Choice *status : plan.choices(u"status")) {
        heads << shortName(*status);
        labels << status->label;
    }
    const bool mixed = countStatuses(plan, m_survey).mixed + countStatuses(plan, before->id).mixed > 0;
    heads << (mixed ? tr("未回答・混在") : tr("未回答"));
    labels << heads.last();
    m_moves->setHorizontalHeaderLabels(heads);
    const auto addRow = [this](const QString &label, const QList<qint64> &counts) {
        QList<QStandardItem *> row{cell(label, false)};
        for (const qint64 count : counts)
            row << cell(countText(count), true);
        m_moves->appendRow(row);
    };
    for (qsizetype i = 0; i < labels.size(); ++i)
        addRow(labels[i], moves.counts[i]);
    const auto sum = [](const QList<qint64> &counts) { return std::accumulate(counts.begin(), counts.end(), qint64(0)); };
    if (sum(moves.regrouped) > 0)
        addRow(tr("まとめ方が変更"), moves.regrouped);
    if (sum(moves.fresh) > 0)
        addRow(tr("今回から"), moves.fresh);
    m_movesNote->setText(sum(moves.gone) > 0 ? tr("前回の%1件は今回の対象外です。").arg(sum(moves.gone)) : QString());
    m_movesNote->setVisible(!m_movesNote->text().isEmpty());
    fitTable(m_movesTable);
}

void SurveyResult::refreshGroups()
{
    const Plan &plan = m_document->plan();
    m_groups->clear();
    QStringList heads{tr("まとまり")};
    for (const Choice *status : plan.choices(u"status"))
        heads << shortName(*status);
    const bool mixed = countStatuses(plan, m_survey).mixed > 0;
    heads << (mixed ? tr("未回答・混在") : tr("未回答")) << tr("計");
    m_groups->setHorizontalHeaderLabels(heads);
    for (const GroupCounts &group : countsByGroup(plan, m_survey, Grouping::fromText(m_grouping->currentData().toString()))) {
        QList<QStandardItem *> row{cell(QString(group.level * 2, u'　') + group.label, false)};
        row.first()->setToolTip(toolTipOf(group.label));
        for (const qint64 count : group.counts.byStatus)
            row << cell(countText(count), true);
        row << cell(countText(group.counts.unanswered + group.counts.mixed), true) << cell(countText(group.counts.total()), true);
        m_groups->appendRow(row);
    }
    fitTable(m_tables.last());
    for (QWidget *part : std::as_const(m_groupParts))
        part->setVisible(m_groups->rowCount() > 0);
}

} // namespace shisaku
