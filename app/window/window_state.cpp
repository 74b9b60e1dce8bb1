// SPDX-License-Identifier: GPL-3.0-or-later
// What a window remembers: from one sitting to the next its places and sizes, look, zoom, page; in a scene what it shows.
#include "app/window/main_window.h"
#include "app/window/outline_pane.h"
#include "app/window/sheet_pane.h"
#include "app/window/workspace.h"
#include "views/roadmap/roadmap_view.h"

#include <QSplitter>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
QString foldsKey(const Plan &plan)
{
    return u"folds/"_s + plan.info().id.toText();
}
} // namespace

void MainWindow::restoreFolds()
{
    QSet<quint64> folds;
    for (const QVariant &key : m_services.settings->value(foldsKey(m_document->plan())).toList())
        folds.insert(key.toULongLong());
    m_roadmap->setToggled(folds);
}

void MainWindow::restoreState()
{
    const QSettings &settings = *m_services.settings;
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    m_actions->action(Command::FullScreen)->setChecked(isFullScreen());
    m_splitter->restoreState(settings.value(u"window/splitter"_s).toByteArray());
    m_sheet->setDivision(settings.value(u"window/sheet"_s).toByteArray());
    m_roadmap->setZoom(settings.value(u"roadmap/zoom"_s, 0).toInt());
    if (const auto widths = settings.value(u"roadmap/titles"_s).toSizeF(); widths.isValid())
        m_roadmap->setTitleWidths(widths);
    if (settings.value(u"roadmap/measures"_s).toBool())
        m_actions->action(Command::DetailMeasures)->trigger();
    m_actions->action(Command::ShowOutline)->setChecked(settings.value(u"window/outline"_s, true).toBool());
    m_actions->action(Command::ShowSheet)->setChecked(settings.value(u"window/form"_s, true).toBool());
    m_actions->action(Command::DarkLook)->setChecked(settings.value(u"window/dark"_s, false).toBool());
    applyLook();
}

void MainWindow::rememberState()
{
    QSettings &settings = *m_services.settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/splitter"_s, m_splitter->saveState());
    settings.setValue(u"window/sheet"_s, m_sheet->division());
    settings.setValue(u"window/outline"_s, m_actions->action(Command::ShowOutline)->isChecked());
    settings.setValue(u"window/form"_s, m_actions->action(Command::ShowSheet)->isChecked());
    settings.setValue(u"window/dark"_s, m_actions->action(Command::DarkLook)->isChecked());
    if (m_document) {
        settings.setValue(u"window/page"_s, m_workspace->current());
        QVariantList folds;
        for (const quint64 key : m_roadmap->toggled())
            folds << key;
        settings.setValue(foldsKey(m_document->plan()), folds);
    }
    settings.setValue(u"roadmap/zoom"_s, m_roadmap->zoom());
    settings.setValue(u"roadmap/titles"_s, m_roadmap->titleWidths());
    settings.setValue(u"roadmap/measures"_s, m_roadmap->detail() == RoadmapDetail::Measures);
}

SceneView MainWindow::shownView() const
{
    return {m_outline->grouping(), m_filter->conditions(), m_roadmap->detail(), m_roadmap->zoom(), m_roadmap->toggled()};
}

void MainWindow::applyView(const SceneView &view)
{
    m_workspace->show(u"roadmap"_s);
    setGrouping(view.grouping);
    m_filter->setConditions(view.filter);
    m_actions->action(view.detail == RoadmapDetail::Measures ? Command::DetailMeasures : Command::DetailInitiatives)->trigger();
    m_roadmap->setZoom(view.zoom);
    m_roadmap->setToggled(view.toggled);
}

} // namespace shisaku
