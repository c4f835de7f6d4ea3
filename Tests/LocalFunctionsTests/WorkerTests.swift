import Foundation
import HTTP
import HTTPTypes
import InMemoryLogging
import JSON
import Logging
import ServiceLifecycleTestKit
import TestClosing
import Testing

@testable import LocalFunctions

/// Which processes run functions, and what those may do.
@Suite(.closingPrograms)
struct WorkerTests {
    @Test func `a process is used again`() async throws {
        let code = FunctionFixture.Code(
            text:
                "count = 0\ndef lambda_handler(event, context):\n    global count\n    count += 1\n    return count\n"
        )
        try await FunctionFixture.run(["f": code]) { fixture async throws in
            for count in 1...3 { #expect(try await fixture.invoke("f").body == .number(count)) }
        }
    }

    @Test func `events run side by side as far as there may be processes, and wait beyond that`()
        async throws
    {
        // Each waits for the other, in a folder that both see.
        let code = FunctionFixture.Code.python(
            """
            import os, time
            open(event["name"], "w").close()
            while not os.path.exists(event["other"]): time.sleep(0.01)
            return os.getpid()
            """
        ) { $0.concurrency = 2 }
        try await FunctionFixture.run(["f": code]) { fixture in
            async let a = fixture.invoke("f", ["name": "a", "other": "b"])
            async let b = fixture.invoke("f", ["name": "b", "other": "a"])
            async let c = fixture.invoke("f", ["name": "c", "other": "a"])
            async let d = fixture.invoke("f", ["name": "d", "other": "a"])
            let processes = try await [a, b, c, d].map(\.body)
            #expect(processes.allSatisfy { $0.int != nil })
            #expect(Set(processes).count == 2)
        }
    }

    @Test func `who has waited long enough is told to come again`() async throws {
        let pipe = try NamedPipe()
        let code = FunctionFixture.Code.python("return open(event['pipe']).read()") {
            $0.concurrency = 1
        }
        let event: JSONValue = ["pipe": .string(pipe.path)]
        try await FunctionFixture.run(["f": code], .patient(\.waitLimit, .zero)) { fixture in
            async let first = fixture.invoke("f", event)
            // It returns once the function has opened the pipe.
            let writer = try await Task.detachedOpen(pipe.path)
            let refused = try await fixture.invoke("f", event)
            #expect(refused.status == 429)
            #expect(refused.fields[.retryAfter] == "1")
            #expect(refused.fields[.errorType] == "TooManyRequestsException")
            #expect(
                refused.body == [
                    "Type": "User", "message": "Rate Exceeded.",
                    "Reason": "ReservedFunctionConcurrentInvocationLimitExceeded",
                ]
            )
            try writer.write(contentsOf: Data("done".utf8))
            try writer.close()
            #expect(try await first.body == "done")
        }
    }

    @Test func `a process without work ends`() async throws {
        let code = FunctionFixture.Code.python("import os\nreturn os.getpid()")
        var short = LocalFunctionsConfiguration.patient
        short.idleLimit = .zero
        short.lookInterval = .milliseconds(1)
        try await FunctionFixture.run(["f": code], short) { fixture in
            let first = try await fixture.invoke("f").body
            while try await fixture.invoke("f").body == first {}
        }
    }

    @Test func `an event that nobody waits for is tried again until it succeeds`() async throws {
        let pipe = try NamedPipe()
        let code = FunctionFixture.Code.python(
            """
            import os
            os.mkdir("first") if not os.path.exists("first") else open(event["pipe"], "w").write(context.aws_request_id)
            if not os.path.exists("again"): os.mkdir("again"); raise ValueError("not yet")
            """
        )
        try await FunctionFixture.run(["f": code], .patient(\.eventPauses, [.zero, .zero])) {
            fixture in
            async let text = pipe.text(on: fixture.loop)
            let fields: HTTPFields = [.invocationType: "Event"]
            let answer = try await fixture.invoke("f", ["pipe": .string(pipe.path)], fields)
            #expect(answer.status == 202)
            #expect(answer.body == .null)
            #expect(try await text == answer.fields[.requestID])
            let warning = try #require(fixture.log.entries.first { $0.level == .warning })
            #expect(warning.message == "an event failed and is tried again")
        }
    }

