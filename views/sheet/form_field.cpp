// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/form_field.h"

#include "views/look/refusal_line.h"

#include <QEvent>
#include <QFrame>
#include <QPainter>
#include <QPainterPath>
#include <QTextDocument>
#include <QVBoxLayout>

namespace shisaku {

DoubtMark::DoubtMark(QWidget *parent) : QWidget(parent)
{
    setFixedSize(16, 16);
    hide();
}

void DoubtMark::setText(const QString &doubt)
{
    setToolTip(doubt.isEmpty() ? QString() : Qt::convertFromPlainText(doubt));
    setAccessibleName(doubt);
    setVisible(!doubt.isEmpty());
}

void DoubtMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(painter, rect(), Look::of(palette()).warn);
}

void DoubtMark::paintMark(QPainter &painter, const QRectF &place, const QColor &colour)
{
    // Drawn, because few Japanese fonts have the sign and a substitute would come in colour.
    const qreal side = qMin(place.width(), place.height()) - 3;
    const QRectF box(place.center().x() - side / 2, place.center().y() - side / 2, side, side * 0.9);
    QPainterPath triangle;
    triangle.moveTo(box.center().x(), box.top());
    triangle.lineTo(box.right(), box.bottom());
    triangle.lineTo(box.left(), box.bottom());
    triangle.closeSubpath();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(triangle);
    const qreal x = box.center().x();
    painter.drawLine(QPointF(x, box.top() + side * 0.34), QPointF(x, box.top() + side * 0.58));
    painter.drawPoint(QPointF(x, box.top() + side * 0.74));
    painter.restore();
}

FieldFrame::FieldFrame(QFrame *frame, QWidget *input) : QObject(frame), m_frame(frame), m_input(input)
{
    frame->setFrameStyle(static_cast<int>(QFrame::Box) | static_cast<int>(QFrame::Plain));
    frame->setForegroundRole(QPalette::WindowText); // what a plain frame is drawn with
    frame->installEventFilter(this);
    if (input != frame)
        input->installEventFilter(this);
    colour();
}

void FieldFrame::colour()
{
    const Look &look = Look::of(m_frame->palette());
    const QColor wanted = m_input->hasFocus() ? look.accent : look.strongLine;
    QPalette colours = m_frame->palette();
    if (colours.color(QPalette::WindowText) == wanted)
        return;
    colours.setColor(QPalette::WindowText, wanted);
    m_frame->setPalette(colours);
}

bool FieldFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut || event->type() == QEvent::PaletteChange)
        colour();
    return QObject::eventFilter(watched, event);
}

FormField::FormField(PlanDocument *document, QWidget *parent) :
    QWidget(parent), m_document(document), m_content(new QVBoxLayout(this)), m_error(new RefusalLine(this)),
    m_told(new RefusalLine(this))
{
    m_content->setContentsMargins({});
    m_content->setSpacing(space::tight);
    for (RefusalLine *line : {m_error, m_told}) {
        line->setFont(textFont(9));
        m_content->addWidget(line);
    }
    m_content->addStretch(1);
}

void FormField::setName(const QString &name)
{
    if (QWidget *input = firstInput())
        input->setAccessibleName(name);
}

void FormField::showError(const Error &error)
{
    m_error->say(error.message());
    if (QWidget *input = firstInput())
        input->setAccessibleDescription(error.message());
    emit refused(error);
}

void FormField::showError(const std::optional<Error> &error)
{
    if (error)
        showError(*error);
    else
        clearError();
}

void FormField::tell(const QString &sentence)
{
    if (m_told->said() != sentence)
        m_told->say(sentence);
}

bool FormField::isRefused() const
{
    return !m_error->said().isEmpty();
}

void FormField::clearError()
{
    if (!isRefused())
        return;
    m_error->say({});
    if (QWidget *input = firstInput())
        input->setAccessibleDescription({});
}

} // namespace shisaku
