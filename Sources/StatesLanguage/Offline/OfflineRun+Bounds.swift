extension OfflineRun {
    /// What ends a run although its execution goes on: a workflow may be endless, and say more and more.
    ///
    /// They are looked at between two moves, each of which is a turn: `InterpreterLimits.maximumStepsPerTurn` says how much
    /// may happen in between.
    package struct Bounds {
        /// The most events that are applied.
        package var moves: Int
        /// The most bytes that the history may have as JSON text, about.
        package var historySize: Int
        /// Whether the run may take longer still; it reads a clock where there is one.
        package var mayGoOn: () -> Bool

        package init(
            moves: Int = 1_000_000,
            historySize: Int = .max,
            mayGoOn: @escaping () -> Bool = { true }
        ) {
            self.moves = moves
            self.historySize = historySize
            self.mayGoOn = mayGoOn
        }
    }

    /// Which bound a run came to.
    package enum Stop: Sendable, Hashable {
        case moves(Int)
        case historySize(Int)
        case time
    }

    /// What of its bounds a run has used up.
    struct Tally {
        private let bounds: Bounds
        private var moves = 0
        /// How many events of the history are counted in its size.
        private var counted = 0
        private var size = 0

        init(of bounds: Bounds) { self.bounds = bounds }

        /// The bound that one more move would break; nil, and it is counted, when there is none.
        mutating func stop(after history: [HistoryEvent]) -> Stop? {
            for event in history[counted...] { size += event.size }
            counted = history.count
            if moves >= bounds.moves { return .moves(bounds.moves) }
            if size > bounds.historySize { return .historySize(bounds.historySize) }
            if !bounds.mayGoOn() { return .time }
            moves += 1
            return nil
        }
    }
}

extension OfflineRun.Stop: CustomStringConvertible {
    /// As in "the run was ended: its history has more than 8 MiB".
    package var description: String {
        switch self {
        case .moves(let count): "the run was ended after \(count) moves"
        case .historySize(let size): "the run was ended: its history has more than \(size) bytes"
        case .time: "the run was ended: it took too long"
        }
    }
}

extension HistoryEvent {
    /// About how many bytes it has as JSON text: its texts, and room for what stands around them.
    fileprivate var size: Int { 256 + details.texts.reduce(0) { $0 + $1.utf8.count } }
}

extension HistoryEvent.Details {
    /// The texts that may be long.
    private var longTexts: [String?] {
        switch self {
        case .none, .executionRedriven, .taskStarted, .mapStateStarted, .mapRunStarted: []
        case .executionStarted(let text, _), .executionSucceeded(let text),
            .workSucceeded(let text), .taskOutput(_, let text):
            [text]
        case .stateEntered(let name, let input): [name, input]
        case .stateExited(_, let output, let assigned): [output] + assigned.map(\.value)
        case .workScheduled(let resource, let input, _): [resource, input]
        case .activityStarted(let worker): [worker]
        case .taskScheduled(_, let parameters, _, _): [parameters]
        case .failure(let error), .taskFailure(_, let error), .evaluationFailed(let error, _, _):
            [error.error, error.cause]
        case .mapIteration(let name, _): [name]
        }
    }

    fileprivate var texts: [String] { longTexts.compactMap(\.self) }
}
