import HTTPTypes
import JSON
import Testing

@testable import LocalFunctions

/// Lines and documents in AWS's form.
struct TextTests {
    @Test func `a report tells duration, what is billed and the memory`() {
        var report = InvocationReport(
            requestID: "r",
            duration: .microseconds(12_345),
            memoryMB: 128,
            usedMB: 35
        )
        let fields =
            "REPORT RequestId: r\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 35 MB"
        #expect(report.line == fields)
        report.initDuration = .microseconds(100_000)
        report.status = .timeout
        let first = fields.replacing("13 ms", with: "113 ms")
        #expect(report.line == "\(first)\tInit Duration: 100.00 ms\tStatus: timeout")
        report.initDuration = nil
        report.status = .error("ValueError")
        #expect(report.line == "\(fields)\tStatus: error\tError Type: ValueError")
    }

    @Test(arguments: [
        (
            FunctionFault.timedOut(.seconds(3)), "Sandbox.Timedout",
            "RequestId: r Error: Task timed out after 3.00 seconds"
        ),
        (
            .exited(status: 3), "Runtime.ExitError",
            "RequestId: r Error: Runtime exited with error: exit status 3"
        ),
        (
            .exited(status: 0), "Runtime.ExitError",
            "RequestId: r Error: Runtime exited without providing a reason"
        ),
        (
            .killed(signal: 9), "Runtime.ExitError",
            "RequestId: r Error: Runtime exited with error: signal: killed"
        ),
        (
            .answerTooLarge, "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size (6291556 bytes)."
        ),
    ])
    func `a function's end has AWS's words`(
        _ fault: FunctionFault,
        _ type: String,
        _ message: String
    ) throws {
        let document = try JSONValue(parsing: fault.document("r"))
        #expect(document == ["errorType": .string(type), "errorMessage": .string(message)])
    }

    @Test func `output is cut into lines, and a line has a limit`() {
        var lines = OutputLines()
        #expect(lines.add(Array("one\ntw".utf8)) == ["one"])
        #expect(lines.add(Array("o\r\nthree\rmore\n\n".utf8)) == ["two", "three\nmore", ""])
        #expect(lines.finish() == nil)
        let long = [UInt8](repeating: UInt8(ascii: "a"), count: OutputLines.longest)
        #expect(lines.add(long).map(\.utf8.count) == [OutputLines.longest])
        #expect(lines.add(Array("\nb\n".utf8)) == ["b"])
        #expect(lines.add(long + Array("a\n\n".utf8)).dropFirst() == ["a", ""])
        #expect(lines.add(Array("rest".utf8)) == [])
        #expect(lines.finish() == "rest")
    }

    @Test func `the tail is the last four kilobytes`() {
        var tail = LogTail()
        for number in 0..<10_000 { tail.add("line \(number)") }
        let text = String(decoding: tail.bytes, as: UTF8.self)
        #expect(text.utf8.count == 4_096)
        #expect(text.hasSuffix("line 9998\nline 9999\n"))
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "invocation/next", RuntimeCall.next),
        (.post, "invocation/r/response", .answer(requestID: "r")),
        (.post, "invocation/r/error", .error(requestID: "r")), (.post, "init/error", .initError),
        (.post, "invocation/next", .unknown), (.get, "invocation/r/response", .unknown),
        (.post, "invocation/response", .unknown), (.get, "", .unknown),
    ])
    func `a worker's calls are AWS's`(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ call: RuntimeCall
    ) {
        #expect(RuntimeCall(method, "/2018-06-01/runtime/\(path)") == call)
        #expect(RuntimeCall(method, "/2018-06-02/runtime/\(path)") == .unknown)
    }

    @Test func `a worker has Lambda's variables and its function's, and nothing of ours`() {
        var function = LocalFunction(name: "ok", folder: "/f/ok", program: .python, handler: "a.b")
        function.environment = ["KEY": "own", "TZ": ":CET", "_HANDLER": "other"]
        let environment = WorkerEnvironment(
            function: function,
            region: "eu-west-1",
            address: "127.0.0.1:1",
            path: "/bin",
            passed: ["KEY": "passed", "AWS_ACCESS_KEY_ID": "k"],
            logStream: "s"
        )
        #expect(
            environment.variables == [
                "AWS_LAMBDA_FUNCTION_NAME": "ok", "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "128",
                "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
                "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/ok", "AWS_LAMBDA_LOG_STREAM_NAME": "s",
                "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:1", "_HANDLER": "a.b",
                "AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "eu-west-1",
                "LAMBDA_TASK_ROOT": "/f/ok", "TZ": ":CET", "LANG": "en_US.UTF-8", "PATH": "/bin",
                "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
                "AWS_EC2_METADATA_DISABLED": "true", "PYTHONUNBUFFERED": "1", "KEY": "own",
                "AWS_ACCESS_KEY_ID": "k",
            ]
        )
        #expect(environment.mark == "AWS_LAMBDA_LOG_STREAM_NAME=s")
    }

    @Test func `a socket is found by both its ends`() {
        let table = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1 0 100 0 0 10 0
               1: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 22 1 0 20 4 30 10 -1
               2: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 33 1 0 20 4 30 10 -1
            """
        #expect(ProcessTable.socketNumber(in: table, 50_000, 8_080, "0100007F") == "22")
        #expect(ProcessTable.socketNumber(in: table, 50_001, 8_080, "0100007F") == nil)
    }

    @Test func `a session is found behind whatever name a process has`() {
        #expect(ProcessTable.sessionID(inStat: "7 (a) b (c) S 1 7 9 0 -1 4194304") == 9)
        #expect(ProcessTable.sessionID(inStat: "7") == nil)
    }
}
