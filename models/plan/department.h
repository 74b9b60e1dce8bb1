// SPDX-License-Identifier: GPL-3.0-or-later
// The offices of the city hall (部署) in their official order, and the bodies that carry the plan forward (推進体制).
#pragma once

#include "models/plan/field.h"

namespace shisaku {

/// 課 or 室. `position` is the official order (建制順).
struct Department {
    Id<Department> id;
    QString position;
    QString name;
    QString yomi; ///< Reading in hiragana, for sorting and for completion.
    Id<Department> parent;
    PlanTime valid_from;
    PlanTime valid_to;
};
template <>
struct FieldsOf<Department> {
    static constexpr Field list[] = {
        fields::rank<&Department::position>("position", QT_TRANSLATE_NOOP("Field", "建制順")),
        fields::text<&Department::name>("name", QT_TRANSLATE_NOOP("Field", "名称")).must(),
        fields::text<&Department::yomi>("yomi", QT_TRANSLATE_NOOP("Field", "よみ")),
        fields::reference<&Department::parent>("parent", QT_TRANSLATE_NOOP("Field", "上位の部署"), OnRemoval::Clear),
        fields::time<&Department::valid_from>("valid_from", QT_TRANSLATE_NOOP("Field", "設置")),
        fields::time<&Department::valid_to>("valid_to", QT_TRANSLATE_NOOP("Field", "廃止")),
    };
};

/// 機構改革: an office became another one. Several rows make a split or a merger.
struct DepartmentChange {
    Id<DepartmentChange> id;
    QString position;
    Id<Department> from;
    Id<Department> to;
    PlanTime date;
};
template <>
struct FieldsOf<DepartmentChange> {
    static constexpr Field list[] = {
        fields::rank<&DepartmentChange::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::partOf<&DepartmentChange::from>("from", QT_TRANSLATE_NOOP("Field", "旧部署")),
        fields::partOf<&DepartmentChange::to>("to", QT_TRANSLATE_NOOP("Field", "新部署")),
        fields::time<&DepartmentChange::date>("date", QT_TRANSLATE_NOOP("Field", "期日")),
    };
};

/// A body of the 推進体制: headquarters, committee, post. Never a person's name.
struct Body {
    Id<Body> id;
    QString position;
    Id<Body> parent;
    QString name;
    QString post; ///< Who heads it, by post: 市長.
    QString role;
};
template <>
struct FieldsOf<Body> {
    static constexpr Field list[] = {
        fields::rank<&Body::position>("position", QT_TRANSLATE_NOOP("Field", "並び順")),
        fields::reference<&Body::parent>("parent", QT_TRANSLATE_NOOP("Field", "上位の組織"), OnRemoval::RemoveToo),
        fields::text<&Body::name>("name", QT_TRANSLATE_NOOP("Field", "名称")).must(),
        fields::text<&Body::post>("post", QT_TRANSLATE_NOOP("Field", "職")),
        fields::longText<&Body::role>("role", QT_TRANSLATE_NOOP("Field", "役割")),
    };
};

} // namespace shisaku
