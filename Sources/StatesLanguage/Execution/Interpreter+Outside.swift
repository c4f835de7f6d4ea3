package import FoundationEssentials
package import JSON

extension Interpreter {
    /// Whether every state that the execution is in, or failed in, is one of this definition.
    package func knowsStates(of execution: Execution) -> Bool {
        execution.position.branches.all.allSatisfy { machine.states[$0.state] != nil }
    }

    /// Begins an execution anew that has ended: its history goes on after `lastEvent`, and its tasks are known by numbers
    /// from `firstTask` on, so that none is like one of an earlier run.
    ///
    /// Step Functions has nothing like it; the history shows it as a redrive that is followed by a new start.
    package func restart(
        input: JSONValue,
        inputText: String? = nil,
        context: ExecutionContext,
        after lastEvent: Int,
        firstTask: Int = 1,
        now: Date,
        random: inout some RandomNumberGenerator
    ) -> (execution: Execution, transition: Transition) {
        var (execution, transition) = start(
            input: input,
            inputText: inputText,
            context: context,
            after: lastEvent + 1,
            firstTask: firstTask,
            now: now,
            random: &random
        )
        let redriven = HistoryEvent(
            id: lastEvent + 1,
            previousEventId: lastEvent,
            timestamp: now,
            type: .executionRedriven,
            details: .executionRedriven(count: execution.context.redriveCount)
        )
        transition.history.insert(redriven, at: 0)
        return (execution, transition)
    }
}

extension HistoryEvent {
    /// What is recorded of an execution that is stopped before its first state, or whose position cannot be read.
    package static func stopped(
        input: String?,
        roleArn: String,
        _ error: ErrorOutput,
        after lastEvent: Int,
        at now: Date
    ) -> [HistoryEvent] {
        var events: [HistoryEvent] = []
        if let input {
            events.append(
                HistoryEvent(
                    id: lastEvent + 1,
                    previousEventId: 0,
                    timestamp: now,
                    type: .executionStarted,
                    details: .executionStarted(input: input, roleArn: roleArn)
                )
            )
        }
        events.append(
            HistoryEvent(
                id: lastEvent + events.count + 1,
                previousEventId: 0,
                timestamp: now,
                type: .executionAborted,
                details: .failure(error)
            )
        )
        return events
    }
}
