// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/svg_metadata.h"

#include "models/edit/picture_metadata.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
constexpr auto svgSpace = "http://www.w3.org/2000/svg"_L1;
constexpr auto linkSpace = "http://www.w3.org/1999/xlink"_L1;
constexpr auto xmlSpace = "http://www.w3.org/XML/1998/namespace"_L1;

bool isOfDrawing(QStringView space)
{
    return space.isEmpty() || space == svgSpace || space == linkSpace || space == xmlSpace;
}

/// 「file:///C:/Users/…」, 「C:\Users\…」, 「\\server\…」, 「/home/…」.
bool isPath(QStringView value)
{
    static const QRegularExpression path(u"^\\s*(file:|[A-Za-z]:[\\\\/]|\\\\\\\\|/)"_s, QRegularExpression::CaseInsensitiveOption);
    return path.match(value).hasMatch();
}

/// A picture inside the drawing, stripped like any other; nothing where it cannot be.
std::optional<QString> withoutMetadataInside(const QString &link)
{
    static const QRegularExpression data(u"^\\s*data:image/[^,]*;base64,"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = data.match(link);
    if (!match.hasMatch())
        return link;
    const auto picture = withoutMetadata(QByteArray::fromBase64(link.sliced(match.capturedEnd()).toLatin1()));
    if (!picture)
        return std::nullopt;
    return match.captured().trimmed() + QString::fromLatin1(picture->toBase64());
}

/// False where a picture inside cannot be stripped.
bool copyAttributes(const QXmlStreamReader &from, QXmlStreamWriter &to, bool root)
{
    for (const QXmlStreamAttribute &attribute : from.attributes()) {
        if (!isOfDrawing(attribute.namespaceUri()))
            continue;
        const bool link = attribute.name() == "href"_L1 || attribute.name() == "src"_L1;
        if ((link && isPath(attribute.value())) || (root && attribute.name() == "content"_L1))
            continue;
        const auto value = link ? withoutMetadataInside(attribute.value().toString()) : attribute.value().toString();
        if (!value)
            return false;
        if (attribute.namespaceUri().isEmpty())
            to.writeAttribute(attribute.name().toString(), *value);
        else
            to.writeAttribute(attribute.namespaceUri().toString(), attribute.name().toString(), *value);
    }
    return true;
}
} // namespace

std::optional<QByteArray> svgWithoutMetadata(const QByteArray &svg)
{
    QXmlStreamReader from(svg);
    QByteArray kept;
    QXmlStreamWriter to(&kept);
    to.writeStartDocument();
    bool inside = false;
    while (!from.atEnd()) {
        switch (from.readNext()) {
        case QXmlStreamReader::StartElement:
            if (!inside && from.name() != "svg"_L1)
                return std::nullopt;
            if (!isOfDrawing(from.namespaceUri()) || from.name() == "metadata"_L1) {
                from.skipCurrentElement();
                break;
            }
            if (!inside) {
                // Before the root, or names would be declared wherever they first occur.
                to.writeDefaultNamespace(svgSpace);
                to.writeNamespace(linkSpace, u"xlink"_s);
            }
            to.writeStartElement(svgSpace, from.name().toString());
            if (!copyAttributes(from, to, !inside))
                return std::nullopt;
            inside = true;
            break;
        case QXmlStreamReader::EndElement:
            to.writeEndElement();
            break;
        case QXmlStreamReader::Characters:
            to.writeCharacters(from.text().toString());
            break;
        default: // comments, instructions, the document type with its editor's words
            break;
        }
    }
    if (from.hasError() || !inside)
        return std::nullopt;
    to.writeEndDocument();
    return kept;
}

} // namespace shisaku
