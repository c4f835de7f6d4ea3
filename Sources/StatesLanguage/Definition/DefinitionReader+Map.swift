internal import JSON

extension DefinitionReader {
    mutating func map(_ fields: Fields) -> MapState? {
        guard let processor = processor(fields) else { return nil }
        let config = processorConfig(processor)
        let isDistributed = config.isDistributed
        guard require(["States", "StartAt"], in: processor) else { return nil }
        // The iterations of a DISTRIBUTED Map are executions of a type of their own.
        let outer = type
        type = config.type ?? type
        defer { type = outer }
        guard let startAt = region(processor) else { return nil }
        let store = store(fields, isDistributed: isDistributed)
        return MapState(
            startAt: startAt,
            isDistributed: isDistributed,
            label: label(fields),
            reader: store.reader,
            items: items(fields),
            itemSelector: itemSelector(fields),
            batcher: batcher(fields),
            writer: store.writer,
            maximumConcurrency: count("MaxConcurrency", in: fields),
            toleratedFailureCount: count("ToleratedFailureCount", in: fields),
            toleratedFailurePercentage: percentage("ToleratedFailurePercentage", in: fields)
        )
    }

    /// A number of a Map's, whose `…Path` twin does not lead into the context object.
    mutating func count(
        _ name: String,
        in fields: Fields,
        to maximum: Int = Int(Int32.max)
    ) -> Template? {
        number(name, in: fields, range: 0...maximum, ofContext: false)
    }

    /// The iterations' machine, under its name or its old one.
    private mutating func processor(_ fields: Fields) -> Fields? {
        refuseTogether(["ItemProcessor", "Iterator"], in: fields)
        let name = fields["Iterator"] == nil ? "ItemProcessor" : "Iterator"
        guard require([name], in: fields), let members = object(name, in: fields) else {
            return nil
        }
        let processor = Fields(members, at: fields / name)
        refuseUnknown(
            in: processor,
            known: ["Comment", "StartAt", "States", "ProcessorConfig"]
        )
        return processor
    }

    private mutating func processorConfig(
        _ processor: Fields
    ) -> (isDistributed: Bool, type: MachineType?) {
        guard let members = object("ProcessorConfig", in: processor) else { return (false, nil) }
        let config = Fields(members, at: processor / "ProcessorConfig")
        refuseUnknown(in: config, known: ["Mode", "ExecutionType"])
        let mode = string("Mode", in: config) ?? "INLINE"
        check(mode, isOneOf: ["INLINE", "DISTRIBUTED"], "Mode", in: config)
        let executionType = string("ExecutionType", in: config)
        if let executionType {
            check(executionType, isOneOf: ["STANDARD", "EXPRESS"], "ExecutionType", in: config)
        }
        guard mode == "DISTRIBUTED" else { return (false, nil) }
        _ = require(["ExecutionType"], in: config)
        if type == .express {
            report("Express state machine does not support DISTRIBUTED mode", at: config / "Mode")
        }
        report(
            "orderd runs a DISTRIBUTED Map inside of the order's own execution: its iterations leave no "
                + "events and share the execution's limits",
            at: config / "Mode",
            code: .distributedMap,
            severity: .warning
        )
        return (true, executionType.flatMap(MachineType.init))
    }

    mutating func check(
        _ value: String,
        isOneOf values: [String],
        _ name: String,
        in fields: Fields
    ) {
        if values.contains(value) { return }
        let list = values.joined(separator: ", ")
        report(
            "The field '\(name)' should have one of these values: [\(list)]",
            at: fields / name
        )
    }

    private mutating func items(_ fields: Fields) -> Template? {
        switch language {
        case .jsonPath: return referencePath("ItemsPath", in: fields).map { .path($0) }
        case .jsonata:
            if let query = query("Items", in: fields) { return query }
            guard let value = fields["Items"] else { return nil }
            if value.array == nil { report("Expected value of type Array", at: fields / "Items") }
            return template("Items", in: fields)
        }
    }

    private mutating func itemSelector(_ fields: Fields) -> Template? {
        guard language == .jsonPath else { return template("ItemSelector", in: fields) }
        refuseTogether(["ItemSelector", "Parameters"], in: fields)
        return template("ItemSelector", in: fields) ?? template("Parameters", in: fields)
    }

    private mutating func batcher(_ fields: Fields) -> ItemBatcher? {
        guard let members = object("ItemBatcher", in: fields) else { return nil }
        let batcher = Fields(members, at: fields / "ItemBatcher")
        refuseUnknown(in: batcher) { language in
            let own: Set<String> = ["BatchInput", "MaxItemsPerBatch", "MaxInputBytesPerBatch"]
            let paths: Set<String> = ["MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath"]
            return language == .jsonPath ? own.union(paths) : own
        }
        return ItemBatcher(
            batchInput: template("BatchInput", in: batcher),
            maximumItems: count("MaxItemsPerBatch", in: batcher),
            maximumBytes: count("MaxInputBytesPerBatch", in: batcher, to: 262_144)
        )
    }

    private mutating func label(_ fields: Fields) -> String? {
        guard let label = string("Label", in: fields) else { return nil }
        let isForbidden = label.unicodeScalars.contains { !MapState.canStandInLabel($0) }
        if label.isEmpty || label.unicodeScalars.count > 40 || isForbidden {
            report(
                "A label has from 1 to 40 characters, and none of them is a control character, white space or one of "
                    + MapState.forbiddenInLabels,
                at: fields / "Label",
                code: .invalidLabelName
            )
        }
        if !labels.insert(label).inserted {
            report(
                "Duplicate label name: \(label)",
                at: fields / "Label",
                code: .duplicateLabelName
            )
        }
        return label
    }
}

extension MapState {
    fileprivate static let forbiddenInLabels = #"?*<>{}[]:;,\|^~$#%&`""#

    /// Whether a Map's label may have this character (AWS's guide, "Distributed Map state fields").
    static func canStandInLabel(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .control && !scalar.properties.isWhitespace
            && !forbiddenInLabels.unicodeScalars.contains(scalar)
    }
}
