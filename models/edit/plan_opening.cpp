// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/plan_opening.h"

namespace shisaku {

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

Result<std::unique_ptr<PlanDocument>> PlanOpening::take()
{
    auto opened = m_outcome.get();
    if (!opened)
        return opened.error();
    m_document->begin(std::move(*opened));
    return std::move(m_document);
}

} // namespace shisaku
