import Foundation
import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import LocalFunctions

/// What functions can do, and what callers get of it.
@Suite(.closingPrograms)
struct FunctionTests {
    @Test func `a function gets its event and answers`() async throws {
        let code = FunctionFixture.Code.python(
            """
            print("hello")
            return [event, context.function_name, context.aws_request_id, context.invoked_function_arn,
                context.memory_limit_in_mb, context.get_remaining_time_in_millis() > 0, context.client_context.custom]
            """
        )
        try await FunctionFixture.run(["echo": code]) { fixture in
            let context = Data(#"{"custom":{"k":"v"}}"#.utf8).base64EncodedString()
            let answer = try await fixture.invoke(
                "echo:prod",
                ["a": "ä"],
                [.clientContext: context]
            )
            let id = try #require(answer.fields[.requestID])
            let arn = "arn:aws:lambda:us-east-1:000000000000:function:echo:prod"
            #expect(answer.status == 200)
            #expect(answer.fields[.functionError] == nil)
            #expect(answer.fields[.executedVersion] == "$LATEST")
            #expect(
                answer.body == [
                    ["a": "ä"], "echo", .string(id), .string(arn), "128", true, ["k": "v"],
                ]
            )
            let lines = answer.log.split(separator: "\n").map(String.init)
            #expect(lines.count == 4)
            #expect(
                lines.starts(with: [
                    "START RequestId: \(id) Version: $LATEST", "hello", "END RequestId: \(id)",
                ])
            )
            #expect(lines.last?.hasPrefix("REPORT RequestId: \(id)\tDuration: ") == true)
            let logged = fixture.lines
            #expect(logged.map(\.line) == lines)
            #expect(logged.allSatisfy { $0.requestID == id })
        }
    }

    @Test(arguments: [
        ("raise ValueError('no e-mail')", "ValueError", "no e-mail"),
        (
            "return {1}", "Runtime.MarshalError",
            "Unable to marshal response: Object of type set is not JSON serializable"
        ),
        (
            "import os; os._exit(3)", "Runtime.ExitError",
            "Error: Runtime exited with error: exit status 3"
        ),
        (
            "import os; os.kill(os.getpid(), 9)", "Runtime.ExitError",
            "Error: Runtime exited with error: signal: killed"
        ),
        (
            "return 'x' * 6291555", "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size (6291556 bytes)."
        ),
        ("return [bytearray(1 << 20) for _ in range(4096)]", "MemoryError", ""),
    ])
    func `a failure is told as AWS tells it, and the next event finds a function that works`(
        _ body: String,
        _ type: String,
        _ message: String
    ) async throws {
        let code = FunctionFixture.Code.python("if event['fails']:\n    \(body)\nreturn 'works'")
        try await FunctionFixture.run(["f": code]) { fixture in
            let answer = try await fixture.invoke("f", ["fails": true])
            #expect(answer.status == 200)
            #expect(answer.fields[.functionError] == "Unhandled")
            #expect(answer.body["errorType"]?.string == type)
            #expect(answer.body["errorMessage"]?.string?.hasSuffix(message) == true)
            #expect(answer.log.contains("\tStatus: error\tError Type: \(type)\n"))
            #expect(try await fixture.invoke("f", ["fails": false]).body == "works")
        }
    }

    @Test func `the largest answer arrives`() async throws {
        try await FunctionFixture.run(["f": .python("return 'x' * 6291554")]) {
            fixture async throws in
            #expect(try await fixture.invoke("f").body.string?.utf8.count == 6_291_554)
        }
    }

    @Test(arguments: [
        ("import missing_module", "Runtime.ImportModuleError", "No module named 'missing_module'"),
        (
            "x = 1", "Runtime.HandlerNotFound",
            "'lambda_handler' missing on module 'lambda_function'"
        ),
        ("def", "Runtime.UserCodeSyntaxError", "Syntax error in module 'lambda_function'"),
        ("import sys; sys.exit(4)", "Runtime.ExitError", "exit status 4"),
    ])
    func `a function that cannot begin says why`(
        _ text: String,
        _ type: String,
        _ message: String
    ) async throws {
        try await FunctionFixture.run(["f": .init(text: text)]) { fixture in
            let answer = try await fixture.invoke("f")
            #expect(answer.fields[.functionError] == "Unhandled")
            #expect(answer.body["errorType"]?.string == type)
            #expect(answer.body["errorMessage"]?.string?.contains(message) == true)
        }
    }

    @Test func `a program that cannot be started is told with its reason`() async throws {
        let code = FunctionFixture.Code(text: "#!/nowhere/at-all\n")
        try await FunctionFixture.run(["f": code]) { fixture in
            let answer = try await fixture.invoke("f")
            #expect(answer.body["errorType"] == "Runtime.InvalidEntrypoint")
            let message = try #require(answer.body["errorMessage"]?.string)
            #expect(
                message.hasSuffix(
                    "/bootstrap cannot be started (the program): No such file or directory"
                )
            )
        }
    }

    @Test func `a function that passes its deadline ends with all that it has started`()
        async throws
    {
        let pipe = try NamedPipe()
        let code = FunctionFixture.Code.python(
            """
            import subprocess, time
            out = open(event["pipe"], "w")
            for own_session in (False, True):
                subprocess.Popen(["sleep", "1000"], stdout=out, start_new_session=own_session)
            print("sleeping")
            time.sleep(1000)
            """
        ) { $0.timeout = .seconds(5) }
        try await FunctionFixture.run(["f": code]) { fixture in
            async let text = pipe.text(on: fixture.loop)
            let answer = try await fixture.invoke("f", ["pipe": .string(pipe.path)])
            let id = try #require(answer.fields[.requestID])
            #expect(answer.fields[.functionError] == "Unhandled")
            #expect(
                answer.body == [
                    "errorType": "Sandbox.Timedout",
                    "errorMessage": "RequestId: \(id) Error: Task timed out after 5.00 seconds",
                ]
            )
            #expect(
                answer.log.contains("Task timed out after 5.00 seconds\nEND RequestId: \(id)\n")
            )
            #expect(answer.log.hasSuffix("\tStatus: timeout\n"))
            // It ends when nobody is left who could write.
            #expect(try await text == "")
        }
    }

    @Test func `a program that never asks for an event is given up`() async throws {
        let code = FunctionFixture.Code(text: "#!/bin/sh\nexec sleep 1000\n") {
            $0.timeout = .seconds(1)
        }
        try await FunctionFixture.run(["f": code], .patient(\.startLimit, .seconds(1))) { fixture in
            let answer = try await fixture.invoke("f")
            #expect(answer.body["errorType"] == "Sandbox.Timedout")
            #expect(
                answer.body["errorMessage"]?.string?.contains("Init timed out after 1.00 seconds")
                    == true
            )
        }
    }

    @Test func `any program that speaks the runtime API is a function`() async throws {
        let code = FunctionFixture.Code(
            text: """
                #!/bin/sh
                api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
                while event=$(curl -sS --dump-header head "$api/next"); do
                    id=$(tr -d '\\r' < head | sed -n 's/^lambda-runtime-aws-request-id: //Ip')
                    curl -sS -o /dev/null -d "{\\"got\\":$event}" "$api/$id/response"
                done

                """
        )
        try await FunctionFixture.run(["f": code]) { fixture async throws in
            for number in 1...2 {
                #expect(
                    try await fixture.invoke("f", [.number(number)]).body == [
                        "got": [.number(number)]
                    ]
                )
            }
        }
    }

    @Test func `an event that its program leaves unanswered fails`() async throws {
        let code = FunctionFixture.Code(
            text: """
                #!/bin/sh
                while curl -sS "http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next"; do :; done

                """
        )
        try await FunctionFixture.run(["f": code]) { fixture async throws in
            #expect(try await fixture.invoke("f").body["errorType"] == "Runtime.Unanswered")
        }
    }
}
