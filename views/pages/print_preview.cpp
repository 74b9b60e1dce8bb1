// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/print_preview.h"

#include "models/file/destination.h"
#include "views/look/look.h"
#include "views/look/screen_room.h"
#include "views/pages/missing_glyphs.h"
#include "views/pages/page_pictures.h"
#include "views/pages/page_stack.h"
#include "views/pages/pdf_writer.h"
#include "views/pages/printer_output.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace shisaku {

using namespace Qt::StringLiterals;

PrintPreview::PrintPreview(PrintJob job, ChooseFile chooseFile, QWidget *parent) :
    QDialog(parent), m_job(std::move(job)), m_chooseFile(std::move(chooseFile)), m_missing(charactersWithoutGlyph(m_job)),
    m_pages(new PageStack(m_job, this))
{
    setWindowTitle(tr("印刷プレビュー － %1").arg(m_job.title));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    resizeOnScreen(*this, QSize(900, 820));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    if (!m_job.notice.isEmpty())
        layout->addWidget(makeNotice(m_job.notice));
    if (const QString missing = missingGlyphsMessage(m_missing, m_job.firstPageNumber); !missing.isEmpty())
        layout->addWidget(makeNotice(tr("%1計画の文字は変えません。").arg(missing)));
    layout->addWidget(m_pages, 1);
    m_pages->setFocus();
}

QWidget *PrintPreview::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(space::medium, space::small, space::medium, space::small);
    layout->setSpacing(space::small);
    const auto button = [&](const QString &text, const QString &tip, auto action) {
        auto *made = new QPushButton(text, bar);
        made->setToolTip(tip);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, action);
        layout->addWidget(made);
        return made;
    };
    button(tr("印刷(&P)…"), tr("プリンターを選んで印刷します。"), [this] { print(); })->setShortcut(QKeySequence::Print);
    button(tr("ファイルに保存(&S)…"), tr("このとおりのPDFか、1頁ごとの画像（PNG、SVG）を書き出します。"), [this] {
        save();
    })->setShortcut(QKeySequence::Save);
    m_bar = layout;
    m_outcome = new QLabel(bar);
    layout->addWidget(m_outcome);
    layout->addStretch(1);

    auto *page = new QSpinBox(bar);
    page->setRange(1, std::max(1, m_job.pageCount));
    page->setSuffix(tr(" / %1頁").arg(m_job.pageCount));
    page->setAccessibleName(tr("頁"));
    connect(page, &QSpinBox::valueChanged, m_pages, [this](int number) {
        if (number - 1 != m_pages->currentPage())
            m_pages->showPage(number - 1);
    });
    connect(m_pages, &PageStack::currentPageChanged, page, [page](int shown) { page->setValue(shown + 1); });
    layout->addWidget(page);
    button(tr("頁全体(&W)"), tr("1頁を画面に収めます。"), [this] { m_pages->setFit(PageStack::Fit::Page); });
    button(tr("幅に合わせる(&D)"), tr("頁の幅を画面に合わせます。"), [this] { m_pages->setFit(PageStack::Fit::Width); });
    const auto narrow = [this](QPushButton *made, QKeySequence::StandardKey key) {
        made->setShortcut(key);
        made->setFixedWidth(fontMetrics().height() * 2);
    };
    narrow(button(tr("－"), tr("縮小（Ctrl+ホイール）"), [this] { m_pages->zoomBy(1 / 1.25); }), QKeySequence::ZoomOut);
    auto *zoom = new QLabel(bar);
    zoom->setAlignment(Qt::AlignCenter);
    zoom->setMinimumWidth(fontMetrics().horizontalAdvance(u"0000％"_s));
    connect(m_pages, &PageStack::zoomChanged, zoom, [zoom](double factor) { zoom->setText(tr("%1％").arg(qRound(factor * 100))); });
    layout->addWidget(zoom);
    narrow(button(tr("＋"), tr("拡大（Ctrl+ホイール）"), [this] { m_pages->zoomBy(1.25); }), QKeySequence::ZoomIn);
    return bar;
}

void PrintPreview::offer(const QStringList &ways, int current)
{
    auto *box = new QComboBox(this);
    box->addItems(ways);
    box->setCurrentIndex(current);
    box->setAccessibleName(tr("刷り方"));
    box->setToolTip(tr("刷り方を選びます。"));
    connect(box, &QComboBox::activated, this, [this, current](int index) {
        if (index == current)
            return;
        m_chosen = index;
        accept();
    });
    m_bar->insertWidget(0, box);
}

bool PrintPreview::mayLeave()
{
    const auto refused = refusedForBoxes(m_job, m_missing);
    if (refused)
        QMessageBox::warning(this, windowTitle(), refused->message());
    return !refused;
}

QLabel *PrintPreview::makeNotice(const QString &text)
{
    auto *notice = new QLabel(u"⚠ "_s + text, this);
    notice->setWordWrap(true);
    notice->setMargin(space::small);
    notice->setAutoFillBackground(true);
    notice->setBackgroundRole(QPalette::AlternateBase);
    return notice;
}

void PrintPreview::runPages(const QString &label, const std::function<Result<void>(const PageProgress &)> &work)
{
    QProgressDialog progress(label, tr("中止"), 0, m_job.pageCount, this);
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(500);
    const Result<void> done = work([&progress](int page, int) {
        progress.setValue(page);
        return !progress.wasCanceled();
    });
    progress.reset();
    if (!done && done.error().kind != ErrorKind::Cancelled)
        QMessageBox::warning(this, windowTitle(), done.error().message());
    else
        m_outcome->setText(done ? tr("完了しました。") : done.error().what);
}

void PrintPreview::save()
{
    if (!mayLeave())
        return;
    static const QRegularExpression gaps(u"\\s+"_s);
    const QString path = m_chooseFile(this, fileNameOf(m_job.title).replace(gaps, u"_"_s) + endingOf(FileKind::Pdf),
                                      m_job.pageCount);
    if (path.isEmpty())
        return;
    const bool pictures = kindOf(path) == FileKind::Png || kindOf(path) == FileKind::Svg;
    runPages(tr("書き出しています…"), [&](const PageProgress &progress) -> Result<void> {
        if (!pictures)
            return writePdf(m_job, path, progress);
        const auto written = writePictures(m_job, path, progress);
        return written ? Result<void>() : Result<void>(written.error());
    });
}

void PrintPreview::print()
{
    if (!mayLeave())
        return;
    const auto printer = choosePrinter(m_job, this);
    if (printer)
        runPages(tr("印刷しています…"), [&](const PageProgress &progress) { return printPages(m_job, *printer, progress); });
}

} // namespace shisaku
