internal import FoundationEssentials
internal import Sockets

// What workers ask for.
extension FunctionHost {
    /// The next event of a worker, when there is one; nil when it is to end.
    func next(_ id: Int) async -> RuntimeEvent? {
        guard let worker = workers[id] else { return nil }
        if let event = worker.current {
            readOutput(of: worker)
            worker.current = nil
            event.ended.finish(.fault(.unanswered))
        }
        if !worker.isReady {
            worker.isReady = true
            worker.pending?.initDuration = loop.now - worker.bornAt
        }
        worker.returnDeadline = nil
        if worker.pending == nil { await waitForEvent(worker) }
        guard !worker.isEnding, let event = worker.pending else { return nil }
        return begin(event, worker)
    }

    private func waitForEvent(_ worker: Worker) async {
        // Of two calls the later counts: its connection is the one that is open for sure.
        worker.call?.finish(())
        let pool = worker.function.name
        if let id = pools[pool]?.freed(worker.id, at: loop.now), let event = waiting[id] {
            event.assigned.finish(true)
            give(event, to: worker)
            return
        }
        let call = Suspension<Void>(on: loop)
        worker.call = call
        _ = await call.outcome(until: nil)
        if worker.call === call { worker.call = nil }
    }

    private func begin(_ event: Event, _ worker: Worker) -> RuntimeEvent {
        (worker.pending, worker.current) = (nil, event)
        _ = lookAtMemory(of: worker)
        event.beganAt = loop.now
        tell(event, InvocationReport.start(event.requestID))
        event.begun.finish(())
        let now = configuration.now().timeIntervalSince1970
        let limit = event.function.timeout / .milliseconds(1)
        let id = event.requestID.filter { $0 != "-" }.prefix(24)
        return RuntimeEvent(
            call: event.call,
            requestID: event.requestID,
            arn: event.call.function.arn(region: configuration.region),
            deadlineMilliseconds: Int(now * 1_000 + limit),
            traceID: event.call.traceID
                ?? "Root=1-\(String(Int(now), radix: 16))-\(id);Sampled=0"
        )
    }

    /// The most memory that the worker has held so far, in MiB; of one that has ended as it was when it was last asked.
    func lookAtMemory(of worker: Worker) -> Int {
        let peak = worker.process.flatMap { ProcessTable.peakMB(of: $0.id) }
        worker.peakMB = max(worker.peakMB, peak ?? 0)
        return worker.peakMB
    }

    /// The end of an event as its worker tells it; whether the worker has this event.
    func answer(_ id: Int, _ requestID: String, _ end: EventEnd) -> Bool {
        guard let worker = workers[id], let event = worker.current, event.requestID == requestID
        else { return false }
        readOutput(of: worker)
        event.usedMB = lookAtMemory(of: worker)
        worker.current = nil
        worker.returnDeadline = event.deadline
        pools[worker.function.name]?.answered(worker.id)
        event.ended.finish(end)
        return true
    }

    /// A worker cannot begin: its event ends with that, and so does it.
    func initError(_ id: Int, _ error: ReportedError) {
        guard let worker = workers[id], !worker.isReady else { return }
        readOutput(of: worker)
        if let event = worker.pending {
            event.usedMB = lookAtMemory(of: worker)
            worker.pending = nil
            event.ended.finish(.error(error))
            event.begun.finish(())
        }
        end(worker)
    }
}
