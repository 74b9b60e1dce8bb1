// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/written_number.h"

#include "models/plan/decimal.h"
#include "models/plan/search_form.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(WrittenNumber)
};

constexpr qint64 secondsPerMinute = 60;
constexpr qint64 secondsPerHour = 3'600;
const QString hours = u"時間"_s;
const QString minutes = u"分"_s;

/// Full-width forms, spaces and the many minus signs as ASCII has them. Nothing else: 10² is not 102.
QString plain(const QString &typed)
{
    QString text = typed;
    for (QChar &c : text) {
        if (c >= QChar(0xFF01) && c <= QChar(0xFF5E))
            c = QChar(c.unicode() - 0xFEE0);
        else if (c == QChar(0xFFE5) || c == u'\\')
            c = u'¥';
        else if (c.isSpace())
            c = u' ';
        else if (u"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63"_s.contains(c))
            c = u'-';
    }
    return text.trimmed();
}

bool meansUnknown(const QString &text)
{
    static const QSet<QString> words{u"-"_s,    u"ー"_s,     u"…"_s,      u"……"_s,     u"..."_s,    u"‥"_s,       u"未定"_s,
                                     u"不明"_s, u"未集計"_s, u"集計中"_s, u"未設定"_s, u"未公表"_s, u"該当なし"_s};
    return words.contains(text);
}

/// Units that are the same word: 4か所 and 4箇所, 2h and 2時間.
QString foldedUnit(const QString &unit)
{
    static const QRegularExpression places(u"[かカヵヶケ个個箇]所"_s);
    static const QRegularExpression hourWords(u"^(h|hr|hrs|hour|hours)(?=$|/)"_s);
    QString folded = searchForm(unit);
    folded.removeIf([](QChar c) { return c.isSpace(); });
    folded.replace(places, u"箇所"_s).replace(hourWords, hours).replace(u"パーセント"_s, u"%"_s);
    return folded == u"名" ? u"人"_s : folded;
}

/// The units in which a field counts, the first one named where another is typed; empty for a bare number.
QStringList unitsOf(const Field &field)
{
    struct Known {
        const Field *field;
        QStringList units;
    };
    static const QStringList percent{u"%"_s};
    static const Known list[] = {
        {&fieldOf<&Effect::hours_before>(), {hours}},
        {&fieldOf<&Effect::hours_after>(), {hours}},
        {&fieldOf<&Effect::printed_saved>(), {hours}},
        {&fieldOf<&Effect::printed_rate>(), percent},
        {&fieldOf<&CaseValue::printed_share>(), percent},
        {&fieldOf<&SurveyTotal::printed_share>(), percent},
        {&fieldOf<&Effect::task_count>(), {u"業務"_s, u"件"_s, u"本"_s, u"事務"_s, u"手続"_s, u"手続き"_s, u"作業"_s}},
        {&fieldOf<&Effect::printed_departments>(), {u"部署"_s, u"課"_s, u"箇所"_s, u"所属"_s, u"課室"_s, u"部門"_s}},
        {&fieldOf<&SurveyTotal::count>(), {u"件"_s, u"取組"_s, u"項目"_s, u"施策"_s}},
        {&fieldOf<&Budget::amount>(), {u"千円"_s}},
        {&fieldOf<&Block::height>(), {u"mm"_s}},
    };
    const auto known = std::find_if(std::begin(list), std::end(list), [&field](const Known &each) { return each.field == &field; });
    return known == std::end(list) ? QStringList() : known->units;
}

bool statesUnitInRow(const Field &field)
{
    return &field == &fieldOf<&IndicatorValue::value>() || &field == &fieldOf<&CaseValue::before>()
           || &field == &fieldOf<&CaseValue::after>();
}

/// Whether what stands behind a figure is a unit at all, not more of a figure (10～20, 120①).
bool looksLikeUnit(const QString &unit)
{
    static const QRegularExpression letters(u"^[\\p{L}\\p{Sc}%‰/()]+$"_s);
    return unit.contains(letters);
}

/// Whether the size of a figure hangs on the unit, so that it must not be dropped.
bool changesSize(const QString &unit)
{
    static const QRegularExpression sizes(u"[%‰割千万億兆円時分秒日週月年倍a-z]|ポイント"_s);
    return unit.contains(sizes);
}

/// `seconds` in hours or minutes, with as many places as fields keep.
QString inUnit(qint64 seconds, qint64 secondsPerUnit)
{
    constexpr qint64 millionth = 1'000'000;
    const qint64 whole = seconds / secondsPerUnit;
    const qint64 rest = (seconds % secondsPerUnit * millionth + secondsPerUnit / 2) / secondsPerUnit;
    const QString fraction = QString::number(rest).rightJustified(Decimal::places, u'0');
    return Decimal::fromText(u"%1.%2"_s.arg(whole).arg(fraction)).value_or(Decimal()).toText();
}

