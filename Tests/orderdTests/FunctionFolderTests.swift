import Foundation
import LocalFunctions
import TestClosing
import Testing

@testable import orderd

/// Which functions a folder holds, and what somebody is told whose folder is not right.
@Suite(.closing)
struct FunctionFolderTests {
    /// Makes files; a text that begins with `#!` is executable, and one that begins with `->` is a link.
    private func make(_ files: [String: String]) throws -> String {
        let root = try TestFolder.make()
        for (name, text) in files {
            let file = root.appending(path: name)
            let manager = FileManager.default
            try manager.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            if text.hasPrefix("->") {
                let target = String(text.dropFirst(2))
                try manager.createSymbolicLink(atPath: file.path, withDestinationPath: target)
                continue
            }
            try text.write(to: file, atomically: true, encoding: .utf8)
            let rights = text.hasPrefix("#!") ? 0o755 : 0o644
            try manager.setAttributes([.posixPermissions: rights], ofItemAtPath: file.path)
        }
        return root.path
    }

    private func read(_ root: String, name: String? = nil) -> FunctionFolder {
        FunctionFolder(root, name: name, path: "/usr/bin:/bin", mayChooseOwners: false)
    }

    @Test func `each folder that holds a handler is a function`() throws {
        let root = try make([
            "a/lambda_function.py": "", "b/bootstrap": "#!/bin/sh", "c/notes.txt": "",
            "d/function.yaml": "handler: app.orders.handle\n", "d/app/orders.py": "",
            "e/function.yaml": "command: [sh, run.sh]\n", "f/function.yaml": "command: ./run\n",
            "f/run": "#!/bin/sh", ".git/lambda_function.py": "", "readme.txt": "",
        ])
        let folder = read(root)
        #expect(folder.faults == [])
        #expect(folder.functions.map(\.name) == ["a", "b", "d", "e", "f"])
        #expect(folder.passedOver == ["c"])
        let programs = folder.functions.map(\.program)
        #expect(
            programs == [
                .python, .command(["\(root)/b/bootstrap"]), .python,
                .command(["/usr/bin/sh", "run.sh"]), .command(["\(root)/f/./run"]),
            ]
        )
        #expect(folder.functions[2].handler == "app.orders.handle")
        #expect(folder.functions.allSatisfy { $0.timeout == .seconds(3) && $0.memoryMB == 128 })
    }

    @Test func `a folder can be a function itself`() throws {
        let root = try make(["lambda_function.py": "", "sub/lambda_function.py": ""])
        let name = try #require(root.split(separator: "/").last.map(String.init))
        #expect(read(root).functions.map(\.name) == [name])
        #expect(read(root, name: "orders").functions.map(\.name) == ["orders"])
    }

    @Test func `a file says what a function may use`() throws {
        let root = try make([
            "a/lambda_function.py": "",
            "a/function.yaml": """
            timeout: 900
            memoryMB: 10240
            concurrency: 1000
            environment:
              TOPIC: arn
              COUNT: 3

            """,
        ])
        let function = try #require(read(root).functions.first)
        #expect(function.timeout == .seconds(900))
        #expect(function.memoryMB == 10_240)
        #expect(function.concurrency == 1_000)
        #expect(function.environment == ["TOPIC": "arn", "COUNT": "3"])
    }

    @Test(arguments: [
        ("memoryMb: 5", ":1", "there is no key memoryMb; did you mean memoryMB?"),
        ("\ntimeout: 0", ":2", "timeout is \"0\"; expected a whole number from 1 to 900, seconds"),
        (
            "timeout: 901", ":1",
            "timeout is \"901\"; expected a whole number from 1 to 900, seconds"
        ),
        ("memoryMB: [1]", ":1", "memoryMB must be a whole number from 32 to 10240, MiB"),
        (
            "concurrency: many", ":1",
            "concurrency is \"many\"; expected a whole number from 1 to 1000, processes"
        ),
        ("- a", ":1", "the file must be a mapping, such as timeout: 10"),
        ("environment: a", ":1", "environment must be a mapping of variables to their values"),
        ("environment:\n  1A: b", ":2", "environment: 1A is no name of a variable"),
        ("environment:\n  A: [b]", ":2", "environment.A must be a single value"),
        (
            "environment:\n  _HANDLER: b", ":2",
            "environment._HANDLER is said by orderd, and by nobody else"
        ),
        (
            "command: []", ":1",
            "command must be a program, or a list of a program and its arguments"
        ),
        (
            "command: nowhere-at-all", ": command",
            "there is no program nowhere-at-all in /usr/bin:/bin; for one of the folder write ./nowhere-at-all"
        ),
        ("command: /nowhere", ": command", "there is no program /nowhere"),
        (
            "handler: main", "",
            "handler is \"main\"; expected module.function, such as lambda_function.lambda_handler"
        ),
        ("uid: 1000", "", "uid: only root can start a function as another user"),
    ])
    func `a file that is wrong is told with its line`(
        _ text: String,
        _ place: String,
        _ problem: String
    ) throws {
        let root = try make(["a/lambda_function.py": "", "a/function.yaml": text])
        let folder = read(root)
        #expect(folder.functions == [])
        #expect(
            folder.faults == [
                SettingFault(place: "\(root)/a/function.yaml\(place)", problem: problem)
            ]
        )
    }

    @Test func `nothing leads out of a folder`() throws {
        let root = try make([
            "a/lambda_function.py": "->/etc/hostname", "b": "->/etc", "c/bootstrap": "->/bin/sh",
            "d/function.yaml": "command: ../e", "e": "#!/bin/sh",
        ])
        let folder = read(root)
        #expect(folder.functions == [])
        #expect(
            folder.faults.map(\.description) == [
                "\(root)/a/lambda_function.py: leads out of the function's folder \(root)/a; copy what it leads to",
                "\(root)/b: leads out of \(root); copy the folder, or serve the one it leads to",
                "\(root)/c/bootstrap: leads out of the function's folder \(root)/c; copy what it leads to",
                "\(root)/d/../e: leads out of the function's folder \(root)/d; copy what it leads to",
            ]
        )
    }

    @Test func `a folder that is no folder of functions says what one is`() throws {
        let root = try make(["a/notes.txt": "", "b.txt": ""])
        func problem(_ path: String, name: String? = nil) -> String {
            read(path, name: name).faults.map(\.description).joined(separator: "\n")
        }
        #expect(problem("\(root)/c") == "\(root)/c: there is no such folder")
        #expect(problem("\(root)/b.txt").contains("is no folder"))
        #expect(
            problem(root).contains(
                "holds no function: a function is a folder in it with a lambda_function.py"
            )
        )
        #expect(problem(root, name: "a.b").contains("no function can be called \"a.b\""))
        let other = try make(["no name/lambda_function.py": "", "x/bootstrap": "echo"])
        #expect(problem(other).contains("no function can be called \"no name\""))
        #expect(problem(other).contains("x/bootstrap is not executable: chmod +x"))
    }

    @Test func `every fault of a plan is told at once`() throws {
        let root = try make(["a/lambda_function.py": ""])
        let wish = FunctionPlan.Wish(
            directory: root,
            python: "/nowhere/python",
            user: "nobody-at-all",
            pass: "ORDERD_TEST_UNSET",
            place: { "--\($0)" }
        )
        let faults = #expect(throws: SettingFaults.self) {
            try FunctionPlan(wish, environment: [:])
        }
        #expect(faults?.faults.map(\.place) == ["--user", "--pass", "--python"])
        #expect(faults?.description.contains("ORDERD_TEST_UNSET is not set here") == true)
    }

    @Test func `a plan names the functions that run as the service's user`() throws {
        let isRoot = geteuid() == 0
        let root = try make([
            "a/bootstrap": "#!/bin/sh", "b/bootstrap": "#!/bin/sh",
            "b/function.yaml": isRoot ? "uid: 0\n" : "",
        ])
        let plan = try FunctionPlan(
            FunctionPlan.Wish(directory: root, user: isRoot ? "1234" : "", place: { $0 }),
            environment: [:]
        )
        #expect(plan.functionNames(sharing: geteuid()) == (isRoot ? ["b"] : ["a", "b"]))
    }
}
