import CLinux
import Glibc

/// What the process asks of the system before it serves.
enum ProcessLimits {
    /// Lets the process open as many files as the system allows it: every connection is one.
    ///
    /// Answers how many those are.
    static func raiseOpenFiles() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
        limit.rlim_cur = limit.rlim_max
        // Where it fails the old limit stays, and the server refuses connections beyond it.
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Int(clamping: limit.rlim_cur)
    }

    /// The connections that can be served of those that are wanted, with so many open files.
    ///
    /// The store, the loops and the log need some, and so do the calls to SES and SNS: when clients have taken the
    /// last one, nothing could be sent any more.
    static func connections(wanted: Int, openFiles: Int, outgoing: Int) -> Int {
        let ownFiles = 48
        let spare = openFiles - ownFiles - min(2 * outgoing, openFiles / 4)
        return min(wanted, max(spare, 8))
    }

    /// A reader of the log that has gone is an error of a write, not the end of the service.
    static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    /// Keeps memory and variables, where keys are, from all programs of the same user, functions of one's own among them.
    ///
    /// Programs that it starts are as open as ever, and so are the files under `/proc/self` that anybody may read. The
    /// kernel refuses nobody this.
    static func closeMemory() { clinux_close_memory() }
}
