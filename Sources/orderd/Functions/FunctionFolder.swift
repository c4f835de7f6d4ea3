import Foundation
import LocalFunctions

/// Finds the functions in a folder: each of its folders, or the folder itself, that holds a handler.
struct FunctionFolder {
    private(set) var functions: [LocalFunction] = []
    /// Folders that hold no function.
    private(set) var passedOver: [String] = []
    private(set) var faults: [SettingFault] = []
    private let mayChooseOwners: Bool
    private let path: String

    private static let handlerFile = "lambda_function.py"
    private static let bootstrapFile = "bootstrap"

    /// Looks into `directory`.
    ///
    /// `name` is that of a single function, which the folder itself is; `path` is where commands are looked for.
    init(_ directory: String, name: String?, path: String, mayChooseOwners: Bool) {
        self.path = path
        self.mayChooseOwners = mayChooseOwners
        read(directory, name)
    }

    private mutating func read(_ directory: String, _ name: String?) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder) else {
            return note(directory, "there is no such folder")
        }
        guard isFolder.boolValue else {
            return note(directory, Self.noFolder)
        }
        let root = Self.real(directory)
        if Self.holdsFunction(root) || name != nil {
            let own = name ?? (root as NSString).lastPathComponent
            add(own, root, isNamed: name != nil)
        } else {
            readFolders(of: root)
        }
        if functions.isEmpty, faults.isEmpty { note(directory, Self.none) }
    }

    private static let noFolder =
        "is no folder; name the one that functions are in, as in orderd lambda serve functions"
    private static let none =
        "holds no function: a function is a folder in it with a \(handlerFile), an executable \(bootstrapFile) or a \(FunctionFile.name)"

    private mutating func readFolders(of root: String) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else {
            return note(root, "cannot be read; give its user the right to")
        }
        for name in names.sorted() where !name.hasPrefix(".") && name != "__pycache__" {
            let folder = "\(root)/\(name)"
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
                isFolder.boolValue
            else { continue }
            guard Self.isInside(Self.real(folder), root) else {
                note(folder, "leads out of \(root); copy the folder, or serve the one it leads to")
                continue
            }
            if Self.holdsFunction(folder) {
                add(name, Self.real(folder), isNamed: false)
            } else {
                passedOver.append(name)
            }
        }
    }

    private static func holdsFunction(_ folder: String) -> Bool {
        [handlerFile, bootstrapFile, FunctionFile.name].contains {
            FileManager.default.fileExists(atPath: "\(folder)/\($0)")
        }
    }

    private mutating func add(_ name: String, _ folder: String, isNamed: Bool) {
        guard LocalFunction.isName(name) else {
            let form = "letters, digits, - and _, at most \(LocalFunction.longestName)"
            return note(
                isNamed ? "--name" : folder,
                "no function can be called \"\(name)\": a name has \(form)"
            )
        }
        let file = read(folder)
        faults += file.faults
        guard file.faults.isEmpty, let program = program(file, folder) else { return }
        var function = LocalFunction(
            name: name,
            folder: folder,
            program: program,
            handler: file.handler ?? LocalFunction.pythonHandler
        )
        if let timeout = file.timeout { function.timeout = .seconds(timeout) }
        function.memoryMB = file.memoryMB ?? function.memoryMB
        function.concurrency = file.concurrency ?? function.concurrency
        function.environment = file.environment
        if let uid = file.uid {
            guard mayChooseOwners else {
                return note(file.path, "uid: only root can start a function as another user")
            }
            function.owner = FunctionOwner.of(uid)
        }
        functions.append(function)
    }

    private mutating func read(_ folder: String) -> FunctionFile {
        let path = "\(folder)/\(FunctionFile.name)"
        guard FileManager.default.fileExists(atPath: path) else {
            return FunctionFile(path: path, text: "")
        }
        guard isInside(path, folder) else { return FunctionFile(path: path, text: "") }
        do {
            return FunctionFile(path: path, text: try InputFile(path).text)
        } catch {
            note(path, error.reason)
            return FunctionFile(path: path, text: "")
        }
    }

    /// What runs the function: what its file says, or what its folder holds.
    private mutating func program(_ file: FunctionFile, _ folder: String) -> LocalFunction.Program?
    {
        if let command = file.command { return self.command(command, file, folder) }
        let bootstrap = "\(folder)/\(Self.bootstrapFile)"
        if file.handler == nil, FileManager.default.fileExists(atPath: bootstrap) {
            return executable(bootstrap, folder, "\(bootstrap)").map { .command([$0]) }
        }
        return python(file, folder)
    }

    private mutating func python(
        _ file: FunctionFile,
        _ folder: String
    ) -> LocalFunction.Program? {
        let handler = file.handler ?? LocalFunction.pythonHandler
        guard let dot = handler.lastIndex(of: "."), dot != handler.startIndex else {
            note(
                file.path,
                "handler is \"\(handler)\"; expected module.function, such as \(LocalFunction.pythonHandler)"
            )
            return nil
        }
        let module = handler[..<dot].replacing(".", with: "/")
        guard
            let source = ["\(module).py", "\(module)/__init__.py"].map({ "\(folder)/\($0)" })
                .first(where: { FileManager.default.fileExists(atPath: $0) })
        else {
            let place = file.handler == nil ? folder : file.path
            note(place, "there is no \(module).py for the handler \(handler) in \(folder)")
            return nil
        }
        return isInside(source, folder) ? .python : nil
    }

    private mutating func command(
        _ words: [String],
        _ file: FunctionFile,
        _ folder: String
    ) -> LocalFunction.Program? {
        let place = "\(file.path): command"
        let first = words[0]
        let rest = Array(words.dropFirst())
        if first.hasPrefix("/") {
            guard FileManager.default.isExecutableFile(atPath: first) else {
                note(place, "there is no program \(first)")
                return nil
            }
            return .command([first] + rest)
        }
        if first.contains("/") {
            return executable("\(folder)/\(first)", folder, place).map { .command([$0] + rest) }
        }
        guard let found = Self.find(first, in: path) else {
            note(
                place,
                "there is no program \(first) in \(path); for one of the folder write ./\(first)"
            )
            return nil
        }
        return .command([found] + rest)
    }

    private mutating func executable(_ path: String, _ folder: String, _ place: String) -> String? {
        guard FileManager.default.fileExists(atPath: path) else {
            note(place, "there is no \(path)")
            return nil
        }
        guard isInside(path, folder) else { return nil }
        guard FileManager.default.isExecutableFile(atPath: path) else {
            note(place, "\(path) is not executable: chmod +x \(path)")
            return nil
        }
        return path
    }

    /// The program of that name in the folders of `path`.
    static func find(_ name: String, in path: String) -> String? {
        path.split(separator: ":").map { "\($0)/\(name)" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    private mutating func isInside(_ file: String, _ folder: String) -> Bool {
        guard Self.isInside(Self.real(file), folder) else {
            note(file, "leads out of the function's folder \(folder); copy what it leads to")
            return false
        }
        return true
    }

    private static func isInside(_ path: String, _ folder: String) -> Bool {
        path.hasPrefix(folder.hasSuffix("/") ? folder : "\(folder)/")
    }

    /// The path without symbolic links.
    private static func real(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }

    private mutating func note(_ place: String, _ problem: String) {
        faults.append(SettingFault(place: place, problem: problem))
    }
}
