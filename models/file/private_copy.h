// SPDX-License-Identifier: GPL-3.0-or-later
// A plan and the journal beside it, copied to where nobody else works: a reader takes back there what a writer left, and leaves
// the writer's own files alone.
#pragma once

#include <QTemporaryDir>

namespace shisaku {

/// A copy that only the present user may read, gone with this object. The journal is played back in it.
class PrivateCopy {
public:
    /// `path` is the real path of a plan. Throws FileFailure.
    explicit PrivateCopy(const QString &path);

    const QString &path() const { return m_path; }
    /// Nobody wrote file or journal while they were copied. Only this is seen here; that the content is right is for its digest.
    bool isSteady() const { return m_steady; }

private:
    QTemporaryDir m_folder;
    QString m_path;
    bool m_steady = false;
};

} // namespace shisaku
