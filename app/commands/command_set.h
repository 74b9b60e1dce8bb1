// SPDX-License-Identifier: GPL-3.0-or-later
// A group of commands that act on the open plan, and how it speaks to its window.
#pragma once

#include "app/commands/action_catalog.h"
#include "models/plan/measure.h"
#include "models/plan/result.h"

#include <functional>

namespace shisaku {

/// Hands over what is still being typed and waits until the plan has it; false if the officer would not wait.
using Flush = std::function<bool()>;

class CommandSet : public QObject {
    Q_OBJECT

public:
    /// Takes over its commands of the catalogue.
    virtual void connectTo(const ActionCatalog &actions, const Flush &flush) = 0;

signals:
    /// Something that was done, to be said in passing.
    void told(const QString &sentence);
    /// Something to be read at leisure.
    void noticed(const QString &sentence);
    void failed(const shisaku::Error &error);
    /// Another plan is to be opened.
    void openRequested(const QString &path);
    /// Another plan is to be gone on with, in the place of this one.
    void moveRequested(const QString &path);
    void measureRequested(shisaku::Id<shisaku::Measure> measure);
    /// The measure shown is new and waits for its name.
    void nameAsked();

protected:
    using QObject::QObject;

    /// Lets a command, once what is being typed is in the plan, do what `slot` does.
    template <typename Set>
    void on(const ActionCatalog &actions, const Flush &flush, Command command, void (Set::*slot)())
    {
        actions.on(command, this, [this, flush, slot] {
            if (flush())
                (static_cast<Set *>(this)->*slot)();
        });
    }
};

} // namespace shisaku
