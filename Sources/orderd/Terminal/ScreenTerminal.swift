import Foundation
import Glibc
import Synchronization

/// The terminal as a screen of its own, which is as it was when this ends.
struct ScreenTerminal: ~Copyable {
    private let before: termios?

    /// What a signal has asked for; a handler can do no more than that.
    private static let hasEnded = Atomic(false)

    init() {
        var now = termios()
        if tcgetattr(STDIN_FILENO, &now) == 0 {
            before = now
            // Keys come one by one, and are not shown.
            now.c_lflag &= ~tcflag_t(ICANON | ECHO)
            tcsetattr(STDIN_FILENO, TCSANOW, &now)
        } else {
            before = nil
        }
        // Without SA_RESTART, so that a wait for a key ends too; a window's change is waited for in the same way.
        for number in [SIGINT, SIGTERM, SIGHUP, SIGWINCH] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                if number != SIGWINCH { ScreenTerminal.hasEnded.store(true, ordering: .relaxed) }
            }
            sigaction(number, &action, nil)
        }
        Self.write("\u{1B}[?1049h\u{1B}[?25l")
    }

    deinit {
        Self.write("\u{1B}[?25h\u{1B}[?1049l")
        guard var before else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, &before)
    }

    /// Shows the lines in the place of those before.
    func show(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        Self.write("\u{1B}[H" + lines.joined(separator: "\u{1B}[K\r\n") + "\u{1B}[K\u{1B}[J")
    }

    /// Waits so long or for a key; false when the person has had enough.
    func wait(milliseconds: Int32) -> Bool {
        guard !Self.hasEnded.load(ordering: .relaxed) else { return false }
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        if poll(&input, 1, milliseconds) > 0 {
            var key: UInt8 = 0
            guard read(STDIN_FILENO, &key, 1) == 1, key != UInt8(ascii: "q") else { return false }
        }
        return !Self.hasEnded.load(ordering: .relaxed)
    }

    private static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
