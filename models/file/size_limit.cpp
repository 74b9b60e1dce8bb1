// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file/size_limit.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct SizeText {
    Q_DECLARE_TR_FUNCTIONS(SizeLimit)
};

constexpr qint64 bytesPerUnit = 3;   // of a text in UTF-8, at most
constexpr qint64 bytesPerRow = 1024; // id, head of the cell, pages half full

qint64 weightOf(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return text->size() * bytesPerUnit;
    const auto *bytes = std::get_if<QByteArray>(&value);
    return bytes ? bytes->size() : 0;
}
} // namespace

SizeLimit::SizeLimit(Database &database, qint64 largest) :
    m_database(database), m_largest(largest), m_pageSize(database.single(u"PRAGMA page_size"_s).toLongLong()),
    m_seldom(std::min<qint64>(1024 * 1024, largest / 64)), m_unseen(m_seldom)
{}

void SizeLimit::add(const QList<FieldChange> &fields)
{
    qint64 bytes = bytesPerRow;
    for (const FieldChange &field : fields)
        bytes += weightOf(field.value);
    grow(bytes);
}

void SizeLimit::add(const QString &text)
{
    grow(bytesPerRow + text.size() * bytesPerUnit);
}

void SizeLimit::grow(qint64 bytes)
{
    m_unseen += bytes;
    if (m_unseen < m_seldom)
        return;
    const qint64 size = m_database.single(u"PRAGMA page_count"_s).toLongLong() * m_pageSize;
    if (size + std::max(bytes, m_seldom) > m_largest)
        throw FileFailure{
            {ErrorKind::DiskFull,
             SizeText::tr(
                 "「%1」が、開くことのできる大きさの上限に近づいたため、これ以上は書き込めません。変更は行われていません。")
                 .arg(QFileInfo(m_database.path()).fileName()),
             SizeText::tr("画像を小さくするか、「提出用コピー」を作り、そのファイルで続けてください（変更の記録と注釈は入らず、小さ"
                          "くなります）。"),
             u"%1 + %2 > %3"_s.arg(size).arg(bytes).arg(m_largest)}};
    m_unseen = 0;
}

} // namespace shisaku
