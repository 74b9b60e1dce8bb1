// SPDX-License-Identifier: GPL-3.0-or-later
// The least a Qt program can do: an empty window that says when it has been painted, and quits.
#include <QApplication>
#include <QMainWindow>
#include <QTextStream>

namespace {
class EmptyWindow : public QMainWindow {
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        QMetaObject::invokeMethod(
            this,
            [] {
                QTextStream(stdout) << "painted\n" << Qt::flush;
                QApplication::exit();
            },
            Qt::QueuedConnection);
    }
};
} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1440, 860);
    window.show();
    return QApplication::exec();
}
