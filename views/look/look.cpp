// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/look.h"

#include "views/look/plain_font.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>

#include <array>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Pair {
    QRgb fill;
    QRgb line;
};

// CUD pale colours with a darker line of the same hue.
constexpr std::array<Pair, 6> lightSeries{{
    {0xffBFE4FF, 0xff005AFF}, // pale sky blue
    {0xffFFF3B0, 0xff8A6A00}, // cream
    {0xffC9F0D3, 0xff03774A}, // pale green
    {0xffFFD9C2, 0xffB84A00}, // beige / orange
    {0xffE3D5F2, 0xff6E3CA0}, // pale purple
    {0xffDDDFE6, 0xff5A5F6B}, // light grey
}};
constexpr std::array<Pair, 6> darkSeries{{
    {0xff1F4A6B, 0xff6FC3FF},
    {0xff5A4A12, 0xffF2D35C},
    {0xff1C5238, 0xff62D59A},
    {0xff6B3A1E, 0xffFFA776},
    {0xff4A356B, 0xffC4A1F0},
    {0xff444955, 0xffB5BAC6},
}};
constexpr std::array<Pair, 6> greySeries{{
    {0xffffffff, 0xff000000},
    {0xffD9D9D9, 0xff000000},
    {0xffB5B5B5, 0xff000000},
    {0xffF0F0F0, 0xff000000},
    {0xffC8C8C8, 0xff000000},
    {0xffE4E4E4, 0xff000000},
}};

const std::array<Pair, 6> &seriesOf(Look::Medium medium)
{
    if (medium == Look::Medium::Dark)
        return darkSeries;
    return medium == Look::Medium::GreyPaper ? greySeries : lightSeries;
}

/// Has a glyph without width or ink for each variation selector (異体字セレクター). Fonts without the variants lack these, and
/// what lacks a glyph is drawn as a box; so the character itself is drawn, in its usual form, and the text keeps the selector.
QString selectorFamily()
{
    const PlainFont selectors{u"Shisakucho Selectors"_s, {{0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}}};
    const int id = QFontDatabase::addApplicationFontFromData(trueTypeFile(selectors));
    return QFontDatabase::applicationFontFamilies(id).value(0);
}

/// The family, what the system has in its place if it lacks it, and that of the selectors, which must not come to stand for it.
QStringList familiesOf(const QString &family)
{
    static const QString selectors = selectorFamily();
    QStringList families{family, QFontInfo(QFont(family)).family(), selectors};
    families.removeDuplicates();
    families.removeAll(QString()); // a system that takes no fonts from programs
    return families;
}

bool hasFonts()
{
    return qobject_cast<QGuiApplication *>(QCoreApplication::instance());
}

QFont font(const QStringList &families, double points, bool bold)
{
    QFont font;
    font.setFamilies(families);
    font.setPointSizeF(points);
    font.setBold(bold);
    font.setStyleStrategy(QFont::PreferNoShaping);
    font.setHintingPreference(QFont::PreferNoHinting); // widths stay the same at every scaling; fitting to pixels takes long
    return font;
}
} // namespace

const Look &Look::of(Medium medium)
{
    static const Look light{Medium::Light, 0xffffffff, 0xff1B1F24, 0xff59616B, 0xffE1E5EA,
                            0xffB4BCC6,    0xffF1F4F7, 0xff165E83, 0xffDCEBF3, 0xffB3261E};
    static const Look dark{Medium::Dark, 0xff1E2227, 0xffE6E9ED, 0xffA9B1BC, 0xff343A42,
                           0xff59626E,   0xff282D34, 0xff6CB8DF, 0xff1F4257, 0xffFF8A80};
    static const Look paper{Medium::Paper, 0xffffffff, 0xff000000, 0xff404040, 0xffB0B0B0,
                            0xff606060,    0xffEBEBEB, 0xff165E83, 0xffDCEBF3, 0xffB3261E};
    static const Look grey{Medium::GreyPaper, 0xffffffff, 0xff000000, 0xff404040, 0xffB0B0B0,
                           0xff606060,        0xffEBEBEB, 0xff000000, 0xffE0E0E0, 0xff000000};
    switch (medium) {
    case Medium::Dark:
        return dark;
    case Medium::Paper:
        return paper;
    case Medium::GreyPaper:
        return grey;
    default:
        return light;
    }
}

const Look &Look::of(const QPalette &palette)
{
    return of(palette.color(QPalette::Base).lightness() < 128 ? Medium::Dark : Medium::Light);
}

QColor Look::seriesFill(int n) const
{
    const auto &series = seriesOf(medium);
    return QColor(series[static_cast<size_t>(n) % series.size()].fill);
}

QColor Look::seriesLine(int n) const
{
    const auto &series = seriesOf(medium);
    return QColor(series[static_cast<size_t>(n) % series.size()].line);
}

QFont textFont(double points, bool bold)
{
    static const QString family = u"BIZ UDPGothic"_s;
    if (!hasFonts())
        return font({family}, points, bold);
    static const QStringList families = familiesOf(family);
    return font(families, points, bold);
}

QFont figureFont(double points, bool bold)
{
    static const QString family = u"BIZ UDGothic"_s;
    if (!hasFonts())
        return font({family}, points, bold);
    static const QStringList families = familiesOf(family);
    return font(families, points, bold);
}

QPalette windowPalette(const Look &look)
{
    const bool dark = look.medium == Look::Medium::Dark;
    QPalette palette;
    palette.setColor(QPalette::Window, dark ? QColor(0xff24292F) : QColor(0xffF6F7F9));
    palette.setColor(QPalette::WindowText, look.ink);
    palette.setColor(QPalette::Base, look.ground);
    palette.setColor(QPalette::AlternateBase, look.head);
    palette.setColor(QPalette::Text, look.ink);
    palette.setColor(QPalette::PlaceholderText, look.mutedInk);
    palette.setColor(QPalette::Button, dark ? QColor(0xff2F353D) : QColor(0xffFBFCFD));
    palette.setColor(QPalette::ButtonText, look.ink);
    palette.setColor(QPalette::BrightText, look.warn);
    palette.setColor(QPalette::Highlight, look.accent);
    palette.setColor(QPalette::HighlightedText, dark ? QColor(0xff10151A) : QColor(0xffffffff));
    palette.setColor(QPalette::ToolTipBase, look.head);
    palette.setColor(QPalette::ToolTipText, look.ink);
    palette.setColor(QPalette::Link, look.accent);
    palette.setColor(QPalette::LinkVisited, look.accent);
    palette.setColor(QPalette::Light, dark ? QColor(0xff3A414A) : QColor(0xffffffff));
    palette.setColor(QPalette::Midlight, look.line);
    palette.setColor(QPalette::Mid, look.strongLine);
    palette.setColor(QPalette::Dark, look.mutedInk);
    palette.setColor(QPalette::Shadow, look.strongLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, look.strongLine.darker(dark ? 90 : 120));
    return palette;
}

} // namespace shisaku
