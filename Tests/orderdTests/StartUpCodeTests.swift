import Foundation
import Testing

@testable import orderd

struct `The code of the start` {
    /// One mapping as the kernel shows it, without the lines that do not matter.
    private func mapping(
        _ rights: String,
        _ file: String,
        ownKB: Int,
        at addresses: String
    ) -> String {
        """
        \(addresses) \(rights) 00001000 fe:00 4711                       \(file)
        Size:               2560 kB
        Rss:                1548 kB
        Anonymous:           \(ownKB) kB
        VmFlags: rd mr mw me
        """ + "\n"
    }

    @Test func `is what is mapped from a file, read-only and never written to`() {
        let maps =
            mapping("r-xp", "/usr/lib/libc.so.6", ownKB: 0, at: "7f10a000-7f10c000")
            + mapping("r--p", "/usr/lib/libc.so.6", ownKB: 0, at: "7f10c000-7f10d000")
            // Relocated by the loader.
            + mapping("r--p", "/usr/lib/libc.so.6", ownKB: 16, at: "7f10d000-7f10e000")
            + mapping("rw-p", "/usr/lib/libc.so.6", ownKB: 0, at: "7f10e000-7f10f000")
            // No program: it may be gone by the time it is let go.
            + mapping("r--p", "/etc/ssl/cert.pem", ownKB: 0, at: "7f1fe000-7f1ff000")
            + mapping("r-xp", "[vdso]", ownKB: 0, at: "7f20e000-7f20f000")
            + mapping("r--p", "", ownKB: 0, at: "7f30e000-7f30f000")
        #expect(
            StartUpCode.unchangedRanges(maps) == [
                0x7F10_A000..<0x7F10_C000, 0x7F10_C000..<0x7F10_D000,
            ]
        )
    }

    @Test(arguments: [
        "", "7f10", "7f10c000-7f10a000 r-xp 0 fe:00 1 /x\nAnonymous: 0 kB",
        "x-7f10a000 r-xp 0 fe:00 1 /x\nAnonymous: 0 kB", "Anonymous: 0 kB",
    ])
    func `is nothing in a list that reads otherwise`(_ maps: String) {
        #expect(StartUpCode.unchangedRanges(maps).isEmpty)
    }

    @Test func `is found in every library of a running program`() throws {
        let maps = try #require(StartUpCode.maps())
        // The list is longer than one read of it.
        #expect(maps.utf8.count > 4_096)
        #expect(StartUpCode.unchangedRanges(maps).count > 5)
    }
}
