// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a person reads, on the screen and on paper, is in the words of the field: never the name under which a file keeps it.
#include "app/dialogs/backup_dialog.h"
#include "tests/app/window_test.h"
#include "tests/pages/pdf_probe.h"
#include "tests/support/warnings.h"
#include "views/check/check_page.h"
#include "views/pages/book.h"
#include "views/pages/jobs.h"
#include "views/pages/pdf_writer.h"
#include "views/settings/plan_settings.h"
#include "views/settings/settings_pages.h"
#include "views/sheet/template_editor.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace shisaku;
using namespace Qt::StringLiterals;

namespace {
void addTexts(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            texts << index.data().toString() << index.data(Qt::ToolTipRole).toString();
        }
        addTexts(model, model.index(row, 0, parent), texts);
    }
}

/// All that can be read in a window or pointed at.
QStringList textsIn(const QWidget &window)
{
    QStringList texts{window.windowTitle()};
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        texts << widget->toolTip() << widget->accessibleName();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            texts << line->text() << line->placeholderText();
        else if (const auto *box = qobject_cast<const QGroupBox *>(widget))
            texts << box->title();
        else if (const auto *list = qobject_cast<const QComboBox *>(widget))
            addTexts(*list->model(), {}, texts);
        else if (const auto *menu = qobject_cast<const QMenu *>(widget)) {
            for (const QAction *action : menu->actions())
                texts << action->text();
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
            for (int column = 0; view->model() && column < view->model()->columnCount(); ++column)
                texts << view->model()->headerData(column, Qt::Horizontal).toString();
            if (view->model())
                addTexts(*view->model(), {}, texts);
        }
    }
    return texts;
}

/// What files call tables, fields, keywords, lists, classifications and blocks, where that is no Japanese word.
QSet<QString> fileNames(const Plan &plan)
{
    QSet<QString> names;
    for (const TableInfo &table : allTables()) {
        names << QString::fromLatin1(table.name);
        for (const Field &field : table.fields) {
            names << QString::fromLatin1(field.name);
            for (const Keyword &keyword : field.keywords)
                names << QString::fromUtf8(keyword.key);
            if (field.kind == FieldKind::Choice)
                names << QString::fromLatin1(field.list);
        }
    }
    for (const Classification &classification : plan.rows<Classification>())
        names << classification.key;
    for (const Block &block : plan.rows<Block>()) {
        for (const QString &part : block.key.split(QRegularExpression(u"[,:/]"_s)))
            names << part;
    }
    names << u"class"_s << u"value"_s << u"text1"_s; // new ones had these
    static const QRegularExpression latin(u"^[a-z][a-z_0-9]+$"_s);
    names.removeIf([](const QString &name) { return !latin.match(name).hasMatch(); });
    return names;
}

/// Texts that hold one of the names as a word.
QStringList withNames(const QStringList &texts, const QSet<QString> &names)
{
    static const QRegularExpression word(u"(?<![A-Za-z0-9_.@/-])[a-z][a-z_]+[0-9]*(?![A-Za-z0-9_.@/-])"_s);
    QStringList found;
    for (const QString &text : texts) {
        for (auto words = word.globalMatch(text); words.hasNext();) {
            const QString name = words.next().captured();
            QString stem = name;
            stem.remove(QRegularExpression(u"[0-9]+$"_s));
            if (names.contains(name) || names.contains(stem))
                found << u"%1 in 「%2」"_s.arg(name, text.left(80));
        }
    }
    return found;
}
} // namespace

class Words : public WindowTest {
    Q_OBJECT

    std::unique_ptr<PlanDocument> m_document;

    void addCities()
    {
        QTest::addColumn<QString>("city");
        for (const char *city : {"izumo", "katagami", "hatsukaichi"})
            QTest::newRow(city) << QString::fromLatin1(city);
    }
    const Plan &open()
    {
        QFETCH(QString, city);
        const QString path = makeSample(city + QString::fromLatin1(QTest::currentTestFunction()), city);
        auto opened = PlanDocument::open(path, m_services.environment);
        m_document = opened ? std::move(*opened) : nullptr;
        return m_document->plan();
    }

public:
    Words() : WindowTest(QDate(2024, 4, 1)) {}

private slots:
    void initTestCase() { prepare(); }
    void init() { failOnWarnings(); }
    void cleanup() { m_document.reset(); }

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

