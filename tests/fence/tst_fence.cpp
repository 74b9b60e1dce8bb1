// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the house itself: which folder may use which, who may name SQL, the network or other programs.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// What each folder may include of the project, its own files aside.
const QHash<QString, QStringList> &allowed()
{
    const auto models = [](const QStringList &rooms) {
        QStringList folders;
        for (const QString &room : rooms)
            folders << u"models/"_s + room;
        return folders;
    };
    static const QStringList field = models({u"plan"_s, u"change"_s, u"survey"_s, u"order"_s, u"document"_s, u"schedule"_s,
                                             u"results"_s, u"clip"_s, u"scene"_s, u"check"_s});
    static const QStringList all = field + models({u"grid"_s, u"file"_s, u"edit"_s, u"item"_s, u"cycle"_s});
    static const QStringList view = all + QStringList{u"views/look"_s};
    static const QStringList withGrid = view + QStringList{u"views/grid"_s};
    static const QStringList shown = withGrid + QStringList{u"models/exchange"_s, u"views/roadmap"_s, u"views/sheet"_s,
                                                            u"views/settings"_s,  u"views/effects"_s, u"views/progress"_s,
                                                            u"views/list"_s,      u"views/check"_s,   u"views/pages"_s,
                                                            u"views/present"_s};
    static const QHash<QString, QStringList> edges{
        {u"models/plan"_s, {}},
        {u"models/change"_s, models({u"plan"_s})},
        {u"models/survey"_s, models({u"plan"_s, u"change"_s})},
        {u"models/order"_s, models({u"plan"_s, u"change"_s, u"survey"_s})},
        {u"models/document"_s, models({u"plan"_s, u"change"_s, u"order"_s})},
        {u"models/schedule"_s, models({u"plan"_s, u"change"_s, u"order"_s})},
        {u"models/results"_s, models({u"plan"_s, u"change"_s, u"survey"_s, u"order"_s, u"document"_s})},
        {u"models/clip"_s, models({u"plan"_s, u"change"_s, u"order"_s, u"document"_s, u"schedule"_s})},
        {u"models/scene"_s, models({u"plan"_s, u"change"_s, u"survey"_s, u"order"_s, u"schedule"_s, u"results"_s})},
        {u"models/check"_s, models({u"plan"_s, u"survey"_s, u"results"_s})},
        {u"models/cycle"_s, models({u"plan"_s, u"change"_s, u"survey"_s})},
        {u"models/file"_s, models({u"plan"_s, u"change"_s})},
        {u"models/edit"_s, models({u"plan"_s, u"change"_s, u"file"_s})},
        {u"models/exchange"_s, models({u"plan"_s, u"change"_s, u"file"_s})},
        {u"models/grid"_s,
         models({u"plan"_s, u"change"_s, u"survey"_s, u"order"_s, u"document"_s, u"schedule"_s, u"results"_s, u"scene"_s})},
        {u"models/item"_s, field + models({u"grid"_s, u"file"_s, u"edit"_s})},
        {u"views/look"_s, models({u"plan"_s})},
        {u"views/roadmap"_s, view},
        {u"views/grid"_s, view},
        {u"views/sheet"_s, withGrid},
        {u"views/settings"_s, withGrid},
        {u"views/effects"_s, withGrid},
        {u"views/progress"_s, withGrid},
        {u"views/list"_s, withGrid},
        {u"views/check"_s, view},
        {u"views/pages"_s, view + QStringList{u"views/roadmap"_s, u"views/sheet"_s, u"views/effects"_s, u"views/progress"_s}},
        {u"views/present"_s, view + QStringList{u"views/roadmap"_s, u"views/sheet"_s, u"views/effects"_s, u"views/progress"_s}},
        {u"app"_s, all + QStringList{u"models/exchange"_s}},
        {u"app/cli"_s, shown + QStringList{u"app"_s}},
        {u"app/dialogs"_s, shown + QStringList{u"app"_s}},
        {u"app/commands"_s, shown + QStringList{u"app"_s, u"app/dialogs"_s}},
        {u"app/window"_s, shown + QStringList{u"app"_s, u"app/dialogs"_s, u"app/commands"_s}},
    };
    return edges;
}

/// The first two parts of a path; what lies in app/ itself belongs to no folder of it.
QString folderOf(const QString &path)
{
    return path.section(u'/', 0, path.count(u'/') > 1 ? 1 : 0);
}

struct Source {
    QString path; ///< from the root
    QString text;

    QString folder() const { return folderOf(path); }
    QStringList includes() const
    {
        static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s, QRegularExpression::MultilineOption);
        QStringList found;
        for (auto match = include.globalMatch(text); match.hasNext();)
            found << match.next().captured(1);
        return found;
    }
};

QList<Source> sources(const QStringList &roots)
{
    QList<Source> list;
    const QString root = QStringLiteral(SOURCE_DIR "/");
    for (const QString &folder : roots) {
        QDirIterator files(root + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                list.append({file.fileName().mid(root.size()), QString::fromUtf8(file.readAll())});
        }
    }
    if (list.isEmpty())
        qFatal("the sources are not where they were when this was built");
    return list;
}

