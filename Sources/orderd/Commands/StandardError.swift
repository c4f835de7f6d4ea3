import Foundation

/// What the program's exit says to whoever started it.
enum ExitCodes {
    /// As in sysexits.h: settings, workflow or data directory have to be mended first.
    static let configuration: Int32 = 78
    /// A file that the command was given cannot be used.
    static let unusable: Int32 = 2
}

/// Where faults are told.
enum StandardError {
    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
