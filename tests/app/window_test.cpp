// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_test.h"

#include "models/edit/plan_opening.h"
#include "tests/support/samples.h"
#include "views/look/window_style.h"
#include "views/sheet/sheet_form.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QStandardPaths>
#include <QTest>

namespace shisaku {

using namespace Qt::StringLiterals;

void WindowTest::prepare()
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setStyle(new WindowStyle);
    QApplication::setFont(textFont(10));
    m_services.environment = testEnvironment();
    m_services.settings = std::make_shared<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_services.today = [this] { return m_today; };
    m_services.dialogs.confirm = [this](QWidget *, const QString &question, const QString &) {
        m_questions << question;
        return m_answer;
    };
    m_services.dialogs.choose = [this](QWidget *, const QString &question, const QStringList &) {
        m_questions << question;
        return m_choice;
    };
    m_services.dialogs.saveFile = [this](QWidget *, const QString &, const QString &, const QString &) { return m_fileToSave; };
    m_services.dialogs.openFile = [this](QWidget *, const QString &, const QString &) { return m_fileToOpen; };
    m_services.dialogs.askText = [](QWidget *, const QString &, const QString &, const QString &text) { return text; };
    m_services.dialogs.openPlan = [this](QWidget *) { return m_fileToOpen; };
}

QString WindowTest::makeSample(const QString &name, const QString &city)
{
    return planFileOf(sampleContent(city), m_folder.filePath(name + u".dxplan"_s), m_services.environment);
}

std::unique_ptr<MainWindow> WindowTest::openSample(const QString &path, const QSize &size)
{
    auto window = std::make_unique<MainWindow>(m_services);
    PlanOpening opening(path, m_services.environment);
    if (!window->openPlan(opening))
        qFatal("the plan cannot be opened");
    window->resize(size);
    window->show();
    window->activateWindow();
    const auto isReady = [&] { return window->findChild<SheetForm *>() != nullptr; }; // it follows the first picture
    if (!QTest::qWaitForWindowActive(window.get()) || !QTest::qWaitFor(isReady))
        qFatal("the window does not come up");
    return window;
}

void commit(QWidget *widget, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(widget, &event);
}

} // namespace shisaku
