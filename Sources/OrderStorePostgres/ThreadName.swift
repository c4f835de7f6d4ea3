import Glibc

/// Gives the calling thread a name that the kernel shows, of fifteen bytes at most.
///
/// Not by Foundation's `Thread.name`, which a thread that has just begun may set in vain: whoever starts it notes its handle
/// only afterwards. Where the kernel does not take it, the thread has its process's name.
func nameThread(_ name: String) {
    let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    _ = name.withCString { write(file, $0, strlen($0)) }
}
