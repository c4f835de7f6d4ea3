package import Telemetry

extension MetricsFormat {
    /// The format that an `Accept` field likes best (RFC 9110 §12.5.1).
    ///
    /// OpenMetrics is for who asks for it. Who likes neither gets Prometheus' text all the same, which a person can read.
    package init(accepting accept: String?) {
        let ranges = (accept ?? "").split(separator: ",").compactMap(MediaRange.init)
        let openMetrics = Self.quality("application/openmetrics-text", "1.0.0", ranges)
        let plain = Self.quality("text/plain", "0.0.4", ranges)
        let isNamed = openMetrics.map { $0.specificity > 0 && $0.quality > 0 } ?? false
        let isPreferred = (openMetrics?.quality ?? 0) >= (plain?.quality ?? 0)
        self = isNamed && isPreferred ? .openMetrics : .prometheus
    }

    /// What the ranges say of a type: of those that fit, the most specific counts, and of these the one liked best.
    private static func quality(
        _ type: String,
        _ version: String,
        _ ranges: [MediaRange]
    ) -> (specificity: Int, quality: Double)? {
        ranges.compactMap { range in
            range.specificity(for: type, version).map { ($0, range.quality) }
        }.max { $0 < $1 }
    }
}

/// One element of an `Accept` field.
private struct MediaRange {
    private let type: String
    private let version: String?
    let quality: Double

    /// nil for a weight that is none.
    init?(_ text: Substring) {
        let parts = text.split(separator: ";").map { Self.trimmed($0).lowercased() }
        guard let first = parts.first else { return nil }
        type = first
        let parameters = parts.dropFirst().map { $0.split(separator: "=", maxSplits: 1) }
        func value(_ name: String) -> String? {
            let parameter = parameters.first { $0.count == 2 && Self.trimmed($0[0]) == name }
            return parameter.map { String(Self.trimmed($0[1]).filter { $0 != "\"" }) }
        }
        version = value("version")
        guard let weight = value("q") else {
            quality = 1
            return
        }
        guard let number = Double(weight), 0...1 ~= number else { return nil }
        quality = number
    }

    /// How exactly it names the type in that version; nil when it does not fit.
    func specificity(for wanted: String, _ wantedVersion: String) -> Int? {
        guard version == nil || version == wantedVersion else { return nil }
        if type == wanted { return version == nil ? 2 : 3 }
        if type == wanted.prefix(while: { $0 != "/" }) + "/*" { return 1 }
        return type == "*/*" ? 0 : nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let blanks: Set<Character> = [" ", "\t"]
        var text = text.drop { blanks.contains($0) }
        while let last = text.last, blanks.contains(last) { text.removeLast() }
        return text
    }
}
