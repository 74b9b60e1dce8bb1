// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/check/check_page.h"

#include "models/check/check.h"
#include "views/look/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTreeView>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr CheckKind kinds[] = {CheckKind::Figures, CheckKind::Gaps, CheckKind::Wording};

/// Rows with air; rules on a quiet ground over the whole width, accepted findings in the muted ink.
class FindingDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.rheight() += space::small;
        return size;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
        if (!index.parent().isValid()) {
            option->font.setBold(true);
            option->backgroundBrush = option->palette.alternateBase();
        }
        if (index.data(CheckModel::AcceptedRole).toBool())
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
};
} // namespace

CheckPage::CheckPage(PlanDocument *document, QWidget *parent) :
    QWidget(parent), m_model(new CheckModel(document, this)), m_kinds(new QComboBox), m_accepted(new QCheckBox),
    m_counts(new QLabel), m_list(new QTreeView), m_message(new QLabel), m_reason(new QLineEdit),
    m_open(new QPushButton(tr("場所を開く"))), m_accept(new QPushButton)
{
    makeList();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::small, space::small, space::small, space::small);
    column->setSpacing(space::small);
    column->addWidget(makeFilters());
    column->addWidget(m_list, 1);
    column->addWidget(makeDetail());

    connect(m_model, &CheckModel::modelReset, this, &CheckPage::showFindings);
    connect(m_model, &CheckModel::refused, this, &CheckPage::refused);
    showCounts();
    showCurrent();
}

void CheckPage::makeList()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(space::large);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("点検の指摘"));
    m_list->setAllColumnsShowFocus(true);
    QHeaderView *head = m_list->header();
    head->setStretchLastSection(false);
    head->setSectionsMovable(false);
    head->setSectionResizeMode(CheckModel::Message, QHeaderView::Stretch);
    const QFontMetrics metrics(font());
    const auto widthOf = [&metrics](int characters) { return metrics.horizontalAdvance(u"字"_s) * characters; };
    head->resizeSection(CheckModel::Place, widthOf(12));
    head->resizeSection(CheckModel::Printed, widthOf(8));
    head->resizeSection(CheckModel::Computed, widthOf(8));
    connect(m_list, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_folded.insert(index.data(CheckModel::RuleRole).toString()); });
    connect(m_list, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_folded.remove(index.data(CheckModel::RuleRole).toString()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const Finding *finding = m_model->finding(index);
        m_current = finding ? std::optional(*finding) : std::nullopt;
        showCurrent();
    });
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (const Finding *finding = m_model->finding(index))
            emit placeChosen(Owner(finding->table, finding->row));
    });
    const auto open = [this] {
        if (m_current)
            emit placeOpened(Owner(m_current->table, m_current->row));
    };
    connect(m_list, &QTreeView::activated, this, open);
    connect(m_open, &QPushButton::clicked, this, open);
}

QWidget *CheckPage::makeFilters()
{
    m_kinds->setAccessibleName(tr("指摘の種類"));
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_accepted->setText(tr("確認済みも表示"));
    connect(m_kinds, &QComboBox::activated, this,
            [this](int row) { m_model->setKind(row > 0 ? std::optional(kinds[row - 1]) : std::nullopt); });
    connect(m_accepted, &QCheckBox::toggled, m_model, &CheckModel::setShowsAccepted);
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(space::medium);
    row->addWidget(m_kinds);
    row->addWidget(m_accepted);
    row->addStretch();
    row->addWidget(m_counts);
    return bar;
}

QWidget *CheckPage::makeDetail()
{
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_message->setMinimumHeight(3 * fontMetrics().lineSpacing()); // so that nothing jumps
    m_reason->setAccessibleName(tr("確認済みにする理由"));
    connect(m_reason, &QLineEdit::textChanged, this, &CheckPage::showCurrent);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (m_accept->isEnabled())
            acceptOrReopen();
    });
    connect(m_accept, &QPushButton::clicked, this, &CheckPage::acceptOrReopen);
    auto *detail = new QWidget;
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    column->addWidget(m_message);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(m_reason, 1);
    row->addWidget(m_accept);
    row->addWidget(m_open);
    column->addLayout(row);
    return detail;
}

void CheckPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setActive(true);
}

void CheckPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setActive(false);
}

void CheckPage::showFindings()
{
    const std::optional<Finding> current = m_current;
    {
        const QSignalBlocker quiet(m_list); // what is unfolded here was not unfolded by the officer
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex group = m_model->index(row, 0);
            m_list->setFirstColumnSpanned(row, {}, true);
            m_list->setExpanded(group, !m_folded.contains(group.data(CheckModel::RuleRole).toString()));
        }
    }
    const QModelIndex again = current ? m_model->indexOf(*current) : QModelIndex();
    m_list->setCurrentIndex(again);
    if (!again.isValid()) {
        m_current.reset();
        showCurrent();
    }
    showCounts();
}

void CheckPage::showCounts()
{
    const int chosen = std::max(0, m_kinds->currentIndex());
    m_kinds->clear();
    m_kinds->addItem(tr("すべての種類（%1）").arg(m_model->openCount()));
    for (const CheckKind kind : kinds)
        m_kinds->addItem(tr("%1（%2）").arg(checkKindTitle(kind)).arg(m_model->openCount(kind)));
    m_kinds->setCurrentIndex(chosen);
    QString counts = m_model->openCount() == 0 ? tr("指摘はありません。") : tr("指摘 %1件").arg(m_model->openCount());
    if (m_model->acceptedCount() > 0)
        counts += tr("　確認済み %1件").arg(m_model->acceptedCount());
    m_counts->setText(counts);
}

void CheckPage::showCurrent()
{
    const bool accepted = m_current && m_current->isAccepted();
    if (!m_current)
        m_message->setText(tr("指摘を選ぶと、ここに全文が出て、その場所が開きます（設定の画面にあるものは「場所を開く」で）。直さな"
                              "いものは、理由を書いて確認済みにできます。"));
    else
        m_message->setText(m_current->place + tr("：") + m_current->message
                           + (accepted ? tr("\n確認済み：%1").arg(m_current->accepted) : QString()));
    m_message->setForegroundRole(m_current ? QPalette::WindowText : QPalette::PlaceholderText);
    const bool canAccept = m_current && m_model->canAccept(*m_current);
    m_reason->setEnabled(canAccept);
    m_reason->setPlaceholderText(tr("理由（例：公表済みのため直さない）"));
    m_accept->setText(accepted ? tr("確認を取り消す") : tr("確認済みにする"));
    m_open->setEnabled(m_current.has_value());
    m_accept->setEnabled(accepted || (canAccept && !m_reason->text().trimmed().isEmpty()));
}

void CheckPage::acceptOrReopen()
{
    if (!m_current)
        return;
    if (m_current->isAccepted())
        m_model->reopen(*m_current);
    else
        m_model->accept(*m_current, m_reason->text().trimmed());
    m_reason->clear();
}

} // namespace shisaku
