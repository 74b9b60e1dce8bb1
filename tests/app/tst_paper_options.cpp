// SPDX-License-Identifier: GPL-3.0-or-later
// Every option of `export` with every paper: it is seen on the paper, or it is refused by name and no paper is made.
#include "tests/support/program.h"
#include "views/pages/paper_catalog.h"

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

QString textOf(const QString &pdf)
{
    return runProgram(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s}).out.simplified().remove(u' ');
}

QString infoOf(const QString &pdf)
{
    return runProgram(u"pdfinfo"_s, {pdf}).out;
}

bool isGrey(const QString &pdf)
{
    const QString root = pdf.chopped(4);
    runProgram(u"pdftoppm"_s, {u"-r"_s, u"20"_s, u"-png"_s, u"-l"_s, u"1"_s, u"-singlefile"_s, pdf, root});
    const QImage image(root + u".png"_s);
    bool grey = !image.isNull();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            grey = grey && qAbs(qRed(pixel) - qBlue(pixel)) < 4 && qAbs(qRed(pixel) - qGreen(pixel)) < 4;
        }
    }
    return grey;
}
} // namespace

class PaperOptionsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_plan;
    QString path(const QString &name) const { return m_folder.filePath(name); }

private slots:
    void initTestCase()
    {
        m_plan = path(u"計画.dxplan"_s);
        QCOMPARE(shisakucho({u"new"_s, u"--sample"_s, u"izumo"_s, m_plan}).status, 0);
    }

    void anOptionIsSeenOnThePaperOrRefused_data()
    {
        QTest::addColumn<QString>("paper");
        for (const PaperEntry &entry : allPapers()) {
            if (entry.alone)
                QTest::newRow(entry.key) << QString::fromLatin1(entry.key);
        }
        QTest::newRow("data") << u"data"_s;
    }
    void anOptionIsSeenOnThePaperOrRefused()
    {
        QFETCH(QString, paper);
        const QString target = paper == u"data" ? path(u"データ"_s) : path(u"紙.pdf"_s);
        const QString plain = paper == u"data" ? path(u"データのみ"_s) : path(paper + u".pdf"_s);
        const auto exported = [&](const QStringList &options, const QString &to) {
            return shisakucho(QStringList{u"export"_s, m_plan, u"--as"_s, paper, u"--to"_s, to} + options);
        };
        const Outcome base = exported({}, plain);
        QVERIFY2(base.status == 0, qPrintable(base.err));
        const QString text = textOf(plain);
        const auto shows = [&](const QString &word) { return textOf(target).contains(word); };
        const auto differs = [&] { return textOf(target) != text && !textOf(target).isEmpty(); };

        using Option = PaperOption;
        const struct {
            QStringList option;
            PaperOptionSet means; // none: the size
            std::function<bool()> isSeen;
        } options[] = {
            {{u"--number"_s, u"資料77"_s}, Option::Number, [&] { return shows(u"資料77"_s); }},
            {{u"--date"_s, u"令和7年1月9日"_s}, Option::Date, [&] { return shows(u"令和7年1月9日"_s); }},
            {{u"--meeting"_s, u"第9回推進会議"_s}, Option::Meeting, [&] { return shows(u"第9回推進会議"_s); }},
            {{u"--mark"_s, u"素案"_s}, Option::Mark, [&] { return shows(u"素案"_s); }},
            {{u"--start-page"_s, u"41"_s}, Option::FirstPage, [&] { return shows(u"-41-"_s) || shows(u"41/"_s); }},
            {{u"--mono"_s}, Option::Look, [&] { return isGrey(target); }},
            {{u"--paper"_s, u"A3"_s}, {}, [&] { return infoOf(target).contains(u"A3"_s); }},
            {{u"--paper"_s, u"A4"_s}, {}, [&] { return infoOf(target).contains(u"A4"_s); }},
            {{u"--paper"_s, u"B5"_s}, {}, [] { return false; }},
            {{u"--measure"_s, u"13"_s}, Option::Measures, differs},
            {{u"--department"_s, u"防災安全課"_s}, Option::Measures, differs},
            {{u"--group-by"_s, u"field"_s}, Option::Grouping | Option::Classification, differs},
            {{u"--one-page"_s}, Option::OnePage, [&] { return infoOf(target).contains(QRegularExpression(u"Pages:\\s+1\\n"_s)); }},
            {{u"--notes-through"_s}, Option::NotesThrough, differs},
            {{u"--parts"_s, u"bodies"_s}, Option::Parts, differs},
        };
        for (const auto &[option, means, isSeen] : options) {
            QFile::remove(target);
            const Outcome outcome = exported(option, target);
            const QString told = u"%1 %2: %3 %4"_s.arg(paper, option.join(u' '), QString::number(outcome.status), outcome.err);
            const PaperEntry *entry = paperByKey(paper);
            const auto size = option.last() == u"A3" ? QPageSize::A3 : option.last() == u"A4" ? QPageSize::A4 : QPageSize::B5;
            const bool honoured = entry && (means ? entry->honours.testAnyFlags(means) : entry->sizes.contains(size));
            QVERIFY2((outcome.status == 0) == honoured, qPrintable(told));
            if (outcome.status == 0) {
                QVERIFY2(paper != u"data" && isSeen(), qPrintable(told));
                continue;
            }
            QVERIFY2(outcome.status == 2 && outcome.err.contains(option.first()) && outcome.err.contains(u"。"_s),
                     qPrintable(told));
            QVERIFY2(!QFile::exists(target), qPrintable(told));
        }
    }

    void aBookWithoutACoverBearsNoMark()
    {
        const QString pdf = path(u"表紙のない計画書.pdf"_s);
        const QStringList book{u"export"_s, m_plan, u"--as"_s, u"book"_s, u"--to"_s, pdf, u"--mark"_s, u"素案"_s, u"--parts"_s};
        const Outcome refused = shisakucho(book + QStringList{u"bodies"_s});
        QVERIFY2(refused.status == 2 && refused.err.contains(u"--mark"_s), qPrintable(refused.err));
        QVERIFY(!QFile::exists(pdf));
        QCOMPARE(shisakucho(book + QStringList{u"cover,bodies"_s}).status, 0);
        QVERIFY(textOf(pdf).contains(u"素案"_s));
    }

    /// What the usage promises to a council is not refused.
    void councilPapersBearTheirHead()
    {
        for (const QString &paper : {u"roadmap"_s, u"effects"_s, u"progress"_s, u"indicators"_s}) {
            const QString pdf = path(u"資料.pdf"_s);
            const Outcome outcome = shisakucho({u"export"_s, m_plan, u"--as"_s, paper, u"--to"_s, pdf, u"--number"_s, u"資料3"_s,
                                                u"--date"_s, u"令和7年1月9日"_s, u"--meeting"_s, u"推進会議"_s, u"--mark"_s,
                                                u"案"_s});
            QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
            for (const QString &word : {u"資料3"_s, u"令和7年1月9日"_s, u"推進会議"_s, u"（案）"_s})
                QVERIFY2(textOf(pdf).contains(word), qPrintable(paper + u": "_s + word));
        }
    }
};

QTEST_GUILESS_MAIN(PaperOptionsTest)
#include "tst_paper_options.moc"
