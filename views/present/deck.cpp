// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/deck.h"

#include "views/look/paper.h"
#include "views/present/chart_slides.h"
#include "views/present/roadmap_slides.h"
#include "views/present/sheet_slides.h"
#include "views/present/title_slide.h"

#include <algorithm>

namespace shisaku {

namespace {
constexpr double width = 960;
constexpr double height = 540;
constexpr double side = 24;
constexpr double top = 16;
constexpr double bottom = 30; ///< Holds the line with title and page.
} // namespace

QSizeF slide::size()
{
    return {paper::pt(width), paper::pt(height)};
}

QRectF slide::body()
{
    return QRectF(QPointF(paper::pt(side), paper::pt(top)), QPointF(paper::pt(width - side), paper::pt(height - bottom)));
}

Id<Measure> SlideSet::measureAt(int, const QPointF &) const
{
    return {};
}

Deck::Deck(const Plan &plan, const Options &options) : m_plan(plan), m_options(options)
{
    addScenes();
    if (!m_sets.empty())
        return;
    add(std::make_unique<TitleSlide>(m_plan, QString(), m_options.day, look()));
    RoadmapTree tree = m_options.shown.tree(m_plan);
    if (tree.nodes.size() > 1)
        add(std::make_unique<RoadmapSlides>(m_plan, std::move(tree), RoadmapDetail::Measures, 0, QSet<quint64>(), look()));
}

Deck::~Deck() = default;

void Deck::addScenes()
{
    for (const Scene *scene : m_plan.ordered<Scene>()) {
        if (auto set = slidesOf(*scene))
            add(std::move(set));
    }
}

std::unique_ptr<SlideSet> Deck::slidesOf(const Scene &scene) const
{
    if (scene.kind == QLatin1StringView("title"))
        return std::make_unique<TitleSlide>(m_plan, scene.title, m_options.day, look());
    if (scene.kind == QLatin1StringView("sheet"))
        return m_plan.find(scene.measure) ? std::make_unique<SheetSlides>(m_plan, scene.measure, look()) : nullptr;
    if (scene.kind == QLatin1StringView("roadmap")) {
        const SceneView view = SceneView::fromText(scene.view);
        return std::make_unique<RoadmapSlides>(m_plan, view.tree(m_plan), view.detail, view.zoom, view.toggled, look());
    }
    return chartSlides(m_plan, scene, look());
}

void Deck::add(std::unique_ptr<SlideSet> set)
{
    m_starts.push_back(m_starts.back() + set->count());
    m_sets.push_back(std::move(set));
}

const SlideSet &Deck::setOf(int slide, int *index) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), slide);
    const auto set = static_cast<size_t>(after - m_starts.begin()) - 1;
    if (index)
        *index = slide - m_starts[set];
    return *m_sets[set];
}

QString Deck::title(int slide) const
{
    int index = 0;
    const SlideSet &set = setOf(slide, &index);
    return set.title(index);
}

void Deck::paint(QPainter &painter, int slide) const
{
    int index = 0;
    const SlideSet &set = setOf(slide, &index);
    set.paint(painter, index);
}

Id<Measure> Deck::measureAt(int slide, const QPointF &point) const
{
    int index = 0;
    const SlideSet &set = setOf(slide, &index);
    return set.measureAt(index, point);
}

} // namespace shisaku
