// SPDX-License-Identifier: GPL-3.0-or-later
// Which categories of one classification (目指す姿, 取組分野 …) a measure belongs to: shown in the form, picked from a tree.
#pragma once

#include "views/sheet/form_field.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace shisaku {

class RefusalLine;

/// The tree of a classification with a search line; everything ticked is applied at once on OK.
class CategoryEditor : public QDialog {
    Q_OBJECT

public:
    CategoryEditor(PlanDocument *document, Id<Measure> measure, Id<Classification> classification, QWidget *parent = nullptr);

    QTreeWidget *tree() const { return m_tree; }
    QLineEdit *search() const { return m_search; }

public slots:
    void accept() override;
    void reject() override;

private:
    void fill(QTreeWidgetItem *parent, const QList<const Category *> &categories);
    void showFirstChosen();
    void filter(const QString &typed);
    void keepOneHome(QTreeWidgetItem *item, int column);

    PlanDocument *m_document;
    Id<Measure> m_measure;
    Id<Classification> m_classification;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    RefusalLine *m_error;
};

class CategoryField : public FormField {
    Q_OBJECT

public:
    CategoryField(PlanDocument *document, Id<Classification> classification, QWidget *parent = nullptr);

    void setMeasure(Id<Measure> measure) override;
    void setReadOnly(bool readOnly) override;
    QString doubt() const override;
    QWidget *firstInput() const override;
    void setName(const QString &name) override;
    bool goTo(const InputPlace &place) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void followInput(const InputPlace &place);
    void pick();

    Id<Classification> m_classification;
    Id<Measure> m_measure;
    QLabel *m_list;
    QPushButton *m_pick;
};

} // namespace shisaku
