import Foundation

/// A build of orderd as valgrind can run it.
///
/// Copies stand in for the program and its libdispatch, since valgrind 3.19 stumbles over both: it does not know all of
/// the DWARF that Swift's compiler writes, so the copy has no debugging information, but its symbols; and at `sigsuspend`
/// it cleans the caller's set of signals in place, which is a constant of libdispatch, so read-only segments of its copy
/// are made writable.
struct InstrumentedProgram {
    let program: URL
    /// Where the copy of the library is.
    let folder: URL

    init(_ original: String, in workshop: Workshop) async throws {
        let strip = try Program("strip", package: "binutils")
        let ldd = try Program("ldd", package: "libc-bin")
        _ = try Program("valgrind", package: "valgrind")
        folder = try workshop.makeFolder("valgrind")
        program = folder.appendingPathComponent("orderd")
        _ = try await workshop.output(
            Command(strip, ["--strip-debug", "-o", program.path, original])
        )
        // `libdispatch.so => /opt/swift/usr/lib/swift/linux/libdispatch.so (0x00007f…)`; none when it is linked statically.
        let libraries = try await workshop.output(Command(ldd, [original]))
        let library = libraries.split(separator: "\n").first { $0.contains("libdispatch.so") }
            .flatMap { $0.split(separator: " ").first { $0.hasPrefix("/") } }
        if let library {
            let copy = folder.appendingPathComponent("libdispatch.so")
            try Self.makeWritable(copy, from: URL(fileURLWithPath: String(library)))
        } else {
            try Self.makeWritable(program, from: program)
        }
    }

    /// The command under callgrind, which leaves its counts in the folder.
    func command(_ arguments: [String], environment: [String: String], out: URL) throws -> Command {
        let valgrind = try Program("valgrind", package: "valgrind")
        let options = [
            "--tool=callgrind", "--separate-threads=yes", "--fair-sched=yes",
            "--callgrind-out-file=\(out.path)/callgrind", "--vgdb-prefix=\(out.path)/vgdb",
        ]
        return Command(
            valgrind,
            options + [program.path] + arguments,
            environment: environment.merging(["LD_LIBRARY_PATH": folder.path]) { $1 }
        )
    }

    private static func makeWritable(_ copy: URL, from original: URL) throws {
        var bytes = [UInt8](try Data(contentsOf: original))
        guard makeSegmentsWritable(&bytes) else {
            throw BenchmarkError("\(original.path) is no 64-bit ELF file")
        }
        try Data(bytes).write(to: copy)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copy.path)
    }

    /// Sets PF_W in every program header of type PT_LOAD (elf(5)); false when it is no 64-bit little-endian ELF file.
    static func makeSegmentsWritable(_ file: inout [UInt8]) -> Bool {
        guard file.count >= 64, file[0..<6].elementsEqual([0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
            return false
        }
        func number(at offset: Int, size: Int) -> Int {
            file[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        let table = number(at: 32, size: 7)
        let entrySize = number(at: 54, size: 2)
        let count = number(at: 56, size: 2)
        guard entrySize >= 8, table + count * entrySize <= file.count else { return false }
        for index in 0..<count {
            let entry = table + index * entrySize
            if number(at: entry, size: 4) == 1 { file[entry + 4] |= 2 }
        }
        return true
    }
}
