// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/measure_list_page.h"

#include "models/grid/measure_list_order.h"
#include "models/item/scene_list.h"
#include "models/scene/scene_view.h"
#include "models/survey/survey_items.h"
#include "views/look/look.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr int settleMs = 200;

Id<Survey> answeredSurvey(const Plan &plan)
{
    const Survey *survey = newestAnsweredSurvey(plan);
    return survey ? survey->id : Id<Survey>();
}
} // namespace

MeasureListPage::MeasureListPage(PlanDocument *document, QWidget *parent) :
    QWidget(parent), m_document(document),
    m_panel(new GridPanel(document, measureListShape(document->plan()),
                          {.title = tr("施策一覧"),
                           .empty = tr("計画のすべての施策を、表計算ソフトと同じように入力する場所です。\n"
                                       "表計算ソフトの表を、そのまま貼り付けることもできます。"),
                           .add = tr("最初の施策を追加する"),
                           .addRow = tr("施策を追加")})),
    m_scenes(new SceneList(*document, this)), m_columns(shownColumns(document->plan(), {})),
    m_listed(listedColumns(document->plan())), m_survey(answeredSurvey(document->plan()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::medium, space::small, space::medium, space::medium);
    column->addWidget(m_panel);
    makeTools();

    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &MeasureListPage::tellChosen);
    const auto chosen = [this] {
        if (!m_following)
            m_settle.start();
    };
    connect(grid(), &GridView::currentRecordChanged, this, chosen);
    connect(grid(), &GridView::chosenChanged, this, chosen);
    connect(grid(), &GridView::recordEntered, this, [this] {
        flush();
        emit measureEntered();
    });
    connect(grid(), &GridView::menuAsked, this, [this](QMenu *menu) {
        if (m_commands.isEmpty())
            return;
        menu->addSeparator();
        menu->addActions(m_commands);
    });
    connect(model(), &GridModel::refused, this, [this](const Error &error) {
        if (!m_panel->isVisible()) // which tells it otherwise
            emit failed(error);
    });
    model()->follower().whileShown(this);
    connect(&model()->follower(), &PlanFollower::changed, this, &MeasureListPage::follow);
}

void MeasureListPage::makeTools()
{
    const auto addMenu = [this](const QString &text, const QString &hint, auto fill) {
        auto *button = new QToolButton;
        button->setText(text);
        button->setToolTip(hint);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setPopupMode(QToolButton::InstantPopup);
        auto *menu = new QMenu(button);
        button->setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
            menu->clear();
            (this->*fill)(menu);
        });
        m_panel->addTool(button);
    };
    addMenu(tr("列"), tr("表示する列を選びます。"), &MeasureListPage::fillColumns);
    addMenu(tr("表示"), tr("列、並べ替え、絞り込みに名前を付けて保存し、後で同じ表示に戻します。"), &MeasureListPage::fillViews);
    auto *print = new QPushButton(tr("印刷…"));
    print->setToolTip(tr("表示している列と順序のまま、施策一覧表を印刷します。"));
    print->setAutoDefault(false);
    connect(print, &QPushButton::clicked, this, [this] {
        flush();
        emit printRequested();
    });
    m_panel->addTool(print);
}

void MeasureListPage::fillColumns(QMenu *menu)
{
    for (const ListedColumn &listed : std::as_const(m_listed)) {
        QAction *action = menu->addAction(listed.title);
        action->setCheckable(true);
        action->setChecked(m_columns.contains(listed.key));
        action->setEnabled(!listed.isFixed);
        connect(action, &QAction::toggled, this, [this, key = listed.key](bool shown) {
            QStringList columns = m_columns;
            if (!shown)
                columns.removeOne(key);
            else if (!columns.contains(key))
                columns << key;
            showColumns(columns);
        });
    }
    menu->addSeparator();
    menu->addAction(tr("はじめの列に戻す"), this, [this] { showColumns({}); });
}

/// In the order in which the plan offers them.
void MeasureListPage::showColumns(const QStringList &columns)
{
    MeasureListView shown = view();
    shown.columns = columns;
    QStringList usual;
    for (const ListedColumn &listed : std::as_const(m_listed))
        usual << listed.key;
    std::stable_sort(shown.columns.begin(), shown.columns.end(),
                     [&usual](const QString &a, const QString &b) { return usual.indexOf(a) < usual.indexOf(b); });
    setView(shown);
}

QList<const Scene *> MeasureListPage::views() const
{
    QList<const Scene *> views = m_document->plan().ordered<Scene>();
    views.removeIf([](const Scene *scene) { return scene->kind != u"list"; });
    return views;
}

