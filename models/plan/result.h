// SPDX-License-Identifier: GPL-3.0-or-later
// The outcome of work that can fail: a value, or an error told in the officer's words.
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace shisaku {

/// Why something failed; decides the exit status and which remedy a dialog offers.
enum class ErrorKind {
    Invalid,    ///< The input breaks a rule of the plan; nothing was changed.
    NotFound,   ///< A file or a row that was named is not there.
    Unreadable, ///< The file is no plan, is damaged, or is of a newer version.
    Locked,     ///< Somebody else holds the plan.
    ReadOnly,   ///< File or folder may not be written.
    DiskFull,   ///< No room to write.
    Failed,     ///< Any other failure of the system.
    Cancelled,  ///< The officer stopped the work; everything is as before.
};

/// A failure as it is told to the officer. `what` and `remedy` are whole Japanese sentences.
struct Error {
    ErrorKind kind = ErrorKind::Failed;
    QString what;   ///< What happened, and where.
    QString remedy; ///< What to do now; may be empty.
    QString detail; ///< The technical message, for the person who helps; never shown first.

    /// `what` and `remedy` as one text.
    QString message() const { return remedy.isEmpty() ? what : what + remedy; }
};

/// Either a T or an Error. Exceptions stay inside models/file and models/exchange; this is their public face.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    T &value() { return std::get<0>(m_state); }
    const T &value() const { return std::get<0>(m_state); }
    T &operator*() { return value(); }
    const T &operator*() const { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace shisaku
