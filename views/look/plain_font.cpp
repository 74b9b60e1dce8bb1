// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/plain_font.h"

#include <QDataStream>
#include <QIODevice>
#include <QMap>

namespace shisaku {

namespace {
constexpr quint16 emSize = 1000;
constexpr qint16 ascent = 880;
constexpr qint16 descent = -120;

/// Numbers one after another, most significant byte first, as the format wants them.
class Bytes {
public:
    template <typename... Numbers>
    Bytes &operator()(Numbers... numbers)
    {
        QDataStream stream(&m_bytes, QIODevice::WriteOnly | QIODevice::Append);
        (stream << ... << numbers);
        return *this;
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

quint16 u16(qsizetype value)
{
    return static_cast<quint16>(value);
}
quint32 u32(qsizetype value)
{
    return static_cast<quint32>(value);
}

/// A table is as long as its length says, and a multiple of four bytes in the file.
QByteArray padded(QByteArray bytes)
{
    return bytes.append((4 - bytes.size() % 4) % 4, '\0');
}

quint32 checksum(const QByteArray &bytes)
{
    QDataStream stream(padded(bytes));
    quint32 sum = 0;
    while (!stream.atEnd()) {
        quint32 word = 0;
        stream >> word;
        sum += word;
    }
    return sum;
}

/// A box of the em's inside: one contour of four points on the curve.
QByteArray boxOutline()
{
    Bytes glyph;
    glyph(qint16(1), qint16(50), qint16(-50), qint16(950), qint16(850), quint16(3), quint16(0));
    for (int point = 0; point < 4; ++point)
        glyph(quint8(1));
    glyph(qint16(50), qint16(0), qint16(900), qint16(0));     // x, each from the one before
    glyph(qint16(-50), qint16(900), qint16(0), qint16(-900)); // y
    return padded(glyph.take());
}

QByteArray nameTable(const QString &family)
{
    const QString style = QStringLiteral("Regular");
    QString plain = family;
    plain.remove(QLatin1Char(' '));
    const QString texts[] = {family, style, plain, family, QStringLiteral("Version 1.0"), plain};
    Bytes names;
    QByteArray storage;
    names(quint16(0), u16(std::size(texts)), u16(6 + 12 * std::size(texts)));
    for (size_t i = 0; i < std::size(texts); ++i) {
        const QString &text = texts[i];
        Bytes utf16;
        for (const QChar c : text)
            utf16(c.unicode());
        const QByteArray bytes = utf16.take();
        names(quint16(3), quint16(1), quint16(0x409), u16(static_cast<qsizetype>(i) + 1), u16(bytes.size()), u16(storage.size()));
        storage += bytes;
    }
    return names.take() + storage;
}

/// Format 12, for characters beyond the first plane.
QByteArray characterTable(const PlainFont &font)
{
    const qsizetype groups = font.characters.size();
    Bytes map;
    map(quint16(0), quint16(1), quint16(3), quint16(10), quint32(12));
    map(quint16(12), quint16(0), u32(16 + 12 * groups), quint32(0), u32(groups));
    quint32 glyph = 1;
    for (const auto &[first, last] : font.characters) {
        map(static_cast<quint32>(first), static_cast<quint32>(last), glyph);
        glyph += last - first + 1;
    }
    return map.take();
}

QByteArray metricsOfSystems(const PlainFont &font)
{
    Bytes os2;
    os2(quint16(4), static_cast<qint16>(font.advance), quint16(400), quint16(5), font.embedding);
    os2(qint16(650), qint16(600), qint16(0), qint16(75), qint16(650), qint16(600), qint16(0), qint16(350), qint16(50), qint16(300));
    os2(qint16(0), quint32(0), quint32(0), quint16(0)); // class and PANOSE
    os2(quint32(0), quint32(0), quint32(0), quint32(0), quint32(0x20202020), quint16(0x40));
    os2(quint16(0x20), quint16(0xFFFF), ascent, descent, qint16(0), quint16(ascent), quint16(-descent), quint32(1), quint32(0));
    os2(qint16(500), qint16(700), quint16(0), quint16(0x20), quint16(1));
    return os2.take();
}
} // namespace

QByteArray trueTypeFile(const PlainFont &font)
{
    qsizetype glyphs = 1;
    for (const auto &[first, last] : font.characters)
        glyphs += static_cast<qsizetype>(last - first) + 1;
    const QByteArray outline = font.outlines ? boxOutline() : QByteArray();

    Bytes head;
    head(quint32(0x00010000), quint32(0x00010000), quint32(0), quint32(0x5F0F3CF5), quint16(0x000B), emSize, quint64(0),
         quint64(0));
    head(qint16(0), descent, qint16(emSize), ascent, quint16(0), quint16(8), qint16(2), qint16(1), qint16(0));
    Bytes horizontal;
    horizontal(quint32(0x00010000), ascent, descent, qint16(0), font.advance, qint16(0), qint16(0), qint16(emSize));
    horizontal(qint16(1), qint16(0), qint16(0), qint16(0), qint16(0), qint16(0), qint16(0), qint16(0), quint16(2));
    Bytes most;
    most(quint32(0x00010000), u16(glyphs), quint16(4), quint16(1), quint16(0), quint16(0), quint16(1));
    most(quint16(0), quint16(0), quint16(0), quint16(0), quint16(0), quint16(0), quint16(0), quint16(0));
    Bytes advances;
    advances(emSize, qint16(0), font.advance, qint16(0));
    Bytes places;
    QByteArray outlines;
    for (qsizetype glyph = 0; glyph <= glyphs; ++glyph) {
        places(u32(outlines.size()));
        if (glyph > 0 && glyph < glyphs)
            outlines += outline;
        if (glyph > 1 && glyph < glyphs)
            advances(qint16(0));
    }
    Bytes post;
    post(quint32(0x00030000), quint32(0), qint16(-100), qint16(50), quint32(0), quint32(0), quint32(0), quint32(0), quint32(0));

    // In the order of their names, as the format wants them.
    QMap<QByteArray, QByteArray> tables{
        {"OS/2", metricsOfSystems(font)}, {"cmap", characterTable(font)}, {"glyf", outlines},      {"head", head.take()},
        {"hhea", horizontal.take()},      {"hmtx", advances.take()},      {"loca", places.take()}, {"maxp", most.take()},
        {"name", nameTable(font.family)}, {"post", post.take()}};
    const auto build = [&tables](quint32 adjustment) {
        Bytes directory;
        QByteArray content;
        constexpr int power = 8; // the greatest power of two among the ten tables
        directory(quint32(0x00010000), u16(tables.size()), quint16(power * 16), quint16(3), u16((tables.size() - power) * 16));
        const qsizetype begin = 12 + 16 * tables.size();
        for (auto table = tables.cbegin(); table != tables.cend(); ++table) {
            for (const char letter : table.key())
                directory(static_cast<quint8>(letter));
            directory(checksum(table.value()), u32(begin + content.size()), u32(table.value().size()));
            QByteArray bytes = table.value(); // its own sum is made without the adjustment of the file's
            if (table.key() == "head")
                bytes.replace(8, 4, Bytes()(adjustment).take());
            content += padded(bytes);
        }
        return directory.take() + content;
    };
    constexpr quint32 wantedSum = 0xB1B0AFBA; // of the whole file
    return build(wantedSum - checksum(build(0)));
}

} // namespace shisaku
