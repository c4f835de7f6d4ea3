import Foundation
import GRDBSQLite
import Synchronization
import TestClosing

/// Everything that SQLite writes below one folder, in order, and the faults that it is to meet there.
///
/// A VFS of the tests' own stands before the system's: it passes every call on, takes notes of writes and syncs, and fails
/// on purpose. From the notes `image` makes what a disk may hold after a power cut.
final class RecordedDisk: Sendable {
    let folder: URL
    private let state = Mutex(State())

    private struct State {
        var operations: [Operation] = []
        var fault: Fault?
    }

    /// One call that changes a file, or makes its changes last.
    struct Operation: Sendable {
        var file: String
        var kind: Kind

        enum Kind: Sendable {
            case write(offset: Int, [UInt8])
            case truncate(Int)
            case sync
            case delete
        }
    }

    /// What shall fail, and when.
    struct Fault: Sendable {
        var kind: Kind
        /// How many calls of that kind go well before.
        var after: Int
        var isLasting = true

        enum Kind: Sendable, CaseIterable {
            case writeFails
            case syncFails
            case diskFull
            case shortWrite
        }
    }

    init(folder: URL) {
        self.folder = folder
        DiskRegistry.add(self)
        afterwards { [self] in DiskRegistry.remove(self) }
    }

    var count: Int { state.withLock { $0.operations.count } }

    var operations: [Operation] { state.withLock { $0.operations } }

    func set(_ fault: Fault?) { state.withLock { $0.fault = fault } }

    func note(_ operation: Operation) { state.withLock { $0.operations.append(operation) } }

    /// Whether this call has to fail, and how.
    func nextFault(isWrite: Bool) -> Fault.Kind? {
        state.withLock { state in
            guard var fault = state.fault, isWrite != (fault.kind == .syncFails) else { return nil }
            defer { state.fault = fault }
            guard fault.after <= 0 else {
                fault.after -= 1
                return nil
            }
            if !fault.isLasting { fault.after = .max }
            return fault.kind
        }
    }
}

extension RecordedDisk {
    /// How much of what was not synced a disk kept.
    enum Loss: Int, CaseIterable {
        case all
        case nothing
        case tail
        case some
        case someSectors
    }

    /// What the files may hold when the power goes after so many operations.
    func image(
        after count: Int,
        losing loss: Loss,
        using random: inout some RandomNumberGenerator
    ) -> [String: [UInt8]] {
        var files: [String: DiskFile] = [:]
        for operation in operations.prefix(count) {
            switch operation.kind {
            case .delete: files[operation.file] = nil
            case .sync: files[operation.file]?.synchronize()
            case .write, .truncate:
                files[operation.file, default: DiskFile()].pending.append(operation.kind)
            }
        }
        return files.mapValues { file in
            var file = file
            return file.lose(loss, using: &random)
        }
    }
}

/// A file on a disk: what is on the platter, and what is still on its way there.
private struct DiskFile {
    var bytes: [UInt8] = []
    var pending: [RecordedDisk.Operation.Kind] = []

    mutating func synchronize() {
        for change in pending { apply(change) }
        pending = []
    }

    mutating func lose(
        _ loss: RecordedDisk.Loss,
        using random: inout some RandomNumberGenerator
    ) -> [UInt8] {
        switch loss {
        case .all: pending = []
        case .nothing: break
        case .tail: pending.removeLast(Int.random(in: 0...pending.count, using: &random))
        case .some: pending.removeAll { _ in Bool.random(using: &random) }
        case .someSectors:
            pending = pending.flatMap { $0.sectors }.filter { _ in Bool.random(using: &random) }
        }
        synchronize()
        return bytes
    }

    private mutating func apply(_ change: RecordedDisk.Operation.Kind) {
        switch change {
        case .write(let offset, let data):
            let end = offset + data.count
            if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
            bytes.replaceSubrange(offset..<end, with: data)
        case .truncate(let size):
            if bytes.count > size { bytes.removeLast(bytes.count - size) }
        case .sync, .delete: break
        }
    }
}

extension RecordedDisk.Operation.Kind {
    /// A write as the sectors that a disk writes one by one.
    fileprivate var sectors: [RecordedDisk.Operation.Kind] {
        guard case .write(let offset, let data) = self else { return [self] }
        var parts: [RecordedDisk.Operation.Kind] = []
        var start = 0
        while start < data.count {
            let end = min(data.count, ((offset + start) / 512 + 1) * 512 - offset)
            parts.append(.write(offset: offset + start, Array(data[start..<end])))
            start = end
        }
        return parts
    }
}
