// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at PDF files with other programs (pdftotext, qpdf), for tests of what is printed.
#pragma once

#include "tests/support/samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRectF>
#include <QRegularExpression>

namespace shisaku::probe {

using namespace Qt::StringLiterals;

/// What a program prints; empty if it fails.
inline QByteArray outputOf(const QString &program, const QStringList &arguments, int *exitCode = nullptr)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60'000);
    if (exitCode)
        *exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return process.readAllStandardOutput();
}

/// What pdftotext prints.
inline QString pdfText(const QStringList &arguments)
{
    return QString::fromUtf8(outputOf(QStringLiteral("pdftotext"), QStringList{u"-enc"_s, u"UTF-8"_s} + arguments));
}

inline QString withoutSpaces(QString text)
{
    static const QRegularExpression spaces(u"[\\s\\x{3000}]+"_s);
    return text.remove(spaces);
}

/// The text of each page in the order in which it was drawn, without white space.
inline QStringList pageTexts(const QString &pdf)
{
    QStringList pages = pdfText({u"-raw"_s, pdf, u"-"_s}).split(u'\f');
    pages.removeLast(); // every page ends with a form feed
    for (QString &page : pages)
        page = withoutSpaces(page);
    return pages;
}

struct Word {
    QString text;
    QRectF box; ///< In points.
    int page = 0;
};

inline QList<Word> words(const QString &pdf)
{
    static const QRegularExpression tag(
        u"<(page) |<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">(.*?)</word>"_s);
    QList<Word> list;
    int page = -1;
    const QString html = pdfText({u"-bbox"_s, pdf, u"-"_s});
    for (auto found = tag.globalMatch(html); found.hasNext();) {
        const auto match = found.next();
        if (match.captured(1) == u"page") {
            ++page;
            continue;
        }
        const QPointF topLeft(match.captured(2).toDouble(), match.captured(3).toDouble());
        const QPointF bottomRight(match.captured(4).toDouble(), match.captured(5).toDouble());
        list << Word{match.captured(6), QRectF(topLeft, bottomRight), page};
    }
    return list;
}

/// Pairs of words that lie on each other; a rim of a tenth of their height, where no ink is, may touch.
inline QStringList overlaps(const QList<Word> &words)
{
    const auto ink = [](const Word &word) {
        const double rim = word.box.height() * 0.2;
        return word.box.adjusted(0.3, rim, -0.3, -rim);
    };
    QStringList found;
    for (qsizetype i = 0; i < words.size(); ++i) {
        for (qsizetype j = i + 1; j < words.size() && words[j].page == words[i].page; ++j) {
            if (ink(words[i]).intersects(ink(words[j])))
                found << u"page %1: %2 / %3"_s.arg(QString::number(words[i].page + 1), words[i].text, words[j].text);
        }
    }
    return found;
}

/// The objects of a file as qpdf shows them: "obj:1 0 R" → value.
inline QJsonObject objects(const QString &pdf)
{
    const auto json = QJsonDocument::fromJson(outputOf(u"qpdf"_s, {u"--json=2"_s, u"--json-key=qpdf"_s, pdf})).object();
    return json[u"qpdf"_s].toArray().at(1).toObject();
}

inline QJsonObject object(const QJsonObject &all, const QString &reference)
{
    return all[u"obj:"_s + reference].toObject()[u"value"_s].toObject();
}

} // namespace shisaku::probe
