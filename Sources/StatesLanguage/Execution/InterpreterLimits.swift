/// What an execution may use; AWS's quotas are the defaults.
public struct InterpreterLimits: Sendable, Hashable {
    /// The most bytes of JSON text that a state's input, result or output, or a variable, may have.
    public var maximumPayload = 256 * 1024
    /// The most bytes of JSON text that the variables of one branch may have together.
    public var maximumVariables = 10 * 1024 * 1024
    /// The most states entered in one turn; then the execution asks to `proceed`.
    public var maximumStepsPerTurn = 1_000
    /// The history event that ends an execution which has not ended before; measured to be AWS's.
    public var maximumHistory = 25_000
    /// The most iterations of a Map that run at one time when it names no limit of its own.
    public var maximumMapConcurrency = 40

    /// AWS's quotas.
    public init() {}
}
