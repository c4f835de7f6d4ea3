import JSON

/// An order in a file, for what is tried out with one.
struct SampleOrder {
    let value: JSONValue

    init(_ path: String) throws {
        let file = try WorkflowFile(path)
        do {
            value = try JSONValue(parsing: file.text)
        } catch {
            let (line, column) = error.position(in: file.text)
            let place = "\(path):\(line):\(column)"
            throw SettingFaults(faults: [SettingFault(place: place, problem: error.reason)])
        }
        guard value.object != nil else {
            let problem = "is \(value.kind), and an order is an object"
            throw SettingFaults(faults: [SettingFault(place: path, problem: problem)])
        }
    }
}
