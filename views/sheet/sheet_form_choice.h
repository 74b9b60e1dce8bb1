// SPDX-License-Identifier: GPL-3.0-or-later
// A picked field of the form: a few values as radio buttons (区分, 期間区分, 状態), many as a list (前身の施策).
#pragma once

#include "models/plan/field_text.h"
#include "views/sheet/form_field.h"

class QButtonGroup;
class QComboBox;

namespace shisaku {

class ChoiceField : public FormField {
    Q_OBJECT

public:
    /// `field` of the measure. An empty field stands for its option `standard`, if given.
    ChoiceField(PlanDocument *document, int field, QString standard = {}, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void setReadOnly(bool readOnly) override;
    QString doubt() const override;
    QWidget *firstInput() const override;
    void setName(const QString &name) override;
    bool goTo(const InputPlace &place) override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeList();
    void makeButtons(qsizetype count);
    InputPlace place() const { return {Owner(m_measure), m_field, {}}; }
    /// What is picked: of what was refused, else of the plan.
    QString presentKey() const;
    QList<Option> options() const;
    void follow(const ChangeSet &change);
    void followInput(const InputPlace &place);
    void refresh();
    void showInList();
    void showInButtons();
    void pick(const QString &key);
    void endVisit();

    int m_field;
    QString m_standard;
    QString m_name;
    Id<Measure> m_measure;
    UndoGroup m_undoGroup = 0;
    QList<Option> m_options;
    QWidget *m_row;
    QButtonGroup *m_buttons; // empty where a list is used
    QComboBox *m_list = nullptr;
};

} // namespace shisaku
