// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/figure_panel.h"

#include "models/edit/plan_follower.h"
#include "models/plan/read_file.h"
#include "models/plan/rules.h"
#include "views/look/figure_picture.h"
#include "views/look/status_mark.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace shisaku {

FigurePanel::FigurePanel(SettingsEdits *edits, QWidget *parent) :
    QWidget(parent), m_edits(edits), m_load(new QPushButton(tr("画像を読み込む…"), this)),
    m_remove(new QPushButton(tr("画像を外す"), this))
{
    m_load->setAutoDefault(false);
    m_load->setToolTip(tr("PNG、JPEG、SVGの画像を、この図に付けます。"));
    m_remove->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    auto *column = new QVBoxLayout;
    column->setSpacing(space::tight);
    column->addWidget(m_load);
    column->addWidget(m_remove);
    column->addStretch(1);
    row->addStretch(1);
    row->addLayout(column);
    connect(m_load, &QPushButton::clicked, this, &FigurePanel::load);
    connect(m_remove, &QPushButton::clicked, this,
            [this] { commit({}, tr("%1の画像を外す").arg(rowName(m_edits->plan(), TableId::Figure, m_figure.row))); });
    auto *follower = new PlanFollower(&edits->document(), this);
    follower->setTables({TableId::Figure});
    follower->whileShown(this);
    connect(follower, &PlanFollower::changed, this, &FigurePanel::follow);
    follow();
}

FigurePanel::~FigurePanel() = default;

void FigurePanel::setFigure(Id<Figure> figure)
{
    if (figure == m_figure)
        return;
    m_figure = figure;
    follow();
}

void FigurePanel::follow()
{
    const Figure *figure = m_edits->plan().find(m_figure);
    const QByteArray bytes = figure ? figure->image : QByteArray();
    if (bytes != m_bytes) {
        m_bytes = bytes;
        m_picture = bytes.isEmpty() ? nullptr : std::make_unique<FigurePicture>(bytes);
    }
    const bool editable = figure && !m_edits->isReadOnly();
    m_load->setEnabled(editable);
    m_remove->setEnabled(editable && !bytes.isEmpty());
    setAccessibleDescription(figure && bytes.isEmpty() ? tr("原図なし") : QString());
    update();
}

void FigurePanel::load()
{
    const QString path = m_choose ? m_choose(this, tr("図の画像を選ぶ"), tr("画像 (*.png *.jpg *.jpeg *.svg)")) : QString();
    if (path.isEmpty())
        return;
    const QString name = QFileInfo(path).fileName();
    // One byte more than may be taken tells a file that is too large, however large it is.
    const auto bytes = readFile(path, FigurePicture::mostBytes + 1);
    if (!bytes)
        return emit refused(bytes.error().message());
    switch (FigurePicture::problemOf(*bytes)) {
    case FigurePicture::Problem::TooLarge:
        return emit refused(tr("「%1」は5MBを超えています。小さくしてから読み込んでください。").arg(name));
    case FigurePicture::Problem::Unreadable:
        return emit refused(tr("「%1」は、PNG、JPEG、SVGの画像として読み取れません。別の形式で保存し直してください。").arg(name));
    case FigurePicture::Problem::Outside:
        return emit refused(tr("「%1」は、ほかの画像ファイルを参照しています。画像を埋め込んで保存し直してください。").arg(name));
    case FigurePicture::Problem::None:
        break;
    }
    emit refused({});
    commit(*bytes, tr("%1の画像を読み込む").arg(rowName(m_edits->plan(), TableId::Figure, m_figure.row)));
}

void FigurePanel::commit(const QByteArray &bytes, const QString &title)
{
    const auto recipe = [figure = m_figure, bytes, title](const Plan &) -> Result<ChangeSet> {
        ChangeBuilder change(title);
        change.set<&Figure::image>(figure, bytes);
        return std::move(change).build();
    };
    const InputPlace place{Owner(m_figure), fieldIndex<&Figure::image>(), {}};
    m_edits->document().unsaved().submit(place, title, recipe, 0, [self = QPointer<FigurePanel>(this)](const Result<void> &result) {
        if (self && !result)
            emit self->refused(result.error().message());
    });
}

QRect FigurePanel::pictureArea() const
{
    return {0, 0, m_load->x() - space::small, height()};
}

void FigurePanel::paintEvent(QPaintEvent *)
{
    const Look &look = Look::of(palette());
    QPainter painter(this);
    const QRect area = pictureArea();
    painter.setPen(look.line);
    painter.setBrush(m_picture ? QColor(Qt::white) : look.ground);
    painter.drawRect(area.adjusted(0, 0, -1, -1));
    const QRect inside = area.adjusted(space::tight, space::tight, -space::tight, -space::tight);
    if (m_picture && !m_picture->isNull()) {
        const QSizeF size = m_picture->size().scaled(inside.size(), Qt::KeepAspectRatio);
        m_picture->paint(painter, {QRectF(inside).center() - QPointF(size.width() / 2, size.height() / 2), size});
        return;
    }
    painter.setPen(m_picture ? look.warn : look.mutedInk);
    painter.setFont(textFont(9));
    painter.drawText(inside, Qt::AlignCenter | Qt::TextWordWrap,
                     m_picture           ? tr("この画像は表示できません")
                     : m_figure.isNull() ? tr("図を選ぶと、画像を読み込めます")
                                         : tr("原図なし"));
}

} // namespace shisaku
