// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/papers.h"

#include "views/pages/jobs.h"
#include "views/pages/pdf_writer.h"

namespace shisaku {

void showPaper(Paper paper, const Plan &plan, const PaperContext &context, const Services &services, QWidget *window)
{
    Q_UNUSED(paper)
    Q_UNUSED(plan)
    Q_UNUSED(context)
    Q_UNUSED(services)
    Q_UNUSED(window)
}

} // namespace shisaku
