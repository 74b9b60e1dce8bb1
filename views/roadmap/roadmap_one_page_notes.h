// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered list beneath the one-page roadmap: labels that found no place in their rows.
#pragma once

#include "views/roadmap/roadmap_one_page_rows.h"

namespace shisaku {

/// All must outlive it. `em` is the size of the labels in the rows.
class OnePageNotes {
public:
    OnePageNotes(const OnePageMaterial &material, const TextMeasure &text, qreal em) : m_material(material), m_text(text), m_em(em)
    {}

    qreal height(const QList<OnePageRow> &rows) const;
    /// Of the texts of some items of a row, one beside the other.
    qreal width(const OnePageRow &row, const QList<int> &noted) const;
    /// Numbers the labels in their rows and sets the list from `y` on.
    QList<OnePageNote> set(QList<OnePageRow> &rows, qreal y) const;

private:
    QString textOf(const OnePageRow &row, int item) const;

    const OnePageMaterial &m_material;
    const TextMeasure &m_text;
    qreal m_em;
};

} // namespace shisaku
