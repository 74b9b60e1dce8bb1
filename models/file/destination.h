// SPDX-License-Identifier: GPL-3.0-or-later
// Where a file will be written: the one place that decides the final path and whether what lies there may go.
#pragma once

#include "models/file/file_lock.h"

#include <QStringList>

namespace shisaku {

/// What a writer makes.
enum class FileKind { Plan, Pdf, Png, Svg, Csv };

/// 「PDF」, as it is told to the officer.
QString kindName(FileKind kind);
/// 「.pdf」
QString endingOf(FileKind kind);
/// The kind that the ending of a path says; nothing where no writer makes such files.
std::optional<FileKind> kindOf(const QString &path);
/// The path with the ending of that kind, which is added where it is missing.
QString withEnding(const QString &path, FileKind kind);
/// A title as a file may be called on every system, without an ending: characters that Windows does not take become 「_」, its
/// reserved names get one, and what is longer than a name may be is cut.
QString fileNameOf(const QString &title);

/// Files about to be written.
struct Destination {
    QStringList paths;    ///< Absolute, links resolved; in the order asked for.
    QStringList replaced; ///< Those of `paths` that exist, hold what a writer of this kind made, and will go.
};

/// Decides where files go that are wanted at `wanted`, whose endings are there already. Fails with ErrorKind::Failed, and a
/// sentence that names the file, where something lies that is no file, that holds something else than what the kind writes, that
/// is a dated copy of a plan, or that is among `read`, the files that were just read; and where a name cannot be one.
Result<Destination> destinationOf(const QStringList &wanted, FileKind kind, const QStringList &read = {});

/// The place of a new plan, held against others while it is written.
struct PlanPlace {
    QString path; ///< Absolute, links resolved.
    std::unique_ptr<FileLock> lock;
};

/// Makes room for a plan: what destinationOf() refuses is refused, and a plan that anybody has open (ErrorKind::Locked). A plan
/// that lies there goes among its dated copies first, see replacedPath(); where it cannot be kept, it is not replaced.
Result<PlanPlace> placeForPlan(const QString &wanted, const Person &person, const QDateTime &now);

} // namespace shisaku
