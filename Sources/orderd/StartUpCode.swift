import Foundation
import Glibc
import Orders
import ServiceLifecycle

/// Lets go of the code that only the start needed: a quarter of an idle process's memory.
///
/// The kernel maps code in large pieces (folios), so that a start brings in much more than it runs.
struct StartUpCode: Service {
    private let clock: any WallClock

    init(clock: any WallClock) { self.clock = clock }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            // By then everything has run once, and what runs again and again is mapped again at once.
            try await clock.sleep(for: .seconds(3))
            Self.release()
        }
        try? await gracefulShutdown()
    }

    /// Unmaps all pages of code and constants that are in memory as they are in their files.
    ///
    /// What is still needed is mapped again from its file, a soft fault for many pages; nothing can be lost, since the
    /// mappings cannot be written to and never were. Where they cannot be listed they stay as they are.
    static func release() {
        guard let maps = maps() else { return }
        for range in unchangedRanges(maps) {
            madvise(
                UnsafeMutableRawPointer(bitPattern: range.lowerBound),
                range.count,
                MADV_DONTNEED
            )
        }
    }

    /// The kernel's list of the process's mappings.
    static func maps() -> String? {
        // Not by `String(contentsOfFile:)`, which stops after a page because the kernel states a size of 0.
        let file = FileHandle(forReadingAtPath: "/proc/self/smaps")
        return (try? file?.readToEnd()).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The mappings from files, in the form of `/proc/PID/smaps` (proc(5)), that cannot be written to and hold no
    /// page of the process's own.
    ///
    /// A read-only mapping may have such pages: the loader relocates constants before it takes the right to write away.
    /// Only the program and its libraries count, which are never unmapped: at the address of another file something else
    /// may lie by the time it is let go.
    static func unchangedRanges(_ maps: String) -> [Range<UInt>] {
        let mappings = unchangedMappings(maps)
        let programs = Set(mappings.filter(\.isCode).map(\.file))
        return mappings.filter { programs.contains($0.file) }.map(\.range)
    }

    private struct Mapping {
        let range: Range<UInt>
        let file: Substring
        let isCode: Bool
    }

    /// By bytes: the list has tens of thousands, and the loop on which orders are carried waits meanwhile.
    private static func unchangedMappings(_ maps: String) -> [Mapping] {
        var mappings: [Mapping] = []
        var candidate: Mapping?
        for line in maps.utf8.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: " "))
            if parts.count == 3, parts[0].elementsEqual("Anonymous:".utf8) {
                if let candidate, parts[1].elementsEqual("0".utf8) { mappings.append(candidate) }
                candidate = nil
            } else if parts.count >= 5, parts[1].count == 4 {
                candidate = readOnlyMapping(parts)
            }
        }
        return mappings
    }

    /// The addresses of a mapping's first line, `7f00-7f10 r-xp 00001000 fe:00 4711 /usr/lib/libc.so.6`.
    private static func readOnlyMapping(_ parts: [Substring.UTF8View]) -> Mapping? {
        guard parts.count >= 6, parts[5].first == UInt8(ascii: "/"),
            parts[1].starts(with: "r-".utf8)
        else { return nil }
        let bounds = parts[0].split(separator: UInt8(ascii: "-"))
            .compactMap { UInt(Substring($0), radix: 16) }
        guard bounds.count == 2, bounds[0] < bounds[1] else { return nil }
        return Mapping(
            range: bounds[0]..<bounds[1],
            file: Substring(parts[5]),
            isCode: parts[1].starts(with: "r-x".utf8)
        )
    }
}
