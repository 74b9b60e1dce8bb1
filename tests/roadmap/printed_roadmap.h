// SPDX-License-Identifier: GPL-3.0-or-later
// A roadmap written as a PDF, and the words another program finds in it.
#pragma once

#include "text_recorder.h"
#include "views/roadmap/roadmap_pages.h"

namespace shisaku {

/// Writes all pages to `path`, which it returns.
QString printRoadmap(const RoadmapPages &pages, const QString &path, const paper::Spec &sheet = RoadmapPages::usualPaper());

/// What pdftotext finds on a page (from 1), in points from the paper's corner.
QList<DrawnText> wordsOnPage(const QString &pdf, int page);

} // namespace shisaku
