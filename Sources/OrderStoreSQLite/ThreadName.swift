import CLinux
import Glibc

/// Gives the calling thread a name that the kernel shows, of fifteen bytes at most.
///
/// Not by Foundation's `Thread.name`, which a thread that has just begun may set in vain: whoever starts it notes its handle
/// only afterwards.
func nameThread(_ name: String) { pthread_setname_np(pthread_self(), name) }
