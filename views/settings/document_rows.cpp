// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/document_rows.h"

#include "models/document/note_marks.h"
#include "models/plan/series.h"
#include "views/look/look.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DocumentRows)
};

template <typename T>
QList<RowId> allRows(const Plan &plan, RowId above)
{
    QList<RowId> ids;
    if (above.isNull()) {
        for (const T *row : plan.ordered<T>())
            ids << row->id.row;
    }
    return ids;
}

QString shownNumber(const Value &number)
{
    const auto *value = std::get_if<qint64>(&number);
    return value ? QString::number(*value) : QString();
}

QString numberProblem(const Plan &plan, RowId row, int field, const Value &value)
{
    for (const GlossaryTerm &other : plan.rows<GlossaryTerm>()) {
        if (field == fieldIndex<&GlossaryTerm::number>() && other.id.row != row && other.number
            && QString::number(*other.number) == shownNumber(value))
            return Texts::tr("番号%1は、用語「%2」で使われています。ほかの番号を入力してください。")
                .arg(*other.number)
                .arg(other.word);
    }
    return {};
}

/// The number behind the last one; nothing where terms go without.
std::optional<qint64> nextNumber(const Plan &plan)
{
    qint64 last = 0;
    for (const GlossaryTerm &term : plan.rows<GlossaryTerm>()) {
        if (!term.number)
            return {};
        last = std::max(last, *term.number);
    }
    return last > 0 ? std::optional(last + 1) : std::nullopt;
}

RowsShape glossaryShape()
{
    RowsShape shape;
    shape.table = TableId::GlossaryTerm;
    shape.columns = {fieldIndex<&GlossaryTerm::word>(), fieldIndex<&GlossaryTerm::yomi>(), fieldIndex<&GlossaryTerm::number>(),
                     fieldIndex<&GlossaryTerm::definition>()};
    shape.widths = {170, 140, 56, 0};
    shape.addText = Texts::tr("＋用語");
    shape.rows = allRows<GlossaryTerm>;
    shape.insert = [](const Plan &plan, RowId, RowId id, const QString &position, ChangeBuilder &change) {
        GlossaryTerm row;
        row.id = Id<GlossaryTerm>(id);
        row.position = position;
        row.word = Texts::tr("新しい用語");
        row.number = nextNumber(plan);
        change.insert(row);
    };
    shape.problem = numberProblem;
    shape.also = [](const Plan &plan, RowId row, int field, const Value &value, ChangeBuilder &change) {
        if (field == fieldIndex<&GlossaryTerm::number>())
            renameMarks(plan, {{row, shownNumber(value)}}, change);
    };
    shape.alsoRemoved = [](const Plan &plan, RowId row, ChangeBuilder &change) { renameMarks(plan, {{row, QString()}}, change); };
    return shape;
}
} // namespace

GlossaryPage::GlossaryPage(SettingsEdits *edits, QWidget *parent) :
    QWidget(parent), m_edits(edits), m_rows(new SettingsRows(edits, glossaryShape(), this)),
    m_renumber(new QPushButton(tr("文章に出てくる順に番号を付け直す"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    column->addWidget(m_rows, 1);
    auto *hint = new QLabel(tr("文章に［※5］か[※5]と書くと、番号5の用語を指す印になります。紙の上の番号は、いつも文章に出てくる順です。"
                               "用語を削除すると、印も文章から消えます。"),
                            this);
    hint->setWordWrap(true);
    hint->setTextFormat(Qt::PlainText);
    hint->setFont(textFont(9));
    column->addWidget(hint);
    m_renumber->setAutoDefault(false);
    m_renumber->setToolTip(tr("この表の番号と文章の印を、紙の上の番号に揃えます。"));
    column->addWidget(m_renumber, 0, Qt::AlignLeft);
    connect(m_renumber, &QPushButton::clicked, this, [this] {
        m_edits->submit(&renumberedTerms, this, [this](const Error &error) { m_rows->refuse(error); });
    });
    const auto follow = [this] { m_renumber->setEnabled(!m_edits->isReadOnly() && !renumberedTerms(m_edits->plan()).isEmpty()); };
    connect(m_edits, &SettingsEdits::changed, this, follow);
    follow();
}

SettingsRows *makeRelatedPlanPage(SettingsEdits *edits, QWidget *parent)
{
    RowsShape shape;
    shape.table = TableId::RelatedPlan;
    shape.columns = {fieldIndex<&RelatedPlan::title>(), fieldIndex<&RelatedPlan::relation>(), fieldIndex<&RelatedPlan::page>()};
    shape.widths = {0, 140, 90};
    shape.addText = Texts::tr("＋計画・法令");
    shape.rows = allRows<RelatedPlan>;
    shape.insert = [](const Plan &, RowId, RowId id, const QString &position, ChangeBuilder &change) {
        RelatedPlan row;
        row.id = Id<RelatedPlan>(id);
        row.position = position;
        row.title = Texts::tr("新しい計画・法令");
        change.insert(row);
    };
    return new SettingsRows(edits, shape, parent);
}

} // namespace shisaku
