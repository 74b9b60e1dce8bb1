// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/destination.h"

#include "models/file/backup.h"
#include "models/file/file_check.h"
#include "models/file/platform.h"
#include "models/file/publish.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Destination)
};

struct Kind {
    FileKind kind;
    QLatin1StringView ending;
    const char *name;
};
constexpr Kind kinds[] = {
    {FileKind::Plan, QLatin1StringView(".dxplan"), QT_TRANSLATE_NOOP("Destination", "計画")},
    {FileKind::Pdf, QLatin1StringView(".pdf"), QT_TRANSLATE_NOOP("Destination", "PDF")},
    {FileKind::Png, QLatin1StringView(".png"), QT_TRANSLATE_NOOP("Destination", "PNG画像")},
    {FileKind::Svg, QLatin1StringView(".svg"), QT_TRANSLATE_NOOP("Destination", "SVG画像")},
    {FileKind::Csv, QLatin1StringView(".csv"), QT_TRANSLATE_NOOP("Destination", "CSV")},
};

/// A name has 255 bytes, and a plan has a file beside it whose name is longer by 「-journal」.
constexpr qsizetype longestName = 247;
/// The beginning of a file, by which its kind is known.
constexpr qint64 headBytes = 4096;
/// More links than this one after another are a circle.
constexpr int mostLinks = 40;

const Kind &infoOf(FileKind kind)
{
    return kinds[static_cast<size_t>(kind)];
}

Error refusal(const QString &what, const QString &remedy = Text::tr("別の名前を指定してください。"))
{
    return {ErrorKind::Failed, what, remedy, {}};
}

bool isOfKind(const QByteArray &head, FileKind kind)
{
    switch (kind) {
    case FileKind::Plan:
        return beginsLikePlan(head);
    case FileKind::Pdf:
        return head.left(1024).contains("%PDF-"); // where readers look for it
    case FileKind::Png:
        return head.startsWith("\x89PNG\r\n\x1a\n");
    case FileKind::Svg:
        return head.contains("<svg") && !head.contains('\0');
    case FileKind::Csv:
        return !head.contains('\0') && !head.contains("%PDF-");
    }
    return false;
}

/// Follows links to the file that would be written; empty if they lead in a circle.
QString resolved(const QString &wanted)
{
    QString path = absolutePath(wanted);
    for (int links = 0; links < mostLinks; ++links) {
        const QFileInfo info(path);
        if (info.exists())
            return info.canonicalFilePath();
        if (!info.isSymbolicLink()) {
            const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
            return folder.isEmpty() ? path : folder + u'/' + info.fileName();
        }
        path = info.symLinkTarget(); // a link to where nothing is yet
    }
    return {};
}

Result<void> checkName(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (name.isEmpty())
        return refusal(Text::tr("「%1」には、ファイルの名前がありません。").arg(path));
    if (name.toUtf8().size() > longestName)
        return refusal(Text::tr("「%1」は、ファイルの名前として長すぎます。").arg(name),
                       Text::tr("全角で%1字までの名前を指定してください。").arg(longestName / 3));
#ifdef Q_OS_WIN
    if (fileNameOf(QFileInfo(path).completeBaseName()) != QFileInfo(path).completeBaseName())
        return refusal(Text::tr("「%1」は、Windowsではファイルの名前に使えません。").arg(name));
#endif
    return {};
}

/// Whether what lies at a path may be replaced by a file of that kind.
Result<void> checkReplaceable(const QFileInfo &info, FileKind kind, const QStringList &read)
{
    const QString path = QDir::toNativeSeparators(info.filePath());
    if (info.isDir())
        return refusal(Text::tr("「%1」はフォルダーです。").arg(path));
    if (!info.isFile())
        return refusal(Text::tr("「%1」はファイルではないため、書き込みません。").arg(path));
    for (const QString &source : read) {
        if (isSameFile(source, info.filePath()))
            return refusal(Text::tr("「%1」は読み込んだファイルなので、置き換えません。").arg(path));
    }
    if (backupAt(info.filePath()))
        return refusal(Text::tr("「%1」は計画の控えなので、置き換えません。").arg(path));
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return refusal(Text::tr("「%1」の中身を確かめられないため、置き換えません。").arg(path));
    const QByteArray head = file.read(headBytes);
    if (head.isEmpty() && file.error() == QFileDevice::NoError)
        return {}; // nothing that could be lost
    if (kind != FileKind::Plan && beginsLikePlan(head))
        return refusal(Text::tr("「%1」は施策帖の計画なので、置き換えません。").arg(path));
    if (!isOfKind(head, kind))
        return refusal(Text::tr("「%1」は%2ではない別のファイルなので、置き換えません。").arg(path, kindName(kind)));
    return {};
}
} // namespace

