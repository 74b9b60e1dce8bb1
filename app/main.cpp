// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace shisaku;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const bool command = argc > 1 && isCommand(QString::fromLocal8Bit(argv[1]));
    if (command && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"shisakucho"_s);
    QApplication::setApplicationVersion(QStringLiteral(SHISAKUCHO_VERSION));
    QApplication::setOrganizationName(u"shisakucho"_s);

    QTranslator qtTexts; // Qt's own buttons in Japanese
    if (qtTexts.load(u"qtbase_ja"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qtTexts);

    if (command)
        return runCommand(QApplication::arguments().sliced(1));
    return WrongUsage;
}