/// Takes a figure apart: sign, digits, unit; then fits it into the field.
class Reader {
public:
    Reader(const Field &field, const QString &typed, const std::optional<QString> &unit) :
        m_field(field), m_typed(typed.trimmed()), m_rowUnit(unit)
    {}

    Result<Value> read()
    {
        if (m_typed.startsWith(u'（'))
            return refusal(Texts::tr("（ ）は、負の数とも内数とも読めます。"),
                           Texts::tr("負の数は「▲5」のように入力してください。"));
        QString text = plain(m_typed);
        if (text.isEmpty() || meansUnknown(text))
            return emptyValue(m_field.kind);
        takeSigns(text);
        static const QRegularExpression clock(u"^(\\d{1,9}):([0-5]\\d)(?::([0-5]\\d))?$"_s);
        static const QRegularExpression spelledOut(u"^(\\d{1,9}) ?(?:時間|h) ?([0-5]?\\d) ?(?:分|m|min)$"_s);
        static const QRegularExpression figure(u"^(\\d+|[1-9]\\d{0,2}(?:,\\d{3})+)(\\.\\d+)?(?: ?([^\\d.,].*))?$"_s);
        for (const QRegularExpression *form : {&clock, &spelledOut}) {
            if (const auto time = form->match(text); time.hasMatch())
                return duration(time.captured(1).toLongLong() * secondsPerHour + time.captured(2).toLongLong() * secondsPerMinute
                                + time.captured(3).toLongLong());
        }
        const auto match = figure.match(text);
        if (!match.hasMatch())
            return malformed(text);
        m_digits = match.captured(1).remove(u',') + match.captured(2);
        const QString unit = match.captured(3);
        if (!unit.isEmpty() && m_isYen)
            return malformed(text);
        return withUnit(m_isYen ? u"円"_s : unit);
    }

private:
    void takeSigns(QString &text)
    {
        static const QRegularExpression accounting(u"^\\( ?(¥? ?[\\d,.]+) ?\\)$"_s);
        if (const auto match = accounting.match(text); match.hasMatch()) { // what spreadsheets make of -5
            m_isNegative = true;
            text = match.captured(1);
        }
        bool signedAlready = m_isNegative;
        while (!text.isEmpty()) {
            const QChar c = text[0];
            if (!signedAlready && u"-+▲△"_s.contains(c)) {
                signedAlready = true;
                m_isNegative = c != u'+';
            } else if (!m_isYen && c == u'¥') {
                m_isYen = true;
            } else {
                return;
            }
            text = text.sliced(1).trimmed();
        }
    }

    Result<Value> withUnit(const QString &written)
    {
        static const QRegularExpression qualifier(u"以上|以下|未満|超|程度|前後|余|強$|弱$"_s);
        if (written.contains(qualifier))
            return qualified();
        const QString unit = foldedUnit(written);
        if (unit.isEmpty())
            return number();
        if (!statesUnitInRow(m_field)) {
            const QStringList units = unitsOf(m_field);
            if (units.contains(unit))
                return number();
            if (!looksLikeUnit(unit))
                return malformed(written);
            return units.value(0) == hours && unit == minutes ? inMinutes() : otherUnit(written, units.value(0));
        }
        const QString own = foldedUnit(m_rowUnit.value_or(QString()));
        static const QRegularExpression detail(u"[/(].*$"_s);
        if (!own.isEmpty() && (unit == own || unit == QString(own).remove(detail)))
            return number();
        if (!looksLikeUnit(unit))
            return malformed(written);
        if (own == hours && unit == minutes)
            return inMinutes();
        if (m_rowUnit && own.isEmpty() && !changesSize(unit))
            return number();
        return otherUnit(written, m_rowUnit.value_or(QString()));
    }

    Result<Value> duration(qint64 seconds)
    {
        const QString own = statesUnitInRow(m_field) ? foldedUnit(m_rowUnit.value_or(QString())) : unitsOf(m_field).value(0);
        if (own != hours && own != minutes)
            return refusal(Texts::tr("時間の長さは、「時間」か「分」の欄にだけ入ります。"),
                           Texts::tr("欄の単位に直して、数で入力してください。"));
        if (own == minutes && m_typed.contains(u':'))
            return refusal(Texts::tr("「:」は、時間と分とも分と秒とも読めます。"), Texts::tr("分の数を入力してください。"));
        m_digits = inUnit(seconds, own == hours ? secondsPerHour : secondsPerMinute);
        return number();
    }

    Result<Value> inMinutes()
    {
        const auto seconds = m_digits.contains(u'.') || m_digits.size() > 9 ? qint64(-1) : m_digits.toLongLong() * secondsPerMinute;
        return seconds < 0 ? otherUnit(minutes, hours) : duration(seconds);
    }

