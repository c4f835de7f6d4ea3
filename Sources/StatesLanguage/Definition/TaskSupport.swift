/// What of a definition is performed where it is looked at; AWS performs all of it.
package struct TaskSupport: Sendable {
    /// Why nothing performs the tasks that call this, to be said after the resource; nil when something does.
    let objection: @Sendable (TaskResource) -> String?
    /// What such a task is: an error where the definition is to run, a warning where it is only looked at.
    let severity: Diagnostic.Severity

    package init(
        _ severity: Diagnostic.Severity,
        objection: @escaping @Sendable (TaskResource) -> String?
    ) {
        self.objection = objection
        self.severity = severity
    }

    /// Everything is performed that AWS performs.
    package static let complete = TaskSupport(.warning) { _ in nil }
}
