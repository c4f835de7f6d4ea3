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

    private static let common: Set<String> = ["Type", "Comment", "QueryLanguage"]
    private static let paths: Set<String> = ["InputPath", "OutputPath"]
    private static let ending: Set<String> = ["Next", "End", "Assign"]
    private static let work: Set<String> = [
        "Parameters", "ResultSelector", "ResultPath", "Retry", "Catch",
    ]

    /// The fields of a state of this type in JSONPath.
    var fields: Set<String> { Self.common.union(ownFields) }

    private var ownFields: Set<String> {
        switch self {
        case .task:
            Self.paths.union(Self.ending).union(Self.work).union([
                "Resource", "TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds",
                "HeartbeatSecondsPath", "Credentials",
            ])
        case .wait:
            Self.paths.union(Self.ending).union([
                "Seconds", "SecondsPath", "Timestamp", "TimestampPath",
            ])
        case .pass:
            Self.paths.union(Self.ending).union(["Result", "Parameters", "ResultPath"])
        case .succeed: Self.paths
        case .fail: ["Error", "ErrorPath", "Cause", "CausePath"]
        case .choice: Self.paths.union(["Choices", "Default", "Assign"])
        case .parallel: Self.paths.union(Self.ending).union(Self.work).union(["Branches"])
        case .map:
            Self.paths.union(Self.ending).union(Self.work).union([
                "ItemProcessor", "Iterator", "ItemsPath", "ItemSelector", "ItemReader",
                "ItemBatcher", "ResultWriter", "Label", "MaxConcurrency", "MaxConcurrencyPath",
                "ToleratedFailureCount", "ToleratedFailureCountPath",
                "ToleratedFailurePercentage", "ToleratedFailurePercentagePath",
            ])
        }
    }

    /// Whether a state of this type says where control goes on.
    var hasNext: Bool {
        switch self {
        case .task, .wait, .pass, .parallel, .map: true
        case .succeed, .fail, .choice: false
        }
    }
}
