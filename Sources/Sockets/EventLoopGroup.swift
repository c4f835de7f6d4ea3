internal import Synchronization

/// Some loops, each with its thread.
public final class EventLoopGroup: Sendable {
    /// The loops; there is at least one.
    public let loops: [EventLoop]
    private let threads: [LoopThread]
    private let turn = Atomic(0)
    private let isShutDown = Atomic(false)

    public init(count: Int, name: String = "loop") throws(SocketError) {
        precondition(count > 0, "a group has at least one loop")
        var loops: [EventLoop] = []
        var threads: [LoopThread] = []
        do throws(SocketError) {
            for index in 0..<count {
                let loop = try EventLoop(name: "\(name)-\(index)")
                threads.append(try LoopThread(running: loop))
                loops.append(loop)
            }
        } catch {
            Self.end(loops, threads)
            throw error
        }
        self.loops = loops
        self.threads = threads
    }

    /// The loops in turn.
    public func next() -> EventLoop {
        let ticket = turn.wrappingAdd(1, ordering: .relaxed).oldValue
        return loops[Int(UInt(bitPattern: ticket) % UInt(loops.count))]
    }

    /// Closes what is still open on the loops, ends every wait there and returns when their threads
    /// have ended.
    ///
    /// The tasks that ran on them must be over or must end by this. Not to be called on a loop.
    public func shutdown() {
        precondition(!loops.contains(where: \.isCurrent), "a loop cannot wait for its own end")
        guard !isShutDown.exchange(true, ordering: .relaxed) else { return }
        Self.end(loops, threads)
    }

    private static func end(_ loops: [EventLoop], _ threads: [LoopThread]) {
        for loop in loops { loop.stop() }
        for thread in threads { thread.join() }
    }
}
