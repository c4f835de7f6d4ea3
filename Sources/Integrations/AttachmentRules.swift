import AWS
import Formats
import JSON

/// Which files go with the e-mail of an order.
package struct AttachmentRules: Sendable {
    /// The member of an order that lists files of its own; nil: an order brings none.
    package var member: String?
    /// Names of files in the folder that go with every e-mail.
    package var files: [String] = []
    /// Reads a file of the folder by its name, unless it has more bytes than that; without one there is no folder.
    package var read: Read?

    package typealias Read =
        @Sendable (_ name: String, _ limit: Int) async throws(AttachmentFault) -> [UInt8]

    /// The most files that go with one e-mail: an order of some bytes can name many.
    package static let maximumCount = 50

    package init() {}

    /// The files for that order: those of every e-mail, then its own.
    func attachments(of order: JSONValue) async throws(CompositionFault) -> [Email.Attachment] {
        let own = try listed(in: order)
        guard files.count + own.count <= Self.maximumCount else {
            throw CompositionFault("more than \(Self.maximumCount) attachments")
        }
        var attachments: [Email.Attachment] = []
        // What is too much for an e-mail is not even read.
        var room = Email.Limit.attachments
        for name in files {
            attachments.append(try await file(name, as: nil, nil, nil, room))
            room -= attachments.last?.content.count ?? 0
        }
        for (index, element) in own.enumerated() {
            let place = "\(member ?? "")[\(index)]"
            attachments.append(try await attachment(element, at: place, room))
            room -= attachments.last?.content.count ?? 0
        }
        return attachments
    }

    private func listed(in order: JSONValue) throws(CompositionFault) -> [JSONValue] {
        guard let member, let listed = order[member], listed != .null else { return [] }
        guard let elements = listed.array else {
            throw CompositionFault(
                "\(member) is a JSON \(listed.kind), and a list of attachments is wanted"
            )
        }
        return elements
    }

    /// `{"fileName": …, "contentType": …, "content": Base64}` or `{"file": name in the folder}`.
    private func attachment(
        _ element: JSONValue,
        at place: String,
        _ room: Int
    ) async throws(CompositionFault) -> Email.Attachment {
        let (name, type) = (element["fileName"]?.string, element["contentType"]?.string)
        let contentID = element["contentId"]?.string
        if let file = element["file"]?.string {
            return try await self.file(file, as: name, type, contentID, room)
        }
        guard let name, let text = element["content"]?.string else {
            throw CompositionFault(
                "\(place) is no attachment; it needs fileName and content (Base64), or file"
            )
        }
        let digits = text.filter { !$0.isNewline }
        guard let content = Base64.decode(digits) else {
            throw CompositionFault("\(place).content is no Base64 (RFC 4648 §4, with padding)")
        }
        return Email.Attachment(
            fileName: name,
            contentType: type ?? Self.contentType(of: name),
            content: content,
            contentID: contentID
        )
    }

    private func file(
        _ file: String,
        as name: String?,
        _ type: String?,
        _ contentID: String?,
        _ room: Int
    ) async throws(CompositionFault) -> Email.Attachment {
        guard let read else {
            throw CompositionFault("\(file) is a file, and email.attachmentsDirectory is not set")
        }
        do {
            let content = try await read(file, max(0, room))
            return Email.Attachment(
                fileName: name ?? file.split(separator: "/").last.map(String.init) ?? file,
                contentType: type ?? Self.contentType(of: file),
                content: content,
                contentID: contentID
            )
        } catch {
            throw CompositionFault(
                "the attachment \(file) \(error.reason)",
                error: "AttachmentError"
            )
        }
    }

    private static func contentType(of name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return contentTypes[ending] ?? "application/octet-stream"
    }

    private static let contentTypes = [
        "csv": "text/csv", "gif": "image/gif", "htm": "text/html", "html": "text/html",
        "ics": "text/calendar", "jpeg": "image/jpeg", "jpg": "image/jpeg",
        "json": "application/json",
        "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml", "txt": "text/plain",
        "webp": "image/webp", "xml": "application/xml", "zip": "application/zip",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]
}

/// Why a file cannot go with an e-mail.
package struct AttachmentFault: Error, Sendable, Equatable {
    /// As in "terms.pdf is not there".
    package let reason: String

    package init(_ reason: String) { self.reason = reason }
}
