// SPDX-License-Identifier: GPL-3.0-or-later
// What a field is: its name in files, its Japanese label, its kind, and how to read and write it in a row.
//
// Each table states its fields once, as a list of Field (see measure.h). Loading, saving, ChangeSets, CSV columns, form
// labels and comparison all run on these lists; adding a field is one line there.
#pragma once

#include "models/plan/plan_time.h"
#include "models/plan/table_id.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>
#include <type_traits>
#include <variant>

namespace shisaku {

/// A field's content outside its struct. Times and owners travel as their text form, flags as 0 or 1, an integer that is
/// not stated as monostate.
using Value = std::variant<std::monostate, QString, qint64, RowId, QByteArray>;

enum class FieldKind : quint8 {
    Text,      ///< One line.
    LongText,  ///< Several lines; lines beginning with ○ are list items.
    Integer,   ///< Whole number, may be unstated.
    Decimal,   ///< A decimal number kept as its digits ("43.5"), so that nothing is rounded; empty is unstated.
    Time,      ///< PlanTime
    Flag,      ///< yes or no
    Reference, ///< Id of a row of `target`
    Owner,     ///< Owner
    AnyRow,    ///< RowId of the table that another field of the row names
    Choice,    ///< Key of a row of the plan's choice table with list = `list`
    Keyword,   ///< One of `keywords`
    Image,     ///< PNG or SVG
};

/// What happens to a row when the row it refers to is removed.
enum class OnRemoval : quint8 {
    RemoveToo, ///< It is a part of that row.
    Clear,     ///< It stands on its own; the link is dropped.
};

/// A value of a fixed list that the program itself understands.
struct Keyword {
    const char *key;   ///< as stored
    const char *label; ///< Japanese, translation context "Keyword"
};

/// What may be entered into a field of numbers, both ends included.
struct NumberRange {
    qint64 minimum = 0;
    qint64 maximum = 0;
};

/// Longest texts that may be entered, in UTF-16 units, where a field states no other: a sign (number, unit, key), a line (title,
/// name, label), a passage of several lines.
inline constexpr qsizetype longestSign = 100;
inline constexpr qsizetype longestLine = 1'000;
inline constexpr qsizetype longestPassage = 100'000;

/// Ranges are held at entry and import; files hold what earlier versions took. See ranges.h.
struct Field {
    const char *name = nullptr;  ///< Column name in files.
    const char *label = nullptr; ///< Japanese, translation context "Field"; see fieldLabel().
    FieldKind kind = FieldKind::Text;
    TableId target = TableId::PlanInfo; ///< for Reference
    OnRemoval onRemoval = OnRemoval::Clear;
    const char *list = nullptr; ///< for Choice
    std::span<const Keyword> keywords = {};
    bool required = false;
    NumberRange range;     ///< for Integer and Decimal
    qsizetype longest = 0; ///< for Text, LongText and Choice

    Value (*read)(const void *row) = nullptr;
    /// False when the value is not of this field's kind (a malformed time, for instance); the row is then unchanged.
    bool (*write)(void *row, const Value &value) = nullptr;

