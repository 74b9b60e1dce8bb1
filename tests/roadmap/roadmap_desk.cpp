// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadmap_desk.h"

#include "models/edit/unsaved_input.h"
#include "tests/support/small_plan.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>

namespace shisaku {

using namespace Qt::StringLiterals;

void RoadmapDesk::open(Plan plan, int width)
{
    close();
    const QString path = m_folder.filePath(u"試験.dxplan"_s);
    if (!PlanDocument::create(path, difference(Plan(), plan), testEnvironment()))
        qFatal("The plan cannot be written.");
    m_document = std::move(*PlanDocument::open(path, testEnvironment()));
    m_model = std::make_unique<RoadmapModel>();
    m_model->rebuild(m_document->plan());
    QObject::connect(m_document.get(), &PlanDocument::changed, m_model.get(), &RoadmapModel::follow);
    m_view = std::make_unique<RoadmapView>();
    m_view->resize(width, 500);
    m_view->setModel(m_model.get());
    m_view->setEditable(true);
    QObject::connect(m_view.get(), &RoadmapView::changeRequested, m_document.get(),
                     [this](const Recipe &recipe, UndoGroup group) { m_document->submit(recipe, group); });
    QObject::connect(
        m_view.get(), &RoadmapView::labelTyped, m_document.get(),
        [this](const InputPlace &place, const QString &label, const Recipe &recipe) {
            m_document->unsaved().submit(place, label, recipe);
        });
    QObject::connect(m_document.get(), &PlanDocument::savedChanged, m_view.get(), [this](bool saved) {
        if (saved)
            m_view->changesAnswered();
    });
    m_view->show();
    m_view->activateWindow();
    m_view->setFocus();
    if (!QTest::qWaitForWindowExposed(m_view.get()))
        qFatal("No window.");
    m_view->grab();
}

void RoadmapDesk::close()
{
    m_view.reset();
    m_model.reset();
    m_document.reset();
}

int RoadmapDesk::nodeOf(RowId row) const
{
    const auto &nodes = m_model->tree().nodes;
    const auto found = std::find_if(nodes.begin(), nodes.end(), [row](const RoadmapNode &node) { return node.row == row; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

int RoadmapDesk::year() const
{
    return static_cast<int>(m_view->scene()->axis().right(1) - m_view->scene()->axis().left(1));
}

QPoint RoadmapDesk::at(RowId row, MonthNumber month) const
{
    const QModelIndex index = m_model->indexOf(nodeOf(row));
    const QRect titles = m_view->visualRect(index);
    const int left = static_cast<int>(m_view->scene()->columns().total());
    return {left + static_cast<int>(m_view->scene()->axis().x(month)), titles.center().y()};
}

void RoadmapDesk::press(QPoint from, Qt::KeyboardModifiers held)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, held, from);
}

void RoadmapDesk::moveTo(QPoint to)
{
    // QTest::mouseMove tells no buttons.
    QMouseEvent move(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(m_view->viewport(), &move);
}

void RoadmapDesk::release(QPoint to, Qt::KeyboardModifiers held)
{
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, held, to);
    settle();
}

void RoadmapDesk::drag(QPoint from, QPoint to, Qt::KeyboardModifiers held)
{
    press(from, held);
    moveTo((from + to) / 2);
    moveTo(to);
    release(to, held);
}

void RoadmapDesk::click(RowId row, Qt::KeyboardModifiers held)
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, held, rectOf(row).center());
}

void RoadmapDesk::key(Qt::Key key, Qt::KeyboardModifiers held)
{
    QWidget *there = m_view->findChild<QWidget *>(u"name"_s);
    QTest::keyClick(there ? there : m_view.get(), key, held);
    settle();
}

void RoadmapDesk::type(const QString &text)
{
    QWidget *there = m_view->findChild<QWidget *>(u"name"_s);
    QInputMethodEvent commit;
    commit.setCommitString(text);
    QApplication::sendEvent(there ? there : m_view.get(), &commit);
}

QString RoadmapDesk::period(Id<Phase> id) const
{
    const Phase *phase = plan().find(id);
    return phase ? phase->starts.toText() + u' ' + phase->ends.toText() : QString();
}

QString RoadmapDesk::lastTitle()
{
    return m_document->history().undoable() ? m_document->history().undoable()->title : QString();
}

int RoadmapDesk::steps()
{
    int steps = 0;
    while (m_document->history().undoable()) {
        if (!m_document->undoNow())
            return -1;
        ++steps;
    }
    settle();
    return steps;
}

QStringList RoadmapDesk::selected() const
{
    QList<int> nodes;
    for (const QModelIndex &index : m_view->selectionModel()->selectedIndexes())
        nodes << RoadmapModel::nodeOf(index);
    std::sort(nodes.begin(), nodes.end());
    QStringList names;
    for (int node : nodes)
        names << m_model->indexOf(node).data().toString();
    return names;
}

void RoadmapDesk::settle()
{
    for (int i = 0; i < 3; ++i) { // a change may ask for the next one
        (void)m_document->flush();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    m_view->grab();
}

} // namespace shisaku
