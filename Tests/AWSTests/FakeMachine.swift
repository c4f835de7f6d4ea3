import AWS
import FoundationEssentials
import HTTP
import HTTPTypes
import Synchronization

/// A machine whose files are a dictionary and whose programs are a closure.
final class FakeMachine: LocalMachine {
    private struct State {
        var files: [String: String]
        var changes: [String: Int] = [:]
        var pauses: [Duration] = []
        var commands: [[String]] = []
        var reads: [String] = []
    }

    private let state: Mutex<State>
    private let program: @Sendable ([String]) -> Result<String, LocalFault>

    init(
        _ files: [String: String] = [:],
        program: @escaping @Sendable ([String]) -> Result<String, LocalFault> = { _ in
            .failure(LocalFault("there are no programs"))
        }
    ) {
        state = Mutex(State(files: files))
        self.program = program
    }

    subscript(path: String) -> String? {
        get { state.withLock { $0.files[path] } }
        set {
            state.withLock { state in
                state.files[path] = newValue
                state.changes[path, default: 0] += 1
            }
        }
    }

    var pauses: [Duration] { state.withLock { $0.pauses } }

    var commands: [[String]] { state.withLock { $0.commands } }

    /// The files that were read, in order.
    var reads: [String] { state.withLock { $0.reads } }

    func text(of path: String) throws(LocalFault) -> String? {
        state.withLock { state in
            state.reads.append(path)
            return state.files[path]
        }
    }

    func trace(of path: String) -> FileTrace? {
        state.withLock { state in
            guard let text = state.files[path] else { return nil }
            return FileTrace(
                changed: state.changes[path] ?? 0,
                size: text.utf8.count,
                number: 1
            )
        }
    }

    func replace(_ path: String, with text: String) throws(LocalFault) { self[path] = text }

    func run(_ command: [String], within limit: Duration) throws(LocalFault) -> String {
        state.withLock { $0.commands.append(command) }
        return try program(command).get()
    }

    func pause(_ duration: Duration) { state.withLock { $0.pauses.append(duration) } }
}

/// Answers by what is asked, and keeps it.
final class RoutedTransport: AWSTransport {
    typealias Route = @Sendable (ClientRequest) -> FakeTransport.Answer

    private let asked = Mutex<[ClientRequest]>([])
    private let route: Route

    init(_ route: @escaping Route) { self.route = route }

    var requests: [ClientRequest] { asked.withLock { $0 } }

    func send(
        _ request: ClientRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPClientError) -> ClientResponse {
        asked.withLock { $0.append(request) }
        return try route(request).get()
    }
}

extension ClientRequest {
    var url: String { "\(scheme.rawValue)://\(authority)\(target)" }

    var text: String { String(decoding: body, as: UTF8.self) }

    func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }
}

/// A clock that a test sets.
final class TestTime: Sendable {
    private let time: Mutex<Date>

    init(_ time: Date = noon) { self.time = Mutex(time) }

    var now: Date {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }
}

/// Noon of 2026-01-31.
let noon = Date(timeIntervalSince1970: 1_769_860_800)
