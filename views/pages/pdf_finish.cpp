// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/pdf_finish.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
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
        auto target = QPDFObjectHandle::newArray();
        target.appendItem(pages.at(static_cast<size_t>(bookmark.page)).getObjectHandle());
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        item.replaceKey("/Dest", target);
        siblings.back().push_back(item);
    }
    closeTo(0);
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}
} // namespace

Result<QByteArray> finishedPdf(const QByteArray &pdf, const PrintJob &job)
{
    try {
        QPDF file;
        file.processMemoryFile("export", pdf.constData(), static_cast<size_t>(pdf.size()));
        QPDFObjectHandle root = file.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newString("ja"));
        root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        auto labels = QPDFObjectHandle::parse("<< /Nums [ 0 << /S /D >> ] >>");
        labels.getKey("/Nums").getArrayItem(1).replaceKey("/St", QPDFObjectHandle::newInteger(job.firstPageNumber));
        root.replaceKey("/PageLabels", labels);
        addBookmarks(file, job.bookmarks);

        QPDFWriter writer(file);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const std::unique_ptr<Buffer> buffer(writer.getBuffer());
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception &failure) {
        return Error{ErrorKind::Failed, QCoreApplication::translate("PdfWriter", "PDFを仕上げられませんでした。"),
                     QCoreApplication::translate("PdfWriter", "もう一度書き出してください。"), QString::fromUtf8(failure.what())};
    }
}

} // namespace shisaku
