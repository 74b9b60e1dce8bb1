// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/pdf_finish.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QCoreApplication>

namespace shisaku {

namespace {
QPDFObjectHandle unicode(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

/// Links `items` as siblings below `parent` and counts what stands open.
void linkSiblings(QPDFObjectHandle parent, std::vector<QPDFObjectHandle> &items)
{
    for (size_t i = 0; i < items.size(); ++i) {
        items[i].replaceKey("/Parent", parent);
        if (i > 0)
            items[i].replaceKey("/Prev", items[i - 1]);
        if (i + 1 < items.size())
            items[i].replaceKey("/Next", items[i + 1]);
    }
    if (items.empty())
        return;
    parent.replaceKey("/First", items.front());
    parent.replaceKey("/Last", items.back());
    parent.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<int>(items.size())));
}

QPDFObjectHandle destination(const std::vector<QPDFPageObjectHelper> &pages, int page)
{
    auto target = QPDFObjectHandle::newArray();
    target.appendItem(pages.at(static_cast<size_t>(page)).getObjectHandle());
    target.appendItem(QPDFObjectHandle::newName("/Fit"));
    return target;
}

void addBookmarks(QPDF &pdf, const QList<Bookmark> &bookmarks)
{
    if (bookmarks.isEmpty())
        return;
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    QPDFObjectHandle root = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>"));
    // One open list of siblings for every level down to the last entry.
    std::vector<QPDFObjectHandle> parents{root};
    std::vector<std::vector<QPDFObjectHandle>> siblings(1);
    const auto closeTo = [&](size_t depth) {
        while (siblings.size() > depth) {
            linkSiblings(parents.back(), siblings.back());
            siblings.pop_back();
            parents.pop_back();
        }
    };
    for (const Bookmark &bookmark : bookmarks) {
        const auto level = static_cast<size_t>(bookmark.level);
        if (level + 1 > siblings.size() && !siblings.back().empty()) {
            parents.push_back(siblings.back().back());
            siblings.emplace_back();
        }
        closeTo(level + 1);
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", unicode(bookmark.title));
        item.replaceKey("/Dest", destination(pages, bookmark.page));
        siblings.back().push_back(item);
    }
    closeTo(0);
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

QPDFObjectHandle pageLabels(const PrintJob &job)
{
    auto numbers = QPDFObjectHandle::newArray();
    if (job.frontPages > 0) {
        numbers.appendItem(QPDFObjectHandle::newInteger(0));
        numbers.appendItem(QPDFObjectHandle::parse("<< /S /r >>"));
    }
    auto count = QPDFObjectHandle::parse("<< /S /D >>");
    count.replaceKey("/St", QPDFObjectHandle::newInteger(job.firstPageNumber));
    numbers.appendItem(QPDFObjectHandle::newInteger(job.frontPages));
    numbers.appendItem(count);
    auto labels = QPDFObjectHandle::newDictionary();
    labels.replaceKey("/Nums", numbers);
    return labels;
}

void addLinks(QPDF &pdf, const PrintJob &job)
{
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    for (const PageLink &link : job.links) {
        // PDF counts points from the lower left corner.
        const double height = job.paperOf(link.page).paper().height();
        const auto points = [](double units) { return QPDFObjectHandle::newReal(units / paper::unitsPerPoint, 1); };
        auto rect = QPDFObjectHandle::newArray();
        rect.appendItem(points(link.rect.left()));
        rect.appendItem(points(height - link.rect.bottom()));
        rect.appendItem(points(link.rect.right()));
        rect.appendItem(points(height - link.rect.top()));
        QPDFObjectHandle note = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] >>");
        note.replaceKey("/Rect", rect);
        note.replaceKey("/Dest", destination(pages, link.target));
        QPDFObjectHandle page = pages.at(static_cast<size_t>(link.page)).getObjectHandle();
        if (!page.hasKey("/Annots"))
            page.replaceKey("/Annots", QPDFObjectHandle::newArray());
        page.getKey("/Annots").appendItem(pdf.makeIndirectObject(note));
    }
}

/// The fonts a file names without bringing them along: another machine would show another, or none.
QStringList fontsNotEmbedded(QPDF &pdf)
{
    QStringList names;
    for (QPDFObjectHandle &object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/Type").isName() || object.getKey("/Type").getName() != "/FontDescriptor"
            || object.hasKey("/FontFile") || object.hasKey("/FontFile2") || object.hasKey("/FontFile3"))
            continue;
        names << QString::fromStdString(object.getKey("/FontName").getName()).mid(1);
    }
    names.removeDuplicates();
    return names;
}

/// Appends to bytes, whose room the caller reserves: large plans make large files.
class Appending final : public Pipeline {
public:
    explicit Appending(QByteArray &bytes) : Pipeline("finished", nullptr), m_bytes(bytes) {}
    void write(const unsigned char *data, size_t size) override
    {
        m_bytes.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    }
    void finish() override {}

private:
    QByteArray &m_bytes;
};
} // namespace

Result<QByteArray> finishedPdf(const QByteArray &pdf, const PrintJob &job)
{
    try {
        QPDF file;
        file.processMemoryFile("export", pdf.constData(), static_cast<size_t>(pdf.size()));
        if (const QStringList fonts = fontsNotEmbedded(file); !fonts.isEmpty())
            return Error{
                ErrorKind::Failed,
                QCoreApplication::translate("PdfWriter", "フォント「%1」をPDFに埋め込めませんでした。").arg(fonts.join(u'、')),
                QCoreApplication::translate("PdfWriter", "埋込みが許されたフォントを入れてから書き出してください。"),
                {}};
        QPDFObjectHandle root = file.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newString("ja"));
        root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        root.replaceKey("/PageLabels", pageLabels(job));
        addBookmarks(file, job.bookmarks);
        addLinks(file, job);

        QByteArray finished;
        finished.reserve(pdf.size() + pdf.size() / 8);
        Appending output(finished);
        QPDFWriter writer(file);
        writer.setOutputPipeline(&output);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        return finished;
    } catch (const std::exception &failure) {
        return Error{ErrorKind::Failed, QCoreApplication::translate("PdfWriter", "PDFを仕上げられませんでした。"),
                     QCoreApplication::translate("PdfWriter", "もう一度書き出してください。"), QString::fromUtf8(failure.what())};
    }
}

} // namespace shisaku
