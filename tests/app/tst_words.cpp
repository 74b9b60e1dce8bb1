// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads is in the words of the field.
#include "app/backup_dialog.h"
#include "tests/app/window_test.h"
#include "tests/support/warnings.h"

#include <QListWidget>
#include <QTest>

using namespace shisaku;
using namespace Qt::StringLiterals;

class Words : public WindowTest {
    Q_OBJECT

public:
    Words() : WindowTest(QDate(2024, 4, 1)) {}

private slots:
    void initTestCase() { prepare(); }
    void init() { failOnWarnings(); }

    void datesAreToldInEras()
    {
        const QString path = makeSample(u"eras"_s);
        QString proposed;
        const auto asked = m_services.dialogs.askText;
        m_services.dialogs.askText = [&proposed](QWidget *, const QString &, const QString &, const QString &text) {
            proposed = text;
            return QString();
        };
        {
            const auto window = openSample(path);
            window->actions().action(Command::NameEdition)->trigger();
            QCOMPARE(proposed, u"令和6年4月改訂"_s);
            m_services.dialogs.askText = asked;
            PlanDocument &document = *window->document();
            ChangeBuilder change(u"名称を変更"_s);
            change.set<&Measure::title>(document.plan().ordered<Measure>().first()->id, u"変わった名"_s);
            QVERIFY(document.apply(std::move(change).build()));
            BackupDialog dialog(document);
            dialog.show();
            const QListWidget *copies = dialog.findChild<QListWidget *>();
            QVERIFY(copies->count() > 0);
            QVERIFY2(copies->item(0)->text().startsWith(u"令和8年4月1日 9:00"_s), qPrintable(copies->item(0)->text()));
            window->close();
        }
        const auto again = openSample(path);
        m_questions.clear();
        again->actions().action(Command::Undo)->trigger();
        QCOMPARE(m_questions.size(), 1);
        QVERIFY2(m_questions.first().contains(u"令和8年4月1日 9:00"_s), qPrintable(m_questions.first()));
        QVERIFY(again->document()->flush());
    }
};

QTEST_MAIN(Words)
#include "tst_words.moc"
