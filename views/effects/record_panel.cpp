// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/effects/record_panel.h"

#include "views/effects/chart_view.h"
#include "views/look/refusal_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace shisaku {

RecordPanel::RecordPanel(PlanDocument *document, RecordTable table, const RecordPanelTexts &texts, QWidget *parent) :
    QWidget(parent), m_model(new RecordModel(document, std::move(table), this)), m_grid(new RecordGrid(m_model)),
    m_title(new QLabel), m_tools(new QHBoxLayout), m_stack(new QStackedWidget), m_emptyText(new QLabel),
    m_emptyAdd(new QPushButton), m_notes(new QLabel), m_refused(new RefusalLine), m_confirm(new QPushButton(tr("このまま入力")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    m_tools->setSpacing(space::small);
    m_title->setFont(textFont(12, true));
    m_tools->addWidget(m_title);
    m_tools->addStretch();
    m_filter = addButton({}, tr("絞り込みをやめて、すべての行を表示します。"));
    m_filter->hide();
    m_add = addButton(tr("行を追加"), tr("選んでいる行の下に追加します（Ctrl++）。"));
    m_remove = addButton(tr("行を削除"), tr("選んでいる行を削除します（Ctrl+-）。"));
    column->addLayout(m_tools);

    auto *empty = new QWidget;
    auto *emptyColumn = new QVBoxLayout(empty);
    emptyColumn->addStretch();
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    emptyColumn->addWidget(m_emptyText);
    emptyColumn->addSpacing(space::small);
    emptyColumn->addWidget(m_emptyAdd, 0, Qt::AlignHCenter);
    emptyColumn->addStretch();
    m_stack->addWidget(m_grid);
    m_stack->addWidget(empty);
    column->addWidget(m_stack, 1);

    m_notes->setWordWrap(true);
    m_notes->setFont(textFont(9));
    m_notes->hide();
    column->addWidget(m_refused);
    m_confirm->setFont(textFont(9));
    m_confirm->setAutoDefault(false);
    m_confirm->hide();
    column->addWidget(m_confirm, 0, Qt::AlignLeft);
    column->addWidget(m_notes);

    connect(m_add, &QPushButton::clicked, m_grid, &RecordGrid::addRecord);
    connect(m_emptyAdd, &QPushButton::clicked, m_grid, &RecordGrid::addRecord);
    connect(m_remove, &QPushButton::clicked, m_grid, &RecordGrid::removeRecords);
    connect(m_filter, &QPushButton::clicked, this, [this] {
        setFilter({}, {});
        emit filterCleared();
    });
    connect(m_model, &RecordModel::refused, this, [this](const Error &error) {
        m_refused->say(error.message());
        const auto question = m_model->question();
        m_confirm->setVisible(question && question->what == error.what); // it answers what is said
    });
    connect(m_confirm, &QPushButton::clicked, m_model, &RecordModel::confirm);
    connect(m_model, &RecordModel::accepted, this, &RecordPanel::showRefusal);
    m_model->follower().whileShown(this);
    connect(&m_model->follower(), &PlanFollower::changed, this, [this] { // after the model
        update();
        if (m_model->refusal()) // of a row that was not here when it was refused
            showRefusal();
    });
    connect(document, &PlanDocument::becameReadOnly, this, &RecordPanel::update);
    connect(m_grid, &RecordGrid::currentRecordChanged, this, &RecordPanel::update);
    connect(m_grid, &RecordGrid::columnsHidden, this, [this](const QStringList &heads) {
        m_hiddenColumns = heads;
        showNotes();
    });
    setTexts(texts);
    colour();
    showRefusal();
}

void RecordPanel::setTexts(const RecordPanelTexts &texts)
{
    m_title->setText(texts.title);
    m_grid->setAccessibleName(texts.title);
    m_emptyText->setText(texts.empty);
    m_emptyAdd->setText(texts.add);
    update();
}

void RecordPanel::setTable(RecordTable table)
{
    flush();
    m_model->setTable(std::move(table));
    showRefusal();
    m_filter->hide();
    update();
}

QPushButton *RecordPanel::addButton(const QString &text, const QString &hint)
{
    auto *button = new QPushButton(text);
    button->setToolTip(hint);
    button->setFont(textFont(9));
    button->setAutoDefault(false);
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + space::section);
    m_tools->addWidget(button);
    return button;
}

void RecordPanel::addTool(QWidget *tool)
{
    tool->setFont(textFont(9));
    m_tools->addWidget(tool);
}

void RecordPanel::setNotes(const QStringList &notes)
{
    m_noteTexts = notes;
    showNotes();
}

void RecordPanel::showNotes()
{
    QStringList notes = m_noteTexts;
    if (!m_hiddenColumns.isEmpty())
        notes << tr("※幅が足りないため、「%1」の列は表示していません。").arg(m_hiddenColumns.join(tr("」「")));
    m_notes->setText(notes.join(QChar(u'\n')));
    m_notes->setVisible(!notes.isEmpty());
}

void RecordPanel::showRefusal()
{
    const std::optional<Error> question = m_model->question();
    const std::optional<Error> refusal = question ? question : m_model->refusal();
    m_refused->say(refusal ? refusal->message() : QString());
    m_confirm->setVisible(question.has_value());
}

void RecordPanel::setFilter(const QString &label, std::function<bool(RowId)> filter)
{
    m_filter->setVisible(static_cast<bool>(filter));
    m_filter->setText(tr("絞り込み：%1　×").arg(label));
    m_model->setFilter(std::move(filter));
    update();
}

void RecordPanel::showRecord(RowId record)
{
    if (m_model->isFiltered() && m_model->rowOf(record) < 0)
        setFilter({}, {});
    m_grid->setCurrentRecord(record);
}

void RecordPanel::update()
{
    const bool editable = !m_model->document().isReadOnly();
    const bool canAdd = editable && m_model->table().canAdd;
    m_add->setVisible(m_model->table().canAdd);
    m_add->setEnabled(canAdd);
    m_emptyAdd->setVisible(canAdd && !m_emptyAdd->text().isEmpty());
    m_remove->setVisible(m_model->table().canRemove);
    m_remove->setEnabled(editable && !m_grid->currentRecord().isNull());
    m_stack->setCurrentIndex(m_model->recordCount() == 0 && !m_model->isFiltered() ? 1 : 0);
}

void RecordPanel::colour()
{
    const Look &look = Look::of(palette());
    const auto ink = [](QLabel *label, const QColor &colour) {
        QPalette own = label->palette();
        own.setColor(QPalette::WindowText, colour);
        label->setPalette(own);
    };
    ink(m_notes, look.mutedInk);
    ink(m_emptyText, look.mutedInk);
}

void RecordPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colour();
    QWidget::changeEvent(event);
}

} // namespace shisaku
