/// An element of an XML text, with its text and its children; attributes are read and dropped.
///
/// It is for the answers of AWS's query services: no document type, no entities but the five and the
/// numeric ones, UTF-8 alone.
package struct XMLElement: Sendable, Hashable {
    /// The name, without a namespace's prefix.
    package let name: String
    /// The text between the children, in one piece.
    package internal(set) var text = ""
    package internal(set) var children: [XMLElement] = []

    /// How deep elements may stand in elements.
    package static let depthLimit = 32

    init(name: String) { self.name = name }

    /// Reads a text that is one element.
    package init(parsing bytes: [UInt8]) throws(XMLError) {
        var reader = XMLReader(bytes)
        self = try reader.readDocument()
    }

    /// The first child of that name.
    package subscript(name: String) -> XMLElement? { children.first { $0.name == name } }
}

/// Why a text is not XML, and where.
package struct XMLError: Error, Sendable, Hashable, CustomStringConvertible {
    package let reason: String
    /// How many bytes of the text precede the fault.
    package let offset: Int

    package var description: String { "\(reason) at byte \(offset)" }
}
