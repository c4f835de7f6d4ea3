package import Orders

/// Limits of functions by their names; a function that is not named has none of its own.
package struct FunctionLimits: Sendable {
    /// The most calls at a time.
    package var concurrency: [String: Int] = [:]
    /// The most calls a second.
    package var rate: [String: Int] = [:]

    package init() {}

    /// A gate for each function that has a limit; `otherwise` is how many calls at a time one has of which only the rate is
    /// limited.
    package func gates(otherwise: Int, clock: any WallClock) -> [String: ProviderGate] {
        let names = Set(concurrency.keys).union(rate.keys)
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                let limits = ProviderGate.Limits(
                    concurrency: concurrency[name] ?? otherwise,
                    rate: rate[name].map(Double.init)
                )
                return (name, ProviderGate(limits, clock: clock))
            }
        )
    }
}