    void settingsShowNoNameOfAFile_data() { addCities(); }
    void settingsShowNoNameOfAFile()
    {
        const QSet<QString> names = fileNames(open());
        PlanSettings settings(m_document.get());
        settings.show();
        // A new classification and a new value of each list are there as well.
        const auto addRow = [&](const GridPanel *rows) {
            for (QPushButton *button : rows->findChildren<QPushButton *>()) {
                if (button->text().startsWith(u'＋')) {
                    button->click();
                    break;
                }
            }
            QCoreApplication::processEvents();
            QVERIFY(m_document->flush());
        };
        const auto before = m_document->plan().rows<Classification>().size();
        addRow(settings.classificationPage()->classifications());
        QTRY_COMPARE(m_document->plan().rows<Classification>().size(), before + 1);
        QStringList texts;
        QComboBox *lists = settings.choicePage()->list();
        for (int i = 0; i < lists->count(); ++i) {
            lists->setCurrentIndex(i);
            const auto values = m_document->plan().rows<Choice>().size();
            addRow(settings.choicePage()->rows());
            QTRY_COMPARE(m_document->plan().rows<Choice>().size(), values + 1);
            texts << textsIn(*settings.choicePage());
        }
        for (int page = 0; page < settings.contents()->count(); ++page) {
            settings.contents()->setCurrentRow(page);
            QCoreApplication::processEvents();
            texts << textsIn(settings);
        }
        QVERIFY(texts.contains(u"新しい分類"_s) && texts.contains(u"新しい選択肢"_s));
        QCOMPARE(withNames(texts, names), QStringList());
        static const QRegularExpression latin(u"[A-Za-z]"_s);
        for (const Choice &choice : m_document->plan().rows<Choice>())
            QVERIFY(choice.label != u"新しい選択肢" || !choice.key.contains(latin));
        for (const Classification &row : m_document->plan().rows<Classification>())
            QVERIFY(row.title != u"新しい分類" || !row.key.contains(latin));
    }

    void theTemplateShowsNoNameOfAFile_data() { addCities(); }
    void theTemplateShowsNoNameOfAFile()
    {
        const QSet<QString> names = fileNames(open());
        TemplateEditor editor(m_document.get(), {}, {});
        editor.show();
        for (const Keyword &kind : blockKinds)
            editor.addBlock(QString::fromUtf8(kind.key));
        QStringList texts;
        for (int row = 0; row < editor.list()->count(); ++row) {
            editor.list()->setCurrentRow(row);
            texts << textsIn(editor) << editor.notice();
        }
        QVERIFY(texts.contains(u"スケジュール"_s) || texts.contains(u"概要"_s) || texts.join(u' ').contains(u"内容"_s));
        QCOMPARE(withNames(texts, names), QStringList());
    }

    void findingsShowNoNameOfAFile_data() { addCities(); }
    void findingsShowNoNameOfAFile()
    {
        const QSet<QString> names = fileNames(open());
        CheckPage page(m_document.get());
        page.resize(1200, 800);
        page.show();
        QTRY_VERIFY(page.model().rowCount() > 0);
        QStringList texts = textsIn(page);
        for (int group = 0; group < page.model().rowCount(); ++group) {
            const QModelIndex parent = page.model().index(group, 0);
            for (int row = 0; row < page.model().rowCount(parent); ++row) {
                page.list().setCurrentIndex(page.model().index(row, 0, parent));
                for (const QLabel *label : page.findChildren<QLabel *>())
                    texts << label->text();
            }
        }
        QCOMPARE(withNames(texts, names), QStringList());
    }

    void papersShowNoNameOfAFile_data() { addCities(); }
    void papersShowNoNameOfAFile()
    {
        const Plan &plan = open();
        const QSet<QString> names = fileNames(plan);
        const QString pdf = m_folder.filePath(u"words.pdf"_s);
        for (const PrintJob &job : {bookJob(plan, {}), guideJob(plan)}) {
            QVERIFY(writePdf(job, pdf));
            const QStringList lines = probe::pdfText({pdf, u"-"_s}).split(u'\n');
            QVERIFY(lines.size() > 10);
            QCOMPARE(withNames(lines, names), QStringList());
        }
    }
};

QTEST_MAIN(Words)
#include "tst_words.moc"
