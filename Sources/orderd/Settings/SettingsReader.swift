import OrderAPI

/// What one setting was given, and by whom.
struct SettingOrigin: Sendable, Equatable {
    let key: String
    /// As it was written; nil: nobody gave it a value.
    var text: String?
    var source: SettingReport.Source
    /// Whether it is shown to nobody.
    var isSecret = false
}

/// Reads settings by key: the flag, then the environment, then the file, then the default; notes every fault.
struct SettingsReader {
    private let flags: [String: String]
    private let environment: [String: String]
    private let file: SettingsFile?
    /// The settings that there are, as far as they have been read.
    private(set) var origins: [SettingOrigin] = []
    private(set) var known: Set<String> = []
    /// Variables that mean a setting which has its own too, by its key: those of the pipeline before this one.
    private let aliases: [String: String]
    private(set) var faults: [SettingFault]

    init(
        flags: [String: String],
        environment: [String: String],
        file: SettingsFile?,
        aliases: [String: String] = [:]
    ) {
        self.flags = flags
        self.aliases = aliases
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
        let found = lookUp(key)
        origins.append(origin(of: key, found, followed: value))
        guard let (text, place, _) = found else { return }
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

    /// Notes that the value of the setting that was read last is shown to nobody.
    mutating func markSecret() {
        origins[origins.count - 1].isSecret = true
    }

    private typealias Found = (text: String, place: String, source: SettingReport.Source)

    private func lookUp(_ key: String) -> Found? {
        if let text = flags[key] { return (text, "--set \(key)", .argument) }
        let variable = Self.variable(key)
        if let text = environment[variable] { return (text, variable, .environment(variable)) }
        guard let file, let entry = file.values[key] else { return nil }
        let place = "\(file.path):\(entry.line)"
        return (entry.text, place, .file(place))
    }

    private func origin<Value>(
        of key: String,
        _ found: Found?,
        followed value: Value
    ) -> SettingOrigin {
        if let found { return SettingOrigin(key: key, text: found.text, source: found.source) }
        if let name = aliases[key], let text = environment[name], !text.isEmpty {
            return SettingOrigin(key: key, text: text, source: .environment(name))
        }
        // A number without a value in the file follows another setting.
        return SettingOrigin(key: key, text: (value as? Int).map { "\($0)" }, source: .byDefault)
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
