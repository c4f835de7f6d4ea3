/// Reads settings by key: the flag, then the environment, then the file, then the default; notes every fault.
struct SettingsReader {
    private let flags: [String: String]
    private let environment: [String: String]
    private let file: SettingsFile?
    /// The keys that there are, as far as they have been read.
    private(set) var known: Set<String> = []
    private(set) var faults: [SettingFault]

    init(flags: [String: String], environment: [String: String], file: SettingsFile?) {
        self.flags = flags
        self.environment = ServiceLinks.removed(from: environment)
        self.file = file
        faults = file?.faults ?? []
    }

    /// Replaces the value when the key is set anywhere; `expected` says in a phrase what would be right.
    ///
    /// `fault` says of a list what is wrong in it, as in `has "x" twice`: nobody looks for one entry in a long text.
    mutating func read<Value>(
        _ key: String,
        into value: inout Value,
        expected: String,
        fault: (String) -> String? = { _ in nil },
        parse: (String) -> Value?
    ) {
        known.insert(key)
        guard let (text, place) = lookUp(key) else { return }
        if let parsed = parse(text) {
            value = parsed
        } else {
            let problem = "\(key) \(fault(text) ?? "is \"\(text)\""); expected \(expected)"
            faults.append(SettingFault(place: place, problem: problem))
        }
    }

    /// Notes keys that no setting has, with the nearest one that exists.
    mutating func rejectUnknownKeys() {
        for (key, entry) in (file?.values ?? [:]).sorted(by: { $0.value.line < $1.value.line })
        where !known.contains(key) {
            let place = "\(file?.path ?? ""):\(entry.line)"
            faults.append(SettingFault(place: place, problem: unknown(key)))
        }
        for key in flags.keys.sorted() where !known.contains(key) {
            faults.append(SettingFault(place: "--set \(key)", problem: unknown(key)))
        }
        let variables = Set(known.map(Self.variable)).union(Self.reservedVariables)
        for name in environment.keys.sorted()
        where name.hasPrefix("ORDERD_") && !variables.contains(name) {
            let nearest = Self.nearest(to: name, among: variables)
            let problem = "no setting has this variable; did you mean \(nearest)?"
            faults.append(SettingFault(place: name, problem: problem))
        }
    }

    /// The environment variable of a key: `http.maximumBodySize` is `ORDERD_HTTP_MAXIMUM_BODY_SIZE`.
    static func variable(_ key: String) -> String {
        var name = "ORDERD_"
        var previous: Character = "_"
        for character in key {
            if character == "." {
                name += "_"
            } else {
                if character.isUppercase, previous.isLowercase { name += "_" }
                name += character.uppercased()
            }
            previous = character
        }
        return name
    }

    private static let reservedVariables: Set<String> = [
        "ORDERD_CONFIG", "ORDERD_URL", "ORDERD_TOKEN", "ORDERD_CA_FILE",
    ]

    private func lookUp(_ key: String) -> (text: String, place: String)? {
        if let text = flags[key] { return (text, "--set \(key)") }
        let variable = Self.variable(key)
        if let text = environment[variable] { return (text, variable) }
        guard let file, let entry = file.values[key] else { return nil }
        return (entry.text, "\(file.path):\(entry.line)")
    }

    private func unknown(_ key: String) -> String {
        "there is no setting \(key); did you mean \(Self.nearest(to: key, among: known))?"
    }

    /// The name that shares the most pairs of letters.
    static func nearest(to name: String, among names: Set<String>) -> String {
        let pairs = Self.pairs(name)
        // Dice's coefficient: what is shared counts against both lengths, or long names would be near to all.
        func likeness(_ other: String) -> Double {
            let others = Self.pairs(other)
            return Double(pairs.intersection(others).count) / Double(pairs.count + others.count)
        }
        return names.sorted().max { likeness($0) < likeness($1) } ?? ""
    }

    private static func pairs(_ name: String) -> Set<String> {
        let letters = Array(name.lowercased())
        return Set(zip(letters, letters.dropFirst()).map { "\($0)\($1)" })
    }
}
