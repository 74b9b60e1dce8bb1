// SPDX-License-Identifier: GPL-3.0-or-later
// How a document comes into being: made, opened and read in the file's thread, then proved behind whoever reads already.
#include "models/edit/plan_opening.h"

#include "models/change/prepare.h"
#include "models/edit/repair.h"
#include "models/file/backup.h"
#include "models/file/other_copies.h"
#include "models/file/platform.h"

#include <QCoreApplication>
#include <QScopeGuard>

namespace shisaku {

using namespace Qt::StringLiterals;

PlanOpening::PlanOpening(const QString &path, const Environment &environment, PlanFile::Access access) :
    m_document(new PlanDocument(path, environment))
{
    const auto promise = std::make_shared<std::promise<Result<PlanDocument::Opened>>>();
    m_outcome = promise->get_future();
    m_document->postToFileThread(
        [this, promise, document = m_document.get(), access] { promise->set_value(document->openFile(access, m_progress)); });
}

PlanOpening::~PlanOpening()
{
    cancel();
    if (m_outcome.valid())
        m_outcome.wait();
}

Result<std::unique_ptr<PlanDocument>> PlanOpening::release()
{
    auto opened = m_outcome.get();
    if (!opened)
        return opened.error();
    m_document->begin(std::move(*opened));
    return std::move(m_document);
}

Result<std::unique_ptr<PlanDocument>> PlanDocument::open(const QString &path, const Environment &environment,
                                                         PlanFile::Access access)
{
    return PlanOpening(path, environment, access).release();
}

Result<PlanDocument::Opened> PlanDocument::openFile(PlanFile::Access access, Progress &progress)
{
    Opened opened;
    m_path = realPath(m_path); // a link and what it leads to are one plan
    const auto copy = backupAt(m_path);
    if (copy) {
        access = PlanFile::Access::ReadOnly;
        if (auto lock = FileLock::acquire(copy->path, m_environment.person, m_environment.now()))
            m_copyLock = std::move(*lock);
    }
    const auto openAs = [this](PlanFile::Access as) {
        return PlanFile::open(m_path, as, m_environment.person, m_environment.now());
    };
    auto file = openAs(access);
    if (!file && access != PlanFile::Access::ReadOnly
        && (file.error().kind == ErrorKind::Locked || file.error().kind == ErrorKind::ReadOnly)) {
        opened.readOnlyReason = file.error();
        file = openAs(PlanFile::Access::ReadOnly);
    }
    if (!file)
        return file.error();
    if (copy)
        opened.readOnlyReason = Error{ErrorKind::ReadOnly,
                                      tr("「%1」は控えなので、閲覧だけです。").arg(copy->toJapanese()),
                                      tr("変更するには、「名前を付けて保存（複製）」で作った複製を開いてください。"),
                                      {}};
    else if (access == PlanFile::Access::ReadOnly)
        opened.readOnlyReason = Error{ErrorKind::ReadOnly, tr("閲覧だけで開いています。"), {}, {}};
    m_file = std::move(*file);
    if (access != PlanFile::Access::ReadOnly && !opened.readOnlyReason)
        opened.folderNotice = m_file->folderNotice();
    auto loaded = m_file->load(&progress);
    if (!loaded)
        return loaded.error();
    if (loaded->fault)
        return *loaded->fault;
    opened.content = std::move(*loaded);
    if (access == PlanFile::Access::TakeOver && !opened.readOnlyReason) {
        const auto taken = m_file->writeTakeOver(m_environment.person, m_environment.now());
        if (!taken)
            return taken.error();
        opened.content.journal.append(*taken);
    }
    return opened;
}

void PlanDocument::begin(Opened opened)
{
    PlanContent &content = opened.content;
    m_readOnlyReason = std::move(opened.readOnlyReason);
    m_folderNotice = std::move(opened.folderNotice);
    m_plan = std::move(content.plan);
    m_editions = content.editions;
    m_digest = content.digest;
    m_seq = content.journal.isEmpty() ? 0 : content.journal.last().seq;
    m_history.load(content.journal, content.floor);
    verify();
    // Later, when there is somebody to be told.
    QMetaObject::invokeMethod(
        this, [this] { lookForCopies(); }, Qt::QueuedConnection);
}

void PlanDocument::lookForCopies()
{
    postToFileThread([this] {
        const QStringList copies = conflictingCopies(m_path);
        if (!copies.isEmpty())
            QMetaObject::invokeMethod(this, [this, copies] { emit copiesFound(copies); });
    });
}

Result<void> PlanDocument::create(const QString &path, const ChangeSet &initial, const Environment &environment)
{
    const auto prepared = prepare(Plan(), initial);
    if (!prepared)
        return prepared.error();
    JournalEntry entry;
    entry.at = environment.now();
    entry.person = environment.person;
    entry.title = initial.title;
    return PlanFile::create(path, *prepared, entry);
}

void PlanDocument::verify()
{
    // The plan changes only after a write, and writes are posted behind this check: until it is done, everybody only reads.
    const auto through = std::make_shared<std::promise<void>>();
    m_verified = through->get_future();
    postToFileThread([this, through, expected = m_digest] {
        const auto tell = qScopeGuard([&] { through->set_value(); });
        if (Digest::ofPlan(m_plan) == expected)
            return;
        QString what = tr("計画の内容が、最後に保存されたときの記録と合いません。");
        if (const auto proved = replayJournal(*m_file, expected))
            what += tr("合わない所：%1。").arg(differingPlaces(m_plan, *proved).join(tr("、")));
        m_damage = Error{ErrorKind::Unreadable, what, tr("「壊れた計画を修復」で、正しい内容の新しいファイルを作ってください。"),
                         u"digest"_s};
        QMetaObject::invokeMethod(this, [this, damage = *m_damage] { setReadOnly(damage); });
    });
}

Result<void> PlanDocument::waitForVerification()
{
    m_verified.wait();
    QCoreApplication::sendPostedEvents(this); // what it found was posted before it ended
    return m_readOnlyReason && m_readOnlyReason->kind == ErrorKind::Unreadable ? Result<void>(*m_readOnlyReason) : Result<void>();
}

bool PlanDocument::isVerifiedWithin(std::chrono::milliseconds time) const
{
    return m_verified.wait_for(time) == std::future_status::ready;
}

Result<const Plan *> PlanDocument::provedPlan()
{
    if (const auto sound = waitForVerification(); !sound)
        return sound.error();
    return &m_plan;
}

} // namespace shisaku
