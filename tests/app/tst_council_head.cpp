// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about the title block of a council paper: asked with real keys, remembered, left without a trace, and printed.
#include "app/dialogs/council_head_dialog.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/warnings.h"
#include "views/pages/effects_paper.h"
#include "views/pages/pdf_writer.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace shisaku;
using namespace Qt::StringLiterals;

class CouncilHeadTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;

    /// Types into the field that has the focus, as an input method does.
    static void commit(const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    static QLineEdit *line(const QDialog &dialog, const QString &name)
    {
        for (QLineEdit *input : dialog.findChildren<QLineEdit *>()) {
            if (input->accessibleName() == name)
                return input;
        }
        return nullptr;
    }
    std::optional<PaperHead> ask(const std::function<void(QDialog &)> &answer)
    {
        QTimer::singleShot(0, this, [answer] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
            answer(*dialog);
        });
        return askCouncilHead(*m_settings, u"情報政策課"_s, nullptr);
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_settings = std::make_unique<QSettings>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s),
                                                 QSettings::IniFormat);
    }

    void whatIsTypedComesBackAndIsRemembered()
    {
        const auto head = ask([](QDialog &dialog) {
            QCOMPARE(line(dialog, u"部課名"_s)->text(), u"情報政策課"_s); // the plan's office is proposed
            line(dialog, u"資料番号"_s)->setFocus();
            commit(u" 資料22 "_s);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            commit(u"令和6年11月1日"_s);
            auto *mark = dialog.findChild<QComboBox *>();
            mark->setFocus();
            QTest::keyClick(mark, Qt::Key_Down);
            QTest::keyClick(mark, Qt::Key_Return);
        });
        QVERIFY(head);
        QCOMPARE(head->documentNumber, u"資料22"_s);
        QCOMPARE(head->date, u"令和6年11月1日"_s);
        QCOMPARE(head->office, u"情報政策課"_s);
        QCOMPARE(head->meeting, QString());
        QCOMPARE(head->mark, u"案"_s);
        const auto again = ask([](QDialog &dialog) {
            QCOMPARE(line(dialog, u"資料番号"_s)->text(), u"資料22"_s);
            QCOMPARE(dialog.findChild<QComboBox *>()->currentText(), u"案"_s);
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        QVERIFY(again);
        QCOMPARE(again->date, u"令和6年11月1日"_s);
    }

    void escapeLeavesWithoutATrace()
    {
        const auto head = ask([](QDialog &dialog) {
            line(dialog, u"会議名"_s)->setFocus();
            commit(u"審議会"_s);
            QTest::keyClick(&dialog, Qt::Key_Escape);
        });
        QVERIFY(!head);
        QVERIFY(m_settings->allKeys().isEmpty());
    }

    void theTitleBlockIsPrinted()
    {
        PageStyle options;
        options.head = {u"資料22"_s, u"令和6年11月1日"_s, u"情報政策課"_s, u"審議会"_s, u"案"_s};
        const QString path = m_folder.filePath(u"head.pdf"_s);
        QVERIFY(writePdf(effectsJob(Plan(), options), path).ok());
        const QString text = probe::pageTexts(path).join(QString());
        for (const QString &expected : {u"資料22"_s, u"令和6年11月1日"_s, u"情報政策課"_s, u"審議会"_s,
                                        u"業務効率化に資する取組状況（案）"_s, u"実績は、まだ登録されていません。"_s})
            QVERIFY2(text.contains(expected), qPrintable(text));
        QVERIFY(probe::overlaps(probe::words(path)).isEmpty());
    }
};

QTEST_MAIN(CouncilHeadTest)
#include "tst_council_head.moc"
