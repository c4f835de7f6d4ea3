internal import CLinux
internal import Glibc

/// The thread of a loop, and the question on whose thread this is.
struct LoopThread: Sendable {
    private let thread: pthread_t

    /// Starts the loop on a thread of its own, which keeps the loop alive until it ends.
    init(running loop: EventLoop) throws(SocketError) {
        var thread = pthread_t()
        let loop = Unmanaged.passRetained(loop)
        let result = pthread_create(&thread, nil, Self.main, loop.toOpaque())
        guard result == 0 else {
            loop.release()
            throw SocketError(.open, "thread", .system(errno: result))
        }
        self.thread = thread
    }

    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        {
            guard let pointer = $0 else { return nil }
            let loop = Unmanaged<EventLoop>.fromOpaque(pointer).takeRetainedValue()
            // The kernel keeps fifteen characters of a thread's name.
            pthread_setname_np(pthread_self(), String(loop.name.prefix(15)))
            loop.run()
            return nil
        }

    /// Lets the calling thread have less of a busy processor than others, and in short slices.
    static func makeWay() {
        guard clinux_be_nice(sliceNanoseconds) != 0 else { return }
        // On Linux the number 0 means the calling thread, not the process. Failing leaves it as it was.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
    }

    /// The shortest slice that the kernel grants: 0.1 ms.
    private static let sliceNanoseconds: UInt64 = 100_000

    func join() { pthread_join(thread, nil) }

    /// Where each thread keeps the loop that it is.
    ///
    /// A program can have a thousand such keys; this is one. Whether a thread is a certain loop's is asked far more often, and
    /// answered by the thread's number.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        precondition(pthread_key_create(&key, nil) == 0, "no thread-specific key is left")
        return key
    }()

    /// Says that this thread is the loop's, which lives as long as the thread.
    static func adopt(_ loop: EventLoop) {
        pthread_setspecific(key, Unmanaged.passUnretained(loop).toOpaque())
    }

    static var currentLoop: EventLoop? {
        pthread_getspecific(key).map { Unmanaged<EventLoop>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The number of the calling thread, which is never 0.
    @inline(__always)
    static var number: UInt { UInt(pthread_self()) }
}
