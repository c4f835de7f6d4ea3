/// Which traces are recorded (OpenTelemetry, Trace SDK, "Built-in samplers").
package struct Sampler: Sendable, Hashable {
    /// What decides about a trace that begins here, or whose caller leaves it to us.
    package enum Root: Sendable, Hashable {
        case always
        case never
        /// This part of all traces, 0 to 1, by their numbers: everybody on the way chooses the same.
        case ratio(Double)
    }

    package var root: Root
    /// Whether a caller's decision counts.
    package var heedsParent: Bool

    /// By default as OpenTelemetry has it: `parentbased_always_on`.
    package init(_ root: Root = .always, heedsParent: Bool = true) {
        (self.root, self.heedsParent) = (root, heedsParent)
    }

    /// Reads `OTEL_TRACES_SAMPLER` and its argument; nil for a name that is none or an argument that is no number from 0 to 1.
    package init?(name: String, argument: String?) {
        let parent = "parentbased_"
        heedsParent = name.hasPrefix(parent)
        switch heedsParent ? String(name.dropFirst(parent.count)) : name {
        case "always_on": root = .always
        case "always_off": root = .never
        case "traceidratio":
            guard let argument, !argument.isEmpty else {
                root = .ratio(1)
                return
            }
            guard let ratio = Double(argument), 0...1 ~= ratio else { return nil }
            root = .ratio(ratio)
        default: return nil
        }
    }

    /// Whether the trace is recorded, whose caller says that.
    package func samples(_ id: TraceID, parent: TraceContext?) -> Bool {
        if heedsParent, let decided = parent?.isSampled { return decided }
        switch root {
        case .always: return true
        case .never: return false
        case .ratio(let ratio):
            if ratio >= 1 { return true }
            // As OpenTelemetry's libraries do it, so that those beside us choose the same.
            return id.low >> 1 < UInt64(ratio * 0x1p63)
        }
    }
}
