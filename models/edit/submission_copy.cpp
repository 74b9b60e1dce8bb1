// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/submission_copy.h"

#include "models/edit/picture_metadata.h"
#include "models/plan/carried.h"
#include "models/plan/rules.h"

#include <QCoreApplication>

namespace shisaku {

namespace {
struct SubmissionCopy {
    Q_DECLARE_TR_FUNCTIONS(SubmissionCopy)
};

/// By its caption, where it has one.
QString pictureName(const Plan &plan, TableId table, RowId row)
{
    const Figure *figure = table == TableId::Figure ? plan.find(Id<Figure>(row)) : nullptr;
    return figure && !figure->caption.isEmpty() ? SubmissionCopy::tr("図『%1』").arg(figure->caption) : rowName(plan, table, row);
}

/// Takes out of all pictures what was written beside them.
Result<void> stripPictures(Plan &plan)
{
    for (const TableInfo &table : allTables()) {
        AnyRows &rows = plan.table(table.id);
        for (size_t i = 0; i < table.fields.size(); ++i) {
            const int field = static_cast<int>(i);
            for (qsizetype row = 0; table.fields[i].kind == FieldKind::Image && row < rows.size(); ++row) {
                const RowId id = rows.idAt(row);
                const auto picture = std::get<QByteArray>(rows.value(id, field));
                const auto stripped = picture.isEmpty() ? picture : withoutMetadata(picture);
                if (!stripped)
                    return Error{ErrorKind::Failed,
                                 SubmissionCopy::tr("%1の画像から、撮影場所などの付随する情報を取り除けませんでした。")
                                     .arg(pictureName(plan, table.id, id)),
                                 SubmissionCopy::tr("画像を別のソフトで保存し直して読み込むか、画像を外してから作ってください。"),
                                 {}};
                if (*stripped != picture)
                    rows.set(id, field, *stripped);
            }
        }
    }
    return {};
}
} // namespace

Result<void> writeSubmissionCopy(const Plan &plan, const QString &path, const Environment &environment)
{
    Plan clean = plan;
    for (const TableInfo &table : allTables()) {
        AnyRows &rows = clean.table(table.id);
        while (!carried(table.id).submission && rows.size() > 0)
            rows.remove(rows.idAt(rows.size() - 1));
    }
    if (const auto stripped = stripPictures(clean); !stripped)
        return stripped;
    ChangeSet content = difference(Plan(), clean);
    content.title = SubmissionCopy::tr("提出用コピー");
    content.restores = true;
    Environment nobody = environment;
    nobody.person = {};
    return PlanDocument::create(path, content, nobody);
}

} // namespace shisaku
