// SPDX-License-Identifier: GPL-3.0-or-later
// 提出用コピー: what cameras and programs wrote beside a picture stays in the house, the picture goes out as it is.
#include "models/edit/picture_metadata.h"
#include "models/edit/submission_copy.h"
#include "models/plan/carried.h"
#include "tests/support/rows.h"
#include "tests/support/small_plan.h"
#include "tests/support/warnings.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
constexpr auto secret = "HIMITSU";

QImage photograph()
{
    QImage image(40, 20, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, QColor(x * 6, y * 12, 128));
    }
    return image;
}

QByteArray encoded(const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    photograph().save(&buffer, format, 90);
    return bytes;
}

QByteArray segment(quint8 marker, const QByteArray &content)
{
    QByteArray bytes("\xff");
    bytes += static_cast<char>(marker);
    const auto length = static_cast<quint16>(content.size() + 2);
    bytes += static_cast<char>(length >> 8);
    bytes += static_cast<char>(length & 0xff);
    return bytes + content;
}

/// An EXIF segment of a little-endian camera: its name, the orientation, and a place.
QByteArray exif(int orientation)
{
    QByteArray tiff("II*\0\x08\0\0\0"
                    "\x03\0"
                    "\x0f\x01\x02\0\x08\0\0\0\x32\0\0\0" // Make
                    "\x12\x01\x03\0\x01\0\0\0",
                    8 + 2 + 12 + 8);
    tiff += static_cast<char>(orientation);
    tiff += QByteArray("\0\0\0"
                       "\x25\x88\x04\0\x01\0\0\0\x3a\0\0\0" // GPS
                       "\0\0\0\0",
                       3 + 12 + 4);
    return QByteArray("Exif\0\0", 6) + tiff + secret + QByteArray("\0", 1) + secret;
}

/// Behind the first segment, where cameras write.
QByteArray withSegments(QByteArray jpeg, const QByteArray &segments)
{
    const auto length = qFromBigEndian<quint16>(jpeg.constData() + 4);
    return jpeg.insert(4 + length, segments);
}

QByteArray chunk(const QByteArray &type, const QByteArray &content)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(static_cast<quint32>(content.size()), bytes.data());
    return bytes + type + content + QByteArray(4, '\0'); // readers of known chunks look at the sum; nobody reads these
}

QByteArray withChunks(QByteArray png, const QByteArray &chunks)
{
    return png.insert(png.indexOf("IDAT") - 4, chunks);
}

QImage shown(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    return reader.read();
}

/// A second program's word for what stands beside the picture: every segment and chunk by name.
QByteArray partsOf(const QByteArray &picture)
{
    static const QByteArray script =
        "\n"
        "import sys, struct, zlib\n"
        "b = sys.stdin.buffer.read()\n"
        "if b[:4] == b'\\x89PNG':\n"
        "    i = 8\n"
        "    while i < len(b):\n"
        "        n, t = struct.unpack('>I4s', b[i:i + 8])\n"
        "        assert zlib.crc32(b[i + 4:i + 8 + n]) == struct.unpack('>I', b[i + 8 + n:i + 12 + n])[0], t\n"
        "        print(t.decode(), end=' '); i += 12 + n\n"
        "else:\n"
        "    i = 2\n"
        "    while b[i + 1] != 0xd9:\n"
        "        m, n = b[i + 1], struct.unpack('>H', b[i + 2:i + 4])[0]\n"
        "        print('%02x' % m, end=' '); i += 2 + n\n"
        "        if m == 0xda:\n"
        "            while not (b[i] == 0xff and b[i + 1] != 0 and not 0xd0 <= b[i + 1] <= 0xd7): i += 1\n"
        "    assert i + 2 == len(b)\n";
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, QString::fromUtf8(script)});
    python.write(picture);
    python.closeWriteChannel();
    if (!python.waitForFinished() || python.exitCode() != 0)
        return "python3: " + python.readAllStandardError();
    return python.readAllStandardOutput().trimmed();
}
} // namespace

