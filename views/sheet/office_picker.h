// SPDX-License-Identifier: GPL-3.0-or-later
// The offices of one role on a measure's sheet (所管課, 実施(関連)担当課): tags in order, and a line that completes by kanji and
// yomi. Offices that answered for the measure before a reorganisation (機構改革) stand below in small type.
#pragma once

#include "models/change/recipe.h"
#include "models/edit/plan_follower.h"
#include "models/grid/grid_shape.h"
#include "views/sheet/form_field.h"
#include "views/sheet/office_proposals.h"

#include <QPointer>
#include <QTimer>

class QFrame;
class QLabel;
class QLineEdit;

namespace shisaku {

class FlowLayout;
class OfficeTag;

class OfficePicker : public FormField {
    Q_OBJECT

public:
    /// `role` is one of responsibilityRoles.
    OfficePicker(PlanDocument *document, const QString &role, QWidget *parent = nullptr);
    ~OfficePicker() override;

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool readOnly) override;
    QWidget *firstInput() const override;
    bool goTo(const InputPlace &place) override;

    QList<OfficeTag *> tags() const { return m_tags; }
    /// The proposals below the line; hidden while there are none.
    OfficeProposals *proposals() const { return m_proposals; }
    /// 「以前の担当：情報政策課（終了 R7.4.1）」; hidden while there is none.
    QLabel *former() const { return m_former; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild();
    void showFormer();
    void propose(const QString &typed);
    void choose();
    InputPlace place() const { return {Owner(m_measure), -1, m_role}; }
    void followInput(const InputPlace &place);
    /// Asks for an office or an actor as a new tag; for neither, the typed words wait to be one.
    void add(Id<Department> office, const QString &actor, const QString &typed);
    void remove(OfficeTag *tag);
    void submit(Recipe recipe);
    void openDetails(RowId row);
    void focusTag(qsizetype place);
    bool takesKey(const QKeyEvent &event);
    void leave();

    PlanFollower m_follower;
    GridShape m_offices; ///< Those of the measure.
    QFrame *m_frame;
    FlowLayout *m_flow;
    QLineEdit *m_line;
    QLabel *m_former;
    QString m_role;
    Id<Measure> m_measure;
    QPointer<OfficeProposals> m_proposals; // a child of the window, to lie above everything
    QList<OfficeTag *> m_tags;
    QTimer m_rebuild;
    RowId m_focusAfter; // the tag that has the focus when the tags are made anew
    bool m_composing = false;
    bool m_readOnly = false;
};

} // namespace shisaku
