import OrderAPI

extension SettingReport {
    /// Every setting as it is in effect, in the order of the settings file.
    static func all(_ origins: [SettingOrigin], _ settings: Settings) -> [SettingReport] {
        let origins = Dictionary(origins.map { ($0.key, $0) }) { $1 }
        return SettingsGuide.builtIn.entries.compactMap { entry in
            origins[entry.key].map { SettingReport($0, entry, settings) }
        }
    }

    private init(_ origin: SettingOrigin, _ entry: SettingsGuide.Entry, _ settings: Settings) {
        let usual = entry.value ?? origin.text ?? settings.madeUp(entry.key)
        let text = origin.source == .byDefault ? usual : origin.text
        self.init(
            key: entry.key,
            value: text.map { origin.isSecret ? .secret : .text(Self.withoutPasswords($0)) },
            source: origin.source,
            isSecret: origin.isSecret,
            about: entry.about
        )
    }

    /// The text with stars for what stands before the host in its URLs.
    static func withoutPasswords(_ text: String) -> String {
        var shown = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "://") {
            shown += rest[..<start.upperBound]
            rest = rest[start.upperBound...]
            let authority = rest.prefix { !"/?#;, ".contains($0) }
            guard let at = authority.lastIndex(of: "@") else { continue }
            shown += "***"
            rest = rest[at...]
        }
        return shown + rest
    }
}

extension Settings {
    /// What the sandbox makes up where nothing is set.
    fileprivate func madeUp(_ key: String) -> String? {
        guard sandbox.isEnabled else { return nil }
        return switch key {
        case "email.sender": email.sender
        case "notice.topicArn": notice.topicARN
        default: nil
        }
    }
}
