// SPDX-License-Identifier: GPL-3.0-or-later
// Papers on machines with other fonts: the built program in a second process that sees only the fonts of a folder.
#include "tests/support/program.h"
#include "views/look/plain_font.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
Outcome shisakucho(const QStringList &arguments)
{
    return runProgram(QStringLiteral(SHISAKUCHO_PROGRAM), arguments);
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}
} // namespace

class FontsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// From now on programs see these fonts alone; with those the program asks for if `own`.
    void installOnly(const QList<PlainFont> &fonts, bool own)
    {
        const QString folder = path(u"fonts%1"_s.arg(++m_count));
        QVERIFY(QDir().mkpath(folder));
        for (const PlainFont &font : fonts)
            write(folder + u'/' + font.family + u".ttf"_s, trueTypeFile(font));
        if (own) {
            qunsetenv("FONTCONFIG_FILE");
            const QStringList files = runProgram(u"fc-list"_s, {u"-f"_s, u"%{file}\n"_s, u"BIZ UDPGothic"_s}).out.split(u'\n')
                                      + runProgram(u"fc-list"_s, {u"-f"_s, u"%{file}\n"_s, u"BIZ UDGothic"_s}).out.split(u'\n');
            for (const QString &file : files) {
                if (!file.isEmpty())
                    QFile::link(file, folder + u'/' + QFileInfo(file).fileName());
            }
        }
        const QString config = folder + u".conf"_s;
        write(config, u"<fontconfig><dir>%1</dir><cachedir>%1/cache</cachedir></fontconfig>"_s.arg(folder).toUtf8());
        qputenv("FONTCONFIG_FILE", config.toUtf8());
    }

    /// The sample with another title of measure 4.
    QString planTitled(const QString &title)
    {
        const QString plan = path(u"計画%1.dxplan"_s.arg(++m_count));
        shisakucho({u"new"_s, u"--sample"_s, u"izumo"_s, plan});
        const QString csv = path(u"measure.csv"_s);
        write(csv, u"id,title,short_title\nYW5W562Z3HNV,%1,%1\n"_s.arg(title).toUtf8());
        shisakucho({u"import"_s, csv, u"--into"_s, plan});
        return plan;
    }

    static Outcome sheet(const QString &plan, const QString &to, const QStringList &options = {})
    {
        return shisakucho(QStringList{u"export"_s, plan, u"--as"_s, u"sheets"_s, u"--measure"_s, u"4"_s, u"--to"_s, to} + options);
    }

    QImage pictureOf(const QString &pdf)
    {
        const QString root = path(u"絵%1"_s.arg(++m_count));
        runProgram(u"pdftoppm"_s, {u"-r"_s, u"60"_s, u"-png"_s, u"-singlefile"_s, pdf, root});
        return QImage(root + u".png"_s);
    }

private slots:
    void cleanup() { qunsetenv("FONTCONFIG_FILE"); }

    void aRareCharacterPrintsThroughASecondFont()
    {
        installOnly({{u"Second Font"_s, {{0x20BB7, 0x20BB7}}, 1000, true}}, true);
        const QString pdf = path(u"二つ目.pdf"_s);
        const Outcome outcome = sheet(planTitled(u"𠮷野の施設予約"_s), pdf);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(u"別の書体で印刷する文字"_s) && outcome.err.contains(u"「𠮷」（U+20BB7、1頁"_s),
                 qPrintable(outcome.err));
        QVERIFY(runProgram(u"pdffonts"_s, {pdf}).out.contains(u"SecondFont"_s));
        const QString without = path(u"一つ目.pdf"_s);
        QCOMPARE(sheet(planTitled(u"　野の施設予約"_s), without).status, 0);
        QVERIFY(pictureOf(pdf) != pictureOf(without)); // the character has ink; Qt's PDFs map nothing beyond the first plane to text
    }

    void withoutOneOnlyADraftIsMade()
    {
        installOnly({}, true);
        const QString plan = planTitled(u"𠮷野の施設予約"_s);
        for (const QString &ending : {u"pdf"_s, u"png"_s, u"svg"_s}) {
            const QString to = path(u"確定."_s + ending);
            const Outcome refused = sheet(plan, to);
            QCOMPARE(refused.status, 1);
            QVERIFY2(refused.err.contains(u"「𠮷」（U+20BB7、1頁"_s) && refused.err.contains(u"確定版は出しません"_s),
                     qPrintable(refused.err));
            QVERIFY(!QFile::exists(to));
        }
        const QString draft = path(u"案.pdf"_s);
        const Outcome outcome = sheet(plan, draft, {u"--mark"_s, u"案"_s});
        QVERIFY2(outcome.status == 0 && outcome.err.contains(u"「𠮷」"_s), qPrintable(outcome.err));
        QVERIFY(QFile::exists(draft));
    }

    void selectorsOfVariantsLeaveNoBox()
    {
        installOnly({}, true);
        const QString marked = planTitled(u"葛󠄀城市と祇󠄀園、☂️の施設予約"_s);
        const QString plain = planTitled(u"葛城市と祇園、☂の施設予約"_s);
        // ☂ is in no font here, which is beside the point.
        const QStringList draft{u"--mark"_s, u"案"_s};
        const Outcome outcome = sheet(marked, path(u"異体字.pdf"_s), draft);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(u"「葛󠄀」（U+845B U+E0100、1頁"_s), qPrintable(outcome.err));
        QCOMPARE(sheet(plain, path(u"元.pdf"_s), draft).status, 0);
        QVERIFY(!pictureOf(path(u"元.pdf"_s)).isNull());
        QCOMPARE(pictureOf(path(u"異体字.pdf"_s)), pictureOf(path(u"元.pdf"_s)));
        const QString text = runProgram(u"pdftotext"_s, {path(u"異体字.pdf"_s), u"-"_s}).out;
        QVERIFY2(text.contains(u"葛󠄀城市"_s) || text.contains(u"葛城市"_s), qPrintable(text));
        for (const QString &ending : {u"png"_s, u"svg"_s}) {
            QCOMPARE(sheet(marked, path(u"異体字."_s + ending), draft).status, 0);
            QCOMPARE(sheet(plain, path(u"元."_s + ending), draft).status, 0);
        }
        QCOMPARE(QImage(path(u"異体字.png"_s)), QImage(path(u"元.png"_s)));
        QFile svg(path(u"異体字.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(!svg.readAll().contains("\xF3\xA0\x84\x80"));
    }

    void aFontThatCannotGoIntoAFileIsRefusedByName_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<bool>("outlines");
        QTest::addColumn<int>("embedding");
        QTest::newRow("no outlines") << u"Bare Font"_s << false << 0;
        QTest::newRow("licence") << u"Closed Font"_s << true << 2;
    }
    void aFontThatCannotGoIntoAFileIsRefusedByName()
    {
        QFETCH(QString, family);
        QFETCH(bool, outlines);
        QFETCH(int, embedding);
        installOnly(
            {{family, {{0x20, 0x2FFF}, {0x3000, 0x9FFF}, {0xFF00, 0xFFEF}}, 1000, outlines, static_cast<quint16>(embedding)}},
            false);
        const QString pdf = path(u"読めない.pdf"_s);
        const Outcome refused = sheet(planTitled(u"施設予約"_s), pdf);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(u"「%1」"_s.arg(family)) && refused.err.contains(u"BIZ UDPGothic"_s),
                 qPrintable(refused.err));
        QVERIFY(!QFile::exists(pdf));
    }
};

QTEST_GUILESS_MAIN(FontsTest)
#include "tst_fonts.moc"
