// SPDX-License-Identifier: GPL-3.0-or-later
// The Windows branch is written from the documentation and untested.
#include "app/crash_report.h"

#include "models/edit/plan_document.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <cstring>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct CrashReport {
    Q_DECLARE_TR_FUNCTIONS(CrashReport)
};

constexpr int deepest = 64;
constexpr char heading[] = "shisakucho " SHISAKUCHO_VERSION "\n";

QString freshReport(const QString &folder)
{
    return QDir(folder).filePath(u"crash.txt"_s);
}

// In a crash nothing may be allocated: the path lies ready.
#ifdef Q_OS_WIN
wchar_t reportPath[MAX_PATH];

LONG WINAPI writeReport(EXCEPTION_POINTERS *exception)
{
    const HANDLE file = CreateFileW(reportPath, GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return EXCEPTION_CONTINUE_SEARCH;
    DWORD written = 0;
    WriteFile(file, heading, sizeof heading - 1, &written, nullptr);
    void *places[deepest];
    const USHORT count = CaptureStackBackTrace(0, deepest, places, nullptr);
    char line[64];
    const int size = wsprintfA(line, "exception %08lx\n", exception->ExceptionRecord->ExceptionCode);
    WriteFile(file, line, static_cast<DWORD>(size), &written, nullptr);
    for (USHORT i = 0; i < count; ++i) {
        const int length = wsprintfA(line, "%p\n", places[i]);
        WriteFile(file, line, static_cast<DWORD>(length), &written, nullptr);
    }
    CloseHandle(file);
    return EXCEPTION_CONTINUE_SEARCH;
}
#else
char reportPath[4096];

void writeText(int file, const char *text)
{
    const auto written = ::write(file, text, std::strlen(text));
    static_cast<void>(written); // there is nobody left to tell
}

void writeReport(int signal)
{
    const int file = ::open(reportPath, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0) {
        writeText(file, heading);
        char number[] = "signal 00\n";
        number[7] = static_cast<char>('0' + signal / 10 % 10);
        number[8] = static_cast<char>('0' + signal % 10);
        writeText(file, number);
        void *places[deepest];
        ::backtrace_symbols_fd(places, ::backtrace(places, deepest), file);
        ::fsync(file);
        ::close(file);
    }
    ::raise(signal); // the handler was for once: the system does what it would have done
}
#endif
} // namespace

void installCrashReport(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return;
#ifdef Q_OS_WIN
    const QString path = QDir::toNativeSeparators(freshReport(folder));
    if (path.size() >= MAX_PATH)
        return;
    reportPath[path.toWCharArray(reportPath)] = 0;
    SetUnhandledExceptionFilter(writeReport);
#else
    const QByteArray path = QFile::encodeName(freshReport(folder));
    if (path.size() >= static_cast<qsizetype>(sizeof reportPath))
        return;
    std::memcpy(reportPath, path.constData(), static_cast<size_t>(path.size()) + 1);
    void *place = nullptr;
    ::backtrace(&place, 1);       // loads what it needs now and not in a crash
    static char stack[64 * 1024]; // for crashes that used up their own
    stack_t alternative{};
    alternative.ss_sp = stack;
    alternative.ss_size = sizeof stack;
    ::sigaltstack(&alternative, nullptr);
    struct sigaction action {};
    action.sa_handler = writeReport;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_ONSTACK | SA_NODEFER);
    for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL})
        ::sigaction(signal, &action, nullptr);
#endif
}

std::optional<QString> takeCrashReport(const QString &folder)
{
    const QFileInfo fresh(freshReport(folder));
    if (!fresh.exists())
        return std::nullopt;
    const QString kept = fresh.dir().filePath(u"crash-%1.txt"_s.arg(fresh.lastModified().toString(u"yyyyMMdd-HHmmss"_s)));
    QFile::remove(kept);
    return QFile::rename(fresh.filePath(), kept) ? std::optional(kept) : std::nullopt;
}

QString sentenceAfterCrash(const PlanDocument &document, const QString &report)
{
    constexpr qsizetype shown = 3;
    const QList<HistoryStep> &done = document.history().done();
    QStringList last;
    for (qsizetype i = done.size() - 1; i >= std::max<qsizetype>(0, done.size() - shown); --i)
        last << CrashReport::tr("%1 %2").arg(done[i].at.toString(u"M月d日 H:mm"_s), done[i].title);
    QString sentence = CrashReport::tr(
        "前回は施策帖が突然終わりました。「保存済み」と表示されていた内容は残っていますが、終わる直前の数秒に入力した"
        "ものは、残っていないことがあります。最後の入力を確かめてください。");
    if (!last.isEmpty())
        sentence += CrashReport::tr("この計画で最後に保存された変更：%1。").arg(last.join(CrashReport::tr("、")));
    return sentence + CrashReport::tr("原因の記録（計画の内容は含みません）：%1").arg(QDir::toNativeSeparators(report));
}

} // namespace shisaku
