// SPDX-License-Identifier: GPL-3.0-or-later
// Names keep the characters their bearers use; comparing looks through them.
#include "models/plan/stored_text.h"
#include "tests/support/warnings.h"

#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class StoredText : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void charactersOfNamesStay_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("unified");
        // The forms that Japanese names use, after the Unicode character database.
        const QList<std::pair<char32_t, char32_t>> names{
            {0xFA10, U'塚'}, {0xFA12, U'晴'}, {0xFA16, 0x732A}, {0xFA17, 0x76CA}, {0xFA18, U'礼'}, {0xFA19, U'神'}, {0xFA1A, U'祥'},
            {0xFA1B, U'福'}, {0xFA1C, U'靖'}, {0xFA1D, U'精'},  {0xFA1E, U'羽'},  {0xFA22, U'諸'}, {0xFA25, U'逸'}, {0xFA26, U'都'},
            {0xFA2A, U'飯'}, {0xFA2B, U'飼'}, {0xFA2C, U'館'},  {0xFA2D, U'鶴'},  {0xF9DC, U'隆'}, {0xF929, U'朗'}};
        for (const auto &[typed, unified] : names)
            QTest::addRow("U+%X", static_cast<unsigned>(typed)) << QString::fromUcs4(&typed, 1) << QString::fromUcs4(&unified, 1);
        QTest::newRow("beyond the first plane") << u"\U0002F80C"_s << u"\u349E"_s;
        QTest::newRow("ohm") << u"\u2126"_s << u"\u03A9"_s;
        QTest::newRow("kelvin") << u"\u212A"_s << u"K"_s;
        QTest::newRow("angstrom") << u"\u212B"_s << u"\u00C5"_s;
    }
    void charactersOfNamesStay()
    {
        QFETCH(QString, typed);
        QFETCH(QString, unified);
        QCOMPARE(storedText(typed), typed);
        const QString sentence = u"か\u3099く%1さん、ハ\u309A"_s;
        QCOMPARE(storedText(sentence.arg(typed)), u"がく%1さん、パ"_s.arg(typed));
        QCOMPARE(storedText(storedText(sentence.arg(typed))), storedText(sentence.arg(typed)));
        QVERIFY(isSameText(typed, unified));
        QCOMPARE(textToCompare(sentence.arg(typed)), textToCompare(sentence.arg(unified)));
    }

    void allElseIsComposed()
    {
        QCOMPARE(storedText(u"か\u3099"_s), u"が"_s);
        QCOMPARE(storedText(u"A\u030A"_s), u"\u00C5"_s);
        QCOMPARE(storedText(u"\u0958"_s), u"\u0958"_s.normalized(QString::NormalizationForm_C)); // becomes two
        QCOMPARE(storedText(QString()), QString());
        const QString usual = u"ＤＸ推進計画（案）㈱①ｶﾞ𠮷"_s;
        QCOMPARE(storedText(usual), usual);
    }

    void everyCharacterComesToRest()
    {
        for (char32_t c = 0x20; c < 0x30000; ++c) {
            if (QChar::isSurrogate(c))
                continue;
            const QString text = QString::fromUcs4(&c, 1);
            const QString stored = storedText(text);
            QVERIFY(storedText(stored) == stored);
            QVERIFY(textToCompare(stored) == textToCompare(text));
        }
    }
};

QTEST_GUILESS_MAIN(StoredText)
#include "tst_stored_text.moc"
