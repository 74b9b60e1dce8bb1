// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/council_head_dialog.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CouncilHeadDialog)
};

/// A line of the form and where it is remembered.
struct Line {
    const char *key;
    const char *label;
    const char *example;
    QString PaperHead::*member;
};
const Line lines[] = {
    {"council/number", QT_TRANSLATE_NOOP("CouncilHeadDialog", "資料番号"), QT_TRANSLATE_NOOP("CouncilHeadDialog", "資料1"),
     &PaperHead::documentNumber},
    {"council/date", QT_TRANSLATE_NOOP("CouncilHeadDialog", "日付"), QT_TRANSLATE_NOOP("CouncilHeadDialog", "令和6年11月1日"),
     &PaperHead::date},
    {"council/office", QT_TRANSLATE_NOOP("CouncilHeadDialog", "部課名"), "", &PaperHead::office},
    {"council/meeting", QT_TRANSLATE_NOOP("CouncilHeadDialog", "会議名"), "", &PaperHead::meeting},
};
} // namespace

std::optional<PaperHead> askCouncilHead(QSettings &settings, const QString &office, QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(Texts::tr("資料の体裁"));
    dialog.setMinimumWidth(420);
    auto *form = new QFormLayout(&dialog);
    form->setContentsMargins(space::large, space::large, space::large, space::large);
    form->setHorizontalSpacing(space::medium);
    form->setVerticalSpacing(space::small);
    QList<QLineEdit *> inputs;
    for (const Line &line : lines) {
        const QString proposed = line.member == &PaperHead::office ? office : QString();
        auto *input = new QLineEdit(settings.value(QLatin1String(line.key), proposed).toString());
        if (*line.example)
            input->setPlaceholderText(Texts::tr("例：%1").arg(Texts::tr(line.example)));
        input->setAccessibleName(Texts::tr(line.label));
        form->addRow(Texts::tr(line.label), input);
        inputs << input;
    }
    auto *mark = new QComboBox;
    mark->setEditable(true);
    mark->addItems({QString(), Texts::tr("案"), Texts::tr("未定稿"), Texts::tr("速報値")});
    mark->setCurrentText(settings.value(u"council/mark"_s).toString());
    mark->setAccessibleName(Texts::tr("標記"));
    form->addRow(Texts::tr("標記"), mark);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(Texts::tr("プレビュー"), QDialogButtonBox::AcceptRole)->setDefault(true);
    buttons->addButton(Texts::tr("キャンセル"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    form->addRow(buttons);
    if (dialog.exec() != QDialog::Accepted)
        return {};

    PaperHead head;
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        head.*lines[i].member = inputs[i]->text().trimmed();
        settings.setValue(QLatin1String(lines[i].key), head.*lines[i].member);
    }
    head.mark = mark->currentText().trimmed();
    settings.setValue(u"council/mark"_s, head.mark);
    return head;
}

} // namespace shisaku
