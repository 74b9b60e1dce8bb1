// SPDX-License-Identifier: GPL-3.0-or-later
// 進捗調査: the rounds of the survey, the grid in which one is answered, and beside it what it adds up to.
#pragma once

#include "models/change/recipe.h"
#include "views/grid/grid_panel.h"

#include <QDate>
#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
QT_END_NAMESPACE

namespace shisaku {

class SurveyResult;

class SurveyPage : public QWidget {
    Q_OBJECT

public:
    /// The document must outlive the page.
    SurveyPage(PlanDocument *document, const QDate &today, QWidget *parent = nullptr);

    /// The round shown; null if the plan has none.
    Id<Survey> survey() const { return m_survey; }
    void setSurvey(Id<Survey> survey);
    /// Goes to the first item of a measure, if the current one is of another.
    void setCurrentMeasure(Id<Measure> measure);
    GridView *grid() const { return m_panel->grid(); }
    /// Hands over what is being typed.
    void flush();

signals:
    void measureChosen(shisaku::Id<shisaku::Measure> measure);
    void failed(const shisaku::Error &error);
    void printRequested(shisaku::Id<shisaku::Survey> survey);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Which items are shown.
    enum class Show : quint8 { All, Unanswered, Troubled };

    GridModel *model() const { return m_panel->model(); }
    QList<Id<SurveyItem>> chosenItems() const;
    QModelIndex statusAt(int row) const;
    QWidget *makeBar();
    QWidget *makeEmpty();
    QWidget *makeWithoutItems();
    void fillItemMenu(QMenu *menu);
    void follow(const ChangeSet &change);
    void fillRounds();
    void showItems();
    void filterItems();
    void refresh();
    void addRound();
    void editRound();
    void combine();
    void addItem();
    void addMissing();
    void submit(RecipeWithIds make);
    /// The same for what was typed into a dialog, which must not be lost with it.
    void submitTyped(RecipeWithIds make);

    PlanDocument *m_document;
    QDate m_today;
    GridPanel *m_panel;
    SurveyResult *m_result;
    QComboBox *m_rounds;
    QComboBox *m_show;
    QToolButton *m_itemTools;
    QPushButton *m_print;
    QPushButton *m_new;
    QLabel *m_asOf;
    QLabel *m_progress;
    QProgressBar *m_progressBar;
    QStackedWidget *m_pages;   ///< empty, or a round
    QStackedWidget *m_answers; ///< the grid, or a round without items
    QSplitter *m_splitter;
    QTimer m_settle; ///< Moving through the grid shows the measure once it rests.
    Id<Survey> m_survey;
    Id<SurveyItem> m_current;
};

} // namespace shisaku
