// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace_pages.h"

#include "app/workspace.h"
#include "views/pages/tree_view.h"

#include <QCoreApplication>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Pages {
    Q_DECLARE_TR_FUNCTIONS(WorkspacePages)
};

QWidget *makeTree(Workspace &workspace, const PageContext &context)
{
    auto *tree = new TreeView(context.document.plan());
    tree->setCurrentMeasure(context.chosenMeasure());
    QObject::connect(tree, &TreeView::currentMeasureChanged, tree, context.showMeasure);
    QObject::connect(&workspace, &Workspace::measureChosen, tree, &TreeView::setCurrentMeasure);
    QObject::connect(&context.document, &PlanDocument::changed, tree, &TreeView::follow);
    return tree;
}
} // namespace

void addPages(Workspace &workspace, const PageContext &context)
{
    workspace.addPage(u"tree"_s, Pages::tr("体系図"), [&workspace, context] { return makeTree(workspace, context); });
}

} // namespace shisaku
