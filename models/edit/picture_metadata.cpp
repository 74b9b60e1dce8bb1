// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/picture_metadata.h"

#include "models/edit/svg_metadata.h"

#include <QtEndian>

#include <array>

namespace shisaku {

namespace {
constexpr char pngMagic[] = "\x89PNG\r\n\x1a\n";
constexpr char jpegMagic[] = "\xff\xd8\xff";
constexpr char exifMark[] = "Exif\0"; // and a second zero, which ends the literal

// Markers of ISO/IEC 10918-1, table B.1.
constexpr quint8 startOfScan = 0xDA;
constexpr quint8 endOfImage = 0xD9;
constexpr quint8 comment = 0xFE;
constexpr quint8 firstApplication = 0xE0;
constexpr quint8 lastApplication = 0xEF;

constexpr int noOrientation = 1;

/// The orientation (1–8) that a TIFF directory states, as EXIF wraps it; 1 where it states none.
int orientationOf(QByteArrayView tiff)
{
    constexpr quint16 orientationTag = 0x0112;
    constexpr qsizetype entrySize = 12;
    if (tiff.size() < 8)
        return noOrientation;
    const bool little = tiff.startsWith("II");
    const auto number = [&](qsizetype at, int bytes) -> quint32 {
        if (at < 0 || at + bytes > tiff.size())
            return 0;
        const char *from = tiff.data() + at;
        if (bytes == 2)
            return little ? qFromLittleEndian<quint16>(from) : qFromBigEndian<quint16>(from);
        return little ? qFromLittleEndian<quint32>(from) : qFromBigEndian<quint32>(from);
    };
    const qsizetype directory = number(4, 4);
    const auto entries = static_cast<qsizetype>(number(directory, 2));
    for (qsizetype i = 0; i < entries; ++i) {
        const qsizetype entry = directory + 2 + i * entrySize;
        if (number(entry, 2) != orientationTag)
            continue;
        const auto orientation = static_cast<int>(number(entry + 8, 2));
        return orientation >= 1 && orientation <= 8 ? orientation : noOrientation;
    }
    return noOrientation;
}

/// A TIFF directory that states the orientation and nothing else.
QByteArray tiffOf(int orientation)
{
    QByteArray tiff("MM\0\x2a\0\0\0\x08" // big-endian, the directory follows
                    "\0\x01"             // one entry
                    "\x01\x12\0\x03\0\0\0\x01\0\0\0\0"
                    "\0\0\0\0", // no further directory
                    26);
    tiff[19] = static_cast<char>(orientation);
    return tiff;
}

QByteArray bigEndian(quint32 number, int bytes)
{
    std::array<char, 4> all{};
    qToBigEndian(number, all.data());
    return QByteArray(all.data() + 4 - bytes, bytes);
}

/// Without its thumbnail.
QByteArray jfifSegment(QByteArrayView segment)
{
    constexpr qsizetype withoutThumbnail = 18; // marker, length and what the standard states before the thumbnail
    QByteArray kept = segment.first(std::min(segment.size(), withoutThumbnail)).toByteArray();
    if (segment.size() > withoutThumbnail) {
        kept[2] = 0;
        kept[3] = withoutThumbnail - 2;
        kept[16] = kept[17] = 0;
    }
    return kept;
}

/// What stays of a segment; `content` is what follows its length.
QByteArray keptOf(quint8 marker, QByteArrayView segment, QByteArrayView content)
{
    const auto begins = [content](const char *text, qsizetype size) { return content.startsWith(QByteArrayView(text, size)); };
    if (marker == firstApplication)
        return begins("JFIF", 5) ? jfifSegment(segment) : QByteArray();
    if (marker == firstApplication + 1 && begins(exifMark, 6)) {
        const int orientation = orientationOf(content.sliced(6));
        if (orientation == noOrientation)
            return {};
        const QByteArray tiff = tiffOf(orientation);
        return QByteArray("\xff\xe1") + bigEndian(static_cast<quint32>(tiff.size()) + 8, 2) + QByteArray(exifMark, 6) + tiff;
    }
    const bool look = (marker == firstApplication + 2 && begins("ICC_PROFILE", 12))
                      || (marker == firstApplication + 14 && begins("Adobe", 5)); // says how colours are coded
    if ((marker > firstApplication && marker <= lastApplication && !look) || marker == comment)
        return {};
    return segment.toByteArray();
}

std::optional<QByteArray> strippedJpeg(QByteArrayView jpeg)
{
    QByteArray kept = jpeg.first(2).toByteArray();
    qsizetype at = 2;
    const auto byte = [&jpeg](qsizetype i) { return static_cast<quint8>(jpeg[i]); };
    while (at + 1 < jpeg.size()) {
        if (byte(at) != 0xFF)
            return std::nullopt;
        const quint8 marker = byte(at + 1);
        if (marker == 0xFF) { // filling
            ++at;
            continue;
        }
        if (marker == endOfImage)
            return kept + "\xff\xd9"; // what follows is no part of the picture
        if (at + 4 > jpeg.size())
            return std::nullopt;
        const qsizetype length = byte(at + 2) << 8 | byte(at + 3);
        if (length < 2 || at + 2 + length > jpeg.size())
            return std::nullopt;
        kept += keptOf(marker, jpeg.sliced(at, length + 2), jpeg.sliced(at + 4, length - 2));
        at += length + 2;
        if (marker != startOfScan)
            continue;
        // Coded pixels, up to a marker that neither stuffs a byte nor restarts the coder.
        const qsizetype begin = at;
        while (at + 1 < jpeg.size() && (byte(at) != 0xFF || byte(at + 1) == 0 || (byte(at + 1) >= 0xD0 && byte(at + 1) <= 0xD7)))
            ++at;
        kept += jpeg.sliced(begin, at - begin);
    }
    return kept + "\xff\xd9"; // a picture without its end is shown as far as it goes
}

/// CRC-32 of ISO 3309, as PNG has it.
quint32 crcOf(QByteArrayView bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

std::optional<QByteArray> strippedPng(QByteArrayView png)
{
    // What the look depends on; all others are texts, dates and private matters of programs.
    static constexpr std::array look{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP",
                                     "sBIT", "sRGB", "cICP", "bKGD", "pHYs", "hIST", "sPLT"};
    QByteArray kept = png.first(8).toByteArray();
    qsizetype at = 8;
    while (at + 12 <= png.size()) {
        const auto length = qsizetype(qFromBigEndian<quint32>(png.data() + at));
        if (length > png.size() - at - 12)
            return std::nullopt;
        const QByteArrayView type = png.sliced(at + 4, 4);
        if (std::any_of(look.begin(), look.end(), [&](const char *name) { return type == name; })) {
            kept += png.sliced(at, length + 12);
        } else if (const int orientation = type == "eXIf" ? orientationOf(png.sliced(at + 8, length)) : noOrientation;
                   orientation != noOrientation) {
            const QByteArray chunk = "eXIf" + tiffOf(orientation);
            kept += bigEndian(static_cast<quint32>(chunk.size()) - 4, 4) + chunk + bigEndian(crcOf(chunk), 4);
        }
        if (type == "IEND")
            return kept;
        at += length + 12;
    }
    return std::nullopt;
}
} // namespace

std::optional<QByteArray> withoutMetadata(const QByteArray &picture)
{
    if (picture.startsWith(QByteArrayView(pngMagic, 8)))
        return strippedPng(picture);
    if (picture.startsWith(QByteArrayView(jpegMagic, 3)))
        return strippedJpeg(picture);
    return svgWithoutMetadata(picture);
}

} // namespace shisaku
