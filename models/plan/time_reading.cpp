// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/time_reading.h"

#include "models/plan/era.h"
#include "models/plan/search_form.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TimeReading)
};

/// A text in which a time is looked for; refusals show it as it was typed.
struct Typed {
    QString text; ///< Half-width, with single spaces.
    QString shown;

    explicit Typed(QStringView typed) :
        text(plainForm(typed).simplified()), shown(typed.trimmed().left(60).toString())
    {}

    Error refused(const QString &what, const QString &remedy) const { return {ErrorKind::Invalid, what.arg(shown), remedy, {}}; }

    Error unreadable() const
    {
        return refused(Texts::tr("「%1」は時期として読めません。"),
                       Texts::tr("「R5」「令和5年4月」「2023/4/1」「R5上」「～」「未定」のように入力してください。"));
    }
    Error withoutYear() const
    {
        return refused(Texts::tr("「%1」には年がありません。"), Texts::tr("「R6.4.1」「R6.4」のように、年から入力してください。"));
    }

    /// A time within the years and the calendar that plans know, or the refusal.
    Result<PlanTime> checked(const PlanTime &time) const
    {
        using Precision = PlanTime::Precision;
        if (PlanTime::fromText(time.toText()) == time)
            return time;
        if (time.precision() != Precision::Day && time.precision() != Precision::Month)
            return unreadable();
        return refused(Texts::tr("「%1」は時期として読めません。その年月日はありません。"), Texts::tr("原典を確かめて、入力し直してください。"));
    }
};

/// Takes off the midnight that spreadsheets add to a day.
QString withoutMidnight(QString text)
{
    static const QRegularExpression midnight(u"(?<=\\d)(?: |T)0?0:00(?::00(?:\\.0+)?)?Z?$"_s);
    return text.remove(midnight);
}

/// Oct-20 and October 2020 are a month, 1-Oct-20 and 1 October 2020 a day: spreadsheets write a day without a year as 1-Oct.
std::optional<Result<PlanTime>> englishMonth(const Typed &typed)
{
    static const QRegularExpression pattern(
        u"^(?:(\\d{1,2})[- ])?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?(?:[- ](\\d{4}|\\d{2}))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(typed.text);
    if (!match.hasMatch())
        return std::nullopt;
    if (match.capturedLength(3) == 0)
        return typed.withoutYear();
    static constexpr QStringView names = u"janfebmaraprmayjunjulaugsepoctnovdec";
    const int month = static_cast<int>(names.indexOf(match.captured(2).toLower()) / 3) + 1;
    int year = match.captured(3).toInt();
    if (match.capturedLength(3) == 2)
        year += year < 70 ? 2000 : 1900; // plans look ahead further than the thirty years of spreadsheets
    return typed.checked(match.capturedLength(1) == 0 ? PlanTime::month(year, month)
                                                      : PlanTime::day(year, month, match.captured(1).toInt()));
}

/// Days and months in digits that do not begin with the year, as spreadsheets set to another country write them.
std::optional<Result<PlanTime>> yearNotFirst(const Typed &typed)
{
    static const QRegularExpression noYear(u"^(?:\\d{1,2}月(?:\\d{1,2}日?)?|\\d{1,2}[-/.]\\d{1,2})$"_s);
    if (noYear.match(typed.text).hasMatch())
        return typed.withoutYear();
    static const QRegularExpression pattern(u"^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{1,2})$"_s);
    const auto match = pattern.match(typed.text);
    if (!match.hasMatch())
        return std::nullopt;
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).toInt();
    if (match.capturedLength(3) < 4 || (first <= 12 && second <= 12 && first != second))
        return typed.refused(Texts::tr("「%1」は、年・月・日の順が分かりません。"),
                             Texts::tr("「R6.4.1」「2024/4/1」のように、4桁の西暦か元号の年から入力してください。"));
    const bool monthFirst = first <= 12;
    return typed.checked(PlanTime::day(match.captured(3).toInt(), monthFirst ? first : second, monthFirst ? second : first));
}

