// SPDX-License-Identifier: GPL-3.0-or-later
// Opening plans that somebody has tampered with. An input is a list of changes to the bytes of a good plan, because bytes made
// up from nothing never get past the first page.
#include "models/edit/repair.h"
#include "tests/support/small_plan.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
struct Workshop {
    QTemporaryDir folder{QStringLiteral("/dev/shm/fuzz-XXXXXX")};
    QString path = folder.filePath(u"plan.dxplan"_s);
    QByteArray good;

    Workshop()
    {
        if (!PlanDocument::create(path, smallPlan(randomIds()), testEnvironment()))
            qFatal("no plan to tamper with");
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            good = file.readAll();
    }
};

/// Three bytes say where, one how many, then as many bytes follow.
QByteArray tampered(QByteArray bytes, const uint8_t *data, size_t size)
{
    size_t at = 0;
    while (at + 4 < size) {
        const auto place = static_cast<qsizetype>(data[at] << 16 | data[at + 1] << 8 | data[at + 2]) % bytes.size();
        const size_t count = std::min<size_t>(data[at + 3] % 16 + 1u, size - at - 4);
        at += 4;
        for (size_t i = 0; i < count && place + static_cast<qsizetype>(i) < bytes.size(); ++i)
            bytes[place + static_cast<qsizetype>(i)] = static_cast<char>(data[at + i]);
        at += count;
    }
    return bytes;
}
} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    new QCoreApplication(*argc, *argv);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Workshop workshop;
    {
        QFile file(workshop.path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(tampered(workshop.good, data, size));
    }
    const auto opened = PlanFile::open(workshop.path, PlanFile::Access::ReadOnly, {}, QDateTime());
    if (!opened)
        return 0;
    const auto content = (*opened)->load();
    if (!content)
        return 0;
    (void)Digest::ofPlan(content->plan);
    if (const auto replayed = replayJournal(**opened, content->digest))
        (void)differingPlaces(content->plan, *replayed);
    return 0;
}
