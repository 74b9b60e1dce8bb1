// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of the newest progress survey (進捗調査) about a measure: beside each the last round's, filled in on the form.
#pragma once

#include "models/grid/survey_shape.h"
#include "models/item/grid_model.h"
#include "views/sheet/form_field.h"

class QComboBox;
class QFormLayout;
class QTextEdit;

namespace shisaku {

class TextEntry;

/// One group of fields for each item of the round that the measure belongs to. Written as on the page of the survey.
class SurveyField : public FormField {
    Q_OBJECT

public:
    explicit SurveyField(PlanDocument *document, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void flush() override;
    void setReadOnly(bool readOnly) override;
    QWidget *firstInput() const override;
    bool goTo(const InputPlace &place) override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Picked {
        Id<SurveyItem> item;
        int column = 0;
        QComboBox *list = nullptr;
    };
    struct Typed {
        Id<SurveyItem> item;
        int column = 0;
        QTextEdit *field = nullptr;
        TextEntry *entry = nullptr;
    };

    void follow(const ChangeSet &change);
    void followInput(const InputPlace &place);
    void rebuild();
    void addItem(Id<SurveyItem> item);
    void addPicked(QFormLayout *form, Id<SurveyItem> item, int column);
    void addTyped(QFormLayout *form, Id<SurveyItem> item, int column);
    void refresh();
    void showRefusal();
    void apply(const Typed &typed);
    QModelIndex cell(Id<SurveyItem> item, int column) const;
    QString name(Id<SurveyItem> item, int column) const;
    QString head(int column) const;

    GridModel *m_model;
    Id<Survey> m_survey; ///< The newest round.
    Id<Measure> m_measure;
    QWidget *m_body = nullptr;
    QList<Picked> m_picked;
    QList<Typed> m_typed;
    bool m_readOnly = false;
};

} // namespace shisaku