class SubmissionCopyTest : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void photographsLoseWhatTheCameraWrote()
    {
        const QByteArray plain = encoded("JPEG");
        const QByteArray beside = segment(0xe1, exif(1)) + segment(0xe1, QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + secret)
                                  + segment(0xed, QByteArray("Photoshop 3.0\0", 14) + secret) + segment(0xfe, secret)
                                  + segment(0xe2, QByteArray("MPF\0", 4) + secret);
        const auto stripped = withoutMetadata(withSegments(plain, beside) + "\xff\xd8\xff" + secret);
        QVERIFY(stripped);
        QCOMPARE(*stripped, plain); // to the byte: nothing was coded anew
    }

    void aPhotographStaysUpright()
    {
        const QByteArray turned = withSegments(encoded("JPEG"), segment(0xe1, exif(6)));
        const auto stripped = withoutMetadata(turned);
        QVERIFY(stripped);
        QVERIFY(!stripped->contains(secret));
        QCOMPARE(shown(*stripped), shown(turned));
        QCOMPARE(shown(*stripped).size(), QSize(20, 40));
        QCOMPARE(withoutMetadata(*stripped), stripped);
        QCOMPARE(partsOf(*stripped).count("e1"), 1);
    }

    void coloursKeepTheirProfile()
    {
        const QByteArray profile = segment(0xe2, QByteArray("ICC_PROFILE\0\1\1", 14) + "profile");
        const QByteArray jpeg = withSegments(encoded("JPEG"), profile);
        QCOMPARE(withoutMetadata(jpeg), std::optional(jpeg));
    }

    void picturesLoseTextsAndDates()
    {
        const QByteArray plain = encoded("PNG");
        QByteArray beside;
        for (const auto *type : {"tEXt", "iTXt", "zTXt", "tIME", "caBX", "prVW"})
            beside += chunk(type, secret);
        const auto stripped = withoutMetadata(withChunks(plain, beside) + secret);
        QVERIFY(stripped);
        QVERIFY(!stripped->contains(secret));
        QCOMPARE(shown(*stripped), photograph());
        for (const auto *type : {"tEXt", "iTXt", "zTXt", "tIME", "eXIf", "caBX", "prVW"})
            QVERIFY2(!partsOf(*stripped).contains(type), partsOf(*stripped).constData());
        QVERIFY(partsOf(*stripped).startsWith("IHDR"));
    }

    void aPictureKeepsOnlyItsOrientationOfExif()
    {
        const auto stripped = withoutMetadata(withChunks(encoded("PNG"), chunk("eXIf", exif(8).sliced(6))));
        QVERIFY(stripped);
        QVERIFY(!stripped->contains(secret));
        QVERIFY2(partsOf(*stripped).contains("eXIf"), partsOf(*stripped).constData()); // with a sum that is right
    }

    void drawingsLoseTheirEditor()
    {
        const QByteArray photo = withSegments(encoded("JPEG"), segment(0xfe, secret)).toBase64();
        const QByteArray svg =
            "<?xml version=\"1.0\"?>\n"
            "<!-- HIMITSU -->\n"
            "<!DOCTYPE svg [<!ENTITY colour \"red\"><!ENTITY HIMITSU \"x\">]>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
            "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"\n"
            " xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" width=\"40\" height=\"20\" "
            "sodipodi:docname=\"HIMITSU.svg\"\n"
            " inkscape:export-filename=\"/home/HIMITSU/x.png\" content=\"HIMITSU\">\n"
            "<metadata><rdf xmlns=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">HIMITSU</rdf></metadata>\n"
            "<sodipodi:namedview inkscape:current-layer=\"HIMITSU\"/><?tool HIMITSU?>\n"
            "<style>.a { fill: blue }</style>\n"
            "<rect class=\"a\" width=\"20\" height=\"20\" fill=\"&colour;\" inkscape:label=\"HIMITSU\"/><text "
            "xml:space=\"preserve\">  文 字 </text>\n"
            "<a xlink:href=\"file:///C:/Users/HIMITSU/a.docx\"><circle r=\"5\"/></a><a href=\"C:\\HIMITSU\"><circle r=\"4\"/></a>\n"
            "<image width=\"20\" height=\"20\" xlink:href=\"data:image/jpeg;base64,"
            + photo
            + "\"/>\n"
              "</svg>";
        const auto stripped = withoutMetadata(svg);
        QVERIFY(stripped);
        QVERIFY2(!stripped->contains(secret), stripped->constData());
        QVERIFY(!stripped->contains(QByteArray(secret).toBase64()));
        for (const auto *word : {"inkscape", "sodipodi", "metadata", "content="})
            QVERIFY2(!stripped->contains(word), word);
        for (const auto *word : {"fill=\"red\"", ".a { fill: blue }", "  文 字 ", "xml:space=\"preserve\"", "<circle r=\"4\""})
            QVERIFY2(stripped->contains(word), stripped->constData());
        const QString text = QString::fromUtf8(*stripped);
        static const QRegularExpression link(u"xlink:href=\"data:image/jpeg;base64,([^\"]*)\""_s);
        QCOMPARE(QByteArray::fromBase64(link.match(text).captured(1).toLatin1()), encoded("JPEG"));
        QCOMPARE(withoutMetadata(*stripped), stripped);
    }

    void whatCannotBeTakenApartIsNotLetThrough()
    {
        QVERIFY(!withoutMetadata("GIF89a"));
        QVERIFY(!withoutMetadata("<html/>"));
        QVERIFY(!withoutMetadata("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"));
        QVERIFY(!withoutMetadata(encoded("PNG").chopped(20)));
        QVERIFY(!withoutMetadata(QByteArray("\xff\xd8\xff\xe1\xff\xff short", 12)));
    }

    void theCopyHoldsPicturesWithoutMetadata()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"計画.dxplan"_s);
        const QString copy = folder.filePath(u"提出用.dxplan"_s);
        QVERIFY(PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()));
        const auto document = std::move(*PlanDocument::open(path, testEnvironment()));
        auto figure = made<Figure>();
        figure.caption = u"窓口の写真"_s;
        figure.image = withSegments(encoded("JPEG"), segment(0xe1, exif(1)) + segment(0xfe, secret));
        ChangeBuilder change(u"図"_s);
        change.insert(figure);
        QVERIFY(document->apply(std::move(change).build()));
        QVERIFY(writeSubmissionCopy(document->plan(), copy, testEnvironment()));
        QCOMPARE(QByteArray::fromHex(sqlite3(copy, u"select hex(image) from figure"_s)), encoded("JPEG"));
        QCOMPARE(QByteArray::fromHex(sqlite3(path, u"select hex(image) from figure"_s)), figure.image); // ours stays

        ChangeBuilder broken(u"図"_s);
        broken.set<&Figure::image>(figure.id, QByteArray("\xff\xd8\xff\xe1\xff\xff short", 12));
        QVERIFY(document->apply(std::move(broken).build()));
        const auto refused = writeSubmissionCopy(document->plan(), folder.filePath(u"別.dxplan"_s), testEnvironment());
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(u"窓口の写真"_s), qPrintable(refused.error().what));
        QVERIFY(!QFile::exists(folder.filePath(u"別.dxplan"_s)));
    }

    void theHousesOwnNotesStayInTheHouse()
    {
        QVERIFY(!carried(TableId::Annotation).submission);
        QVERIFY(carried(TableId::Measure).submission);
    }
};

QTEST_MAIN(SubmissionCopyTest)
#include "tst_submission_copy.moc"
