import Foundation
import JSON
import TestClosing
import Testing

/// A workflow whose functions are Python of this machine: beside the service, and behind `orderd lambda serve`.
@Suite(.closingPrograms)
struct `Functions that a workflow calls` {
    enum Place: CaseIterable {
        /// In `orderd serve`, by `lambda.directory`.
        case beside
        /// In `orderd lambda serve`, by `AWS_ENDPOINT_URL_LAMBDA`.
        case apart
        /// There too, while the sandbox stands in for everything else of AWS.
        case besideSandbox
    }

    @Test(arguments: Place.allCases)
    func `give their results and failures as Lambda's do`(place: Place) async throws {
        let folder = try Self.makeFunctions()
        let service = try await serve(folder, place)
        _ = try await service.post(#"{"orderId":"001","total":5}"#)
        let order = try await service.order("001", is: ["SUCCEEDED", "FAILED", "HELD"])
        #expect(order["status"] == "SUCCEEDED", "\(order)")
        let output = try #require(order["output"])

        #expect(output["byARN"] == ["doubled": 10, "arn": "double"])
        #expect(output["byInvoke"]?["Payload"] == ["doubled": 6, "arn": "double"])
        #expect(output["byInvoke"]?["StatusCode"] == 200)
        #expect(output["byInvoke"]?["ExecutedVersion"] == "$LATEST")
        let log = output["byInvoke"]?["LogResult"]?.string.flatMap { Data(base64Encoded: $0) }
        #expect(String(decoding: log ?? Data(), as: UTF8.self).contains("doubling 3"))

        #expect(output["raises"]?["Error"] == "CardDeclined")
        let report = try JSONValue(parsing: output["raises"]?["Cause"]?.string ?? "")
        #expect(report["errorMessage"] == "no money")
        #expect(report["errorType"] == "CardDeclined")
        #expect(output["isLate"]?["Error"] == "Sandbox.Timedout")
        #expect(
            output["isLate"]?["Cause"]?.string?.contains("timed out after 1.00 seconds") == true
        )
        #expect(output["isAwaitedInVain"]?["Error"] == "States.Timeout")
        #expect(output["isNowhere"]?["Error"] == "Lambda.ResourceNotFoundException")
        // The state's limit of 256 KiB, and not the client's for an answer.
        #expect(
            output["isLong"]?["Error"] == "States.DataLimitExceeded",
            "\(output["isLong"]?["Cause"] ?? .null)"
        )
        // Longer than `aws.requestTimeout`.
        #expect(output["takesItsTime"] == "done")
    }

    private static let python = "/usr/bin/python3"

    /// The functions, each a folder: the body of its handler, and its timeout in seconds.
    private static let functions = [
        "double": (
            """
            print("doubling", event["total"])
                return {"doubled": 2 * event["total"], "arn": context.invoked_function_arn.split(":")[6]}
            """, 600
        ),
        "raises": (#"raise type("CardDeclined", (Exception,), {})("no money")"#, 600),
        "late": ("import threading; threading.Event().wait()", 1),
        "never": ("import threading; threading.Event().wait()", 600),
        "long": (#"return "x" * 5_500_000"#, 600),
        "slow": (#"import time; time.sleep(2); return "done""#, 600),
    ]

    private static func makeFunctions() throws -> URL {
        let root = try TestFolder.make()
        for (name, (body, timeout)) in functions {
            let folder = root.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let code = "def lambda_handler(event, context):\n    \(body)\n"
            let settings = "timeout: \(timeout)\nmemoryMB: 256\n"
            try Data(code.utf8).write(to: folder.appending(path: "lambda_function.py"))
            try Data(settings.utf8).write(to: folder.appending(path: "function.yaml"))
        }
        return root
    }

    private func serve(_ functions: URL, _ place: Place) async throws -> ServiceProcess {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "workflow.asl.json")
        try Data(Self.workflow.utf8).write(to: file)
        let sandbox = place == .besideSandbox ? nil : try await SandboxProcess(in: folder)
        var settings = [
            "workflow.file=\(file.path)", "workflow.requireEmail=false", "aws.requestTimeout=1s",
        ]
        var environment = sandbox?.environment ?? [:]
        switch place {
        case .beside:
            settings += [
                "lambda.directory=\(functions.path)", "lambda.python=\(Self.python)",
            ]
            if geteuid() == 0 { settings.append("lambda.user=root") }
            // It is not asked.
            environment["AWS_ENDPOINT_URL_LAMBDA"] = "http://127.0.0.1:1"
        case .apart, .besideSandbox:
            let process = try await FunctionProcess(functions, python: Self.python)
            environment["AWS_ENDPOINT_URL_LAMBDA"] = process.endpoint
        }
        return try await ServiceProcess(
            (sandbox == nil ? ["--sandbox"] : []) + settings.flatMap { ["--set", $0] },
            environment: environment,
            data: folder.appending(path: "data")
        )
    }

    private static let workflow: String = {
        let arn = "arn:aws:lambda:eu-central-1:123456789012:function"
        let tasks = [
            ("byARN", #""Resource": "\#(arn):double:live""#),
            (
                "byInvoke",
                #"""
                "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {
                  "FunctionName": "\#(arn):double", "Payload": {"total": 3}, "LogType": "Tail"}
                """#
            ),
            ("raises", #""Resource": "\#(arn):raises""#),
            ("isLate", #""Resource": "\#(arn):late""#),
            ("isAwaitedInVain", #""Resource": "\#(arn):never", "TimeoutSeconds": 1"#),
            ("isNowhere", #""Resource": "\#(arn):nowhere""#),
            ("isLong", #""Resource": "\#(arn):long""#),
            ("takesItsTime", #""Resource": "\#(arn):slow""#),
        ]
        let branches = tasks.map { name, task in
            """
            {"StartAt": "\(name)", "States": {
              "\(name)": {"Type": "Task", \(task), "End": true,
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "\(name) failed"}]},
              "\(name) failed": {"Type": "Pass", "End": true}}}
            """
        }
        let results = tasks.indices.map { #""\#(tasks[$0].0).$": "$[\#($0)]""# }
        return """
            {"StartAt": "All", "States": {"All": {"Type": "Parallel", "End": true,
              "Branches": [\(branches.joined(separator: ", "))],
              "ResultSelector": {\(results.joined(separator: ", "))}}}}
            """
    }()
}