QList<Source> programSources()
{
    return sources({u"app"_s, u"models"_s, u"views"_s});
}
} // namespace

class Fence : public QObject {
    Q_OBJECT

private slots:
    void everyFolderIncludesOnlyWhatItMay()
    {
        for (const Source &source : programSources()) {
            if (source.path.endsWith(u"/precompiled.h"))
                continue; // a matter of the build, of no folder
            if (source.path == u"app/main.cpp")
                continue; // stands above them all
            QVERIFY2(allowed().contains(source.folder()), qPrintable(source.path));
            for (const QString &include : source.includes()) {
                if (!include.startsWith(u"models/") && !include.startsWith(u"views/") && !include.startsWith(u"app/"))
                    continue;
                const QString target = folderOf(include);
                QVERIFY2(target == source.folder() || allowed()[source.folder()].contains(target),
                         qPrintable(source.path + u" includes "_s + include));
            }
        }
    }

    void onlyTheFileFolderNamesSql()
    {
        for (const Source &source : programSources()) {
            for (const QString &include : source.includes())
                QVERIFY2(!include.contains(u"QSql"_s) || source.folder() == u"models/file"_s, qPrintable(source.path));
        }
    }

    void modelsNeedNoWindow()
    {
        static const QRegularExpression window(u"^(QtWidgets|QWidget|QDialog|QPainter|QApplication|QGuiApplication)"_s);
        for (const Source &source : sources({u"models"_s})) {
            for (const QString &include : source.includes())
                QVERIFY2(!include.contains(window), qPrintable(source.path + u" includes "_s + include));
        }
    }

    void theProgramUsesNoNetworkAndStartsNoOtherProgram()
    {
        static const QRegularExpression forbidden(
            u"QtNetwork|QNetwork|QTcp|QUdp|QSsl|QProcess|popen|std::system|sys/socket|openssl/(ssl|bio)"_s);
        for (const Source &source : programSources())
            QVERIFY2(!source.text.contains(forbidden), qPrintable(source.path));
    }

    void nothingIsKeptForTheLifeOfAThread()
    {
        // What has a destructor and lives as long as its thread damages the heap in programs built for Windows with MinGW.
        static const QRegularExpression kept(u"\\bthread_local\\b|\\b__thread\\b|QThreadStorage"_s);
        for (const Source &source : programSources())
            QVERIFY2(!source.text.contains(kept), qPrintable(source.path));
    }

    void includesAreNarrow()
    {
        for (const Source &source : sources({u"app"_s, u"models"_s, u"views"_s, u"tests"_s})) {
            for (const QString &include : source.includes()) {
                static const QStringList wide{u"QtWidgets"_s, u"QtTest"_s, u"QtCore"_s, u"QtGui"_s, u"QtSql"_s, u"QtCharts"_s};
                QVERIFY2(!wide.contains(include.section(u'/', -1)), qPrintable(source.path + u" includes "_s + include));
            }
        }
    }

    void everySourceStatesItsLicence()
    {
        for (const Source &source : sources({u"app"_s, u"models"_s, u"views"_s, u"tests"_s}))
            QVERIFY2(source.text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s), qPrintable(source.path));
    }

    void warningsAreLetThroughInOnePlaceOnly()
    {
        for (const Source &source : sources({u"tests"_s})) {
            if (source.path != u"tests/support/warnings.h" && source.path != u"tests/fence/tst_fence.cpp")
                QVERIFY2(!source.text.contains(u"failOnWarning("_s) && !source.text.contains(u"ignoreMessage("_s),
                         qPrintable(source.path));
        }
    }

    void noCodeNamesACity()
    {
        static const QRegularExpression city(u"出雲|潟上|廿日市|izumo|katagami|hatsukaichi"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        for (const Source &source : programSources())
            QVERIFY2(!source.text.contains(city), qPrintable(source.path));
    }

    void datesAreToldInEras()
    {
        // 「2024年」 is how no city hall writes; stamps of file names have no year sign and sort.
        static const QRegularExpression western(u"\"y+(年|/|\\.)|TextDate|ShortFormat|LongFormat|QDateEdit|QDateTimeEdit"_s);
        for (const Source &source : programSources())
            QVERIFY2(!source.text.contains(western), qPrintable(source.path));
    }

    void viewsNameNoFieldByAString()
    {
        // A view asks for a field by its member; names belong to change, file and exchange.
        static const QRegularExpression byName(u"fieldIndex\\(\\s*[A-Za-z:]+\\s*,|tableByName"_s);
        for (const Source &source : sources({u"views"_s, u"app"_s}))
            QVERIFY2(!source.text.contains(byName), qPrintable(source.path));
    }
};

QTEST_GUILESS_MAIN(Fence)
#include "tst_fence.moc"
