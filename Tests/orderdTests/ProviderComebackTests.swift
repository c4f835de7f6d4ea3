import Foundation
import JSON
import TestClosing
import Testing

/// How soon orders go on after SES and SNS are well again, seen from outside.
///
/// The suite lets them fail for four seconds and sees that orders go on. `ORDERD_OUTAGE_SECONDS=30 swift test --filter
/// ProviderComebackTests` measures how soon after longer outages, which a busy machine has a part in; with a clock by hand
/// `PaceTests` says so to the second.
@Suite(.serialized, .closingPrograms)
struct `After an outage of SES and SNS` {
    private static let measured =
        ProcessInfo.processInfo.environment["ORDERD_OUTAGE_SECONDS"].flatMap(Double.init)
    private static let outage = measured ?? 4
    /// For how long orders come before and after it, in seconds.
    private static let calm = 3.0
    private static let after = 6.5

    @Test(arguments: [#"{"kind":"throttle"}"#, #"{"kind":"server-error"}"#])
    func `orders go on, and where it is measured the first within two seconds and all within five`(
        fault: String
    ) async throws {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let service = try await ServiceProcess(
            [],
            environment: sandbox.environment,
            data: folder.appending(path: "data")
        )
        _ = try await post(to: service, for: Self.calm)
        try await sandbox.fail(fault)
        let begin = Date()
        _ = try await post(to: service, for: Self.outage)
        try await sandbox.fail("")
        let end = Date()
        let offered = try await post(to: service, for: Self.after)
        let sent = try Self.notices(in: sandbox)
        // On a machine that has become busier no more orders go on than come.
        let usual = min(sent.count { $0 < begin && $0 >= begin - 2 } / 2, offered)
        let first = try #require(sent.first { $0 > end })
        let rates = stride(from: 0.0, to: Self.after - 1, by: 0.1).map { second in
            sent.count { $0 >= end + second && $0 < end + second + 1 }
        }
        let normal = rates.firstIndex { $0 >= usual }.map { Double($0) / 10 } ?? .infinity
        let figures = """
            \(fault), \(Self.outage) s: usual \(usual)/s, first order after \
            \(first.timeIntervalSince(end)) s, usual rate after \(normal) s
            """
        guard Self.measured != nil else { return }
        print(figures)
        #expect(first.timeIntervalSince(end) < 2, "\(figures)")
        #expect(normal < 5, "\(figures)")
    }

    /// Posts orders one after the other for that many seconds; how many there were in each.
    private func post(to service: ServiceProcess, for seconds: Double) async throws -> Int {
        var count = 0
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            let answer = try await service.post(#"{"customerEmail":"buyer@example.com"}"#)
            #expect(answer.status == 202)
            count += 1
        }
        return Int(Double(count) / seconds)
    }

    /// When each notice was accepted, in order: with it an order is done.
    private static func notices(in sandbox: SandboxProcess) throws -> [Date] {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return try sandbox.messages().filter { $0["service"] == "sns" }.compactMap {
            try $0["receivedAt"]?.string.map { try style.parse($0) }
        }
    }
}
