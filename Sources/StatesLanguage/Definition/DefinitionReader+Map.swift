internal import JSON

extension DefinitionReader {
    mutating func map(_ fields: Fields) -> MapState? {
        guard let processor = processor(fields) else { return nil }
        let isDistributed = isDistributed(processor)
        guard require(["States", "StartAt"], in: processor), let startAt = region(processor) else {
            return nil
        }
        refuseStoreOfObjects(fields)
        checkLabel(fields)
        return MapState(
            startAt: startAt,
            isDistributed: isDistributed,
            items: items(fields),
            itemSelector: itemSelector(fields),
            batcher: batcher(fields),
            maximumConcurrency: number("MaxConcurrency", in: fields, range: 0...Int(Int32.max)),
            toleratedFailureCount: number(
                "ToleratedFailureCount",
                in: fields,
                range: 0...Int(Int32.max)
            ),
            toleratedFailurePercentage: percentage("ToleratedFailurePercentage", in: fields)
        )
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

    private mutating func isDistributed(_ processor: Fields) -> Bool {
        guard let members = object("ProcessorConfig", in: processor) else { return false }
        let config = Fields(members, at: processor / "ProcessorConfig")
        refuseUnknown(in: config, known: ["Mode", "ExecutionType"])
        let mode = string("Mode", in: config) ?? "INLINE"
        check(mode, isOneOf: ["INLINE", "DISTRIBUTED"], "Mode", in: config)
        if let type = string("ExecutionType", in: config) {
            check(type, isOneOf: ["STANDARD", "EXPRESS"], "ExecutionType", in: config)
        }
        guard mode == "DISTRIBUTED" else { return false }
        _ = require(["ExecutionType"], in: config)
        report(
            "orderd runs a DISTRIBUTED Map inside of the order's own execution: its iterations leave no "
                + "events and share the execution's limits",
            at: config / "Mode",
            code: .distributedMap,
            severity: .warning
        )
        return true
    }

    private mutating func check(
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
        case .jsonPath: return path("ItemsPath", in: fields).map { .path($0) }
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
            maximumItems: number("MaxItemsPerBatch", in: batcher, range: 0...Int(Int32.max)),
            maximumBytes: number("MaxInputBytesPerBatch", in: batcher, range: 0...262_144)
        )
    }

    /// What would need a store of objects beside the workflow.
    private mutating func refuseStoreOfObjects(_ fields: Fields) {
        for name in ["ItemReader", "ResultWriter"] {
            guard let members = object(name, in: fields) else { continue }
            _ = require(["Resource"], in: Fields(members, at: fields / name))
            report(
                "\(name) is not supported by orderd, which has no store of objects: hand the items in "
                    + "with the order, and results on as output",
                at: fields / name
            )
        }
    }

    private mutating func checkLabel(_ fields: Fields) {
        guard let label = string("Label", in: fields) else { return }
        let forbidden = #" ?*<>{}[]:;,\|^~$#%&`""#
        if label.isEmpty || label.count > 40 || label.contains(where: forbidden.contains) {
            report(
                "A label has from 1 to 40 characters, and none of them is one of \(forbidden)",
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
    }
}
