// SPDX-License-Identifier: GPL-3.0-or-later
// Sends a print job to a printer of the system.
#pragma once

#include "views/pages/print_job.h"

#include <QPrinter>

#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace shisaku {

/// A printer set to the job's paper, as chosen in the system's dialog; null when it was left.
std::unique_ptr<QPrinter> choosePrinter(const PrintJob &job, QWidget *parent);

/// Prints the pages the printer is set to. Where its paper is smaller than the job's, pages are shrunk to fit.
Result<void> printPages(const PrintJob &job, QPrinter &printer, const PageProgress &progress = {});

} // namespace shisaku
