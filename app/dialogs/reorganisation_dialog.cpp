// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/reorganisation_dialog.h"

#include "models/item/tool_tip.h"
#include "models/plan/tenure.h"
#include "models/plan/time_reading.h"
#include "views/look/look.h"
#include "views/look/screen_room.h"
#include "views/look/spaced_text.h"

#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>

namespace shisaku {

namespace {
enum MoveColumn { From, To, Reading };
enum MeasureColumn { Title, Office, Target };
constexpr int officeWidth = 170;

QTableWidget *table(const QStringList &heads, const QString &name)
{
    auto *widget = new QTableWidget(0, static_cast<int>(heads.size()));
    widget->setHorizontalHeaderLabels(heads);
    widget->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    widget->verticalHeader()->hide();
    widget->setSelectionBehavior(QAbstractItemView::SelectRows);
    widget->setAccessibleName(name);
    return widget;
}

Id<Department> officeOf(const QComboBox *box)
{
    const auto id = RowId::fromText(box->currentData().toString());
    return id ? Id<Department>(*id) : Id<Department>();
}
} // namespace

ReorganisationDialog::ReorganisationDialog(const Plan &plan, const QDate &date, QWidget *parent) :
    QDialog(parent), m_plan(plan), m_date(new QLineEdit(PlanTime::day(date.year(), date.month(), date.day()).toJapanese())),
    m_moves(table({tr("今の課"), tr("新しい課"), tr("よみ")}, tr("課の移り変わり"))),
    m_splitLabel(new QLabel(tr("分かれる課の施策と、引き継ぐ課"))),
    m_measures(table({tr("施策"), tr("今の課"), tr("引き継ぐ課")}, tr("分かれる課の施策"))), m_notice(new QLabel)
{
    setWindowTitle(tr("機構改革"));
    resizeOnScreen(*this, QSize(760, 600));
    m_measures->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_measures->setWordWrap(false); // a long title ends in dots
    for (const int column : {Office, Target}) {
        m_measures->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
        m_measures->horizontalHeader()->resizeSection(column, officeWidth);
    }
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::RichText);
    m_notice->setMinimumHeight(m_notice->fontMetrics().lineSpacing() * 3);
    m_notice->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(space::large, space::large, space::large, space::large);
    form->setSpacing(space::small);
    form->addRow(tr("施行日"), m_date);
    form->addRow(m_moves);
    auto *rows = new QHBoxLayout;
    auto *add = new QPushButton(tr("行を追加(&A)"));
    auto *remove = new QPushButton(tr("行を削除(&D)"));
    rows->addWidget(add);
    rows->addWidget(remove);
    rows->addStretch(1);
    form->addRow(rows);
    form->addRow(m_splitLabel);
    form->addRow(m_measures);
    form->addRow(m_notice);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false); // Enter never throws the answers away
    m_go = buttons->addButton(tr("改める(&G)"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(add, &QPushButton::clicked, this, &ReorganisationDialog::addMove);
    connect(remove, &QPushButton::clicked, this, &ReorganisationDialog::removeMove);
    connect(m_moves, &QTableWidget::cellChanged, this, &ReorganisationDialog::update);
    connect(m_date, &QLineEdit::textChanged, this, &ReorganisationDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    addMove();
}

void ReorganisationDialog::addMove()
{
    const int row = m_moves->rowCount();
    const QSignalBlocker whole(m_moves); // half a row is no move
    m_moves->insertRow(row);
    auto *offices = new QComboBox;
    offices->setAccessibleName(tr("今の課"));
    offices->addItem(QString(), QString());
    for (const Department *department : m_plan.ordered<Department>()) {
        if (department->valid_to.isUnknown())
            offices->addItem(department->name, department->id.row.toText());
    }
    m_moves->setCellWidget(row, From, offices);
    m_moves->setItem(row, To, new QTableWidgetItem);
    m_moves->setItem(row, Reading, new QTableWidgetItem);
    connect(offices, &QComboBox::currentIndexChanged, this, &ReorganisationDialog::update);
    m_moves->setCurrentCell(row, From);
    update();
}

void ReorganisationDialog::removeMove()
{
    m_moves->removeRow(m_moves->currentRow());
    update();
}

QList<OfficeMove> ReorganisationDialog::moves() const
{
    QList<OfficeMove> list;
    for (int row = 0; row < m_moves->rowCount(); ++row) {
        const auto *offices = qobject_cast<QComboBox *>(m_moves->cellWidget(row, From));
        const OfficeMove move{officeOf(offices), m_moves->item(row, To)->text().trimmed(),
                              m_moves->item(row, Reading)->text().trimmed()};
        if (!move.from.isNull() && !move.to.isEmpty())
            list << move;
    }
    return list;
}

void ReorganisationDialog::listSplitMeasures()
{
    const QList<OfficeMove> all = moves();
    const Reorganisation known = wanted();
    const QHash<Id<Measure>, qsizetype> &chosen = known.measures;
    m_measures->setRowCount(0);
    QSet<Id<Department>> done;
    for (const OfficeMove &move : all) {
        QList<qsizetype> targets;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all[i].from == move.from)
                targets << i;
        }
        if (targets.size() < 2 || done.contains(move.from))
            continue;
        done << move.from;
        QSet<Id<Measure>> listed;
        for (const Responsibility *duty : m_plan.parts<&Responsibility::department>(move.from)) {
            const Measure *measure = m_plan.find(duty->measure);
            if (!measure || !inForce(*duty, known.date) || listed.contains(measure->id))
                continue;
            listed << measure->id;
            const int row = m_measures->rowCount();
            m_measures->insertRow(row);
            auto *title = new QTableWidgetItem(tr("%1　%2").arg(measure->number, measure->title));
            title->setToolTip(toolTipOf(measure->title));
            title->setData(Qt::UserRole, measure->id.row.toText());
            m_measures->setItem(row, Title, title);
            m_measures->setItem(row, Office, new QTableWidgetItem(m_plan.find(move.from)->name));
            auto *choice = new QComboBox;
            choice->setAccessibleName(tr("引き継ぐ課"));
            for (const qsizetype target : std::as_const(targets))
                choice->addItem(all[target].to, target);
            if (const int before = choice->findData(chosen.value(measure->id, -1)); before >= 0)
                choice->setCurrentIndex(before);
            m_measures->setCellWidget(row, Target, choice);
        }
    }
    m_splitLabel->setVisible(m_measures->rowCount() > 0);
    m_measures->setVisible(m_measures->rowCount() > 0);
}