    Result<Value> number()
    {
        if (m_field.kind == FieldKind::Integer) {
            const qsizetype point = m_digits.indexOf(u'.');
            const QString places = point < 0 ? QString() : m_digits.sliced(point + 1);
            if (places.count(u'0') != places.size())
                return refusal(Texts::tr("この欄は整数です。"), Texts::tr("「12」のように入力してください。"));
            m_digits = point < 0 ? m_digits : m_digits.first(point);
        }
        const auto value = valueFromText(m_field, m_isNegative ? u'-' + m_digits : m_digits);
        return value ? Result<Value>(*value) : malformed(m_digits);
    }

    Error malformed(const QString &text) const
    {
        static const QRegularExpression words(u"^(約|およそ|概ね|おおむね|延べ?|のべ|最大|計)"_s);
        static const QRegularExpression exponent(u"^\\d+(\\.\\d+)?[eE][-+]?\\d+$"_s);
        static const QRegularExpression commas(u"^[\\d.]*,[\\d,.]*"_s);
        if (text.contains(words))
            return qualified();
        if (text.contains(exponent) || text.startsWith(u"##"))
            return refusal(Texts::tr("表計算ソフトが桁を省いて示した値です。"),
                           Texts::tr("表計算ソフトで列の幅か表示形式を直して、コピーし直してください。"));
        if (text.contains(commas))
            return refusal(Texts::tr("「,」が3桁ごとの区切りになっていません。"),
                           Texts::tr("区切りを付けずに入力してください。小数点は「.」です。"));
        return refusal({}, m_field.kind == FieldKind::Integer ? Texts::tr("「12」「1,200」「▲5」のように入力してください。")
                                                              : Texts::tr("「12」「1,200.5」「▲5」のように入力してください。"));
    }

    Error qualified() const
    {
        return refusal(Texts::tr("「約」「以上」などの言葉は、数の欄には入りません。"),
                       Texts::tr("数だけを入力し、言葉は「限定」か「原典の表記」の欄に入力してください。"));
    }

    Error otherUnit(const QString &written, const QString &wanted) const
    {
        if (statesUnitInRow(m_field) && !m_rowUnit)
            return refusal(Texts::tr("この数の単位が分からないので、「%1」が同じ単位かどうかを確かめられません。").arg(written),
                           Texts::tr("単位に直した数だけを入力してください。"));
        if (statesUnitInRow(m_field) && wanted.isEmpty())
            return refusal(Texts::tr("「%1」は、数の大きさを変える単位です。").arg(written),
                           Texts::tr("先に「単位」の欄に入力するか、数だけを入力してください。"));
        return refusal(wanted.isEmpty() ? Texts::tr("この欄は、単位のない数です。")
                                        : Texts::tr("この欄の単位は「%1」で、「%2」ではありません。").arg(wanted, written),
                       Texts::tr("欄の単位に直した数を入力してください。"));
    }

    Error refusal(const QString &why, const QString &remedy) const
    {
        constexpr qsizetype longest = 60;
        const QString given = m_typed.size() > longest ? m_typed.first(longest) + u'…' : m_typed;
        const QString what = m_field.kind == FieldKind::Integer ? Texts::tr("「%1」は整数として読めません。").arg(given)
                                                                : Texts::tr("「%1」は数として読めません。").arg(given);
        return {ErrorKind::Invalid, what + why, remedy, {}};
    }

    const Field &m_field;
    QString m_typed;
    std::optional<QString> m_rowUnit;
    QString m_digits;
    bool m_isNegative = false;
    bool m_isYen = false;
};
} // namespace

std::optional<QString> unitOfRow(TableId table, const std::function<std::optional<Value>(int)> &value,
                                 const std::function<std::optional<QString>(RowId)> &unitOf)
{
    if (table == TableId::IndicatorValue) {
        const auto indicator = value(fieldIndex<&IndicatorValue::indicator>());
        return indicator ? unitOf(std::get<RowId>(*indicator)) : std::nullopt;
    }
    if (table != TableId::CaseValue)
        return {};
    const auto unit = value(fieldIndex<&CaseValue::unit>());
    return unit ? std::optional(std::get<QString>(*unit)) : std::nullopt;
}

std::optional<QString> unitOfRow(const Plan &plan, TableId table, const FieldValues &row)
{
    return unitOfRow(
        table, [&row](int field) { return std::optional(row[static_cast<size_t>(field)]); },
        [&plan](RowId id) {
            const Indicator *indicator = plan.find(Id<Indicator>(id));
            return indicator ? std::optional(indicator->unit) : std::nullopt;
        });
}

Result<Value> readNumber(const Field &field, const QString &typed, const std::optional<QString> &unit)
{
    return Reader(field, typed, unit).read();
}

} // namespace shisaku
