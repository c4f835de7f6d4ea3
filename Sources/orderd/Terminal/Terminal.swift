import Foundation
import Glibc

/// The terminal on standard output, if there is one.
enum Terminal {
    /// Whether a person looks on, and not a program.
    static var isThere: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether a person sees the faults.
    static var isThereForFaults: Bool { isatty(STDERR_FILENO) == 1 }

    /// How many columns a line may have: the terminal's, else those of `COLUMNS`, else 80.
    static var width: Int { size(STDOUT_FILENO).columns }

    /// The same of standard error.
    static var widthForFaults: Int { size(STDERR_FILENO).columns }

    /// How many lines a screen may have.
    static var height: Int { size(STDOUT_FILENO).lines }

    private static func size(_ descriptor: Int32) -> (columns: Int, lines: Int) {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return (max(Int(size.ws_col), minimumWidth), max(Int(size.ws_row), minimumHeight))
        }
        let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
        return (max(stated ?? 80, minimumWidth), 24)
    }

    /// The colours of standard output.
    static var paint: Paint {
        Paint(isTerminal: isThere, environment: ProcessInfo.processInfo.environment)
    }

    private static let minimumWidth = 20
    private static let minimumHeight = 5

    /// JSON as it is for a program, and with nothing that steers a terminal on one.
    static func json(_ text: String) -> String { isThere ? TerminalText.escapedJSON(text) : text }

    /// The lines as they are for a program, and wrapped for a person.
    static func wrapped(_ text: String) -> String {
        guard isThere else { return text }
        let width = width
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { TerminalText.lines(of: String($0), width: width, hanging: 4) }
            .joined(separator: "\n")
    }
}