void MeasureListPage::fillViews(QMenu *menu)
{
    const QList<const Scene *> saved = views();
    const MeasureListView now = view();
    const auto usual = [this] {
        MeasureListView plain;
        plain.columns = shownColumns(m_document->plan(), {});
        return plain;
    }();
    const auto add = [this, &now](QMenu *to, const QString &title, const MeasureListView &shown) {
        QAction *action = to->addAction(title, this, [this, shown] { setView(shown); });
        action->setCheckable(true);
        action->setChecked(now == shown);
    };
    add(menu, tr("すべての施策（計画の順）"), usual);
    for (const Scene *scene : saved)
        add(menu, sceneTitle(m_document->plan(), *scene), MeasureListView::fromText(scene->view));
    menu->addSeparator();
    const bool editable = !m_document->isReadOnly();
    menu->addAction(tr("今の表示を保存…"), this, &MeasureListPage::saveView)->setEnabled(editable);
    const auto addOf = [&](const QString &title, auto slot) {
        QMenu *of = menu->addMenu(title);
        of->setEnabled(editable && !saved.isEmpty());
        for (const Scene *scene : saved)
            of->addAction(sceneTitle(m_document->plan(), *scene), this, [this, slot, id = scene->id] { (this->*slot)(id); });
    };
    addOf(tr("名前を変更"), &MeasureListPage::renameView);
    addOf(tr("保存した表示を削除"), &MeasureListPage::removeView);
}

void MeasureListPage::saveView()
{
    flush();
    const QString title = QInputDialog::getText(this, tr("表示を保存"), tr("表示の名前")).trimmed();
    if (title.isEmpty())
        return;
    Scene scene;
    scene.kind = u"list"_s;
    scene.title = title;
    scene.view = view().toText();
    m_scenes->add(scene);
}

void MeasureListPage::renameView(Id<Scene> id)
{
    const Scene *scene = m_document->plan().find(id);
    bool ok = false;
    const QString title = QInputDialog::getText(this, tr("名前を変更"), tr("表示の名前"), QLineEdit::Normal,
                                                scene ? scene->title : QString(), &ok)
                              .trimmed();
    if (ok && !title.isEmpty())
        m_scenes->setData(m_scenes->indexOf(id), title);
}

void MeasureListPage::removeView(Id<Scene> id)
{
    m_scenes->remove(m_scenes->indexOf(id));
}

MeasureListView MeasureListPage::view() const
{
    return viewOf(m_columns, model()->order());
}

void MeasureListPage::setView(const MeasureListView &wanted)
{
    flush();
    const QScopedValueRollback following(m_following, true);
    const Plan &plan = m_document->plan();
    const QList<Id<Measure>> chosen = chosenMeasures();
    const RowId current = grid()->currentRecord();
    const QStringList columns = shownColumns(plan, wanted.columns);
    m_listed = listedColumns(plan);
    m_survey = answeredSurvey(plan);
    m_columns = columns;
    m_panel->setShape(measureListShape(plan, columns));
    model()->setOrder(orderOf(wanted, columns));
    if (chosen.size() > 1)
        setChosenMeasures(chosen);
    else
        setCurrentMeasure(Id<Measure>(current));
}

QList<Id<Measure>> MeasureListPage::shownMeasures() const
{
    QList<Id<Measure>> measures;
    for (int row = 0; row < model()->recordCount(); ++row)
        measures << Id<Measure>(model()->recordAt(row));
    return measures;
}

QList<Id<Measure>> MeasureListPage::chosenMeasures() const
{
    QList<Id<Measure>> measures;
    for (const RowId row : grid()->chosenRecords())
        measures << Id<Measure>(row);
    return measures;
}

void MeasureListPage::setCurrentMeasure(Id<Measure> measure)
{
    const QScopedValueRollback following(m_following, true);
    if (!measure.isNull() && measure.row != grid()->currentRecord() && model()->rowOf(measure.row) >= 0) {
        m_settle.stop(); // what was chosen elsewhere since counts
        grid()->setCurrentRecord(measure.row);
    }
}

void MeasureListPage::setChosenMeasures(const QList<Id<Measure>> &measures)
{
    const QScopedValueRollback following(m_following, true);
    QList<RowId> rows;
    for (const Id<Measure> measure : measures) {
        if (model()->rowOf(measure.row) >= 0)
            rows << measure.row;
    }
    if (!rows.isEmpty() && rows != grid()->chosenRecords())
        grid()->chooseRecords(rows);
}

bool MeasureListPage::goTo(const InputPlace &place)
{
    return m_panel->goTo(place);
}

void MeasureListPage::flush()
{
    m_panel->flush();
    if (m_settle.isActive()) {
        m_settle.stop();
        tellChosen();
    }
}

void MeasureListPage::tellChosen()
{
    const Id<Measure> current(grid()->currentRecord());
    if (current.isNull())
        return;
    emit measureChosen(current);
    emit measuresChosen(chosenMeasures());
}

void MeasureListPage::follow(const ChangeSet &change)
{
    if (!changesColumns(change))
        return;
    const Plan &plan = m_document->plan();
    if (listedColumns(plan) != m_listed || answeredSurvey(plan) != m_survey)
        setView(view());
}

} // namespace shisaku
