import Glibc

/// Under a sanitizer everything takes its time, and so must what waits for it.
enum Sanitizers {
    /// By how much longer a test may wait: 10 in a program built with one, else 1.
    static let slowness: Int = {
        let marks = ["__tsan_init", "__asan_init"]
        return marks.contains { dlsym(nil, $0) != nil } ? 10 : 1
    }()
}
