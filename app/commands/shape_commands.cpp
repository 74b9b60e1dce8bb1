// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/shape_commands.h"

#include "app/commands/action_catalog.h"
#include "app/dialogs/leaving.h"
#include "app/dialogs/save_question.h"
#include "app/template_files.h"
#include "views/settings/plan_settings.h"
#include "views/sheet/template_editor.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Shape {
    Q_DECLARE_TR_FUNCTIONS(ShapeCommands)
};

TemplateSources sourcesFor(PlanDocument &document, const Services &services)
{
    TemplateSources sources;
    const IdSource ids = document.environment().ids;
    for (const NamedTemplate &named : builtInTemplates(ids))
        sources.builtIn << TemplateSources::Named{named.name, named.blocks};
    sources.load = [&services, ids](QWidget *parent) -> Result<std::optional<SheetTemplate>> {
        const QString path = services.dialogs.openFile(parent, Shape::tr("票の様式を読み込む"), Shape::tr("票の様式 (*.csv)"));
        if (path.isEmpty())
            return std::optional<SheetTemplate>();
        auto blocks = readTemplate(path, ids);
        if (!blocks)
            return blocks.error();
        return std::optional<SheetTemplate>(*blocks);
    };
    sources.save = [&services, &document](QWidget *parent, const SheetTemplate &blocks) -> Result<void> {
        if (const auto proved = planToLeave(document, parent, Leaving::Content); !proved)
            return proved.error();
        const QString path = askWhere(services.dialogs, parent,
                                      {Shape::tr("票の様式を保存"), Shape::tr("票の様式.csv"), {FileKind::Csv}});
        return path.isEmpty() ? Result<void>() : writeTemplate(path, blocks);
    };
    return sources;
}
} // namespace

void connectShapeCommands(const ActionCatalog &actions, const ShapeContext &context, const Services &services, QWidget *window)
{
    actions.on(Command::PlanSettings, window, [context, window] {
        PlanDocument *document = context.document();
        if (document && context.prepare())
            PlanSettings(document, window).exec();
    });
    actions.on(Command::EditSheetTemplate, window, [context, &services, window] {
        PlanDocument *document = context.document();
        if (document && context.prepare())
            TemplateEditor(document, context.measure(), sourcesFor(*document, services), window).exec();
    });
}

} // namespace shisaku
