import Formats
import Foundation

/// The time zones of the machine: TZif files, as Debian's package tzdata has them.
struct ZoneFolder {
    var path = "/usr/share/zoneinfo"

    /// The rules of a zone such as `Europe/Berlin`; UTC is known without a file.
    func rules(of name: String) throws(Fault) -> ZoneRules {
        if ["UTC", "Etc/UTC"].contains(name) { return .utc }
        // A name is a path below the folder, and never one that leads out of it.
        let isName = (1...50).contains(name.utf8.count) && name.utf8.allSatisfy(Self.isPart)
        guard isName, !name.hasPrefix("/"), !name.contains("..") else {
            throw Fault("\"\(name.prefix(50))\" is no name of a time zone, such as Europe/Berlin")
        }
        let file = URL(filePath: path).appending(path: name)
        guard let bytes = try? Data(contentsOf: file) else {
            guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil else {
                throw Fault("there are no time zones in \(path): install tzdata, or use UTC")
            }
            throw Fault("there is no time zone \(name) in \(path)")
        }
        do throws(ZoneRules.Fault) { return try ZoneRules(file: Array(bytes)) } catch {
            throw Fault("\(path)/\(name) is \(error)")
        }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    struct Fault: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }
}
