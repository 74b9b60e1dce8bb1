// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/office_picker.h"

#include "models/grid/grid_changes.h"
#include "models/grid/measure_parts_shapes.h"
#include "models/plan/doubts.h"
#include "models/plan/office_names.h"
#include "models/plan/tenure.h"
#include "views/look/text_undo.h"
#include "views/sheet/row_editor.h"
#include "views/sheet/sheet_form_flow.h"
#include "views/sheet/sheet_form_tag.h"

#include <QFrame>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace shisaku {

OfficePicker::OfficePicker(PlanDocument *document, const QString &role, QWidget *parent) :
    FormField(document, parent), m_follower(document), m_offices(officesShape({}, role)), m_frame(new QFrame(this)),
    m_flow(new FlowLayout(m_frame)), m_line(new QLineEdit(m_frame)), m_former(new QLabel(this)), m_role(role),
    m_proposals(new OfficeProposals(this))
{
    new FieldFrame(m_frame, m_line);
    m_frame->setBackgroundRole(QPalette::Base);
    m_frame->setAutoFillBackground(true);
    m_flow->setContentsMargins(space::tight, space::tight, space::tight, space::tight);
    m_flow->setSpacing(space::tight);
    m_line->setFrame(false);
    m_line->setMinimumWidth(150);
    m_line->setPlaceholderText(tr("課の名前・よみを入力"));
    m_line->installEventFilter(this);
    TextUndo::of(m_line)->setSearch();
    m_flow->insertWidget(0, m_line);
    content()->insertWidget(0, m_frame);
    m_former->setFont(textFont(9));
    m_former->setTextFormat(Qt::RichText);
    m_former->setWordWrap(true);
    m_former->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_former->hide();
    content()->insertWidget(1, m_former);
    connect(m_former, &QLabel::linkActivated, this, [this](const QString &link) {
        if (const auto row = RowId::fromText(link))
            openDetails(*row);
    });

    connect(m_proposals, &QListWidget::itemClicked, this, &OfficePicker::choose);
    connect(m_line, &QLineEdit::textEdited, this, &OfficePicker::propose);
    connect(m_line, &QLineEdit::textChanged, this,
            [this](const QString &text) { this->document().unsaved().setTyping(m_line, !text.trimmed().isEmpty()); });
    connect(&document->unsaved(), &UnsavedInput::changed, this, &OfficePicker::followInput);

    m_rebuild.setSingleShot(true);
    m_rebuild.setInterval(0);
    connect(&m_rebuild, &QTimer::timeout, this, &OfficePicker::rebuild);
    m_follower.setTables({TableId::Responsibility, TableId::Department, TableId::Annotation});
    m_follower.whileShown(this);
    connect(&m_follower, &PlanFollower::changed, this, [this] {
        m_rebuild.start();
        showFormer();
    });
}

OfficePicker::~OfficePicker()
{
    delete m_proposals;
}

QWidget *OfficePicker::firstInput() const
{
    return m_line;
}

void OfficePicker::setMeasure(Id<Measure> measure)
{
    leave();
    m_focusAfter = {};
    m_measure = measure;
    m_offices = officesShape(measure, m_role);
    rebuild();
    showFormer();
    m_line->clear();
    clearError();
    followInput(place());
}

bool OfficePicker::goTo(const InputPlace &wanted)
{
    if (m_measure.isNull() || wanted != place())
        return false;
    m_line->setFocus(Qt::OtherFocusReason);
    return true;
}

void OfficePicker::followInput(const InputPlace &changed)
{
    if (changed != place())
        return;
    const UnsavedInput::Entry *refused = document().unsaved().refused(changed);
    showError(refused ? refused->error : std::nullopt);
    if (!refused || !m_line->text().isEmpty())
        return;
    m_line->setText(refused->typed);
    document().unsaved().setTyping(m_line, false); // it is counted as refused
}

void OfficePicker::flush()
{
    if (!m_composing && !m_line->text().trimmed().isEmpty())
        leave();
}

void OfficePicker::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_line->setVisible(!readOnly);
    rebuild();
}

void OfficePicker::rebuild()
{
    m_rebuild.stop();
    RowId focused = m_focusAfter;
    for (OfficeTag *tag : std::as_const(m_tags)) {
        if (tag->hasFocus() && focused.isNull())
            focused = tag->row();
        m_flow->removeWidget(tag);
        tag->hide();
        tag->deleteLater();
    }
    m_tags.clear();
    m_focusAfter = {};
    const Plan &plan = document().plan();
    for (const GridRow &row : m_offices.rows(plan)) {
        const auto text = [&](int column) { return cellText(plan, m_offices, {row, column}); };
        const QString doubts = doubtsOf(plan, TableId::Responsibility, row.id, fieldIndex<&Responsibility::department>());
        auto *tag = new OfficeTag(row.id, text(0).isEmpty() ? text(1) : text(0), text(2), doubts, m_frame);
        tag->setReadOnly(m_readOnly);
        m_flow->insertWidget(static_cast<int>(m_tags.size()), tag);
        m_tags << tag;
        tag->show();
        if (m_readOnly)
            continue;
        connect(tag, &OfficeTag::removalWanted, this, [this, tag] { remove(tag); });
        connect(tag, &OfficeTag::moveWanted, this, [this, tag](int steps) {
            m_focusAfter = tag->row();
            submit([offices = m_offices, row = GridRow{tag->row()}, steps](const Plan &now) {
                return rowsMoved(now, offices, {row}, steps);
            });
        });
        connect(tag, &OfficeTag::neighbourWanted, this, [this, tag](int step) { focusTag(m_tags.indexOf(tag) + step); });
        connect(tag, &OfficeTag::detailsWanted, this, [this, tag] { openDetails(tag->row()); });
        if (tag->row() == focused)
            tag->setFocus();
    }
    m_frame->updateGeometry();
}

