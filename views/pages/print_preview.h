// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a print job exactly as it will come out, and prints it or saves it as PDF or as pictures.
#pragma once

#include "views/pages/missing_glyphs.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
QT_END_NAMESPACE

namespace shisaku {

class PageStack;

/// Asks for the file to write, .pdf, .png or .svg, with a suggested name; empty when the officer thinks better of it. Pictures
/// become `pages` files, see picturePath().
using ChooseFile = std::function<QString(QWidget *parent, const QString &suggested, int pages)>;

class PrintPreview : public QDialog {
    Q_OBJECT

public:
    PrintPreview(PrintJob job, ChooseFile chooseFile, QWidget *parent = nullptr);

    /// Other ways to print the same, `current` among them. Choosing another one closes the preview, see chosen().
    void offer(const QStringList &ways, int current);
    /// The way chosen, for which the caller opens a preview; -1 if none was.
    int chosen() const { return m_chosen; }

    /// Asks for a file and writes it, with progress that can be cancelled; pictures one a page.
    void save();
    /// Opens the system's print dialog.
    void print();

private:
    QWidget *makeBar();
    QLabel *makeNotice(const QString &text);
    /// Whether the pages may leave; says why not.
    bool mayLeave();
    void runPages(const QString &label, const std::function<Result<void>(const PageProgress &)> &work);

    PrintJob m_job;
    ChooseFile m_chooseFile;
    QList<MissingGlyph> m_missing;
    PageStack *m_pages;
    QLabel *m_outcome = nullptr;
    QHBoxLayout *m_bar = nullptr;
    int m_chosen = -1;
};

} // namespace shisaku
