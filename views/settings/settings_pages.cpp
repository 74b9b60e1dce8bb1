// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settings_pages.h"

#include "models/grid/settings_shapes.h"
#include "models/order/numbering.h"
#include "views/look/look.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

namespace {
struct BodyTexts {
    Q_DECLARE_TR_FUNCTIONS(BodyPage)
};

QLabel *hint(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setFont(textFont(9));
    return label;
}

GridPanel *makePanel(PlanDocument *document, GridShape shape, const QString &addRow, const QString &empty, const QString &add,
                     QWidget *parent)
{
    GridTexts texts;
    texts.empty = empty;
    texts.add = add;
    texts.addRow = addRow;
    return new GridPanel(document, std::move(shape), texts, GridTools::Below, parent);
}
} // namespace

ClassificationPage::ClassificationPage(SettingsEdits *edits, QWidget *parent) :
    QWidget(parent), m_edits(edits),
    m_classifications(makePanel(&edits->document(), classificationShape(), tr("＋分類"),
                                tr("目指す姿の体系や取組分野など、施策を分ける分類を、ここに入れます。"),
                                tr("最初の分類を入力する"), this)),
    m_categories(makePanel(&edits->document(), categoryShape({}), tr("＋項目"),
                           tr("選んだ分類の項目を、ここに入れます。\n字下げした行や、階層ごとに列を分けた行も貼り付けられます。"),
                           tr("最初の項目を入力する"), this)),
    m_renumber(new QPushButton(tr("この分類の記号と番号を付け直す"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    m_classifications->setMaximumHeight(190);
    column->addWidget(m_classifications);
    column->addWidget(
        hint(tr("階層の名称と記号の付け方は、上の階層から順に「/」で区切ります（例：基本方針/主な取組、(1)/①）。空は記号なし、"
                "# は数えるだけで印刷しません。階層より一つ多く書くと、最後は施策の番号の形です。"),
             this));
    column->addWidget(m_categories, 1);
    m_renumber->setAutoDefault(false);
    m_renumber->setToolTip(tr("今の並び順のとおりに、項目の記号と、項目ごとに付ける施策番号を付け直します。"));
    column->addWidget(m_renumber, 0, Qt::AlignLeft);
    connect(m_renumber, &QPushButton::clicked, this, [this] {
        m_edits->submit([classification = m_current](const Plan &plan) { return renumbering(plan, classification); }, this,
                        [this](const Error &error) { m_categories->refuse(error); });
    });
    connect(m_classifications->grid(), &GridView::currentRecordChanged, this,
            [this](RowId row) { showTree(Id<Classification>(row)); });
    connect(m_edits, &SettingsEdits::changed, this, &ClassificationPage::updateButtons);
    m_classifications->grid()->setCurrentRecord(m_classifications->model()->recordAt(0));
    showTree(Id<Classification>(m_classifications->grid()->currentRecord()));
}

void ClassificationPage::showTree(Id<Classification> classification)
{
    if (classification != m_current) {
        m_current = classification;
        m_categories->setShape(categoryShape(m_current));
    }
    updateButtons();
}

void ClassificationPage::updateButtons()
{
    const Classification *classification = m_edits->plan().find(m_current);
    m_renumber->setEnabled(classification && !classification->numbering.isEmpty() && !m_edits->isReadOnly());
    m_categories->setEnabled(classification);
}

ChoicePage::ChoicePage(SettingsEdits *edits, QWidget *parent) :
    QWidget(parent), m_list(new QComboBox(this)),
    m_rows(makePanel(&edits->document(), choiceShape({}), tr("＋選択肢"), tr("この一覧から選べる言葉を、ここに入れます。"),
                     tr("最初の選択肢を入力する"), this))
{
    for (const TableInfo &table : allTables()) {
        for (const Field &field : table.fields) {
            if (field.kind == FieldKind::Choice && m_list->findData(QString::fromLatin1(field.list)) < 0)
                m_list->addItem(fieldLabel(field), QString::fromLatin1(field.list));
        }
    }
    m_list->setAccessibleName(tr("一覧"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    column->addWidget(m_list, 0, Qt::AlignLeft);
    column->addWidget(m_rows, 1);
    column->addWidget(hint(tr("選択肢のない一覧は、票にも入力欄にも現れません。記号は白黒の紙や狭い欄で使います。"), this));
    const auto showList = [this] { m_rows->setShape(choiceShape(m_list->currentData().toString())); };
    connect(m_list, &QComboBox::currentIndexChanged, this, showList);
    showList();
}

DepartmentPage::DepartmentPage(SettingsEdits *edits, QWidget *parent) :
    QWidget(parent), m_edits(edits),
    m_rows(makePanel(&edits->document(), departmentShape(), tr("＋部署"),
                     tr("施策を担当する部署を、建制順に入れます。\n表計算ソフトの名称、よみ、上位の部署の列も貼り付けられます。"),
                     tr("最初の部署を入力する"), this)),
    m_readings(new QPushButton(tr("空の読みを提案で埋める"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_rows);
    m_readings->setAutoDefault(false);
    m_readings->setToolTip(tr("よみのない部署に、名称の言葉から作ったよみを入れます。一度に元に戻せます。"));
    m_rows->addTool(m_readings);
    connect(m_readings, &QPushButton::clicked, this, [this] {
        m_rows->flush();
        m_edits->submit(&readingsProposed, this, [this](const Error &error) { m_rows->refuse(error); });
    });
    connect(m_edits, &SettingsEdits::changed, this, &DepartmentPage::follow);
    follow();
}

void DepartmentPage::follow()
{
    const qsizetype count = officesToRead(m_edits->plan()).size();
    m_readings->setEnabled(count > 0 && !m_edits->isReadOnly());
    m_readings->setText(count > 0 ? tr("空の読みを提案で埋める（%1件）").arg(count) : tr("空の読みを提案で埋める"));
    m_readings->setMinimumWidth(m_readings->fontMetrics().horizontalAdvance(m_readings->text()) + 2 * space::medium);
    const bool many = count > 1 && !m_edits->isReadOnly();
    m_rows->setNotes(
        many ? QStringList{tr("%1件の部署によみがありません。「空の読みを提案で埋める」で、よみの提案を入れられます。").arg(count)}
             : QStringList());
}

GridPanel *makeBodyPage(PlanDocument *document, QWidget *parent)
{
    return makePanel(document, bodyShape(), BodyTexts::tr("＋組織"),
                     BodyTexts::tr("計画を進める本部や委員会などの組織を、ここに入れます。"), BodyTexts::tr("最初の組織を入力する"),
                     parent);
}

} // namespace shisaku
