// SPDX-License-Identifier: GPL-3.0-or-later
// A refusal is read as text and in the colour of warnings.
#include "tests/support/warnings.h"
#include "views/look/look.h"
#include "views/look/refusal_line.h"

#include <QApplication>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
/// The pixel that differs most from the ground.
QColor inkOf(QWidget &widget)
{
    const QImage picture = widget.grab().toImage();
    const QColor ground = widget.palette().color(QPalette::Window);
    QColor found = ground;
    const auto distance = [&](const QColor &colour) {
        return qAbs(colour.red() - ground.red()) + qAbs(colour.green() - ground.green()) + qAbs(colour.blue() - ground.blue());
    };
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (distance(picture.pixelColor(x, y)) > distance(found))
                found = picture.pixelColor(x, y);
        }
    }
    return found;
}
} // namespace

class TestRefusalLine : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void withoutASentenceItIsNotThere()
    {
        QWidget form;
        RefusalLine line(&form);
        form.show();
        QVERIFY(!line.isVisible());
        line.say(u"年が読めません。"_s);
        QVERIFY(line.isVisible());
        QCOMPARE(line.said(), u"年が読めません。"_s);
        line.say({});
        QVERIFY(!line.isVisible());
        QCOMPARE(line.said(), QString());
    }

    void whatWasTypedIsShownAsTyped()
    {
        RefusalLine line;
        line.setFont(textFont(10));
        line.say(u"x"_s);
        const int narrow = line.sizeHint().width();
        line.say(u"<b>x</b>"_s); // as mark-up it would be hardly wider
        QVERIFY(line.sizeHint().width() > 2 * narrow);
    }

    void itHasTheColourOfWarningsAlsoWhenTheLookChanges()
    {
        RefusalLine line;
        line.setAutoFillBackground(true);
        line.setFont(textFont(40, true)); // strokes wide enough to hold the full colour
        line.say(u"■"_s);
        line.resize(line.sizeHint());
        line.show();
        for (const auto medium : {Look::Medium::Light, Look::Medium::Dark}) {
            QApplication::setPalette(windowPalette(Look::of(medium)));
            QCoreApplication::processEvents(); // widgets learn of it a moment later
            QCOMPARE(inkOf(line), Look::of(medium).warn);
        }
    }
};

QTEST_MAIN(TestRefusalLine)
#include "tst_refusal_line.moc"