QString kindName(FileKind kind)
{
    return Text::tr(infoOf(kind).name);
}

QString endingOf(FileKind kind)
{
    return infoOf(kind).ending;
}

std::optional<FileKind> kindOf(const QString &path)
{
    for (const Kind &info : kinds) {
        if (path.endsWith(info.ending, Qt::CaseInsensitive))
            return info.kind;
    }
    return std::nullopt;
}

QString withEnding(const QString &path, FileKind kind)
{
    return kindOf(path) == kind ? path : path + infoOf(kind).ending;
}

QString fileNameOf(const QString &title)
{
    // https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
    static const QRegularExpression unfit(uR"([\\/:*?"<>|\x00-\x1f\x7f]+)"_s);
    static const QRegularExpression reserved(u"^(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(\\..*)?$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression edge(u"^[\\s.]+|[\\s.]+$"_s); // Windows drops the end, others hide what begins with a dot
    QString name = QString(title).replace(unfit, u"_"_s);
    constexpr qsizetype longestEnding = 16;
    while (name.toUtf8().size() > longestName - longestEnding)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    name.remove(edge);
    if (reserved.match(name).hasMatch())
        name.prepend(u'_');
    return name.isEmpty() ? u"_"_s : name;
}

Result<Destination> destinationOf(const QStringList &wanted, FileKind kind, const QStringList &read)
{
    Destination destination;
    for (const QString &asked : wanted) {
        const QString path = resolved(asked);
        if (path.isEmpty())
            return refusal(Text::tr("「%1」のリンクの先がありません。").arg(QDir::toNativeSeparators(asked)));
        if (const auto named = checkName(path); !named)
            return named.error();
        if (destination.paths.contains(path))
            return refusal(Text::tr("「%1」に、二つのファイルを重ねて書くことになります。").arg(QDir::toNativeSeparators(path)));
        destination.paths << path;
        const QFileInfo info(path);
        if (!info.exists())
            continue;
        if (const auto checked = checkReplaceable(info, kind, read); !checked)
            return checked.error();
        destination.replaced << path;
    }
    return destination;
}

Result<PlanPlace> placeForPlan(const QString &wanted, const Person &person, const QDateTime &now)
{
    const auto destination = destinationOf({wanted}, FileKind::Plan);
    if (!destination)
        return destination.error();
    PlanPlace place{destination->paths.first(), nullptr};
    if (destination->replaced.isEmpty())
        return place;
    auto lock = FileLock::acquire(place.path, person, now);
    if (!lock)
        return lock.error();
    place.lock = std::move(*lock);
    if (QFileInfo(place.path).size() == 0)
        return place;
    try {
        QDir().mkpath(backupFolder(place.path));
        const QString kept = replacedPath(place.path, now);
        publishCopy(place.path, kept);
        // Whether a journal beside it is its own, only its content could prove: it is kept with the copy, as it is.
        if (const QString journal = u"-journal"_s; QFileInfo::exists(place.path + journal))
            publishCopy(place.path + journal, kept + journal);
    } catch (const FileFailure &failure) {
        return Error{
            failure.error.kind,
            Text::tr("置き換える前の「%1」を控えとして残せないため、置き換えません。").arg(QFileInfo(place.path).fileName()),
            Text::tr("フォルダーの権限と空きを確かめるか、別の名前を指定してください。"), failure.error.what};
    }
    return place;
}

} // namespace shisaku
