import Foundation
import Sockets
import TestClosing
import Testing

@testable import LocalFunctions

@Suite(.closing)
struct `A trial of Python` {
    private func trial(
        python: String = "/usr/bin/python3",
        _ change: @escaping @Sendable (inout LocalFunction) -> Void = { _ in }
    ) async throws -> Result<String, PythonTrial.Fault> {
        let function = try FunctionFixture.make("f", .python("return event", change))
        var configuration = LocalFunctionsConfiguration.patient
        configuration.python = python
        let group = try EventLoopGroup(count: 1)
        defer { group.shutdown() }
        let trial = try #require(PythonTrial(function, configuration))
        do throws(PythonTrial.Fault) {
            return .success(try await trial.version(on: group.loops[0]))
        } catch { return .failure(error) }
    }

    @Test func `tells the version of what would run a function`() async throws {
        #expect(try await trial().get().hasPrefix("Python 3."))
    }

    @Test(
        arguments: [
            ("/bin/false", nil, "/bin/false ended with status 1"),
            ("/nowhere/python", nil, "/nowhere/python cannot be started"),
            ("/usr/bin/python3", "/nowhere", "cannot be started"),
        ] as [(String, String?, String)]
    )
    func `says why it cannot be started`(
        _ python: String,
        _ folder: String?,
        _ reason: String
    ) async throws {
        let result = try await trial(python: python) { function in
            if let folder { function.folder = folder }
        }
        guard case .failure(let fault) = result else { return #expect(Bool(false)) }
        #expect(fault.description.contains(reason), "\(fault)")
    }

    @Test(.enabled(if: geteuid() == 0))
    func `is made as the user whose the function is`() async throws {
        let result = try await trial { function in
            function.owner = LocalFunction.Owner(user: 65_534, group: 65_534)
            let path = "\(function.folder)/lambda_function.py"
            chmod(path, 0o600)
        }
        guard case .failure(let fault) = result else { return #expect(Bool(false)) }
        #expect(fault.description.contains("Permission denied"), "\(fault)")
    }

    @Test func `is not made of what is no Python`() throws {
        let function = try FunctionFixture.make("f", FunctionFixture.Code(text: "#!/bin/sh\n"))
        #expect(PythonTrial(function, .patient) == nil)
    }
}