void OfficePicker::showFormer()
{
    const Plan &plan = document().plan();
    QStringList former;
    QStringList coming;
    for (const Responsibility *duty : plan.parts<&Responsibility::measure>(m_measure)) {
        if (duty->role != m_role || inForce(*duty))
            continue;
        const QString name = partyName(plan, *duty).toHtmlEscaped();
        if (hasPassed(duty->to))
            former << tr("<a href=\"%1\">%2</a>（終了 %3）").arg(duty->id.toText(), name, duty->to.toShortJapanese());
        else
            coming << tr("<a href=\"%1\">%2</a>（%3から）").arg(duty->id.toText(), name, duty->from.toShortJapanese());
    }
    QStringList lines;
    if (!former.isEmpty())
        lines << tr("以前の担当：%1").arg(former.join(tr("、")));
    if (!coming.isEmpty())
        lines << tr("これからの担当：%1").arg(coming.join(tr("、")));
    m_former->setText(lines.join(QStringLiteral("<br>")));
    m_former->setVisible(!lines.isEmpty());
}

void OfficePicker::focusTag(qsizetype place)
{
    if (place >= 0 && place < m_tags.size())
        m_tags[place]->setFocus();
    else if (place >= m_tags.size())
        m_line->setFocus();
}

void OfficePicker::remove(OfficeTag *tag)
{
    const auto place = m_tags.indexOf(tag);
    if (tag->hasFocus()) {
        if (place + 1 < m_tags.size())
            m_focusAfter = m_tags[place + 1]->row();
        else
            m_line->setFocus();
    }
    submit([offices = m_offices, row = GridRow{tag->row()}](const Plan &now) { return rowsRemoved(now, offices, {row}); });
}

void OfficePicker::submit(Recipe recipe)
{
    document().submit(std::move(recipe), newUndoGroup(), document().toldTo(this, [this](const Result<void> &result) {
        result ? followInput(place()) : showError(result.error());
    }));
}

void OfficePicker::openDetails(RowId row)
{
    auto *editor = new RowEditor(&document(), TableId::Responsibility, row,
                                 {fieldIndex<&Responsibility::department>(), fieldIndex<&Responsibility::actor>(),
                                  fieldIndex<&Responsibility::topic>(), fieldIndex<&Responsibility::role>(),
                                  fieldIndex<&Responsibility::printed>(), fieldIndex<&Responsibility::from>(),
                                  fieldIndex<&Responsibility::to>()},
                                 this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    m_focusAfter = row;
    editor->input(fieldIndex<&Responsibility::topic>())->setFocus();
    editor->open();
}

void OfficePicker::propose(const QString &typed)
{
    m_proposals->propose(document().plan(), typed, *m_frame, *m_line);
}

void OfficePicker::choose()
{
    const auto chosen = m_proposals->chosen();
    if (!chosen)
        return;
    const Department *office = document().plan().find(chosen->office);
    m_proposals->dismiss();
    add(office ? office->id : Id<Department>(), chosen->actor, office ? office->name : chosen->actor);
}

void OfficePicker::add(Id<Department> office, const QString &actor, const QString &typed)
{
    GridShape offices = m_offices;
    offices.initial << FieldChange{fieldIndex<&Responsibility::department>(), office.row}
                    << FieldChange{fieldIndex<&Responsibility::actor>(), actor};
    const IdSource &ids = document().environment().ids;
    const Recipe inserted = recipeWithIds(
        ids, [offices, id = ids()](const Plan &plan, const IdSource &more) { return rowAdded(plan, offices, 0, id, {}, more); });
    const auto waiting = [typed](const Plan &) -> Result<ChangeSet> {
        return Error{ErrorKind::Invalid,
                     tr("「%1」は、まだ加えられていません。").arg(typed),
                     tr("候補から課を選んでEnterを押すか、Escで取り消してください。"),
                     {}};
    };
    m_line->clear();
    document().unsaved().submit(place(), typed, office.isNull() && actor.isEmpty() ? Recipe(waiting) : inserted, newUndoGroup());
}

bool OfficePicker::takesKey(const QKeyEvent &event)
{
    if (m_composing)
        return false;
    const bool open = m_proposals->isVisible();
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (open)
            m_proposals->step(event.key() == Qt::Key_Down ? 1 : -1);
        return open;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (open)
            choose();
        return true;
    case Qt::Key_Escape:
        if (m_line->text().isEmpty())
            return false;
        m_line->clear();
        document().unsaved().drop(place());
        m_proposals->dismiss();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Backspace:
        if (m_line->text().isEmpty() && !m_tags.isEmpty()) {
            focusTag(m_tags.size() - 1);
            return true;
        }
        return false;
    default:
        return false;
    }
}

void OfficePicker::leave()
{
    m_proposals->dismiss();
    const QString words = m_line->text().trimmed();
    if (words.isEmpty())
        document().unsaved().drop(place());
    else if (!m_measure.isNull() && !m_readOnly)
        add(officeNamed(document().plan(), words), {}, words);
}

bool OfficePicker::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::InputMethod: {
        const auto *input = static_cast<QInputMethodEvent *>(event);
        m_composing = !input->preeditString().isEmpty();
        // What is being composed is often the reading already.
        QMetaObject::invokeMethod(
            this, [this, preedit = input->preeditString()] { propose(m_line->text() + preedit); }, Qt::QueuedConnection);
        break;
    }
    case QEvent::KeyPress:
        if (takesKey(*static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::FocusOut:
        m_composing = false;
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            leave();
        break;
    default:
        break;
    }
    return FormField::eventFilter(watched, event);
}

} // namespace shisaku
