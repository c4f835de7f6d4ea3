/// Colours for a person, or none.
struct Paint: Sendable {
    let isOn: Bool

    static let off = Paint(isOn: false)
    static let on = Paint(isOn: true)

    /// What a colour says.
    enum Tone: Sendable {
        case plain
        case good
        case bad
        /// Somebody should look at it, and nothing has failed.
        case uneasy
        case faint
        case strong
    }

    /// Whether colours are wanted: on a terminal that has any, unless `NO_COLOR` says otherwise (no-color.org).
    init(isTerminal: Bool, environment: [String: String]) {
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        isOn = isTerminal && !isRefused && environment["TERM"] != "dumb"
    }

    private init(isOn: Bool) { self.isOn = isOn }

    /// The text in the tone; it is harmless and as wide as it is to be, since colours have no width.
    func callAsFunction(_ text: String, _ tone: Tone) -> String {
        guard isOn, let code = tone.code, !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

extension Paint.Tone {
    /// Parameters of SGR (ECMA-48 §8.3.117).
    fileprivate var code: String? {
        switch self {
        case .plain: nil
        case .good: "32"
        case .bad: "31"
        case .uneasy: "33"
        case .faint: "2"
        case .strong: "1"
        }
    }

    /// The tone of a status of an order, a delivery, a check or a bulk redrive.
    init(status: String) {
        switch status {
        case "SUCCEEDED", "sent", "pass", "finished": self = .good
        case "FAILED", "TIMED_OUT", "ABORTED", "refused", "fail": self = .bad
        case "HELD", "uncertain", "warn", "waiting": self = .uneasy
        default: self = .plain
        }
    }
}
