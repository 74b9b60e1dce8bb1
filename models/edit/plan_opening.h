// SPDX-License-Identifier: GPL-3.0-or-later
// A plan on its way from the file into memory: whoever waits for it can do something else, tell how far it is, or give up.
#pragma once

#include "models/edit/plan_document.h"

#include <chrono>
#include <future>

namespace shisaku {

/// Opens a plan in the thread of its file. Made, asked and taken in one thread, where the document will live.
class PlanOpening {
public:
    /// As PlanDocument::open(), without waiting.
    PlanOpening(const QString &path, const Environment &environment, PlanFile::Access access = PlanFile::Access::ReadWrite);
    /// Gives up what was not taken.
    ~PlanOpening();
    PlanOpening(const PlanOpening &) = delete;
    PlanOpening &operator=(const PlanOpening &) = delete;

    /// Rows read so far.
    qint64 rowsRead() const { return m_progress.done; }
    /// release() will tell ErrorKind::Cancelled, unless everything is read already.
    void cancel() { m_progress.cancelled = true; }
    /// Whether it comes to an end within that time.
    bool waitFor(std::chrono::milliseconds time) const { return m_outcome.wait_for(time) == std::future_status::ready; }
    /// Waits for the plan; once.
    Result<std::unique_ptr<PlanDocument>> release();

private:
    Progress m_progress;
    std::future<Result<PlanDocument::Opened>> m_outcome;
    std::unique_ptr<PlanDocument> m_document;
};

} // namespace shisaku
