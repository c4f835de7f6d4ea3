import ArgumentParser
import JSON

/// How a command shows what the service answered, where it is not for whom it is shown to say.
enum AnswerForm: String, EnumerableFlag {
    case json
    case table

    static func help(for value: AnswerForm) -> ArgumentHelp? {
        switch value {
        case .json: "Print the service's JSON on a terminal too."
        case .table: "Print tables also where standard output is no terminal."
        }
    }
}

extension ServiceOptions {
    /// Prints what the service answered, or on standard error what was wrong: for a person on a terminal, and else as it
    /// came.
    func show(_ answer: ServiceAnswer, as view: DocumentView = .details) throws {
        try check(answer)
        let view = form.isTable(for: Terminal.isThere) ? view : nil
        print(Self.text(answer.body, view, paint: Terminal.paint))
    }

    /// What the service answered, read.
    func document(_ answer: ServiceAnswer) throws -> JSONValue {
        try check(answer)
        return try JSONValue(parsing: answer.body)
    }

    /// Tells on standard error what was wrong, and ends the command.
    func check(_ answer: ServiceAnswer) throws {
        guard !(200..<300).contains(answer.status) else { return }
        let isForPerson = form.isTable(for: Terminal.isThereForFaults)
        let view: DocumentView? = isForPerson ? .problem : nil
        StandardError.write(Self.text(answer.body, view) + "\n")
        throw ExitCode.failure
    }

    /// The document as a view has it, or as it came.
    static func text(_ body: [UInt8], _ view: DocumentView?, paint: Paint = .off) -> String {
        guard let view, let document = try? JSONValue(parsing: body) else {
            return Terminal.json(String(decoding: body, as: UTF8.self))
        }
        return view.text(of: document, width: Terminal.width, paint: paint)
    }
}

extension AnswerForm? {
    /// Whether a person reads it, unless the command's caller says otherwise.
    func isTable(for person: Bool) -> Bool {
        switch self {
        case .json: false
        case .table: true
        case nil: person
        }
    }
}
