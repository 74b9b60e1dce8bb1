// SPDX-License-Identifier: GPL-3.0-or-later
// The page 施策一覧 in the window: what is chosen there is chosen everywhere, and printed, and shown from a scene.
#pragma once

#include "models/edit/unsaved_input.h"
#include "models/scene/list_view.h"

namespace shisaku {

class MeasureListPage;
class Workspace;
struct PageContext;
struct PaperOptions;

/// The page, to be given to the workspace.
QWidget *makeList(Workspace &workspace, const PageContext &context);
/// The page while its tab is the one shown; null else.
MeasureListPage *shownList(Workspace &workspace);
/// Goes to the tab and shows this view there.
void showListView(Workspace &workspace, const MeasureListView &view);
/// Whether an input is edited nowhere but in the list.
bool isOfList(const InputPlace &place);
/// What the list shows, as the paper is told it.
void arrangePaper(const MeasureListPage &page, PaperOptions &options);

} // namespace shisaku
