// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of the whole window start from: samples as files, windows on them, and a person who answers the questions.
#pragma once

#include "app/window/main_window.h"
#include "tests/support/pictures.h"

#include <QTemporaryDir>

namespace shisaku {

/// A test class of windows. Its settings and plans live in a folder of its own.
class WindowTest : public QObject {
    Q_OBJECT

protected:
    /// `today` is what the windows take for the present day.
    explicit WindowTest(const QDate &today) : m_today(today) {}

    /// To be called once there is an application.
    void prepare();
    /// Makes a plan file of a sample and gives its path.
    QString makeSample(const QString &name, const QString &city = QStringLiteral("izumo"));
    /// A window that is active and has shown its first picture.
    std::unique_ptr<MainWindow> openSample(const QString &path, const QSize &size = {1400, 860});

    QTemporaryDir m_folder;
    Services m_services;
    QStringList m_questions;
    bool m_answer = true;
    int m_choice = -1; ///< Which answer is chosen; -1 for none.
    QString m_fileToSave;
    QString m_fileToOpen;

private:
    QDate m_today;
};

/// Types as an input method does: a whole word at once.
void commit(QWidget *widget, const QString &text);

} // namespace shisaku
