// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/template_files.h"

#include "models/exchange/plan_csv.h"
#include "models/exchange/table_csv.h"
#include "models/file/file_output.h"
#include "models/plan/rank.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct TemplateFiles {
    Q_DECLARE_TR_FUNCTIONS(TemplateFiles)
};

struct BuiltIn {
    const char *file;
    const char *name;
};
constexpr BuiltIn builtIns[] = {{"bars", QT_TRANSLATE_NOOP("TemplateFiles", "概要・現状・目標と矢印の工程")},
                                {"years", QT_TRANSLATE_NOOP("TemplateFiles", "課題・概要と年度ごとの工程")},
                                {"tree", QT_TRANSLATE_NOOP("TemplateFiles", "取組方向と体系における位置づけ")}};
} // namespace

QList<NamedTemplate> builtInTemplates(const IdSource &ids)
{
    QList<NamedTemplate> list;
    for (const BuiltIn &builtIn : builtIns) {
        const auto blocks = readTemplate(u":/data/templates/%1.csv"_s.arg(QLatin1StringView(builtIn.file)), ids);
        if (blocks)
            list << NamedTemplate{TemplateFiles::tr(builtIn.name), *blocks};
    }
    return list;
}

Result<SheetTemplate> readTemplate(const QString &path, const IdSource &ids)
{
    const auto change = importTables(Plan(), path, ImportMode::Merge, ids);
    if (!change)
        return change.error();
    Plan plan;
    applyTo(plan, *change);
    if (plan.rows<Block>().size() == 0)
        return Error{ErrorKind::Invalid,
                     TemplateFiles::tr("「%1」は票の様式のファイルではありません。").arg(QFileInfo(path).fileName()),
                     TemplateFiles::tr("「ファイルに保存」で作ったファイルを選んでください。"),
                     {}};
    const SheetTemplate blocks = templateOf(plan);
    if (const QString problem = templateProblem(blocks); !problem.isEmpty())
        return Error{ErrorKind::Invalid, problem, {}, {}};
    return blocks;
}

Result<void> writeTemplate(const QString &path, const SheetTemplate &blocks)
{
    Plan plan;
    ChangeBuilder change(TemplateFiles::tr("票の様式"));
    const QStringList ranks = evenRanks(blocks.size());
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        Block block = blocks.at(i);
        block.position = ranks.at(i);
        change.insert(block);
    }
    applyTo(plan, std::move(change).build());
    return writeFiles({{path, tableCsv(plan, TableId::Block)}}, FileKind::Csv);
}

} // namespace shisaku
