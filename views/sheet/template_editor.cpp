// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/template_editor.h"

#include "models/order/shown_levels.h"
#include "models/plan/codes.h"
#include "models/plan/ranges.h"
#include "views/look/look.h"
#include "views/look/refusal_line.h"
#include "views/look/screen_room.h"
#include "views/sheet/form_field.h"
#include "views/sheet/sheet_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
InputPlace templatePlace()
{
    return {{}, -1, QStringLiteral("template")};
}

constexpr int previewPause = 150; // ms of rest before the sheet is set anew

bool namesClassifications(const Block &block)
{
    return block.kind == u"aims" || block.kind == u"placement";
}
} // namespace

TemplateEditor::TemplateEditor(PlanDocument *document, Id<Measure> measure, TemplateSources sources, QWidget *parent) :
    QDialog(parent), m_document(document), m_measure(measure), m_sources(std::move(sources)),
    m_blocks(templateOf(document->plan())), m_list(new QListWidget(this)), m_templates(new QComboBox(this)),
    m_form(new QWidget(this)), m_kind(new QLabel(m_form)), m_label(new QLineEdit(m_form)), m_group(new QLineEdit(m_form)),
    m_place(new QComboBox(m_form)), m_height(new QSpinBox(m_form)), m_required(new QCheckBox(tr("必ず書く欄"), m_form)),
    m_levelsLabel(new QLabel(tr("示す分類"), m_form)), m_levels(new QTreeWidget(m_form)), m_notice(new RefusalLine(this)),
    m_preview(new SheetPreview(this))
{
    setWindowTitle(tr("票の様式"));
    resizeOnScreen(*this, QSize(1040, 760));
    if (const auto measures = document->plan().ordered<Measure>(); !document->plan().find(m_measure) && !measures.isEmpty())
        m_measure = measures.first()->id;

    auto *left = new QVBoxLayout;
    left->setSpacing(space::small);
    m_templates->addItem(tr("様式を選んで取り込む…"));
    for (const auto &named : std::as_const(m_sources.builtIn))
        m_templates->addItem(named.name);
    m_templates->addItem(tr("ファイルから読み込む…"));
    m_templates->setAccessibleName(tr("様式"));
    connect(m_templates, &QComboBox::activated, this, [this](int index) {
        m_templates->setCurrentIndex(0);
        if (index > 0 && index <= m_sources.builtIn.size())
            return adopt(m_sources.builtIn.at(index - 1).blocks);
        if (index == 0 || !m_sources.load)
            return;
        const auto loaded = m_sources.load(this);
        if (!loaded)
            m_notice->say(loaded.error().message());
        else if (*loaded)
            adopt(**loaded);
    });
    left->addWidget(m_templates);
    m_list->setAccessibleName(tr("欄の並び"));
    m_list->setSpacing(2);
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplateEditor::showBlock);
    left->addWidget(m_list, 1);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::tight);
    const auto button = [&](const QString &text, const QString &hint) {
        auto *made = new QPushButton(text, this);
        made->setToolTip(hint);
        made->setAccessibleName(hint);
        made->setAutoDefault(false);
        tools->addWidget(made);
        return made;
    };
    auto *add = button(tr("＋欄"), tr("選んでいる欄の次に、欄を追加します。"));
    auto *kinds = new QMenu(add);
    for (const Keyword &kind : blockKinds) {
        const QString key = QString::fromUtf8(kind.key);
        kinds->addAction(keywordLabel(fieldOf<&Block::kind>(), key), this, [this, key] { addBlock(key); });
    }
    add->setMenu(kinds);
    tools->addStretch();
    connect(button(tr("↑"), tr("選んでいる欄を上へ移します（Alt+↑）。")), &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(button(tr("↓"), tr("選んでいる欄を下へ移します（Alt+↓）。")), &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(button(tr("削除"), tr("選んでいる欄を様式から除きます（Ctrl+Delete）。")), &QPushButton::clicked, this,
            &TemplateEditor::removeCurrent);
    left->addLayout(tools);
    auto *form = new QFormLayout(m_form);
    buildForm(form);
    left->addWidget(m_form);
    left->addWidget(m_notice);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(space::large);
    middle->addLayout(left, 2);
    middle->addWidget(m_preview, 3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::large, space::large, space::large);
    column->setSpacing(space::medium);
    column->addLayout(middle, 1);
    auto *buttons = new QDialogButtonBox(this);
    auto *save = buttons->addButton(tr("ファイルに保存…"), QDialogButtonBox::ActionRole);
    m_accept = buttons->addButton(tr("決定"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("キャンセル"), QDialogButtonBox::RejectRole);
    save->setAutoDefault(false);
    m_accept->setDefault(true);
    connect(save, &QPushButton::clicked, this, [this] {
        const auto saved = m_sources.save ? m_sources.save(this, m_blocks) : Result<void>();
        if (!saved)
            m_notice->say(saved.error().message());
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &TemplateEditor::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &TemplateEditor::reject);
    column->addWidget(buttons);

    m_pause.setSingleShot(true);
    m_pause.setInterval(previewPause);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_preview->show(withTemplate(m_document->plan(), m_blocks), m_measure); });
    fillList(0);
    changed();
    m_preview->show(m_document->plan(), m_measure);
}

void TemplateEditor::buildForm(QFormLayout *form)
{
    form->setContentsMargins({});
    form->setHorizontalSpacing(space::medium);
    form->setVerticalSpacing(space::tight);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_height->setRange(0, static_cast<int>(fieldOf<&Block::height>().range.maximum));
    m_height->setSpecialValueText(tr("内容に合わせる"));
    m_height->setSuffix(tr(" mm以上"));
    m_levels->setHeaderHidden(true);
    m_levels->setFixedHeight(110);
    form->addRow(fieldLabel(fieldOf<&Block::kind>()), m_kind);
    form->addRow(fieldLabel(fieldOf<&Block::label>()), m_label);
    form->addRow(fieldLabel(fieldOf<&Block::group_label>()), m_group);
    form->addRow(fieldLabel(fieldOf<&Block::place>()), m_place);
    form->addRow(fieldLabel(fieldOf<&Block::height>()), m_height);
    form->addRow(QString(), m_required);
    form->addRow(m_levelsLabel, m_levels);
    m_label->setAccessibleName(fieldLabel(fieldOf<&Block::label>()));
    m_group->setAccessibleName(fieldLabel(fieldOf<&Block::group_label>()));
    m_place->setAccessibleName(fieldLabel(fieldOf<&Block::place>()));
    m_height->setAccessibleName(fieldLabel(fieldOf<&Block::height>()));
    m_levels->setAccessibleName(m_levelsLabel->text());
    m_group->setToolTip(tr("左右に並ぶ二つの欄に共通の見出しです（例：目標）。"));
    connect(m_label, &QLineEdit::textEdited, this, &TemplateEditor::commitBlock);
    connect(m_group, &QLineEdit::textEdited, this, &TemplateEditor::commitBlock);
    connect(m_place, &QComboBox::activated, this, &TemplateEditor::commitBlock);
    connect(m_height, &QSpinBox::valueChanged, this, &TemplateEditor::commitBlock);
    connect(m_required, &QCheckBox::toggled, this, &TemplateEditor::commitBlock);
    connect(m_levels, &QTreeWidget::itemChanged, this, &TemplateEditor::commitBlock);
}

int TemplateEditor::current() const
{
    const int row = m_list->currentRow();
    return row < m_blocks.size() ? row : -1;
}

void TemplateEditor::fillList(int current)
{
    m_showing = true;
    m_list->clear();
    for (const Block &block : std::as_const(m_blocks)) {
        const QString kind = keywordLabel(fieldOf<&Block::kind>(), block.kind);
        const QString name = blockName(block);
        m_list->addItem(name == kind ? name : tr("%1（%2）").arg(name, kind));
    }
    m_showing = false;
    m_list->setCurrentRow(qBound(0, current, static_cast<int>(m_blocks.size()) - 1));
    showBlock();
}

void TemplateEditor::showBlock()
{
    const int row = current();
    m_form->setEnabled(row >= 0 && !m_document->isReadOnly());
    if (row < 0 || m_showing)
        return;
    m_showing = true;
    const Block &block = m_blocks.at(row);
    m_kind->setText(keywordLabel(fieldOf<&Block::kind>(), block.kind));
    if (m_label->text() != block.label)
        m_label->setText(block.label);
    if (m_group->text() != block.group_label)
        m_group->setText(block.group_label);
    fillPlaces(block);
    m_height->setValue(static_cast<int>(ranged<&Block::height>(block).value_or(0)));
    m_required->setChecked(block.required);
    const bool isText = block.kind == u"text";
    m_place->setEnabled(isText || block.kind == u"title" || block.kind == u"indicators" || block.kind == u"lead"
                        || block.kind == u"related");
    m_group->setEnabled(block.place == u"left" || block.place == u"right");
    m_levels->setVisible(namesClassifications(block));
    m_levelsLabel->setVisible(namesClassifications(block));
    if (namesClassifications(block))
        fillLevels(block);
    m_showing = false;
}

void TemplateEditor::fillPlaces(const Block &block)
{
    m_place->clear();
    if (block.kind == u"title") { // where the sheet itself stands
        m_place->addItem(tr("一枚ごとに新しい頁"), u"full"_s);
        m_place->addItem(tr("入るだけ前の票の下に続ける"), u"below"_s);
    } else {
        for (const Keyword &place : blockPlaces)
            m_place->addItem(keywordLabel(fieldOf<&Block::place>(), QString::fromUtf8(place.key)), QString::fromUtf8(place.key));
    }
    m_place->setCurrentIndex(qMax(0, m_place->findData(block.place)));
}

void TemplateEditor::fillLevels(const Block &block)
{
    m_levels->clear();
    const QList<ShownLevels> shown = ShownLevels::ofKey(block.key);
    for (const Classification *classification : m_document->plan().ordered<Classification>()) {
        const auto found = std::find_if(shown.begin(), shown.end(),
                                        [&](const ShownLevels &levels) { return levels.classification == classification->key; });
        auto *top = new QTreeWidgetItem(m_levels, {classification->title});
        top->setData(0, Qt::UserRole, classification->key);
        top->setCheckState(0, found == shown.end() ? Qt::Unchecked : Qt::Checked);
        const QStringList names = levelNames(*classification);
        for (const QString &name : names.size() > 1 ? names : QStringList()) {
            auto *level = new QTreeWidgetItem(top, {name});
            level->setCheckState(0, found != shown.end() && found->levels.contains(name) ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_levels->expandAll();
}

QString TemplateEditor::keyFromLevels() const
{
    QList<ShownLevels> shown;
    for (int i = 0; i < m_levels->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *top = m_levels->topLevelItem(i);
        ShownLevels levels{top->data(0, Qt::UserRole).toString(), {}};
        for (int child = 0; child < top->childCount(); ++child) {
            if (top->child(child)->checkState(0) == Qt::Checked)
                levels.levels << top->child(child)->text(0);
        }
        if (top->checkState(0) == Qt::Checked)
            shown << levels;
    }
    return ShownLevels::toKey(shown);
}

void TemplateEditor::commitBlock()
{
    const int row = current();
    if (row < 0 || m_showing)
        return;
    Block &block = m_blocks[row];
    block.label = m_label->text();
    block.group_label = m_group->text();
    block.place = m_place->currentData().toString();
    block.height = m_height->value() > 0 ? std::optional<qint64>(m_height->value()) : std::nullopt;
    block.required = m_required->isChecked();
    if (namesClassifications(block))
        block.key = keyFromLevels();
    fillList(row);
    changed();
}

void TemplateEditor::adopt(const SheetTemplate &blocks)
{
    m_blocks = adopted(m_document->plan(), blocks, m_document->environment().ids);
    fillList(0);
    changed();
}

void TemplateEditor::addBlock(const QString &kind)
{
    const int at = current() + 1;
    m_blocks.insert(at, newBlock(m_document->plan(), m_blocks, kind, m_document->environment().ids));
    fillList(at);
    changed();
    m_label->setFocus();
    m_label->selectAll();
}

void TemplateEditor::removeCurrent()
{
    const int row = current();
    if (row < 0 || m_document->isReadOnly())
        return;
    m_blocks.removeAt(row);
    fillList(row);
    changed();
}

void TemplateEditor::moveCurrent(int steps)
{
    const int row = current();
    const int to = row + steps;
    if (row < 0 || to < 0 || to >= m_blocks.size() || m_document->isReadOnly())
        return;
    m_blocks.move(row, to);
    fillList(to);
    changed();
}

void TemplateEditor::changed()
{
    const QString problem = templateProblem(m_blocks);
    const int lost = textsLost(m_document->plan(), m_blocks);
    m_notice->say(!problem.isEmpty() ? problem
                  : lost > 0 ? tr("除いた欄の文章%1件も削除されます。決定した後でも、元に戻せます。").arg(lost)
                             : QString());
    m_accept->setEnabled(problem.isEmpty() && !m_document->isReadOnly());
    m_pause.start();
}

QString TemplateEditor::notice() const
{
    return m_notice->said();
}

bool TemplateEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool alt = key->modifiers() == Qt::AltModifier;
    if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
        moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::ControlModifier) {
        removeCurrent();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void TemplateEditor::accept()
{
    const ChangeSet change = templateChange(m_document->plan(), m_blocks);
    if (m_waiting || !m_accept->isEnabled())
        return;
    if (change.isEmpty())
        return QDialog::accept();
    m_waiting = true;
    m_document->unsaved().submit(
        templatePlace(), change.title, [blocks = m_blocks](const Plan &plan) { return templateChange(plan, blocks); }, 0,
        [self = QPointer(this)](const Result<void> &result) {
            if (!self)
                return;
            self->m_waiting = false;
            if (result)
                self->QDialog::accept();
            else
                self->m_notice->say(result.error().message());
        });
}

void TemplateEditor::reject()
{
    m_document->unsaved().drop(templatePlace());
    QDialog::reject();
}

} // namespace shisaku
