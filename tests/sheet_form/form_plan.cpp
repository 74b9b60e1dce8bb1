// SPDX-License-Identifier: GPL-3.0-or-later
#include "form_plan.h"

#include "tests/support/rows.h"
#include "tests/support/samples.h"
#include "tests/support/sqlite3.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QWidget>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
template <typename T, typename Set>
T rowWith(Set set)
{
    T row;
    set(row);
    return row;
}

Id<Block> addBlock(RowMaker &maker, const QString &kind, const QString &key, const QString &label)
{
    return maker.add(rowWith<Block>([&](Block &block) {
        block.kind = kind;
        block.key = key;
        block.label = label;
    }));
}

void addOffice(RowMaker &maker, const QString &name, const QString &yomi)
{
    maker.add(rowWith<Department>([&](Department &office) {
        office.name = name;
        office.yomi = yomi;
    }));
}

void addLists(RowMaker &maker)
{
    for (const auto *kind : {u"新規", u"継続", u"拡張"}) {
        maker.add(rowWith<Choice>([&](Choice &choice) {
            choice.list = u"kind"_s;
            choice.key = choice.label = QString::fromUtf16(kind);
        }));
    }
    for (const auto *horizon : {u"短期", u"長期"}) {
        maker.add(rowWith<Choice>([&](Choice &choice) {
            choice.list = u"horizon"_s;
            choice.key = choice.label = QString::fromUtf16(horizon);
        }));
    }
    addOffice(maker, u"政策企画課"_s, u"せいさくきかくか"_s);
    addOffice(maker, u"情報政策課"_s, u"じょうほうせいさくか"_s);
    addOffice(maker, u"ＩＣＴ推進室"_s, u"あいしーてぃーすいしんしつ"_s);
}

Id<Category> addAims(RowMaker &maker)
{
    const auto aim = maker.add(rowWith<Classification>([](Classification &row) {
        row.key = u"aim"_s;
        row.title = u"目指す姿"_s;
    }));
    const auto top = maker.add(rowWith<Category>([&](Category &row) {
        row.classification = aim;
        row.title = u"安心・快適"_s;
    }));
    return maker.add(rowWith<Category>([&](Category &row) {
        row.classification = aim;
        row.parent = top;
        row.title = u"手続が簡単"_s;
    }));
}

void addSchedule(RowMaker &maker, Id<Measure> measure)
{
    const auto initiative = maker.add(rowWith<Initiative>([&](Initiative &row) {
        row.measure = measure;
        row.title = u"OCR"_s;
    }));
    maker.add(rowWith<Phase>([&](Phase &row) {
        row.initiative = initiative;
        row.label = u"運用"_s;
        row.starts = PlanTime::fiscalYear(2022);
        row.ends = PlanTime::open();
    }));
    maker.add(rowWith<Milestone>([&](Milestone &row) {
        row.initiative = initiative;
        row.label = u"公開"_s;
        row.at = PlanTime::month(2023, 4);
    }));
}
} // namespace

Id<Measure> FormPlan::measure(const QString &number) const
{
    for (const Measure *measure : plan().ordered<Measure>()) {
        if (measure->number == number)
            return measure->id;
    }
    return {};
}

QString FormPlan::sqlite3(const QString &sql) const
{
    return QString::fromUtf8(shisaku::sqlite3(path, sql));
}

QStringList FormPlan::offices(const QString &role) const
{
    QStringList names;
    for (const Responsibility *row : plan().parts<&Responsibility::measure>(measure(u"13"_s))) {
        const Department *office = plan().find(row->department);
        if (row->role == role)
            names << (office ? office->name : row->actor);
    }
    return names;
}

FormPlan makeFormPlan(const QString &path)
{
    RowMaker maker(randomIds());
    maker.add(rowWith<PlanInfo>([](PlanInfo &info) {
        info.title = u"試験計画"_s;
        info.first_year = PlanTime::fiscalYear(2021);
        info.last_year = PlanTime::fiscalYear(2025);
    }));
    addLists(maker);
    const auto aim = addAims(maker);
    addBlock(maker, u"title"_s, u"title"_s, {});
    addBlock(maker, u"aims"_s, u"aim"_s, u"目指す姿"_s);
    addBlock(maker, u"text"_s, u"overview"_s, u"概要"_s);
    const auto goal = addBlock(maker, u"text"_s, u"goal"_s, u"目標"_s);
    addBlock(maker, u"lead"_s, u"lead"_s, u"所管課"_s);
    addBlock(maker, u"bars"_s, u"bars"_s, u"スケジュール"_s);
    for (const auto *number : {u"13", u"14"}) {
        const auto measure = maker.add(rowWith<Measure>([&](Measure &row) {
            row.number = QString::fromUtf16(number);
            row.title = u"施策名%1"_s.arg(row.number);
            row.kind = u"新規"_s;
        }));
        maker.add(rowWith<MeasureText>([&](MeasureText &row) {
            row.measure = measure;
            row.block = goal;
            row.text = u"目標の文"_s;
        }));
        maker.add(rowWith<Membership>([&](Membership &row) {
            row.measure = measure;
            row.category = aim;
        }));
        addSchedule(maker, measure);
    }
    Environment environment{[] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0)); }, {u"企画 花子"_s, u"KIKAKU01"_s}, randomIds()};
    return {path, documentOf(std::move(maker).change(), path, environment)};
}

void compose(QWidget *field, const QString &preedit)
{
    QInputMethodEvent event(preedit, {});
    QCoreApplication::sendEvent(field, &event);
}

void typeJapanese(QWidget *field, const QString &preedit, const QString &commit)
{
    compose(field, preedit);
    QInputMethodEvent event(QString(), {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(field, &event);
}

} // namespace shisaku
