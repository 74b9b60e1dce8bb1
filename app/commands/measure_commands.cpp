// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/measure_commands.h"

#include "app/commands/measure_clipboard.h"
#include "app/dialogs/ending_dialog.h"
#include "models/change/recipe.h"
#include "models/edit/unsaved_input.h"
#include "models/order/numbering.h"
#include "models/plan/rules.h"
#include "models/plan/series.h"

#include <QWidget>

namespace shisaku {

using namespace Qt::StringLiterals;

MeasureCommands::MeasureCommands(const MeasureContext &context) : CommandSet(context.window), m_context(context) {}

void MeasureCommands::connectTo(const ActionCatalog &actions, const Flush &flush)
{
    on(actions, flush, Command::AddMeasure, &MeasureCommands::add);
    on(actions, flush, Command::RemoveMeasure, &MeasureCommands::remove);
    on(actions, flush, Command::EndMeasure, &MeasureCommands::end);
    on(actions, flush, Command::CopyMeasures, &MeasureCommands::copy);
    on(actions, flush, Command::PasteMeasures, &MeasureCommands::paste);
}

void MeasureCommands::add()
{
    const Id<Measure> id(m_context.services.environment.ids());
    const auto make = [id, current = m_context.current()](const Plan &plan, const IdSource &ids) -> Result<ChangeSet> {
        ChangeBuilder change({});
        const Measure measure = addMeasure(plan, id, current, {}, ids, change);
        ChangeSet made = std::move(change).build();
        made.title = (isAdded(measure) ? tr("追加施策%1を追加") : tr("施策%1を追加")).arg(measure.number);
        return made;
    };
    const auto done = [this, id](const Result<void> &result) {
        if (!result) {
            emit failed(result.error());
            return;
        }
        emit measureRequested(id);
        emit nameAsked();
    };
    m_context.document.submit(recipeWithIds(m_context.services.environment.ids, make), 0, m_context.document.toldTo(this, done));
}

void MeasureCommands::remove()
{
    const Id<Measure> current = m_context.current();
    QList<Id<Measure>> measures = m_context.chosen();
    if (!measures.contains(current))
        measures = {current};
    const QString name = measures.size() > 1 ? tr("施策%1件").arg(measures.size())
                                             : rowName(m_context.document.plan(), TableId::Measure, current.row);
    const auto done = [this, name](const Result<void> &result) {
        result ? emit told(tr("%1を削除しました。「元に戻す」で取り消せます。").arg(name)) : emit failed(result.error());
    };
    const auto recipe = [measures, name](const Plan &) {
        ChangeBuilder change(tr("%1を削除").arg(name));
        for (const Id<Measure> measure : measures)
            change.remove(measure);
        return std::move(change).build();
    };
    m_context.document.submit(recipe, 0, m_context.document.toldTo(this, done));
}

void MeasureCommands::end()
{
    const Id<Measure> measure = m_context.current();
    if (!m_context.document.plan().find(measure))
        return;
    EndingDialog dialog(m_context.document.plan(), measure, m_context.services.today(), m_context.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto recipe = [measure, ending = dialog.ending()](const Plan &plan) { return endMeasure(plan, measure, ending); };
    const QString title = dialog.change().title;
    const auto done = [this, title](const Result<void> &result) {
        result ? emit told(tr("記録しました：%1。「元に戻す」で取り消せます。").arg(title)) : emit failed(result.error());
    };
    m_context.document.unsaved().submit({Owner(measure), -1, u"ending"_s}, title, recipe, 0, m_context.document.toldTo(this, done));
}

void MeasureCommands::copy()
{
    const MeasureClip clip = clipOf(m_context.document.plan(), m_context.selected());
    if (clip.isEmpty())
        return;
    copyToClipboard(clip);
    emit told(tr("施策%1件をコピーしました。別の計画の目次にも貼り付けられます。").arg(clip.measures.size()));
}

void MeasureCommands::paste()
{
    const auto clip = copiedMeasures();
    if (!clip || clip->isEmpty()) {
        emit told(tr("クリップボードに施策がありません。目次で施策を選び、コピーしてから貼り付けてください。"));
        return;
    }
    const auto made = std::make_shared<MeasurePasting>();
    const auto make = [made, clip = *clip, beside = m_context.current()](const Plan &plan, const IdSource &ids) {
        *made = pasted(plan, clip, beside, ids);
        return made->change;
    };
    const auto done = [this, made](const Result<void> &result) {
        if (!result) {
            emit failed(result.error());
            return;
        }
        emit measureRequested(made->added.first());
        if (made->missing.isEmpty())
            emit told(tr("%1ました。「元に戻す」で取り消せます。").arg(made->change.title));
        else
            emit noticed(
                tr("%1ました。この計画にないため、次のものは付けていません：%2。").arg(made->change.title, missingInWords(*made)));
    };
    m_context.document.submit(recipeWithIds(m_context.services.environment.ids, make), 0, m_context.document.toldTo(this, done));
}

} // namespace shisaku
