/// A loop as the home of an actor, which keeps it and names it as its `unownedExecutor`.
///
/// It is an object beside the loop because a job must be told how it runs: a task's job that is run as
/// an actor's is queued again at each call of a function that is isolated to no actor (measured: five
/// times for one request).
public final class LoopSerialExecutor: SerialExecutor {
    private let loop: EventLoop

    /// Makes the loop an executor of actors.
    public init(on loop: EventLoop) { self.loop = loop }

    /// Runs the job on the loop's thread.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { [self] in
            job.runSynchronously(
                isolatedTo: asUnownedSerialExecutor(),
                taskExecutor: loop.asUnownedTaskExecutor()
            )
        }
    }

    /// Traps on any other thread.
    public func checkIsolated() {
        precondition(loop.isCurrent, "not on the thread of \(loop.name)")
    }

    /// Whether this is the loop's thread.
    public func isIsolatingCurrentContext() -> Bool? { loop.isCurrent }
}
