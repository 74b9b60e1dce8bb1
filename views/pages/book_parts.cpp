// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/book_parts.h"

#include "models/document/note_numbers.h"
#include "models/plan/ranges.h"
#include "views/pages/body_pages.h"
#include "views/sheet/sheet_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <memory>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(BookParts)
};

constexpr double mostOfAPage = 0.7;

/// As in a dictionary: 「AI」 over 「【えーあい】」.
QString withReading(const GlossaryTerm &term)
{
    return term.yomi.isEmpty() ? term.word : term.word + u"\n【%1】"_s.arg(term.yomi);
}

/// The picture with its caption; where it is lost, what it showed.
void addFigure(const Figure &figure, CouncilText &text)
{
    if (!figure.image.isEmpty())
        return text.addFigure(figure.image, QStringList{figure.number, figure.caption}.join(u'　').trimmed(), figure.source);
    const QString number = figure.number.isEmpty() ? Texts::tr("図") : figure.number;
    text.addNote(Texts::tr("［%1　%2（原図なし）］").arg(number, figure.caption.isEmpty() ? figure.alt_text : figure.caption));
    if (!figure.caption.isEmpty() && !figure.alt_text.isEmpty())
        text.addNote(figure.alt_text);
    if (!figure.source.isEmpty())
        text.addNote(Texts::tr("出典：%1").arg(figure.source));
}

/// 「※1　DX：…」
QString noteInWords(const Footnote &note, int number, const QString &text)
{
    const QString sign = Texts::tr("※%1").arg(number);
    return note.word.isEmpty() ? Texts::tr("%1　%2").arg(sign, text) : Texts::tr("%1　%2：%3").arg(sign, note.word, text);
}

/// 「1」「第1章」 and the like are the plan's own; nothing is numbered here.
CouncilText chapters(const Plan &plan, const PageStyle &style, Id<Passage> bodies)
{
    CouncilText text;
    const PlanNotes notes(plan);
    for (const Passage *passage : plan.ordered<Passage>()) {
        if (!passage->owner.isNull() || !passage->in_book)
            continue;
        const auto level = static_cast<int>(std::clamp<qint64>(passage->level.value_or(1), 1, 3));
        if (!passage->heading.isEmpty())
            text.addPlainHeading(level, passage->heading);
        text.addParagraph(withNumbers(plan, notes, Owner(passage->id), passage->text));
        for (const Footnote *note : notesInOrder(plan, Owner(passage->id), {passage->text}))
            text.addNote(noteInWords(*note, notes.number(note->id), withNumbers(plan, notes, Owner(passage->id), note->text)));
        for (const Figure *figure : plan.parts<&Figure::owner>(passage->id))
            addFigure(*figure, text);
        if (passage->id == bodies) {
            const QSizeF page = style.on(bookPaper()).body().size();
            text.addDrawing(bodyDrawing(plan, QSizeF(page.width(), page.height() * mostOfAPage), *style.look));
        }
    }
    return text;
}

/// One line of words in the middle of the page.
void centred(QPainter &painter, const QRectF &body, double y, const QString &text, double points, bool bold)
{
    const QFont font = paper::scaled(textFont(points, bold));
    const TextBlock block = TextBlock::label(text, font, body.width());
    block.draw(painter, QPointF(body.center().x() - block.width() / 2, y), Qt::AlignHCenter);
}

struct Contents {
    struct Line {
        ContentsEntry entry;
        int page = 0;
        double y = 0;
    };
    PageStyle style;
    paper::Spec sheet;
    QList<Line> lines;
    int pages = 1;

    static constexpr double points = 10.5;
    static constexpr double pitch = pt(17);
    static constexpr double headRoom = pt(44);
    static constexpr double groupGap = pt(5);

    Contents(const QList<ContentsEntry> &entries, const PageStyle &pageStyle) : style(pageStyle), sheet(style.on(bookPaper()))
    {
        const QRectF body = sheet.body();
        double y = body.top() + headRoom;
        for (const ContentsEntry &entry : entries) {
            if (entry.level == 0)
                y += groupGap;
            if (y + pitch > body.bottom()) {
                ++pages;
                y = body.top();
            }
            lines.append({entry, pages - 1, y});
            y += pitch;
        }
    }

    void paint(QPainter &painter, int page) const
    {
        const QRectF body = sheet.body();
        painter.setPen(style.look->ink);
        if (page == 0)
            centred(painter, body, body.top(), Texts::tr("目　次"), 16, true);
        for (const Line &line : lines) {
            if (line.page == page)
                paintLine(painter, line, body);
        }
    }

    void paintLine(QPainter &painter, const Line &line, const QRectF &body) const
    {
        const QFont font = paper::scaled(textFont(points, line.entry.level == 0));
        const QFont figures = paper::scaled(figureFont(points, line.entry.level == 0));
        const double left = body.left() + line.entry.level * pt(points) * 1.5;
        const QString number = QString::number(line.entry.number);
        const double numberLeft = body.right() - QFontMetricsF(figures).horizontalAdvance(number);
        const double room = numberLeft - left - pt(points);
        const QString title = QFontMetricsF(font).elidedText(line.entry.title, Qt::ElideRight, room);
        const double titleRight = left + QFontMetricsF(font).horizontalAdvance(title);
        const double base = line.y + pitch * 0.72;
        painter.setPen(style.look->ink);
        painter.setFont(font);
        painter.drawText(QPointF(left, base), title);
        painter.setFont(figures);
        painter.drawText(QPointF(numberLeft, base), number);
        // Dots as a rule, so that they are no text of the page.
        QPen dots(style.look->mutedInk, pt(0.8), Qt::CustomDashLine, Qt::RoundCap);
        dots.setDashPattern({0.1, 5});
        painter.setPen(dots);
        if (numberLeft - titleRight > pt(points))
            painter.drawLine(QPointF(titleRight + pt(5), base - pt(2.5)), QPointF(numberLeft - pt(5), base - pt(2.5)));
    }
};

