// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/scene_dialog.h"

#include "views/look/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize usualSize(520, 420);

/// Alt+↑, Alt+↓
bool isMove(const QKeyEvent &key)
{
    return key.modifiers() == Qt::AltModifier && (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down);
}
} // namespace

SceneDialog::SceneDialog(PlanDocument &document, std::function<Id<Measure>()> measure, QWidget *window) :
    QWidget(window, Qt::Tool), m_document(document), m_measure(std::move(measure)), m_list(new SceneList(document, this)),
    m_view(new QListView)
{
    setWindowTitle(tr("発表の場面"));
    resize(usualSize);
    m_view->setModel(m_list);
    m_view->setAccessibleName(tr("場面の一覧"));
    m_view->setSpacing(2);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    auto *hint = new QLabel(tr("発表（F5）は、この一覧を上から順に映します。"
                               "施策一覧の表示は映しません。映すものがないときは、表題と、今の工程表を映します。"));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(space::tight);
    const auto put = [buttons](QPushButton *button) { buttons->addWidget(button); };
    put(addButton(tr("今の工程表を追加"), tr("並べ方、絞り込み、拡大率、折りたたみをそのまま場面にします"),
                  [this] { emit saveRequested(); }));
    put(addButton(tr("今の施策の票を追加"), tr("選んでいる施策の個別施策票を場面にします"),
                  [this] { addScene(u"sheet"_s, m_measure()); }));
    put(addButton(tr("表題を追加"), tr("計画の名称と日付を映します"), [this] { addScene(u"title"_s); }));
    m_writing = findChildren<QPushButton *>();
    buttons->addSpacing(space::medium);
    put(m_up = addButton(tr("上へ"), tr("一つ前に移す（Alt+↑）"), [this] { move(-1); }));
    put(m_down = addButton(tr("下へ"), tr("一つ後に移す（Alt+↓）"), [this] { move(1); }));
    auto *rename = addButton(tr("名前の変更"), tr("場面の名前を変える（F2）"), [this] { m_view->edit(m_view->currentIndex()); });
    auto *remove = addButton(tr("削除"), tr("場面を一覧から除く（Delete）"), [this] { removeCurrent(); });
    auto *show = addButton(tr("画面に表示"), tr("場面と同じ並べ方の工程表、施策、グラフのあるページを画面に出す（Enter）"),
                           [this] { showCurrent(); });
    for (QPushButton *button : {rename, remove, show})
        put(button);
    m_forScene = {m_up, m_down, rename, remove, show};
    buttons->addStretch(1);
    put(addButton(tr("発表を始める"), tr("F5"), [this] { emit presentRequested(); }));

    auto *row = new QHBoxLayout;
    row->addWidget(m_view, 1);
    row->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(hint);

    connect(m_view, &QListView::activated, this, &SceneDialog::showCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SceneDialog::updateButtons);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_list, signal, this, [this] { select(m_wanted); });
    connect(m_list, &QAbstractItemModel::rowsMoved, this, &SceneDialog::updateButtons);
    connect(&m_document, &PlanDocument::becameReadOnly, this, &SceneDialog::updateButtons);
    m_view->installEventFilter(this);
    m_view->setCurrentIndex(m_list->index(0));
    updateButtons();
}

QPushButton *SceneDialog::addButton(const QString &text, const QString &hint, std::function<void()> pressed)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(hint);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, pressed);
    return button;
}

void SceneDialog::select(Id<Scene> scene)
{
    m_wanted = scene;
    if (const QModelIndex at = m_list->indexOf(scene); at.isValid()) {
        m_view->setCurrentIndex(at);
        m_wanted = {};
    } else if (!m_view->currentIndex().isValid()) {
        m_view->setCurrentIndex(m_list->index(m_list->rowCount() - 1));
    }
    updateButtons();
}

void SceneDialog::addScene(const QString &kind, Id<Measure> measure)
{
    Scene scene;
    scene.kind = kind;
    scene.measure = measure;
    select(m_list->add(scene, m_list->sceneAt(m_view->currentIndex())));
}

void SceneDialog::move(int steps)
{
    m_list->move(m_view->currentIndex(), steps);
}

void SceneDialog::removeCurrent()
{
    m_list->remove(m_view->currentIndex());
}

void SceneDialog::showCurrent()
{
    if (m_view->currentIndex().isValid())
        emit showRequested(m_list->sceneAt(m_view->currentIndex()));
}

void SceneDialog::updateButtons()
{
    const QModelIndex current = m_view->currentIndex();
    for (QPushButton *button : std::as_const(m_writing))
        button->setEnabled(!m_document.isReadOnly());
    for (QPushButton *button : std::as_const(m_forScene))
        button->setEnabled(current.isValid() && !m_document.isReadOnly());
    m_forScene.last()->setEnabled(current.isValid());
    m_up->setEnabled(m_up->isEnabled() && current.row() > 0);
    m_down->setEnabled(m_down->isEnabled() && current.row() + 1 < m_list->rowCount());
}

bool SceneDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The list would go to the next scene itself.
    if (event->type() == QEvent::KeyPress && isMove(*static_cast<QKeyEvent *>(event))) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SceneDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else if (event->key() == Qt::Key_Delete && !m_document.isReadOnly())
        removeCurrent();
    else if (isMove(*event) && !m_document.isReadOnly())
        move(event->key() == Qt::Key_Up ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace shisaku