    /// The same field, which may not be left empty.
    constexpr Field must() const
    {
        Field copy = *this;
        copy.required = true;
        return copy;
    }
    /// The same field with another longest text.
    constexpr Field upTo(qsizetype units) const
    {
        Field copy = *this;
        copy.longest = units;
        return copy;
    }
};

/// The field's label in the language of the interface.
QString fieldLabel(const Field &field);
/// The label of a keyword; the key itself if it is none of the field's keywords.
QString keywordLabel(const Field &field, const QString &key);
/// The content of an empty field of that kind.
Value emptyValue(FieldKind kind);
bool isEmpty(const Value &value);

/// Whether a text has the form of a field of decimal digits: "-43.5". Its size is another matter.
bool isDecimalDigits(const QString &text);

/// Text form of any value but an image, as CSV and the journal write it; empty for an empty field.
QString valueToText(const Value &value);
/// Reads valueToText()'s form for a field; nothing if malformed. Of a whole number beyond 64 bits the nearest one: it is outside
/// of every field's range, and is refused as such.
std::optional<Value> valueFromText(const Field &field, const QString &text);

/// The fields of T's table, `position` first. Specialised beside each struct.
template <typename T>
struct FieldsOf;

namespace fields {

template <typename M>
struct MemberOf;
template <typename C, typename M>
struct MemberOf<M C::*> {
    using Row = C;
    using Type = M;
};
template <typename T>
struct IsId : std::false_type {};
template <typename T>
struct IsId<Id<T>> : std::true_type {
    static constexpr TableId table = tableOf<T>;
};

template <auto Member>
Value read(const void *row)
{
    using M = MemberOf<decltype(Member)>;
    using Type = typename M::Type;
    const Type &value = static_cast<const typename M::Row *>(row)->*Member;
    if constexpr (std::is_same_v<Type, PlanTime> || std::is_same_v<Type, Owner>)
        return value.toText();
    else if constexpr (std::is_same_v<Type, bool>)
        return qint64(value);
    else if constexpr (std::is_same_v<Type, std::optional<qint64>>)
        return value ? Value(*value) : Value();
    else if constexpr (IsId<Type>::value)
        return value.row;
    else
        return value;
}

template <auto Member>
bool write(void *row, const Value &value)
{
    using M = MemberOf<decltype(Member)>;
    using Type = typename M::Type;
    Type &target = static_cast<typename M::Row *>(row)->*Member;
    if constexpr (std::is_same_v<Type, PlanTime> || std::is_same_v<Type, Owner>) {
        const auto *text = std::get_if<QString>(&value);
        const auto parsed = text ? Type::fromText(*text) : std::nullopt;
        if (parsed)
            target = *parsed;
        return parsed.has_value();
    } else if constexpr (std::is_same_v<Type, bool>) {
        const auto *number = std::get_if<qint64>(&value);
        if (!number || (*number != 0 && *number != 1))
            return false;
        target = *number == 1;
        return true;
    } else if constexpr (std::is_same_v<Type, std::optional<qint64>>) {
        const auto *number = std::get_if<qint64>(&value);
        if (!number && !std::holds_alternative<std::monostate>(value))
            return false;
        target = number ? std::optional(*number) : std::nullopt;
        return true;
    } else if constexpr (IsId<Type>::value) {
        const auto *id = std::get_if<RowId>(&value);
        if (id)
            target = Type(*id);
        return id != nullptr;
    } else {
        const auto *same = std::get_if<Type>(&value);
        if (same)
            target = *same;
        return same != nullptr;
    }
}

template <auto Member>
constexpr Field make(const char *name, const char *label, FieldKind kind)
{
    Field field;
    field.name = name;
    field.label = label;
    field.kind = kind;
    field.read = &read<Member>;
    field.write = &write<Member>;
    return field;
}

template <auto Member>
constexpr Field text(const char *name, const char *label)
{
    return make<Member>(name, label, FieldKind::Text).upTo(longestLine);
}
/// A short text that stands for something: a number, a unit, a key.
template <auto Member>
constexpr Field sign(const char *name, const char *label)
{
    return text<Member>(name, label).upTo(longestSign);
}
/// The place among its neighbours (see rank.h): nobody types it, and it grows with every move between the same two.
template <auto Member>
constexpr Field rank(const char *name, const char *label)
{
    return text<Member>(name, label).upTo(longestPassage).must();
}
template <auto Member>
constexpr Field longText(const char *name, const char *label)
{
    return make<Member>(name, label, FieldKind::LongText).upTo(longestPassage);
}
template <auto Member>
constexpr Field integer(const char *name, const char *label, NumberRange range)
{
    Field field = make<Member>(name, label, FieldKind::Integer);
    field.range = range;
    return field;
}
template <auto Member>
constexpr Field decimal(const char *name, const char *label, NumberRange range)
{
    Field field = make<Member>(name, label, FieldKind::Decimal);
    field.range = range;
    return field;
}
template <auto Member>
constexpr Field time(const char *name, const char *label)
{
    return make<Member>(name, label, FieldKind::Time);
}
template <auto Member>
constexpr Field flag(const char *name, const char *label)
{
    return make<Member>(name, label, FieldKind::Flag);
}
template <auto Member>
constexpr Field owner(const char *name, const char *label)
{
    return make<Member>(name, label, FieldKind::Owner);
}
template <auto Member>
constexpr Field anyRow(const char *name, const char *label)
{
    return make<Member>(name, label, FieldKind::AnyRow);
}
template <auto Member>
constexpr Field image(const char *name, const char *label)
{
    return make<Member>(name, label, FieldKind::Image);
}

template <auto Member>
constexpr Field reference(const char *name, const char *label, OnRemoval onRemoval)
{
    Field field = make<Member>(name, label, FieldKind::Reference);
    field.target = IsId<typename MemberOf<decltype(Member)>::Type>::table;
    field.onRemoval = onRemoval;
    return field;
}

/// A part of the row it refers to: it cannot be without it and goes with it.
template <auto Member>
constexpr Field partOf(const char *name, const char *label)
{
    return reference<Member>(name, label, OnRemoval::RemoveToo).must();
}

template <auto Member>
constexpr Field choice(const char *name, const char *label, const char *list)
{
    Field field = make<Member>(name, label, FieldKind::Choice).upTo(longestSign);
    field.list = list;
    return field;
}

template <auto Member>
constexpr Field keyword(const char *name, const char *label, std::span<const Keyword> keywords)
{
    Field field = make<Member>(name, label, FieldKind::Keyword);
    field.keywords = keywords;
    return field;
}

} // namespace fields
} // namespace shisaku
