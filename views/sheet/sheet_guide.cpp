// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/sheet_guide.h"

#include "models/document/sheet_template.h"
#include "models/order/numbering.h"
#include "models/plan/codes.h"
#include "views/sheet/specimen.h"

#include <QPainter>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::mm;
using paper::pt;

namespace {
constexpr double specimenWidth = mm(100);
constexpr double columnGap = mm(8);
constexpr double markWidth = mm(5);
constexpr double leading = 1.35;
constexpr double padX = mm(1.5);
constexpr double padY = pt(2.5);
constexpr double columns[] = {mm(14), mm(26), mm(46)}; // mark, name, period; the definition takes the rest

QFont font(double points, bool bold = false)
{
    return paper::scaled(textFont(points, bold));
}
} // namespace

SheetGuide::SheetGuide(const Plan &plan, SheetOptions options) :
    m_options(std::move(options)), m_paper(m_options.on(SheetPages::usualPaper())), m_body(m_paper.body()),
    m_planTitle(plan.info().title)
{
    m_title = TextBlock::label(tr("個別施策票の見方"), font(15, true), m_body.width());
    m_specimenTop = m_body.top() + m_title.height() + mm(6);
    m_scale = specimenWidth / m_body.width();
    const Plan specimen = specimenPlan(plan);
    m_specimen = std::make_shared<const SheetLayout>(specimen, specimen.ordered<Measure>().first()->id, m_body);
    m_pages.emplace_back();
    addCallouts(plan, specimen);
    double y = m_specimenTop + m_specimenHeight + mm(8);
    addDefinitions(plan, u"kind"_s, tr("区分"), y);
    addDefinitions(plan, u"horizon"_s, tr("期間区分"), y);
}

void SheetGuide::addCallouts(const Plan &plan, const Plan &specimen)
{
    const double room = m_body.width() - specimenWidth - columnGap - markWidth;
    const auto blocks = specimen.ordered<Block>();
    double top = m_specimenTop;
    double bottom = m_specimenTop;
    for (const SheetLayout::BlockPlace &place : m_specimen->blocksOn(0)) {
        QStringList names;
        QStringList meanings;
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            const bool isTitle = place.block.isNull() && blocks.at(i)->kind == u"title";
            const bool beside = i > 0 && blocks.at(i)->place == u"right" && blocks.at(i - 1)->id == place.block;
            if (!isTitle && !beside && blocks.at(i)->id != place.block)
                continue;
            names << (isTitle ? tr("番号と名称") : blockName(*blocks.at(i)));
            meanings << meaning(plan, *blocks.at(i));
        }
        if (names.isEmpty())
            continue;
        Callout callout;
        callout.mark = formatCode(u"①"_s, static_cast<int>(m_callouts.size()) + 1);
        callout.y = m_specimenTop + (place.place.center().y() - m_body.top()) * m_scale;
        names.removeDuplicates();
        meanings.removeDuplicates();
        callout.name = TextBlock({names.join(tr("・")), {}}, font(9.5, true), room, leading);
        callout.text = TextBlock({meanings.join(u'\n'), {}}, font(9), room, leading);
        const double height = callout.name.height() + callout.text.height();
        callout.top = std::max(top, callout.y - height / 2);
        top = callout.top + height + pt(5);
        bottom = std::max({bottom, top, m_specimenTop + (place.place.bottom() - m_body.top()) * m_scale});
        m_callouts.push_back(std::move(callout));
    }
    m_specimenHeight = bottom - m_specimenTop;
}

QString SheetGuide::meaning(const Plan &plan, const Block &block) const
{
    QString text;
    if (block.kind == u"title")
        text = plan.choices(u"kind").isEmpty() ? tr("施策の番号と名称です。")
                                               : tr("施策の番号と名称です。右の欄は区分で、当てはまるものに●が付きます。");
    else if (block.kind == u"aims")
        text = tr("この施策が目指すもの、または属するところです。");
    else if (block.kind == u"text")
        text = tr("%1を文章で示します。").arg(blockName(block));
    else if (block.kind == u"lead")
        text = tr("施策を担当する課です。");
    else if (block.kind == u"related")
        text = tr("施策の実施にかかわる課です。なければ「－」です。");
    else if (block.kind == u"bars")
        text = tr("取組ごとの進め方を、年度の上に矢印で示します。▲は節目です。破線は、時期が推定であることを示し、斜線の帯は、年度"
                  "の記載がないことを示します。");
    else if (block.kind == u"years")
        text = tr("取組の進め方を、年度ごとに言葉で示します。");
    else if (block.kind == u"indicators")
        text = tr("成果を測る指標と、その現状値、目標値です。");
    else if (block.kind == u"footnotes")
        text = tr("票の中で※の付いた語の説明です。");
    else if (block.kind == u"placement")
        text = tr("計画の体系の中で、この施策がどこにあるかを示します。");
    return text;
}

