// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/document_rows.h"

#include "models/document/note_marks.h"
#include "models/grid/document_shapes.h"
#include "views/look/look.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

namespace {
struct RelatedTexts {
    Q_DECLARE_TR_FUNCTIONS(RelatedPlanPage)
};

GridPanel *makeTerms(PlanDocument *document, QWidget *parent)
{
    GridTexts texts;
    texts.empty = GlossaryPage::tr("計画の文章に出てくる用語の説明を、ここに入れます。\n表計算ソフトの行も貼り付けられます。");
    texts.add = GlossaryPage::tr("最初の用語を入力する");
    texts.addRow = GlossaryPage::tr("＋用語");
    return new GridPanel(document, glossaryShape(), texts, GridTools::Below, parent);
}
} // namespace

GlossaryPage::GlossaryPage(SettingsEdits *edits, QWidget *parent) :
    QWidget(parent), m_edits(edits), m_rows(makeTerms(&edits->document(), this)),
    m_renumber(new QPushButton(tr("文章に出てくる順に番号を付け直す"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    column->addWidget(m_rows, 1);
    auto *hint = new QLabel(
        tr("文章に［※5］か[※5]と書くと、番号5の用語を指す印になります。紙の上の番号は、いつも文章に出てくる順です。"
           "用語を削除すると、印も文章から消えます。"),
        this);
    hint->setWordWrap(true);
    hint->setTextFormat(Qt::PlainText);
    hint->setFont(textFont(9));
    column->addWidget(hint);
    m_renumber->setAutoDefault(false);
    m_renumber->setToolTip(tr("この表の番号と文章の印を、紙の上の番号に揃えます。"));
    column->addWidget(m_renumber, 0, Qt::AlignLeft);
    connect(m_renumber, &QPushButton::clicked, this,
            [this] { m_edits->submit(&renumberedTerms, this, [this](const Error &error) { m_rows->refuse(error); }); });
    const auto follow = [this] { m_renumber->setEnabled(!m_edits->isReadOnly() && !renumberedTerms(m_edits->plan()).isEmpty()); };
    connect(m_edits, &SettingsEdits::changed, this, follow);
    follow();
}

GridPanel *makeRelatedPlanPage(SettingsEdits *edits, QWidget *parent)
{
    GridTexts texts;
    texts.empty = RelatedTexts::tr("上位の計画や根拠となる法令など、この計画と関わる計画と法令を、ここに入れます。");
    texts.add = RelatedTexts::tr("最初の計画・法令を入力する");
    texts.addRow = RelatedTexts::tr("＋計画・法令");
    return new GridPanel(&edits->document(), relatedPlanShape(), texts, GridTools::Below, parent);
}

} // namespace shisaku
