// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/grid/grid_panel.h"

#include "views/grid/grid_find.h"
#include "views/look/look.h"
#include "views/look/refusal_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace shisaku {

namespace {
constexpr int smallHeight = 26;
constexpr int smallWidth = 28;
constexpr int arrowWidth = 36;
} // namespace

GridPanel::GridPanel(PlanDocument *document, GridShape shape, const GridTexts &texts, GridTools tools, QWidget *parent) :
    QWidget(parent), m_model(new GridModel(document, std::move(shape), this)), m_grid(new GridView(m_model)), m_place(tools),
    m_title(new QLabel), m_tools(new QHBoxLayout), m_empty(new QWidget(m_grid->viewport())), m_emptyText(new QLabel),
    m_emptyAdd(new QPushButton), m_order(new QWidget), m_orderText(new QLabel), m_again(new QPushButton(tr("もう一度適用"))),
    m_find(new GridFind(m_grid, this)), m_refused(new RefusalLine), m_confirm(new QPushButton(tr("このまま入力"))),
    m_notes(new QLabel)
{
    const bool above = m_place == GridTools::Above;
    const bool small = m_place == GridTools::BelowSmall;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(small ? space::tight : space::small);
    m_title->setFont(textFont(12, true));
    m_title->setTextFormat(Qt::PlainText);
    makeTools();
    makeEmpty();
    if (above)
        column->addLayout(m_tools);
    else
        column->addWidget(m_title);

    auto *order = new QHBoxLayout(m_order);
    order->setContentsMargins({});
    order->setSpacing(space::small);
    m_orderText->setFont(textFont(9));
    m_orderText->setWordWrap(true);
    m_orderText->setTextFormat(Qt::PlainText);
    order->addWidget(m_orderText, 1);
    auto *undo = new QPushButton(tr("解除"));
    undo->setToolTip(tr("並べ替えと絞り込みをやめて、計画の順ですべての行を表示します。"));
    m_again->setToolTip(tr("入力した内容に合わせて、並べ替えと絞り込みをやり直します。"));
    for (QPushButton *button : {m_again, undo}) {
        button->setFont(textFont(9));
        button->setAutoDefault(false);
        order->addWidget(button);
    }
    column->addWidget(m_order);
    column->addWidget(m_find);
    column->addWidget(m_grid, small ? 0 : 1);
    column->addWidget(m_refused);
    m_confirm->setFont(textFont(9));
    m_confirm->setAutoDefault(false);
    m_confirm->hide();
    column->addWidget(m_confirm, 0, Qt::AlignLeft);
    if (!above)
        column->addLayout(m_tools);
    m_notes->setWordWrap(true);
    m_notes->setFont(textFont(9));
    m_notes->hide();
    column->addWidget(m_notes);
    if (small) {
        m_grid->setAsTallAsRows(true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    connect(m_again, &QPushButton::clicked, this, [this] {
        flush();
        m_model->applyOrder();
        followRows();
    });
    connect(undo, &QPushButton::clicked, this, [this] {
        flush();
        m_model->setOrder({});
        m_grid->setFocus();
    });
    connect(m_model, &GridModel::refused, this, [this](const Error &error) {
        const auto question = m_model->question();
        say(error.message(), question && question->what == error.what); // the button answers what is said
    });
    connect(m_confirm, &QPushButton::clicked, m_model, &GridModel::confirm);
    connect(m_model, &GridModel::accepted, this, &GridPanel::showRefusal);
    connect(m_model, &GridModel::orderChanged, this, &GridPanel::followRows);
    m_model->follower().whileShown(this);
    connect(&m_model->follower(), &PlanFollower::changed, this, [this] { // after the model
        followRows();
        if (m_model->refusal()) // of a row that was not here when it was refused
            showRefusal();
    });
    connect(document, &PlanDocument::becameReadOnly, this, &GridPanel::offerTools);
    connect(m_grid, &GridView::currentRecordChanged, this, &GridPanel::offerTools);
    connect(m_grid, &GridView::columnsHidden, this, [this](const QStringList &heads) {
        m_hiddenColumns = heads;
        showNotes();
    });
    connect(m_grid, &GridView::findAsked, m_find, &GridFind::open);
    for (const int steps : {1, -1}) {
        auto *again = new QShortcut(QKeySequence(steps > 0 ? Qt::Key_F3 : Qt::Key_F3 | Qt::SHIFT), this);
        again->setContext(Qt::WidgetWithChildrenShortcut);
        connect(again, &QShortcut::activated, this, [this, steps] { m_find->find(steps); });
    }
    setTexts(texts);
    colour();
    showRefusal();
}

void GridPanel::makeTools()
{
    m_tools->setSpacing(m_place == GridTools::Above ? space::small : space::tight);
    const auto onRow = [this](const QString &text, const QString &hint, auto slot) {
        QPushButton *button = addSmall(text, hint);
        connect(button, &QPushButton::clicked, m_grid, slot);
        return button;
    };
    const auto adds = [this](int kind, QPushButton *button) {
        connect(button, &QPushButton::clicked, m_grid, [grid = m_grid, kind] { grid->addRecord(kind); });
        m_add << button;
    };
    const auto makeAdds = [&] {
        const int kinds = 1 + static_cast<int>(m_model->shape().parts.size());
        for (int kind = 0; kind < kinds; ++kind)
            adds(kind, m_place == GridTools::Above ? addButton({}, {}) : addSmall({}, {}));
    };
    if (m_place == GridTools::Above) {
        m_tools->addWidget(m_title);
        m_tools->addStretch();
        m_filter = addButton({}, tr("絞り込みをやめて、すべての行を表示します。"));
        makeAdds();
        m_remove = addButton(tr("行を削除"), tr("選んでいる行を削除します（Ctrl+-）。"));
        connect(m_remove, &QPushButton::clicked, m_grid, &GridView::removeRecords);
    } else {
        makeAdds();
        m_tools->addStretch();
        m_filter = addSmall({}, tr("絞り込みをやめて、すべての行を表示します。"));
        m_nest << onRow(tr("←"), tr("一つ上の階層へ移します（Alt+←）。"), [grid = m_grid] { grid->nestRecord(-1); })
               << onRow(tr("→"), tr("すぐ上の行の下へ移します（Alt+→）。"), [grid = m_grid] { grid->nestRecord(1); });
        m_move << onRow(tr("↑"), tr("選んでいる行を上へ移します（Alt+↑）。"), [grid = m_grid] { grid->moveRecord(-1); })
               << onRow(tr("↓"), tr("選んでいる行を下へ移します（Alt+↓）。"), [grid = m_grid] { grid->moveRecord(1); });
        m_remove = onRow(tr("削除"), tr("選んでいる行を、その中身とともに削除します（Ctrl+Delete）。"),
                         [grid = m_grid] { grid->removeRecords(); });
    }
    m_filter->hide();
    connect(m_filter, &QPushButton::clicked, this, [this] { setFilter({}, {}); });
}

/// Over the empty ground of the grid, so that the grid can be reached and pasted into.
void GridPanel::makeEmpty()
{
    auto *over = new QVBoxLayout(m_grid->viewport());
    over->setContentsMargins({});
    over->addWidget(m_empty);
    auto *column = new QVBoxLayout(m_empty);
    column->addStretch();
    m_emptyText->setWordWrap(true);
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setAlignment(Qt::AlignCenter);
    column->addWidget(m_emptyText);
    column->addSpacing(space::small);
    m_emptyAdd->setAutoDefault(false);
    column->addWidget(m_emptyAdd, 0, Qt::AlignHCenter);
    column->addStretch();
    m_empty->hide();
    connect(m_emptyAdd, &QPushButton::clicked, m_grid, [grid = m_grid] { grid->addRecord(); });
}

QPushButton *GridPanel::addButton(const QString &text, const QString &hint)
{
    auto *button = new QPushButton(text);
    button->setToolTip(hint);
    button->setFont(textFont(9));
    button->setAutoDefault(false);
    m_tools->addWidget(button);
    return button;
}

QPushButton *GridPanel::addSmall(const QString &text, const QString &hint)
{
    QPushButton *button = addButton(text, hint);
    button->setAccessibleName(hint);
    const bool small = m_place == GridTools::BelowSmall;
    if (small)
        button->setFixedHeight(smallHeight);
    if (text.size() == 1) // an arrow
        button->setFixedWidth(small ? smallWidth : arrowWidth);
    return button;
}

void GridPanel::setTexts(const GridTexts &texts)
{
    m_texts = texts;
    m_title->setText(texts.title);
    m_title->setVisible(!texts.title.isEmpty());
    m_grid->setAccessibleName(texts.title.isEmpty() ? tableLabel(m_model->shape().table) : texts.title);
    m_emptyText->setText(texts.empty);
    m_emptyAdd->setText(texts.add);
    const auto name = [this](int kind, const QString &text, const QString &hint) {
        QPushButton *button = m_add.at(kind);
        button->setText(text);
        button->setToolTip(hint);
        button->setAccessibleName(m_place == GridTools::Above ? QString() : hint);
        const int room = m_place == GridTools::Above ? space::section : 2 * space::medium;
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + room);
    };
    name(0, texts.addRow.isEmpty() ? tr("行を追加") : texts.addRow,
         tr("選んでいる行の下に%1を追加します（Ctrl++、Insert）。").arg(tableLabel(m_model->shape().table)));
    for (int kind = 1; kind < m_add.size(); ++kind) {
        const QString what = tableLabel(m_model->shape().kind(kind).table);
        name(kind, texts.addParts.value(kind - 1, tr("＋%1").arg(what)), tr("選んでいる行に%1を追加します。").arg(what));
    }
    followRows();
}

void GridPanel::setShape(GridShape shape)
{
    flush();
    m_model->setShape(std::move(shape));
    showRefusal();
    m_filter->hide();
}

void GridPanel::addTool(QWidget *tool)
{
    tool->setFont(textFont(9));
    if (m_place == GridTools::Above)
        m_tools->addWidget(tool);
    else
        m_tools->insertWidget(static_cast<int>(m_add.size()), tool);
}

void GridPanel::setNotes(const QStringList &notes)
{
    m_noteTexts = notes;
    showNotes();
}

void GridPanel::showNotes()
{
    QStringList notes = m_noteTexts;
    if (!m_hiddenColumns.isEmpty())
        notes << tr("※幅が足りないため、「%1」の列は表示していません。").arg(m_hiddenColumns.join(tr("」「")));
    m_notes->setText(notes.join(QChar(u'\n')));
    m_notes->setVisible(!notes.isEmpty());
}

QString GridPanel::refusal() const
{
    return m_refused->said();
}

void GridPanel::say(const QString &sentence, bool asks)
{
    m_confirm->setVisible(asks);
    if (sentence == m_refused->said())
        return;
    m_refused->say(sentence);
    m_grid->setAccessibleDescription(sentence);
}

void GridPanel::refuse(const Error &error)
{
    say(error.message(), false);
}

void GridPanel::showRefusal()
{
    const std::optional<Error> question = m_model->question();
    const std::optional<Error> refused = question ? question : m_model->refusal();
    say(refused ? refused->message() : QString(), question.has_value());
}

void GridPanel::setFilter(const QString &label, std::function<bool(RowId)> filter)
{
    m_filter->setVisible(static_cast<bool>(filter));
    m_filter->setText(tr("絞り込み：%1　×").arg(label));
    m_filter->setMinimumWidth(m_filter->fontMetrics().horizontalAdvance(m_filter->text()) + space::section);
    m_model->setFilter(std::move(filter));
    followRows();
}

void GridPanel::showRecord(RowId record)
{
    if (m_model->isFiltered() && m_model->rowOf(record) < 0) {
        m_model->clearColumnFilters();
        if (m_model->rowOf(record) < 0)
            setFilter({}, {});
    }
    m_grid->setCurrentRecord(record);
}

bool GridPanel::goTo(const InputPlace &place)
{
    if (m_grid->goTo(place))
        return true;
    if (!m_model->isFiltered() || m_model->shape().kindOf(place.row.table) < 0)
        return false;
    setFilter({}, {});
    return m_grid->goTo(place);
}

void GridPanel::showOrder()
{
    const GridOrder &order = m_model->order();
    const auto head = [this](int column) { return m_model->headerData(column, Qt::Horizontal).toString().remove(u'\n'); };
    QStringList lines;
    if (order.isFiltered()) {
        QStringList heads;
        for (auto kept = order.kept.cbegin(); kept != order.kept.cend(); ++kept)
            heads << head(kept.key());
        lines << tr("絞り込み：%1（%2件のうち%3件）")
                     .arg(heads.join(tr("、")))
                     .arg(m_model->ownCount())
                     .arg(m_model->ownShownCount());
    }
    if (order.isSorted())
        lines << tr("「%1」の%2に並べて表示しています。計画の並び順は変わりません。")
                     .arg(head(order.column), order.descending ? tr("大きい順") : tr("小さい順"));
    m_orderText->setText(lines.join(tr("　")));
    m_order->setVisible(!lines.isEmpty());
}

void GridPanel::followRows()
{
    offerTools();
    showOrder();
}

void GridPanel::offerTools()
{
    const GridShape &shape = m_model->shape();
    const bool editable = !m_model->document().isReadOnly();
    const bool onRow = editable && !m_grid->currentRecord().isNull();
    for (int kind = 0; kind < m_add.size(); ++kind) {
        m_add[kind]->setVisible(shape.canAdd && kind <= shape.parts.size());
        m_add[kind]->setEnabled(kind == 0 ? editable : onRow);
    }
    m_remove->setVisible(shape.canRemove);
    m_remove->setEnabled(onRow);
    for (QPushButton *button : std::as_const(m_move)) {
        button->setVisible(shape.canMove);
        button->setEnabled(onRow && m_model->isInPlanOrder());
    }
    for (QPushButton *button : std::as_const(m_nest)) {
        button->setVisible(shape.nests);
        button->setEnabled(onRow && m_model->isInPlanOrder());
    }
    m_emptyAdd->setVisible(editable && shape.canAdd && !m_texts.add.isEmpty());
    m_empty->setVisible(m_model->recordCount() == 0 && !m_model->isFiltered()
                        && !(m_texts.empty.isEmpty() && m_emptyAdd->isHidden()));
}

void GridPanel::colour()
{
    const Look &look = Look::of(palette());
    const auto ink = [](QLabel *label, const QColor &colour) {
        QPalette own = label->palette();
        own.setColor(QPalette::WindowText, colour);
        label->setPalette(own);
    };
    ink(m_notes, look.mutedInk);
    ink(m_emptyText, look.mutedInk);
    ink(m_orderText, look.mutedInk);
}

void GridPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colour();
    QWidget::changeEvent(event);
}

} // namespace shisaku
