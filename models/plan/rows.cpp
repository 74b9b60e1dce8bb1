// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/rows.h"

namespace shisaku {

namespace {
bool isLink(const Field &field)
{
    return field.kind == FieldKind::Reference || field.kind == FieldKind::Owner || field.kind == FieldKind::AnyRow;
}
} // namespace

FieldValues AnyRows::values(RowId id) const
{
    FieldValues values;
    values.reserve(fields().size());
    const void *source = row(id);
    for (const Field &field : fields())
        values.push_back(field.read(source));
    return values;
}

bool AnyRows::insert(RowId id, const FieldValues &values)
{
    const auto fields = this->fields();
    if (id.isNull() || values.size() != fields.size())
        return false;
    const qsizetype known = m_index.size();
    qsizetype &index = m_index[id.bits];
    if (m_index.size() == known)
        return false;
    index = size();
    void *target = append(id);
    for (size_t i = 0; i < values.size(); ++i) {
        if (!fields[i].write(target, values[i])) {
            removeLast();
            m_index.remove(id.bits);
            return false;
        }
    }
    link(id);
    return true;
}

bool AnyRows::set(RowId id, int field, const Value &value)
{
    const Field &info = fields()[static_cast<size_t>(field)];
    if (!isLink(info))
        return info.write(row(id), value);
    unlink(id);
    const bool written = info.write(row(id), value);
    link(id);
    return written;
}

void AnyRows::remove(RowId id)
{
    unlink(id);
    const qsizetype index = m_index.take(id.bits);
    swapOut(index);
    if (index < size())
        m_index[idAt(index).bits] = index;
}

const QList<RowId> &AnyRows::referring(int field, RowId target) const
{
    static const QList<RowId> none;
    if (m_links.empty())
        return none;
    const auto &links = m_links[static_cast<size_t>(field)];
    const auto found = links.constFind(target.bits);
    return found == links.constEnd() ? none : *found;
}

std::optional<RowId> AnyRows::linkTarget(const void *source, size_t field) const
{
    const Value value = fields()[field].read(source);
    if (const auto *id = std::get_if<RowId>(&value))
        return id->isNull() ? std::nullopt : std::optional(*id);
    const auto owner = Owner::fromText(std::get<QString>(value));
    return owner && !owner->isNull() ? std::optional(owner->row) : std::nullopt;
}

void AnyRows::link(RowId id)
{
    const auto fields = this->fields();
    if (m_links.empty())
        m_links.resize(fields.size());
    const void *source = row(id);
    for (size_t i = 0; i < fields.size(); ++i) {
        if (!isLink(fields[i]))
            continue;
        if (const auto target = linkTarget(source, i))
            m_links[i][target->bits].append(id);
    }
}

void AnyRows::unlink(RowId id)
{
    for (size_t i = 0; i < fields().size(); ++i) {
        if (!isLink(fields()[i]))
            continue;
        if (const auto target = linkTarget(row(id), i)) {
            const auto links = m_links[i].find(target->bits);
            links->removeOne(id);
            if (links->isEmpty())
                m_links[i].erase(links);
        }
    }
}

} // namespace shisaku