    @Test func `a worker's port answers to it alone`() async throws {
        let code = FunctionFixture.Code.python(
            """
            import os, http.client
            own = os.environ["AWS_LAMBDA_RUNTIME_API"]
            if "address" not in event: return own
            connection = http.client.HTTPConnection(event["address"])
            try:
                connection.request("GET", "/2018-06-01/runtime/invocation/next")
                return connection.getresponse().status
            except OSError: return "refused"
            """
        )
        try await FunctionFixture.run(["a": code, "b": code]) { fixture in
            let address = try #require(try await fixture.invoke("a").body.string)
            #expect(address.hasPrefix("127.0.0.1:"))
            #expect(try await fixture.invoke("b", ["address": .string(address)]).body == "refused")
            let port = try #require(Int(address.split(separator: ":")[1]))
            await #expect(throws: HTTPClientError.self) {
                try await fixture.send(.get, "/2018-06-01/runtime/invocation/next", [:], port: port)
            }
            #expect(try await fixture.invoke("a").body == .string(address))
            let told = fixture.log.entries.filter { $0.level == .warning }.map(\.message)
            #expect(told.count >= 2)
            #expect(told.allSatisfy { $0 == "a stranger knocked at a worker's port" })
        }
    }

    @Test func `a worker has a clean environment, limits and nothing open`() async throws {
        let code = FunctionFixture.Code.python(
            """
            import os, resource, signal
            status = dict(map(str.strip, line.split(":\\t", 1)) for line in open("/proc/self/status") if ":\\t" in line)
            files = [os.readlink("/proc/self/fd/" + n) for n in os.listdir("/proc/self/fd") if os.path.exists("/proc/self/fd/" + n)]
            return {"variables": sorted(os.environ), "cwd": os.getcwd(), "session": os.getsid(0) == os.getpid(),
                "core": resource.getrlimit(resource.RLIMIT_CORE), "data": resource.getrlimit(resource.RLIMIT_DATA),
                "files": resource.getrlimit(resource.RLIMIT_NOFILE), "privileges": status["NoNewPrivs"],
                "blocked": status["SigBlk"], "others": [f for f in files if "socket" not in f and "pipe" not in f]}
            """
        ) {
            $0.memoryMB = 200
            $0.environment = ["TOPIC": "t"]
        }
        try await FunctionFixture.run(["f": code], .patient(\.passed, ["KEY": "k"])) { fixture in
            let body = try await fixture.invoke("f").body
            let names = [
                "AWS_CONFIG_FILE", "AWS_DEFAULT_REGION", "AWS_EC2_METADATA_DISABLED",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_NAME",
                "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
                "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME",
                "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_SHARED_CREDENTIALS_FILE", "KEY",
                "LAMBDA_TASK_ROOT", "LANG", "PATH", "PYTHONUNBUFFERED", "TOPIC", "TZ", "_HANDLER",
                "_X_AMZN_TRACE_ID",
            ]
            // Python adds one by itself.
            let variables = body["variables"]?.array?.compactMap(\.string).filter {
                $0 != "LC_CTYPE"
            }
            #expect(variables == names, "\(body)")
            #expect(body["session"] == true)
            #expect(body["core"] == [0, 0])
            #expect(body["data"] == [.number(200 << 20), .number(200 << 20)])
            #expect(body["files"] == [1_024, 1_024])
            #expect(body["privileges"] == "1")
            #expect(body["blocked"] == "0000000000000000")
            #expect(body["others"] == ["/dev/null"])
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can start functions as another user"))
    func `a worker is another user's`() async throws {
        let code = FunctionFixture.Code.python(
            "import os\nreturn [os.getuid(), os.getgid(), os.getgroups(), event]"
        )
        let nobody = LocalFunction.Owner(user: 65_534, group: 65_534)
        try await FunctionFixture.run(["f": code], .patient(\.owner, nobody)) { fixture in
            for number in 1...2 {
                let body = try await fixture.invoke("f", .number(number)).body
                #expect(body == [65_534, 65_534, [], .number(number)])
            }
        }
    }

    @Test func `a shutdown lets the event in progress end, and takes no other`() async throws {
        let pipe = try NamedPipe()
        let code = FunctionFixture.Code.python("return open(event['pipe']).read()")
        try await testGracefulShutdown { trigger in
            try await FunctionFixture.run(["f": code]) { fixture in
                async let first = fixture.invoke("f", ["pipe": .string(pipe.path)])
                let writer = try await Task.detachedOpen(pipe.path)
                trigger.triggerGracefulShutdown()
                // Once it has stopped listening nobody gets in.
                while (try? await fixture.invoke("f", ["pipe": "/dev/null"]))?.status == 200 {}
                try writer.write(contentsOf: Data("done".utf8))
                try writer.close()
                #expect(try await first.body == "done")
            }
        }
    }

    @Test func `what nobody can run is not found, and what is known is shown`() async throws {
        try await FunctionFixture.run(["f": .python("return 1")]) { fixture in
            let answer = try await fixture.invoke("nope")
            #expect(answer.status == 404)
            #expect(answer.fields[.errorType] == "ResourceNotFoundException")
            #expect(
                answer.body["message"]
                    == "Function not found: arn:aws:lambda:us-east-1:000000000000:function:nope"
            )
            let dry = try await fixture.invoke("f", [:], [.invocationType: "DryRun"])
            #expect(dry.status == 204)
            #expect(fixture.lines.isEmpty)
            let list = try await fixture.send(.get, "/2015-03-31/functions/", [:])
            let functions = try JSONValue(parsing: list.body)["Functions"]
            #expect(functions?[0]?["FunctionName"] == "f")
            #expect(functions?[0]?["MemorySize"] == 128)
        }
    }
}

extension Task where Success == FileHandle, Failure == any Error {
    /// Opens a named pipe for writing on a thread of its own; that waits until somebody reads it.
    static func detachedOpen(_ path: String) async throws -> FileHandle {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                Thread.current.name = "program"
                continuation.resume(
                    with: Result { try FileHandle(forWritingTo: URL(filePath: path)) }
                )
            }
            thread.start()
        }
    }
}
