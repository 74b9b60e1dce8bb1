// SPDX-License-Identifier: GPL-3.0-or-later
// The open plan shown full-screen to a meeting: keys, a presenter's remote and the mouse turn slides; nothing can be edited.
#pragma once

#include "views/present/deck.h"
#include "views/present/sheet_slides.h"

#include <QTimer>
#include <QWidget>

namespace shisaku {

/// Shows a deck. Deletes itself when it is closed.
class Presentation : public QWidget {
    Q_OBJECT

public:
    explicit Presentation(std::unique_ptr<Deck> deck, QWidget *parent = nullptr);
    ~Presentation() override;

    /// Fills the screen that `window` is not on, or its own if there is no other.
    void start(const QWidget &window);

    const Deck &deck() const { return *m_deck; }
    /// The slide shown, or the one a sheet was reached from; from 0.
    int current() const { return m_place.slide; }
    /// The measure whose sheet is shown; null while there is none.
    Id<Measure> measure() const { return m_place.measure; }
    int sheetPage() const { return m_place.page; }
    bool isBlack() const { return m_black; }
    /// Digits typed so far.
    const QString &typed() const { return m_typed; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    struct Place {
        int slide = 0;
        Id<Measure> measure;
        int page = 0;
    };

    void next();
    void previous();
    void goTo(const Place &place);
    /// Goes there and remembers the way back.
    void jump(const Place &place);
    void goBack();
    void leave();
    void end();
    bool typeKey(QKeyEvent *event);
    void jumpToTyped();
    const Measure *typedMeasure() const;
    void setBlack(bool black);
    void switchScreen();
    void showOn(QScreen *screen);
    void showPointer();

    qreal scale() const;
    QPointF origin() const;
    QPointF toSlide(const QPointF &point) const { return (point - origin()) / scale(); }
    void paintFoot(QPainter &painter) const;
    QString footText() const;

    std::unique_ptr<Deck> m_deck;
    std::unique_ptr<SheetSlides> m_sheet;
    Place m_place;
    QList<Place> m_trail;
    QString m_typed;
    QString m_notFound;
    bool m_black = false;
    QTimer m_pointer;
};

/// Begins a presentation of the plan's scenes, or of what the window shows where it has none.
void present(const Plan &plan, const Deck::Options &options, QWidget &window);

} // namespace shisaku