/// Why a text is no time although it tells one: a quarter, or the number of a day.
std::optional<Error> knownRefusal(const Typed &typed)
{
    static const QRegularExpression quarter(u"^(.*?)(?:第?[1-4一二三四]四半期|[.-]?Q[1-4]|[1-4]Q)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (const auto match = quarter.match(typed.text); match.hasMatch())
        return typed.refused(Texts::tr("「%1」は四半期です。時期は、日・月・半期・年度・年で表します。"),
                             Texts::tr("四半期の始まりか終わりの月を、「R6.4」「R6.6」のように入力してください。"));
    static const QRegularExpression serial(u"^[345]\\d{4}(?:\\.\\d+)?$"_s); // from 1982 to 2064
    if (serial.match(typed.text).hasMatch())
        return typed.refused(Texts::tr("「%1」は、表計算ソフトが日付を表す番号と思われます。"),
                             Texts::tr("表計算ソフトでセルの表示形式を日付にしてから、写すか保存し直してください。"));
    return std::nullopt;
}

constexpr char16_t era[] = u"(?:明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr])";

/// The western year of an era's year: 令和, 6.
int westernYear(const QString &eraName, const QString &year)
{
    const int count = year == u"元" ? 1 : year.toInt();
    if (eraName.isEmpty())
        return count;
    for (const auto *name : {u"明治", u"大正", u"昭和", u"平成", u"令和"}) {
        if (eraName.at(0) == name[0])
            return Era::byName(name)->gregorianYear(count);
    }
    return Era::byName(eraName)->gregorianYear(count);
}

/// 令和6(2024)年度 as 令和6年度: of two names of one year the first. Nothing if they are not one year.
std::optional<QString> withoutSecondName(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(%1)?(元|\\d{1,4})(年度|年)?\\((?:西暦)?(%1)?(元|\\d{1,4})(年度|年)?\\)(年度|年)?(.*)$"_s.arg(QStringView(era)));
    const auto match = pattern.match(text);
    if (!match.hasMatch() || (match.capturedLength(1) > 0) == (match.capturedLength(4) > 0))
        return text;
    if (westernYear(match.captured(1), match.captured(2)) != westernYear(match.captured(4), match.captured(5)))
        return std::nullopt;
    QString unit = match.captured(3);
    for (const int other : {7, 6}) {
        if (unit.isEmpty())
            unit = match.captured(other);
    }
    return match.captured(1) + match.captured(2) + unit + match.captured(8);
}

/// Takes off 「現在」 and the like, which say what the time is of and nothing about when.
QString withoutAsOf(QString text)
{
    static const QRegularExpression asOf(u"(?:(?:現在|時点)|(?<=年|度|月)[中内])$"_s);
    return text.remove(asOf);
}

/// The weekday behind a day, taken off; 1 is Monday, 0 none.
int takenWeekday(QString &text)
{
    static const QRegularExpression pattern(u"日?(?:\\(([月火水木金土日])(?:曜日?)?\\)|([月火水木金土日])曜日?)$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return 0;
    const QString day = match.captured(1) + match.captured(2);
    text.truncate(match.capturedStart() + (match.captured().startsWith(u'日') ? 1 : 0));
    return static_cast<int>(QStringView(u"月火水木金土日").indexOf(day)) + 1;
}

/// The time that a text of the usual order tells; unknown if it tells none. It may be beyond the calendar.
PlanTime yearFirst(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(%1)?(元|\\d{1,4})(年度|年|[./-])?"
        "(?:(上半期|下半期|上期|下期|上|下)|(\\d{1,2})(?:月|(?=$|末)|[./-](?=\\d))(?:(\\d{1,2})日?)?)?(?:末)?$"_s.arg(
            QStringView(era)));
    const auto match = pattern.match(text);
    const QString eraName = match.captured(1);
    if (!match.hasMatch() || (eraName.isEmpty() && match.capturedLength(2) != 4))
        return {};
    if (!eraName.isEmpty() && match.captured(2) != u"元" && match.captured(2).toInt() == 0)
        return {}; // eras begin with their first year
    const QString separator = match.captured(3);
    const int year = westernYear(eraName, match.captured(2));
    if (const QString which = match.captured(4); !which.isEmpty())
        return PlanTime::half(year, which.startsWith(u'上') ? 1 : 2);
    if (match.capturedLength(5) > 0) {
        if (separator.isEmpty() || separator == u"年度")
            return {};
        const int month = match.captured(5).toInt();
        return match.capturedLength(6) == 0 ? PlanTime::month(year, month) : PlanTime::day(year, month, match.captured(6).toInt());
    }
    if (separator == u"年度" || (separator.isEmpty() && !eraName.isEmpty()))
        return PlanTime::fiscalYear(year);
    return separator.isEmpty() || separator == u"年" ? PlanTime::calendarYear(year) : PlanTime();
}

/// One time, not looking whether a text that is none is a span.
Result<PlanTime> readOne(QStringView entered)
{
    Typed typed(entered);
    if (const auto canonical = PlanTime::fromText(typed.text))
        return *canonical;
    typed.text = withoutMidnight(typed.text);
    for (const auto &read : {englishMonth(typed), yearNotFirst(typed)}) {
        if (read)
            return *read;
    }
    typed.text.remove(u' ');
    static const QStringList unknown{u"未定"_s, u"期間未定"_s, u"不明"_s, u"-"_s,  u"―"_s,
                                     u"—"_s,    u"–"_s,        u"−"_s,    u"ー"_s, u"..."_s};
    if (unknown.contains(typed.text) || typed.text.endsWith(u"記載なし"))
        return PlanTime();
    if (typed.text == u"~" || typed.text == u"〜")
        return PlanTime::open();
    if (const auto refused = knownRefusal(typed))
        return *refused;
    QString text = withoutAsOf(typed.text);
    const int weekday = takenWeekday(text);
    const auto named = withoutSecondName(text);
    if (!named)
        return typed.refused(Texts::tr("「%1」は、元号の年と西暦の年が合いません。"),
                             Texts::tr("原典を確かめて、どちらか一方の年を入力してください。"));
    const PlanTime time = yearFirst(*named);
    if (time.isUnknown() || (weekday > 0 && time.precision() != PlanTime::Precision::Day))
        return typed.unreadable();
    auto checked = typed.checked(time);
    if (checked && weekday > 0 && QDate(time.year(), time.monthOfYear(), time.dayOfMonth()).dayOfWeek() != weekday)
        return typed.refused(Texts::tr("「%1」は、日付と曜日が合いません。"),
                             Texts::tr("原典を確かめて、曜日を付けずに入力してください。"));
    return checked;
}

/// What one end of a span leaves to the other: 令和6～8年度, 2024～2026年度, 令和6年4月～9月.
void completeSides(QString &from, QString &to)
{
    static const QRegularExpression unitAtEnd(u"(年度|年)末?$"_s);
    static const QRegularExpression yearAlone(u"^%1?(?:元|\\d{1,4})$"_s.arg(QStringView(era)));
    static const QRegularExpression begins(u"^(%1)(?:元|\\d{1,2})"_s.arg(QStringView(era)));
    static const QRegularExpression eraYearBegins(u"^(?:元|\\d{1,2})(?!\\d)"_s);
    static const QRegularExpression yearBegins(u"^%1?(?:元|\\d{1,4})年(?!度)"_s.arg(QStringView(era)));
    static const QRegularExpression monthAlone(u"^\\d{1,2}月"_s);
    if (const auto unit = unitAtEnd.match(to); unit.hasMatch() && yearAlone.match(from).hasMatch())
        from += unit.captured(1);
    if (const auto year = yearBegins.match(from); year.hasMatch() && monthAlone.match(to).hasMatch())
        to.prepend(year.captured());
    if (const auto name = begins.match(from); name.hasMatch() && eraYearBegins.match(to).hasMatch())
        to.prepend(name.captured(1));
}

/// The two sides of a text that tells a span; the side that is not bounded is empty.
std::optional<std::pair<QString, QString>> sidesOf(QStringView typed)
{
    QString text = plainForm(typed).simplified().remove(u' ');
    static const QRegularExpression onward(u"^(.+?)(?:以降|以後|から|より)$"_s);
    static const QRegularExpression until(u"^(.+?)(?:まで|迄|以前)$"_s);
    static const QRegularExpression between(u"^(.*?)(?:から|より|[~〜→―—–])(.*?)(?:まで|迄)?$"_s);
    static const QRegularExpression hyphen(u"^(.*?)(?<=\\d|度|年|月|日)-(?=%1?\\d{1,4})(.*)$"_s.arg(QStringView(era)));
    if (const auto match = onward.match(text); match.hasMatch())
        return std::pair(match.captured(1), QString());
    if (const auto match = until.match(text); match.hasMatch() && !between.match(text).hasMatch())
        return std::pair(QString(), match.captured(1));
    for (const auto &match : {between.match(text), hyphen.match(text)}) {
        QString from = match.captured(1);
        QString to = match.captured(2);
        if (from.isEmpty() && to.isEmpty())
            continue;
        completeSides(from, to);
        return std::pair(from, to);
    }
    return std::nullopt;
}
} // namespace

std::optional<PlanTime> PlanTime::fromJapanese(QStringView text)
{
    const auto time = readTime(text);
    return time ? std::optional(*time) : std::nullopt;
}

Result<PlanTime> readTime(QStringView typed)
{
    const auto one = readOne(typed);
    if (one || !readTimeSpan(typed))
        return one;
    return Typed(typed).refused(Texts::tr("「%1」は期間で、一つの時期ではありません。"),
                                Texts::tr("開始と終了に分けて入力してください。限りのない側は「～」とします。"));
}

Result<std::pair<PlanTime, PlanTime>> readTimeSpan(QStringView typed)
{
    const auto one = readOne(typed);
    if (one)
        return std::pair(*one, *one);
    const auto sides = sidesOf(typed);
    if (!sides)
        return one.error();
    const auto side = [](const QString &text) { return text.isEmpty() ? Result<PlanTime>(PlanTime::open()) : readOne(text); };
    const auto from = side(sides->first);
    const auto to = side(sides->second);
    if (!from || !to)
        return from ? to.error() : from.error();
    if (!(from->isDated() || to->isDated()))
        return one.error();
    return std::pair(*from, *to);
}

} // namespace shisaku
