internal import JSON

extension DefinitionReader {
    mutating func map(_ fields: Fields) -> MapState? {
        guard let processor = processor(fields) else { return nil }
        let isDistributed = isDistributed(processor)
        guard require(["States", "StartAt"], in: processor), let startAt = region(processor) else {
            return nil
        }
        refuseDistributedFields(fields)
        return MapState(
            startAt: startAt,
            isDistributed: isDistributed,
            items: items(fields),
            itemSelector: itemSelector(fields),
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
        if mode != "INLINE" && mode != "DISTRIBUTED" {
            report(
                "The field 'Mode' should have one of these values: [INLINE, DISTRIBUTED]",
                at: config / "Mode"
            )
        }
        return mode == "DISTRIBUTED"
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

    /// What would need a store of objects beside the workflow.
    private mutating func refuseDistributedFields(_ fields: Fields) {
        for name in ["ItemReader", "ItemBatcher", "ResultWriter"] where fields[name] != nil {
            report("\(name) is not supported by this version", at: fields / name)
        }
    }
}
