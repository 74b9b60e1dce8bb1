// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes and circles to tick can be seen in light and in dark, ticked or not.
#include "tests/support/warnings.h"
#include "views/look/look.h"
#include "views/look/window_style.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QRadioButton>
#include <QStyleOption>
#include <QTest>
#include <QTreeWidget>

#include <cmath>

using namespace shisaku;

Q_DECLARE_METATYPE(shisaku::Look::Medium)

namespace {
/// Relative luminance after WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto channel = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

/// The strongest contrast of any pixel against the ground of the window.
double strongest(const QImage &picture, const QColor &ground)
{
    double most = 1;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            most = std::max(most, contrast(picture.pixelColor(x, y), ground));
    }
    return most;
}

/// Pixels that differ.
int difference(const QImage &a, const QImage &b)
{
    int pixels = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            pixels += a.pixel(x, y) == b.pixel(x, y) ? 0 : 1;
    }
    return pixels;
}
} // namespace

class TestWindowStyle : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void theChosenLineOfAListIsReadInFull()
    {
        WindowStyle style;
        QListWidget list;
        list.setStyle(&style);
        list.setFont(textFont(10));
        list.addItem(QStringLiteral("関連する計画・法令"));
        list.resize(300, 200);
        list.show();
        const QRect line = list.visualItemRect(list.item(0));
        QVERIFY(line.height() >= list.fontMetrics().tightBoundingRect(list.item(0)->text()).height() + 8);
    }

    void theLongestItemOfAMenuIsReadInFull()
    {
        // Nothing is cut where the item is as wide as one whose text has no & that could be counted.
        WindowStyle style;
        const QString text = QStringLiteral("年度別の予算要求(B)…");
        QStyleOptionMenuItem item;
        item.menuItemType = QStyleOptionMenuItem::Normal;
        item.fontMetrics = QFontMetrics(textFont(10));
        item.font = textFont(10);
        const auto widthOf = [&](const QString &shown) {
            item.text = shown;
            const QSize contents(item.fontMetrics.horizontalAdvance(text), item.fontMetrics.height());
            return style.sizeFromContents(QStyle::CT_MenuItem, &item, contents, nullptr).width();
        };
        QString keyed = text;
        keyed.insert(keyed.indexOf(u'B'), u'&');
        QVERIFY(widthOf(keyed) >= widthOf(text) + item.fontMetrics.horizontalAdvance(u'&'));
    }

    void textIsReadOnEveryGround_data()
    {
        QTest::addColumn<Look::Medium>("medium");
        for (const auto &[name, medium] : {std::pair("light", Look::Medium::Light), std::pair("dark", Look::Medium::Dark),
                                           std::pair("paper", Look::Medium::Paper), std::pair("grey", Look::Medium::GreyPaper)})
            QTest::newRow(name) << medium;
    }
    void textIsReadOnEveryGround()
    {
        QFETCH(Look::Medium, medium);
        const Look &look = Look::of(medium);
        QList<QColor> grounds{look.ground, look.head, look.accentFill};
        for (int kind = 0; kind < 8; ++kind)
            grounds << look.seriesFill(kind);
        for (const QColor &ground : std::as_const(grounds))
            QVERIFY2(contrast(look.ink, ground) >= 4.5, qPrintable(ground.name()));
        for (const QColor &ground : {look.ground, look.head})
            QVERIFY2(contrast(look.mutedInk, ground) >= 4.5, qPrintable(ground.name()));
        for (int kind = 0; kind < 8; ++kind) // the edge of a bar, and the symbol of a milestone
            QVERIFY2(contrast(look.seriesLine(kind), look.ground) >= 3, qPrintable(look.seriesLine(kind).name()));
    }

    void theIconOfTheChosenItemIsSeen()
    {
        WindowStyle style;
        for (const Look::Medium medium : {Look::Medium::Light, Look::Medium::Dark}) {
            const Look &look = Look::of(medium);
            QPixmap ink(16, 16);
            ink.fill(look.ink);
            QStyleOptionMenuItem item;
            item.palette = windowPalette(look);
            item.menuItemType = QStyleOptionMenuItem::Normal;
            item.icon = QIcon(ink);
            item.maxIconWidth = 24;
            item.rect = QRect(0, 0, 200, 24);
            item.state = QStyle::State_Enabled | QStyle::State_Selected;
            QImage picture(item.rect.size(), QImage::Format_RGB32);
            QPainter painter(&picture);
            style.drawControl(QStyle::CE_MenuItem, &item, &painter, nullptr);
            painter.end();
            QVERIFY(strongest(picture, item.palette.color(QPalette::Highlight)) >= 3);
        }
    }

    void theArrowOfTheChosenBranchIsSeen()
    {
        WindowStyle style;
        for (const Look::Medium medium : {Look::Medium::Light, Look::Medium::Dark}) {
            QTreeWidget tree;
            tree.setStyle(&style);
            tree.setPalette(windowPalette(Look::of(medium)));
            auto *branch = new QTreeWidgetItem(&tree, {QString()});
            new QTreeWidgetItem(branch, {QString()});
            tree.setCurrentItem(branch);
            tree.resize(200, 100);
            tree.show();
            const QRect row = tree.visualItemRect(branch);
            const QRect arrow(0, row.top() + 2, row.left() - 1, row.height() - 4);
            const QImage picture = tree.viewport()->grab(arrow).toImage();
            QVERIFY(strongest(picture, tree.palette().color(QPalette::Highlight)) >= 3);
        }
    }

    void aLabelShowsTextAndIsNoPageOfHtml()
    {
        WindowStyle style;
        QLabel name(QStringLiteral("<b>太字</b>"));
        QLabel told(QStringLiteral("<b>太字</b>"));
        told.setTextFormat(Qt::RichText);
        for (QLabel *label : {&name, &told}) {
            label->setStyle(&style);
            label->ensurePolished();
        }
        QCOMPARE(name.textFormat(), Qt::PlainText);
        QCOMPARE(told.textFormat(), Qt::RichText);
    }

    void selectorsOfVariantsLeaveNoBox()
    {
        const auto picture = [](const QString &text) {
            QLabel label(text);
            label.setFont(textFont(14));
            label.resize(label.sizeHint());
            return label.grab().toImage();
        };
        QVERIFY(picture(QStringLiteral("葛城市")) != picture(QStringLiteral("葛　城市")));
        QCOMPARE(picture(QStringLiteral("葛\U000E0100城市")), picture(QStringLiteral("葛城市")));
        QCOMPARE(picture(QStringLiteral("祇\U000E0100園\uFE00")), picture(QStringLiteral("祇園")));
    }

    void whatCanBeTickedIsSeenOnEveryGround_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("circle");
        for (const bool dark : {false, true}) {
            for (const bool circle : {false, true})
                QTest::addRow("%s %s", dark ? "dark" : "light", circle ? "circle" : "box") << dark << circle;
        }
    }
    void whatCanBeTickedIsSeenOnEveryGround()
    {
        QFETCH(bool, dark);
        QFETCH(bool, circle);
        QApplication::setStyle(new WindowStyle);
        QApplication::setPalette(windowPalette(Look::of(dark ? Look::Medium::Dark : Look::Medium::Light)));
        const std::unique_ptr<QAbstractButton> button(circle ? static_cast<QAbstractButton *>(new QRadioButton) : new QCheckBox);
        button->setCheckable(true);
        button->resize(button->sizeHint());
        const QColor ground = button->palette().color(QPalette::Window);
        const QImage empty = button->grab().toImage();
        QVERIFY2(strongest(empty, ground) >= 3, qPrintable(QString::number(strongest(empty, ground))));
        button->setChecked(true);
        const QImage ticked = button->grab().toImage();
        QVERIFY(strongest(ticked, ground) >= 4.5);
        QVERIFY(difference(empty, ticked) >= 12);
    }
};

QTEST_MAIN(TestWindowStyle)
#include "tst_window_style.moc"
