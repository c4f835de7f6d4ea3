import Foundation
import Glibc

/// What the tests must not leave behind when they have ended: threads, descriptors, programs and folders.
///
/// The process looks for them when it exits, after all tests, says what it has found and fails.
enum Leftovers {
    /// Has the exit looked at; the first test that may open something calls it.
    static func watch() { _ = exit }

    private static let exit: Void = {
        _ = inherited
        atexit { Leftovers.look() }
    }()

    /// What the process was started with, all of which it would hand on to a program; what we open is for us alone.
    private static let inherited = Set(
        descriptors().filter { descriptor in
            Int32(descriptor.number).map { fcntl($0, F_GETFD) & FD_CLOEXEC == 0 } ?? false
        }
    )

    private static func look() {
        var found = all()
        // A thread that was told to end, and a peer that was killed, take a moment.
        for _ in 0..<patience where !found.isEmpty {
            usleep(pauseMicroseconds)
            found = all()
        }
        guard !found.isEmpty else { return }
        fflush(nil)
        let text = found.map { "  \($0)\n" }.joined()
        FileHandle.standardError.write(
            Data("The tests have left behind what they should have closed:\n\(text)".utf8)
        )
        _exit(EXIT_FAILURE)
    }

    private static let pauseMicroseconds: UInt32 = 10_000
    /// How many pauses: a minute, for a machine that is busy.
    private static let patience = 6_000

    private static func all() -> [String] {
        threads() + leftDescriptors() + programs() + folders()
    }

    /// The threads of ours, which have names of their own; the others have the program's, or Dispatch's of a queue.
    private static func threads() -> [String] {
        let tasks = "/proc/self/task"
        let names = list(tasks).compactMap { read("\(tasks)/\($0)/comm") }
        let own = read("/proc/self/comm")
        return names.filter { name in
            name != own && !name.hasSuffix("-qos") && !name.hasSuffix("-qos.overcommit")
        }.map { "thread \($0)" }
    }

    private static func leftDescriptors() -> [String] {
        var left = descriptors().filter { !inherited.contains($0) }.map(\.target)
        // Dispatch keeps one of each; a loop of ours that is left has a thread too.
        for target in ["anon_inode:[eventpoll]", "anon_inode:[eventfd]"] {
            if let index = left.firstIndex(of: target) { left.remove(at: index) }
        }
        left.removeAll { $0 == "anon_inode:[timerfd]" }
        return left.map { "descriptor of \($0)" }
    }

    private struct Descriptor: Hashable {
        let number: String
        let target: String
    }

    private static func descriptors() -> [Descriptor] {
        let folder = "/proc/self/fd"
        return list(folder).compactMap { number in
            // The one that lists them is gone by now.
            let target = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "\(folder)/\(number)"
            )
            return target.map { Descriptor(number: number, target: $0) }
        }
    }

    private static func programs() -> [String] {
        let tasks = "/proc/self/task"
        return list(tasks).flatMap { task in
            (read("\(tasks)/\(task)/children") ?? "").split(separator: " ").map { id in
                "program \(id) \(read("/proc/\(id)/comm") ?? "")"
            }
        }
    }

    private static func folders() -> [String] {
        [TestFolder.disk, TestFolder.memory].flatMap { place in
            list(place.path).filter { $0.hasPrefix(TestFolder.prefix) }
                .map { "folder \(place.path)/\($0)" }
        }
    }

    private static func list(_ folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    private static func read(_ file: String) -> String? {
        (try? String(contentsOfFile: file, encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
