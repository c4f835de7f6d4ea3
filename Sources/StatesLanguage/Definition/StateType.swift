/// What a state's `Type` can be, and which fields each may have.
enum StateType: String, CaseIterable {
    case task = "Task"
    case wait = "Wait"
    case pass = "Pass"
    case succeed = "Succeed"
    case fail = "Fail"
    case choice = "Choice"
    case parallel = "Parallel"
    case map = "Map"

    /// The fields of a state of this type in a query language.
    func fields(_ language: QueryLanguage) -> Set<String> {
        let own = Self.common.union(ownFields)
        switch language {
        case .jsonPath: return own.union(pathFields)
        case .jsonata: return own.union(queryFields)
        }
    }

    private static let common: Set<String> = ["Type", "Comment", "QueryLanguage"]
    private static let ending: Set<String> = ["Next", "End", "Assign"]
    private static let handling: Set<String> = ["Retry", "Catch"]

    /// The fields of both languages.
    private var ownFields: Set<String> {
        switch self {
        case .task:
            Self.ending.union(Self.handling).union([
                "Resource", "TimeoutSeconds", "HeartbeatSeconds", "Credentials",
            ])
        case .wait: Self.ending.union(["Seconds", "Timestamp"])
        case .pass: Self.ending
        case .succeed: []
        case .fail: ["Error", "Cause"]
        case .choice: ["Choices", "Default", "Assign"]
        case .parallel: Self.ending.union(Self.handling).union(["Branches"])
        case .map:
            Self.ending.union(Self.handling).union([
                "ItemProcessor", "Iterator", "ItemSelector", "ItemReader", "ItemBatcher",
                "ResultWriter", "Label", "MaxConcurrency", "ToleratedFailureCount",
                "ToleratedFailurePercentage",
            ])
        }
    }

    private static let paths: Set<String> = ["InputPath", "OutputPath"]
    private static let work: Set<String> = ["Parameters", "ResultSelector", "ResultPath"]

    /// The fields of JSONPath alone.
    private var pathFields: Set<String> {
        switch self {
        case .task:
            Self.paths.union(Self.work).union(["TimeoutSecondsPath", "HeartbeatSecondsPath"])
        case .wait: Self.paths.union(["SecondsPath", "TimestampPath"])
        case .pass: Self.paths.union(["Result", "Parameters", "ResultPath"])
        case .succeed, .choice: Self.paths
        case .fail: ["ErrorPath", "CausePath"]
        case .parallel: Self.paths.union(Self.work)
        case .map:
            Self.paths.union(Self.work).union([
                "ItemsPath", "MaxConcurrencyPath", "ToleratedFailureCountPath",
                "ToleratedFailurePercentagePath",
            ])
        }
    }

    /// The fields of JSONata alone.
    private var queryFields: Set<String> {
        switch self {
        case .task, .parallel: ["Arguments", "Output"]
        case .wait, .pass, .succeed, .choice: ["Output"]
        case .fail: []
        case .map: ["Items", "Output"]
        }
    }

    /// Whether a state of this type says where control goes on.
    var hasNext: Bool {
        switch self {
        case .task, .wait, .pass, .parallel, .map: true
        case .succeed, .fail, .choice: false
        }
    }

    /// What its `Output` and `Assign` can speak of besides the input.
    var outcome: DefinitionReader.OutcomeMember? { hasResult ? .result : nil }

    /// Whether it does work that has a result of its own.
    var hasResult: Bool {
        switch self {
        case .task, .parallel, .map: true
        case .wait, .pass, .succeed, .fail, .choice: false
        }
    }
}
