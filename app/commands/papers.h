// SPDX-License-Identifier: GPL-3.0-or-later
// The papers a window can print: made from the plan as it is, shown in the preview before anything leaves the program.
#pragma once

#include "app/services.h"
#include "models/order/grouping.h"
#include "views/pages/print_preview.h"

namespace shisaku {

class ActionCatalog;

enum class Paper : quint8 { Sheet, AllSheets, Roadmap, List, Effects, Progress, Tree, Glossary, Book, Guide };

/// What a window shows, as far as papers depend on it.
struct PaperContext {
    Id<Measure> measure;
    Grouping grouping;
    Id<Survey> survey = {}; ///< Null: the newest round.
};

/// Calls `print` with the paper whose command is given.
void connectPapers(const ActionCatalog &actions, QObject *receiver, const std::function<void(Paper)> &print);

/// Asks for the file a preview writes. `services` must outlive what is returned.
ChooseFile filesOfPages(const Services &services);

/// Withdraws the commands of papers that would be empty, and says why.
void offerPapers(const ActionCatalog &actions, const Plan &plan);

/// Opens the preview of a paper.
void showPaper(Paper paper, const Plan &plan, const PaperContext &context, const Services &services, QWidget *window);

} // namespace shisaku