QString when(const PlanTime &time, const QString &what)
{
    return time.isDated() ? Texts::tr("%1　%2").arg(time.toJapanese(), what) : QString();
}
} // namespace

PrintJob coverJob(const Plan &plan, const PageStyle &style)
{
    PrintJob job;
    job.title = plan.info().title;
    job.paper = style.on(bookPaper());
    job.pageCount = 1;
    job.paint = [info = plan.info(), style, sheet = job.paper](QPainter &painter, int) {
        const QRectF body = sheet.body();
        painter.setPen(style.look->ink);
        if (!style.head.mark.isEmpty())
            paintPageHead(painter, sheet, {}, style.head.mark, *style.look);
        double y = body.top() + body.height() * 0.26;
        const TextBlock title = TextBlock::label(info.title, paper::scaled(textFont(26, true)), body.width());
        title.draw(painter, QPointF(body.center().x() - title.width() / 2, y), Qt::AlignHCenter);
        y += title.height() + pt(14);
        painter.fillRect(QRectF(body.center().x() - pt(60), y, pt(120), pt(1.5)), style.look->ink);
        y += pt(16);
        if (!info.subtitle.isEmpty())
            centred(painter, body, y, info.subtitle, 14, false);
        y = body.top() + body.height() * 0.74;
        for (const QString &line : {when(info.adopted, Texts::tr("策定")), when(info.revised, Texts::tr("改訂"))}) {
            if (line.isEmpty())
                continue;
            centred(painter, body, y, line, 13, false);
            y += pt(22);
        }
        centred(painter, body, y + pt(14), info.municipality, 18, true);
    };
    return job;
}

PrintJob contentsJob(const QList<ContentsEntry> &entries, const PageStyle &style)
{
    const auto contents = std::make_shared<const Contents>(entries, style);
    PrintJob job;
    job.title = Texts::tr("目次");
    job.paper = contents->sheet;
    job.pageCount = contents->pages;
    job.paint = [contents](QPainter &painter, int page) { contents->paint(painter, page); };
    const QRectF body = contents->sheet.body();
    for (const Contents::Line &line : contents->lines)
        job.links << PageLink{line.page, QRectF(body.left(), line.y, body.width(), Contents::pitch), line.entry.page};
    return job;
}

PrintJob chaptersJob(const Plan &plan, const PageStyle &style, Id<Passage> bodies)
{
    return councilJob({}, chapters(plan, style, bodies), style, bookPaper());
}

PrintJob glossaryJob(const Plan &plan, GlossaryOrder order, const PageStyle &style)
{
    const bool numbered = order == GlossaryOrder::Number;
    const PlanNotes notes(plan);
    CouncilTable table;
    if (numbered)
        table.columns << CouncilColumn{Texts::tr("番号"), 13, Qt::AlignHCenter};
    table.columns << CouncilColumn{Texts::tr("用語"), 45, Qt::AlignLeft} << CouncilColumn{Texts::tr("説明"), 0, Qt::AlignLeft};
    for (const GlossarySection &section : glossarySections(plan, order)) {
        if (!section.letter.isEmpty())
            table.rows << QStringList{section.letter};
        for (const GlossaryTerm *term : section.terms) {
            QStringList row{numbered ? term->word : withReading(*term), withNumbers(plan, notes, {}, term->definition)};
            if (numbered)
                row.prepend(term->number ? QString::number(notes.number(term->id)) : QString());
            table.rows << row;
        }
    }
    CouncilText text;
    text.addTable(table);
    PrintJob job = councilJob(Texts::tr("用語説明"), text, style, bookPaper());
    job.title = Texts::tr("%1 用語説明").arg(plan.info().title);
    return job;
}

PrintJob colophonJob(const Plan &plan, const PageStyle &style)
{
    PrintJob job;
    job.title = Texts::tr("奥付");
    job.paper = style.on(bookPaper());
    job.pageCount = 1;
    job.paint = [info = plan.info(), style, sheet = job.paper](QPainter &painter, int) {
        const QRectF body = sheet.body();
        QStringList lines{info.title};
        for (const QString &line : {when(info.adopted, Texts::tr("策定")), when(info.revised, Texts::tr("改訂")),
                                    info.issuer.isEmpty() ? QString() : Texts::tr("発行　%1").arg(info.issuer),
                                    info.office.isEmpty() ? QString() : Texts::tr("編集　%1").arg(info.office)}) {
            if (!line.isEmpty())
                lines << line;
        }
        std::transform(lines.begin(), lines.end(), lines.begin(), drawnLine);
        const TextBlock block({lines.join(u'\n'), {}}, paper::scaled(textFont(11)), body.width() * 0.7, 1.8);
        const double left = body.left() + body.width() * 0.15;
        const double top = body.bottom() - block.height() - pt(30);
        painter.setPen(QPen(style.look->ink, paper::outerRule));
        painter.drawLine(QPointF(left, top - pt(10)), QPointF(left + body.width() * 0.7, top - pt(10)));
        block.draw(painter, QPointF(left, top));
        painter.setPen(QPen(style.look->ink, paper::outerRule));
        painter.drawLine(QPointF(left, top + block.height() + pt(10)),
                         QPointF(left + body.width() * 0.7, top + block.height() + pt(10)));
    };
    return job;
}

} // namespace shisaku
