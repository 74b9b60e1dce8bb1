// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/presentation.h"

#include "models/plan/ranges.h"
#include "models/plan/search_form.h"
#include "views/look/paper.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

namespace shisaku {

using namespace Qt::StringLiterals;
using paper::pt;

namespace {
constexpr int pointerMs = 2000;
constexpr qsizetype longestNumber = 12;
} // namespace

Presentation::Presentation(std::unique_ptr<Deck> deck, QWidget *parent) :
    QWidget(parent, Qt::Window | Qt::FramelessWindowHint), m_deck(std::move(deck))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setWindowTitle(tr("発表：%1").arg(m_deck->plan().info().title));
    m_pointer.setSingleShot(true);
    m_pointer.setInterval(pointerMs);
    connect(&m_pointer, &QTimer::timeout, this, [this] { setCursor(Qt::BlankCursor); });
    goTo({});
}

Presentation::~Presentation() = default;

void Presentation::start(const QWidget &window)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    QScreen *shown = window.screen();
    for (QScreen *screen : screens) {
        if (screen != window.screen()) {
            shown = screen;
            break;
        }
    }
    showOn(shown);
    m_pointer.start();
}

void Presentation::showOn(QScreen *screen)
{
    setScreen(screen);
    setGeometry(screen->geometry());
    showFullScreen();
    raise();
    activateWindow();
}

void Presentation::switchScreen()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    if (screens.size() < 2)
        return;
    QScreen *following = screens[(screens.indexOf(screen()) + 1) % screens.size()];
    showNormal(); // a full-screen window does not move between screens everywhere
    showOn(following);
}

void Presentation::goTo(const Place &place)
{
    m_place = place;
    if (place.measure.isNull())
        m_sheet.reset();
    else if (!m_sheet || m_sheet->measure() != place.measure)
        m_sheet = std::make_unique<SheetSlides>(m_deck->plan(), place.measure, m_deck->look());
    if (m_sheet)
        m_place.page = std::clamp(place.page, 0, m_sheet->count() - 1);
    setAccessibleName(m_sheet ? m_sheet->title(m_place.page)
                              : tr("%1（%2／%3）").arg(m_deck->title(place.slide)).arg(place.slide + 1).arg(m_deck->count()));
    update();
}

void Presentation::jump(const Place &place)
{
    m_trail << m_place;
    goTo(place);
}

void Presentation::goBack()
{
    if (m_trail.isEmpty())
        previous();
    else
        goTo(m_trail.takeLast());
}

/// From a sheet back to the roadmap, however many sheets were looked at meanwhile.
void Presentation::leave()
{
    while (!m_place.measure.isNull() && !m_trail.isEmpty())
        goTo(m_trail.takeLast());
}

void Presentation::next()
{
    if (m_sheet && m_place.page + 1 < m_sheet->count())
        goTo({m_place.slide, m_place.measure, m_place.page + 1});
    else if (m_sheet)
        leave();
    else if (m_place.slide + 1 < m_deck->count())
        goTo({m_place.slide + 1, {}, 0});
}

void Presentation::previous()
{
    if (m_sheet && m_place.page > 0)
        goTo({m_place.slide, m_place.measure, m_place.page - 1});
    else if (m_sheet)
        leave();
    else if (m_place.slide > 0)
        goTo({m_place.slide - 1, {}, 0});
}

void Presentation::end()
{
    close();
}

void Presentation::setBlack(bool black)
{
    m_black = black;
    update();
}

void Presentation::keyPressEvent(QKeyEvent *event)
{
    m_notFound.clear();
    update();
    if (m_black) { // any key brings the picture back, and does nothing else
        setBlack(false);
        return;
    }
    if (typeKey(event))
        return;
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return next();
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        return previous();
    case Qt::Key_Backspace:
        return goBack();
    case Qt::Key_Home:
        m_trail.clear();
        return goTo({});
    case Qt::Key_End:
        m_trail.clear();
        return goTo({m_deck->count() - 1, {}, 0});
    case Qt::Key_B:
    case Qt::Key_Period: // what some remotes send
        return setBlack(true);
    case Qt::Key_S:
        return switchScreen();
    case Qt::Key_Escape:
        return m_sheet ? leave() : end();
    default: // F5 of a remote too: the presentation runs already
        return;
    }
}

