internal import Formats
internal import FoundationEssentials
internal import JSON

/// The executions that a DISTRIBUTED Map starts, as AWS tells of them.
struct MapRun: Sendable, Equatable {
    /// `arn:aws:states:REGION:ACCOUNT:mapRun:MACHINE/LABEL:UUID`.
    let arn: String
    /// With what each iteration that runs began, by its index.
    var began: [Int: Beginning] = [:]

    struct Beginning: Sendable, Equatable {
        var input: Payload
        var at: Date
    }

    init(arn: String) { self.arn = arn }

    /// A run of a Map of the machine that the execution's ARN names.
    init(of map: MapState, called name: String, in execution: String, id: String) {
        var parts = execution.split(separator: ":", omittingEmptySubsequences: false)
        let machine = parts.count > 6 ? parts[6] : ""
        parts = parts.count > 6 ? Array(parts[..<5]) : ["arn", "aws", "states", "", ""]
        let label = map.label ?? Self.label(of: name)
        arn = parts.joined(separator: ":") + ":mapRun:\(machine)/\(label):\(id)"
    }

    /// What a Map is called that has no label: its name, as far as a label may be it.
    private static func label(of name: String) -> String {
        let scalars = name.unicodeScalars.prefix(40)
            .map { MapState.canStandInLabel($0) ? $0 : "-" }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The part that is new in every run.
    var id: Substring { arn.split(separator: ":").last ?? "" }

    /// What an iteration leaves in the Map's result.
    func result(
        _ end: Result<JSONValue, ErrorOutput>,
        of began: Beginning,
        as transformation: ResultWriter.Transformation,
        at now: Date,
        _ random: some RandomNumberGenerator
    ) -> JSONValue {
        switch (transformation, end) {
        case (.compact, .success(let output)), (.flatten, .success(let output)): output
        case (.none, _), (_, .failure): description(of: began, end, at: now, random)
        }
    }

    /// What DescribeExecution says of the iteration (AWS's guide, "ResultWriter", transformation NONE).
    private func description(
        of began: Beginning,
        _ end: Result<JSONValue, ErrorOutput>,
        at now: Date,
        _ random: some RandomNumberGenerator
    ) -> JSONValue {
        let isIncluded: JSONValue = ["Included": true]
        let name = IntrinsicFunction.uuid(random).string ?? ""
        let child = String(arn.dropLast(id.count + 1))
        var members: JSONObject = [
            "ExecutionArn": .string(child.replacing(":mapRun:", with: ":execution:") + ":" + name),
            "Input": .string(began.input.text),
            "InputDetails": isIncluded,
            "Name": .string(name),
            "RedriveCount": 0,
            "StartDate": .string(Timestamp.text(began.at)),
            "StateMachineArn": .string(child.replacing(":mapRun:", with: ":stateMachine:")),
            "StopDate": .string(Timestamp.text(now)),
        ]
        switch end {
        case .success(let output):
            members["Output"] = .string(output.text)
            members["OutputDetails"] = isIncluded
            members["RedriveStatus"] = "NOT_REDRIVABLE"
            members["RedriveStatusReason"] = "Execution is SUCCEEDED and cannot be redriven"
            members["Status"] = "SUCCEEDED"
        case .failure(let error):
            members["Cause"] = error.cause.map { .string($0) }
            members["Error"] = error.error.map { .string($0) }
            members["RedriveStatus"] = "REDRIVABLE_BY_MAP_RUN"
            members["Status"] = "FAILED"
        }
        return .object(members)
    }
}

extension MapState {
    /// What the iterations came to; one whose failure was tolerated leaves nothing, or in a Map Run its description.
    func results(of progress: MapProgress) -> JSONValue {
        let outputs = progress.outputs.compactMap(\.self)
        guard writer?.transformation == .flatten else { return .array(outputs) }
        return .array(outputs.flatMap { $0.array ?? [$0] })
    }
}
