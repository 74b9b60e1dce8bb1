// SPDX-License-Identifier: GPL-3.0-or-later
// Changes that are made from what the plan holds, one after the other: the next is put together when the last one is written.
#pragma once

#include "models/edit/plan_document.h"

#include <functional>

namespace shisaku {

/// Fast typing can outrun a slow disk. A change that adds a row where there is none must then see the row that is still on its
/// way; so it waits for it.
class ChangeQueue {
public:
    using Make = std::function<ChangeSet()>;
    using Refused = std::function<void(const Error &)>;

    /// `refused` is told what was not done. The document must outlive the queue.
    ChangeQueue(PlanDocument *document, Refused refused) :
        m_state(std::make_shared<State>(State{document, std::move(refused), {}, false}))
    {}

    /// Submits what `make` gives, at once or as soon as the change before is written. An empty change is left out. What `make`
    /// and `refused` refer to must live as long as the queue.
    void add(Make make)
    {
        m_state->waiting << std::move(make);
        next(m_state);
    }

private:
    struct State {
        PlanDocument *document;
        Refused refused;
        QList<Make> waiting;
        bool writing = false;
    };

    static void next(const std::shared_ptr<State> &state)
    {
        while (!state->writing && !state->waiting.isEmpty()) {
            ChangeSet change = state->waiting.takeFirst()();
            if (change.isEmpty())
                continue;
            state->writing = true;
            state->document->submit(std::move(change), 0, [weak = std::weak_ptr(state)](const Result<void> &done) {
                const auto held = weak.lock();
                if (!held)
                    return;
                held->writing = false;
                if (!done)
                    held->refused(done.error());
                next(held);
            });
        }
    }

    std::shared_ptr<State> m_state;
};

} // namespace shisaku