Reorganisation ReorganisationDialog::wanted() const
{
    Reorganisation wanted;
    wanted.date = PlanTime::fromJapanese(m_date->text()).value_or(PlanTime());
    wanted.moves = moves();
    for (int row = 0; row < m_measures->rowCount(); ++row) {
        const auto *choice = qobject_cast<QComboBox *>(m_measures->cellWidget(row, Target));
        const auto id = RowId::fromText(m_measures->item(row, Title)->data(Qt::UserRole).toString());
        wanted.measures.insert(Id<Measure>(*id), choice->currentData().toLongLong());
    }
    return wanted;
}

void ReorganisationDialog::update()
{
    listSplitMeasures();
    const Reorganisation now = wanted();
    qsizetype duties = 0;
    QSet<Id<Department>> counted;
    for (const OfficeMove &move : now.moves) {
        if (counted.contains(move.from))
            continue;
        counted << move.from;
        for (const Responsibility *duty : m_plan.parts<&Responsibility::department>(move.from))
            duties += inForce(*duty, now.date) ? 1 : 0;
    }
    QString notice;
    if (m_plan.rows<Department>().size() == 0)
        notice = tr("この計画には、まだ部署がありません。「編集」の「計画の設定」で部署を入力すると、ここで改められます。");
    else if (const auto date = readTime(m_date->text()); !date)
        notice = tr("施行日：%1").arg(date.error().message());
    else if (!now.date.isDated())
        notice = tr("施行日は「令和8年4月1日」のように入力してください。");
    else if (now.moves.isEmpty())
        notice = tr("今の課を選び、新しい課の名称を入力してください。分かれる課は、同じ課を2行に入れます。");
    else
        notice = tr("%1件の担当を新しい課に引き継ぎます。前の課は廃止の日付を付けて残し、それまでの資料は元の名称で印刷します。")
                     .arg(duties);
    m_notice->setText(spacedText(notice));
    m_go->setEnabled(now.date.isDated() && !now.moves.isEmpty());
}

} // namespace shisaku
