import AWS
import Dispatch
import Foundation
import Glibc
import Integrations

/// The files that may go with e-mails: those in one folder, and none outside of it.
struct AttachmentFolder: Sendable {
    /// Where it really is, with all links followed.
    private let path: String
    /// Reading may wait for a disk, which no event loop may.
    private let queue = DispatchQueue(label: "orderd.attachments", attributes: .concurrent)

    /// Larger ones fit no e-mail.
    static let maximumFileSize = Email.Limit.attachments

    /// The folder at that path, or why there is none.
    init(_ path: String) throws(AttachmentFault) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw AttachmentFault("is not there")
        }
        guard isFolder.boolValue, let real = Self.realPath(path) else {
            throw AttachmentFault("is no folder that can be read")
        }
        self.path = real
    }

    /// A file's bytes.
    func read(_ name: String, limit: Int) async throws(AttachmentFault) -> [UInt8] {
        let result = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: Result { () throws(AttachmentFault) in
                        try readNow(name, limit: limit)
                    }
                )
            }
        }
        return try result.get()
    }

    /// A file's bytes, waiting for the disk; its name may come from an order.
    func readNow(_ name: String, limit: Int = maximumFileSize) throws(AttachmentFault) -> [UInt8] {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }), !name.contains("\0")
        else { throw AttachmentFault("is no name of a file in the folder") }
        guard let real = Self.realPath("\(path)/\(name)") else {
            throw AttachmentFault("is not in the folder")
        }
        guard real.hasPrefix(path == "/" ? path : "\(path)/") else {
            throw AttachmentFault("leads out of the folder by a link")
        }
        do {
            let file = try InputFile(
                real,
                maximumSize: limit,
                flags: O_NONBLOCK | O_NOFOLLOW
            )
            guard file.isRegular else { throw AttachmentFault("is no regular file") }
            return file.bytes
        } catch let error as InputFile.Unreadable {
            throw AttachmentFault("cannot be read: \(error.reason)")
        } catch let fault as AttachmentFault {
            throw fault
        } catch {
            throw AttachmentFault("cannot be read: \(error)")
        }
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