void SheetGuide::addDefinitions(const Plan &plan, const QString &list, const QString &title, double &y)
{
    const auto choices = plan.choices(list);
    if (choices.isEmpty())
        return;
    const auto any = [&](auto has) { return std::any_of(choices.begin(), choices.end(), has); };
    const bool periods = any([](const Choice *choice) { return choice->begins.isDated() || choice->ends.isDated(); });
    double height = pt(40);
    if (y + height > m_body.bottom()) {
        m_pages.emplace_back();
        y = m_body.top();
    }
    Row heading;
    heading.top = y;
    heading.cells.push_back(TextBlock({tr("%1の意味").arg(title), {}}, font(10.5, true), m_body.width(), leading));
    heading.height = heading.cells.front().height() + pt(3);
    heading.heading = true;
    y += heading.height;
    m_pages.back().rows.push_back(std::move(heading));
    addRow({tr("記号"), title, periods ? tr("期間") : QString(), tr("説明")}, true, y);
    for (const Choice *choice : choices) {
        QString period;
        if (choice->begins.isDated() || choice->ends.isDated())
            period = tr("%1～%2").arg(choice->begins.isDated() ? choice->begins.toJapanese() : QString(),
                                      choice->ends.isDated() ? choice->ends.toJapanese() : QString());
        const QString dash = tr("－");
        addRow({choice->mark.isEmpty() ? dash : choice->mark, choice->label,
                periods ? (period.isEmpty() ? dash : period) : QString(), choice->definition.isEmpty() ? dash : choice->definition},
               false, y);
    }
    y += mm(6);
}

void SheetGuide::addRow(const QStringList &cells, bool head, double &y)
{
    Row row;
    row.head = head;
    const double rest = m_body.width() - columns[0] - columns[1] - (cells.at(2).isEmpty() ? 0 : columns[2]);
    for (int i = 0; i < cells.size(); ++i) {
        const bool skipped = i == 2 && cells.at(i).isEmpty();
        const double width = skipped ? 0 : (i < 3 ? columns[i] : rest);
        row.cells.push_back(skipped ? TextBlock() : TextBlock({cells.at(i), {}}, font(9, head), width - 2 * padX, leading));
        row.height = std::max(row.height, row.cells.back().height() + 2 * padY);
    }
    if (y + row.height > m_body.bottom()) {
        m_pages.emplace_back();
        y = m_body.top();
    }
    row.top = y;
    y += row.height;
    m_pages.back().rows.push_back(std::move(row));
}

void SheetGuide::paint(QPainter &painter, int page) const
{
    const Look &look = *m_options.look;
    paintPageHead(painter, m_paper, m_planTitle, m_options.head.mark, look);
    if (page == 0) {
        painter.setPen(look.ink);
        m_title.draw(painter, QPointF(m_body.center().x() - m_title.width() / 2, m_body.top()), Qt::AlignHCenter);
        paintSpecimen(painter);
    }
    paintRows(painter, m_pages.at(static_cast<size_t>(page)));
    if (m_options.firstPage)
        paintPageNumber(painter, m_paper, *m_options.firstPage + page, look);
}

void SheetGuide::paintSpecimen(QPainter &painter) const
{
    const Look &look = *m_options.look;
    painter.save();
    painter.translate(m_body.left(), m_specimenTop);
    painter.scale(m_scale, m_scale);
    painter.translate(-m_body.left(), -m_body.top());
    m_specimen->paint(painter, 0, m_options.sheetStyle());
    painter.restore();

    const double right = m_body.left() + specimenWidth;
    const double markLeft = right + columnGap;
    for (const Callout &callout : m_callouts) {
        const double line = callout.top + callout.name.lineHeight() / 2;
        painter.setPen(QPen(look.accent, pt(0.5)));
        painter.drawPolyline(QPolygonF{QPointF(right + pt(1), callout.y), QPointF(right + columnGap * 0.4, callout.y),
                                       QPointF(markLeft - pt(2), line)});
        painter.setPen(look.ink);
        TextBlock({callout.mark, {}}, font(9.5, true), markWidth, leading).draw(painter, QPointF(markLeft, callout.top));
        callout.name.draw(painter, QPointF(markLeft + markWidth, callout.top));
        callout.text.draw(painter, QPointF(markLeft + markWidth, callout.top + callout.name.height()));
    }
}

void SheetGuide::paintRows(QPainter &painter, const Page &page) const
{
    const Look &look = *m_options.look;
    for (size_t i = 0; i < page.rows.size(); ++i) {
        const Row &row = page.rows[i];
        painter.setPen(look.ink);
        if (row.heading) {
            row.cells.front().draw(painter, QPointF(m_body.left(), row.top));
            continue;
        }
        const QRectF box(m_body.left(), row.top, m_body.width(), row.height);
        if (row.head)
            painter.fillRect(box, look.head);
        double x = m_body.left();
        for (size_t column = 0; column < row.cells.size(); ++column) {
            const bool last = column + 1 == row.cells.size();
            if (!last && row.cells[column].isEmpty())
                continue;
            painter.setPen(look.ink);
            const bool centred = column == 0 || row.head;
            const double width = last ? m_body.right() - x : columns[column];
            row.cells[column].draw(painter, QPointF(x + padX, row.top + (row.height - row.cells[column].height()) / 2),
                                   centred ? Qt::AlignHCenter : Qt::AlignLeft);
            if (column > 0) {
                painter.setPen(QPen(look.ink, paper::innerRule));
                painter.drawLine(QPointF(x, row.top), QPointF(x, row.top + row.height));
            }
            x += width;
        }
        painter.setPen(QPen(look.ink, paper::innerRule));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
    }
}

} // namespace shisaku
