// SPDX-License-Identifier: GPL-3.0-or-later
// The papers a window can print: made from the plan as it is, shown in the preview before anything leaves the program.
#pragma once

#include "app/services.h"
#include "views/pages/paper_catalog.h"

namespace shisaku {

class ActionCatalog;
enum class Command : quint8;

/// The paper a command prints.
struct PaperCommand {
    Command command;
    Paper paper;
    bool ofMeasure; ///< Of the current measure alone.
};
std::span<const PaperCommand> paperCommands();

/// Calls `print` with the paper whose command is given, and whether it is that of the current measure alone.
void connectPapers(const ActionCatalog &actions, QObject *receiver, const std::function<void(Paper, bool ofMeasure)> &print);

/// Withdraws the commands of papers that would be empty, and says why.
void offerPapers(const ActionCatalog &actions, const Plan &plan);

/// Asks what the paper wants to be asked, and opens its preview; the way chosen there opens another. An error says what the paper
/// lacks. Being left is no error.
Result<void> showPaper(Paper paper, const Plan &plan, PaperOptions options, const Services &services, QWidget *window);

} // namespace shisaku
