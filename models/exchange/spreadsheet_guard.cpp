// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/spreadsheet_guard.h"

#include "models/plan/field.h"

#include <QRegularExpression>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr QChar guard = u'\'';

/// Excel shows so many digits, the point among them, and saves no more than it shows.
constexpr qsizetype mostShown = 11;

QStringView behindGuards(QStringView text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != guard; });
    return text.sliced(first - text.begin());
}

bool isShownWhole(QStringView digits)
{
    return digits.size() - (digits.startsWith(u'-') ? 1 : 0) <= mostShown && !digits.contains(u"0.0000");
}

/// Whether a text is a number that spreadsheets write with the very same digits.
bool isKeptNumber(const QString &text)
{
    static const QRegularExpression number(u"^(?:0|-?(?:[1-9][0-9]*|(?:0|[1-9][0-9]*)\\.[0-9]*[1-9]))$"_s);
    return isShownWhole(text) && number.match(text).hasMatch();
}

/// Letters and signs of full width as Japanese spreadsheets read them; 「①」 is none.
QString halfWidth(QStringView text)
{
    QString half = text.toString();
    for (QChar &c : half) {
        if (c >= u'！' && c <= u'～')
            c = QChar(c.unicode() - u'！' + u'!');
        else if (c == u'　' || c == QChar::Nbsp)
            c = u' ';
        else if (c == u'￥')
            c = u'¥';
    }
    return half;
}

/// Whether a spreadsheet would run the text as a formula. Excel takes signs of full width for it too; 「－」 alone is none.
bool looksLikeFormula(QStringView text)
{
    if (text.isEmpty())
        return false;
    return QStringView(u"=+-@\t\r").contains(text.first(1))
           || (text.size() > 1 && QStringView(u"＝＋－＠").contains(text.first(1)));
}

/// Whether a text consists of nothing but what numbers, dates, times, shares and sums of money are written with, in Japanese or
/// English. It takes more than spreadsheets do: a guard too many changes nothing.
bool looksLikeValue(QStringView text)
{
    static const QRegularExpression truth(u"^ *(?:true|false) *$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression value(
        u"^ *(?:[MTSHR](?=[0-9]+[-./]))?"
        "(?>[0-9 .,/:+()%'¥\\\\$€£−-]|(?<=[0-9.])E(?=[+-]?[0-9])|(?<=[0-9])T(?=[0-9])|(?<= )[AP](?![A-Z])|(?<![A-Z])(?:[AP]M|"
        "JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEP(?:T(?:EMBER)?)?|OCT(?:OBER)?|"
        "NOV(?:EMBER)?|DEC(?:EMBER)?)(?![A-Z]))*+$"_s,
        QRegularExpression::CaseInsensitiveOption);
    // 4月1日 is a day to them, 4月 or 令和4年 alone is none.
    static const QRegularExpression japanese(
        u"^ *(?:明治|大正|昭和|平成|令和|[MTSHR])?(?:元|[0-9]+) *[年月時分][ .:0-9元年月日時分秒]*[0-9][ .:0-9元年月日時分秒]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const bool hasDigit = std::any_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return hasDigit ? value.match(text).hasMatch() || japanese.match(text).hasMatch() : truth.match(text).hasMatch();
}

/// Whether an apostrophe before the text is a guard, in files of this release or the first.
bool isGuardable(QStringView text)
{
    const QStringView content = behindGuards(text);
    return looksLikeFormula(content) || (!isKeptNumber(content.toString()) && looksLikeValue(halfWidth(content)));
}
} // namespace

QString guardedForSpreadsheets(const QString &text, bool number)
{
    const bool kept = number ? isDecimalDigits(text) && isShownWhole(text) : isKeptNumber(text);
    return !kept && isGuardable(text) ? guard + text : text;
}

QString withoutGuard(const QString &cell)
{
    return cell.startsWith(guard) && isGuardable(cell) ? cell.sliced(1) : cell;
}

} // namespace shisaku