/// Whether the key belongs to a number that is being typed.
bool Presentation::typeKey(QKeyEvent *event)
{
    const QString text = event->text();
    const bool digit = text.size() == 1 && (text[0].isDigit() || (text[0] == u'-' && !m_typed.isEmpty()));
    if (digit) {
        if (m_typed.size() < longestNumber)
            m_typed += plainForm(text);
        return true;
    }
    if (m_typed.isEmpty())
        return false;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        jumpToTyped();
    else if (event->key() == Qt::Key_Backspace)
        m_typed.chop(1);
    else
        m_typed.clear();
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Backspace
           || event->key() == Qt::Key_Escape;
}

const Measure *Presentation::typedMeasure() const
{
    for (const Measure *measure : m_deck->plan().ordered<Measure>()) {
        if (plainForm(measure->number) == m_typed)
            return measure;
    }
    return nullptr;
}

void Presentation::jumpToTyped()
{
    if (const Measure *measure = typedMeasure())
        jump({m_place.slide, measure->id, 0});
    else
        m_notFound = m_typed;
    m_typed.clear();
}

bool Presentation::event(QEvent *event)
{
    // Every key is the presentation's own: none reaches the commands of the window behind it.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Presentation::mousePressEvent(QMouseEvent *event)
{
    showPointer();
    if (event->button() != Qt::LeftButton)
        return;
    if (m_black)
        return setBlack(false);
    if (m_sheet)
        return leave();
    const Id<Measure> measure = m_deck->measureAt(m_place.slide, toSlide(event->position()));
    if (measure.isNull())
        next();
    else
        jump({m_place.slide, measure, 0});
}

void Presentation::mouseMoveEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    showPointer();
}

void Presentation::showPointer()
{
    const QPointF at = toSlide(mapFromGlobal(QCursor::pos()));
    const bool drills = !m_sheet && !m_black && !m_deck->measureAt(m_place.slide, at).isNull();
    setCursor(drills ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_pointer.start();
}

qreal Presentation::scale() const
{
    return std::min(width() / slide::size().width(), height() / slide::size().height());
}

QPointF Presentation::origin() const
{
    const QSizeF room = QSizeF(size()) - slide::size() * scale();
    return {room.width() / 2, room.height() / 2};
}

void Presentation::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    if (m_black)
        return painter.fillRect(rect(), Qt::black);
    painter.fillRect(rect(), m_deck->look().ground);
    painter.setRenderHints(QPainter::TextAntialiasing);
    painter.translate(origin());
    painter.scale(scale(), scale());
    if (m_sheet)
        m_sheet->paint(painter, m_place.page);
    else
        m_deck->paint(painter, m_place.slide);
    paintFoot(painter);
}

QString Presentation::footText() const
{
    if (!m_typed.isEmpty())
        return tr("%1⏎").arg(m_typed);
    if (!m_notFound.isEmpty())
        return tr("施策%1はありません。").arg(m_notFound);
    return {};
}

void Presentation::paintFoot(QPainter &painter) const
{
    const Look &look = m_deck->look();
    const QRectF body = slide::body();
    const QRectF foot(body.left(), body.bottom(), body.width(), slide::size().height() - body.bottom());
    painter.setFont(paper::scaled(textFont(11)));
    painter.setPen(look.mutedInk);
    const QString page = m_sheet && m_sheet->count() > 1 ? tr("%1 / %2").arg(m_place.page + 1).arg(m_sheet->count())
                         : m_sheet                       ? QString()
                                                         : tr("%1 / %2").arg(m_place.slide + 1).arg(m_deck->count());
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, page);
    if (m_sheet || m_deck->setOf(m_place.slide).hasFoot())
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(drawnLine(m_deck->plan().info().title), Qt::ElideRight,
                                                          static_cast<int>(foot.width() / 3)));
    painter.setFont(paper::scaled(textFont(14, true)));
    painter.setPen(look.accent);
    painter.drawText(foot, Qt::AlignCenter, footText());
}

void present(const Plan &plan, const Deck::Options &options, QWidget &window)
{
    (new Presentation(std::make_unique<Deck>(plan, options), &window))->start(window);
}

} // namespace shisaku
