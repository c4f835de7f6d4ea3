import ArgumentParser
@preconcurrency import Glibc

/// Tells when standard output does not take what a command printed: on a full disk, into a closed pipe.
enum OutputWatch {
    /// Has the process end with a fault of its own then, whatever the command's exit would have been.
    static func begin() {
        atexit {
            guard fflush(stdout) != 0 || ferror(stdout) != 0 else { return }
            StandardError.write("standard output: \(String(cString: strerror(errno)))\n")
            _exit(ExitCodes.storeFailed)
        }
    }

    /// Has written what was printed; throws when it is lost.
    static func flush() throws {
        if fflush(stdout) != 0 { throw ExitCode(ExitCodes.storeFailed) }
    }
}
