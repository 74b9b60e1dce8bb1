// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the chosen figure: shown small, loaded from a file, taken out again.
#pragma once

#include "views/settings/settings_edits.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace shisaku {

class FigurePicture;

class FigurePanel : public QWidget {
    Q_OBJECT

public:
    /// Asks for a file to read; empty when the officer thinks better of it.
    using Chooser = std::function<QString(QWidget *parent, const QString &title, const QString &filter)>;

    explicit FigurePanel(SettingsEdits *edits, QWidget *parent = nullptr);
    ~FigurePanel() override;

    void setChooser(Chooser chooser) { m_choose = std::move(chooser); }
    /// Null: nothing is chosen.
    void setFigure(Id<Figure> figure);

signals:
    /// Why a file was not taken, in a sentence; empty when one was.
    void refused(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void load();
    void commit(const QByteArray &bytes, const QString &title);
    void follow();
    QRect pictureArea() const;

    SettingsEdits *m_edits;
    Chooser m_choose;
    Id<Figure> m_figure;
    QByteArray m_bytes;
    std::unique_ptr<FigurePicture> m_picture; ///< Null while there is none.
    QPushButton *m_load;
    QPushButton *m_remove;
};

} // namespace shisaku
