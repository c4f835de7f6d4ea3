import Foundation

/// What the program's exit says to whoever started it.
enum ExitCodes {
    /// As in sysexits.h: the disk or the store's file failed, and nothing more was acknowledged.
    static let storeFailed: Int32 = 74
    /// As in sysexits.h: work had to be cut off at the end of the grace period.
    ///
    /// It was handed back and goes on later.
    static let cutOff: Int32 = 75
    /// As in sysexits.h: settings, workflow or data directory have to be mended first.
    static let configuration: Int32 = 78
    /// A file that the command was given cannot be used.
    static let unusable: Int32 = 2

    /// How a followed order ended: 0 for SUCCEEDED, and one for each other end.
    static func end(_ status: String) -> Int32 {
        switch status {
        case "SUCCEEDED": 0
        case "FAILED": 3
        case "TIMED_OUT": 4
        case "ABORTED": 5
        default: 1
        }
    }
}

/// Where faults are told.
enum StandardError {
    /// A file's names and texts may stand in it: nothing of them steers a terminal.
    static func write(_ text: String) {
        let text =
            Terminal.isThereForFaults
            ? text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { TerminalText.harmless(String($0)) }.joined(separator: "\n") : text
        FileHandle.standardError.write(Data(text.utf8))
    }
}
