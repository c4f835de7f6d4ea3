internal import JSON

/// The fields of a DISTRIBUTED Map that speak of a store of objects (AWS's guide, "ItemReader" and "ResultWriter").
extension DefinitionReader {
    /// Reports a reader or a writer in a Map that runs inside of the execution.
    private mutating func refuseStore(_ fields: Fields) {
        for name in ["ItemReader", "ResultWriter"] where fields[name] != nil {
            report(
                "Field '\(name)' is only supported in DISTRIBUTED mode",
                at: fields.place,
                exactly: fields / name
            )
        }
    }

    /// What the Map reads from and writes to.
    mutating func store(
        _ fields: Fields,
        isDistributed: Bool
    ) -> (reader: ItemReader?, writer: ResultWriter?) {
        guard isDistributed else {
            refuseStore(fields)
            return (nil, nil)
        }
        return (itemReader(fields), resultWriter(fields))
    }

    private mutating func itemReader(_ fields: Fields) -> ItemReader? {
        guard let members = object("ItemReader", in: fields) else { return nil }
        let reader = Fields(members, at: fields / "ItemReader")
        refuseUnknownStoreFields(reader, config: "ReaderConfig")
        guard require(["Resource"], in: reader),
            let resource = storeResource(["s3:getObject", "s3:listObjectsV2"], in: reader)
        else { return nil }
        return ItemReader(
            resource: resource,
            arguments: storeArguments(in: reader),
            maximumItems: readerConfig(reader)
        )
    }

    /// Checks how the items are read; the most of them.
    private mutating func readerConfig(_ reader: Fields) -> Template? {
        guard let members = object("ReaderConfig", in: reader) else { return nil }
        let config = Fields(members, at: reader / "ReaderConfig")
        refuseUnknown(in: config) { language in
            let own: Set<String> = [
                "InputType", "Transformation", "ManifestType", "CSVDelimiter", "CSVHeaderLocation",
                "CSVHeaders", "MaxItems", "ItemsPointer",
            ]
            return language == .jsonPath ? own.union(["MaxItemsPath"]) : own
        }
        check("InputType", in: config, isOneOf: ["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"])
        check("Transformation", in: config, isOneOf: ["NONE", "LOAD_AND_FLATTEN"])
        check("ManifestType", in: config, isOneOf: ["ATHENA_DATA", "S3_INVENTORY"])
        check("CSVDelimiter", in: config, isOneOf: ["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"])
        check("CSVHeaderLocation", in: config, isOneOf: ["FIRST_ROW", "GIVEN"])
        checkHeaders(config)
        if let pointer = string("ItemsPointer", in: config), !pointer.isEmpty, pointer.first != "/"
        {
            report("Value is not a JSON pointer", at: config / "ItemsPointer")
        }
        return count("MaxItems", in: config, to: 100_000_000)
    }

    /// The names of a table's columns: they stand here, or in its first row.
    private mutating func checkHeaders(_ config: Fields) {
        let isGiven = config["CSVHeaderLocation"]?.string == "GIVEN"
        if isGiven { _ = require(["CSVHeaders"], in: config) }
        guard let headers = config["CSVHeaders"] else { return }
        if headers.array?.allSatisfy({ $0.string != nil }) != true {
            report("Expected value of type Array of String", at: config / "CSVHeaders")
        }
    }

    private mutating func resultWriter(_ fields: Fields) -> ResultWriter? {
        guard let members = object("ResultWriter", in: fields) else { return nil }
        let writer = Fields(members, at: fields / "ResultWriter")
        refuseUnknownStoreFields(writer, config: "WriterConfig")
        let arguments = argumentsName
        let hasExport = writer["Resource"] != nil || writer[arguments] != nil
        if hasExport || writer["WriterConfig"] == nil {
            guard require(["Resource", arguments], in: writer) else { return nil }
        }
        let (transformation, isLines) = writerConfig(writer)
        var export: ResultWriter.Export?
        if hasExport {
            guard let resource = storeResource(["s3:putObject"], in: writer) else { return nil }
            let arguments = storeArguments(in: writer)
            export = .init(resource: resource, arguments: arguments, isLines: isLines)
        }
        let ordinary = hasExport ? ResultWriter.Transformation.none : .compact
        return ResultWriter(transformation: transformation ?? ordinary, export: export)
    }

    /// How the results are to look.
    private mutating func writerConfig(
        _ writer: Fields
    ) -> (ResultWriter.Transformation?, isLines: Bool) {
        guard let members = object("WriterConfig", in: writer) else { return (nil, false) }
        let config = Fields(members, at: writer / "WriterConfig")
        refuseUnknown(in: config, known: ["Transformation", "OutputType"])
        let transformation = check(
            "Transformation",
            in: config,
            isOneOf: ["NONE", "COMPACT", "FLATTEN"]
        )
        let type = check("OutputType", in: config, isOneOf: ["JSON", "JSONL"])
        return (transformation.flatMap(ResultWriter.Transformation.init), type == "JSONL")
    }

    private var argumentsName: String { language == .jsonata ? "Arguments" : "Parameters" }

    private mutating func refuseUnknownStoreFields(_ fields: Fields, config: String) {
        refuseUnknown(in: fields) { language in
            [config, "Resource", language == .jsonata ? "Arguments" : "Parameters"]
        }
    }

    private mutating func storeArguments(in fields: Fields) -> Template? {
        template(argumentsName, in: fields)
    }

    /// One of these actions, in any partition.
    private mutating func storeResource(_ actions: [String], in fields: Fields) -> TaskResource? {
        guard let text = string("Resource", in: fields) else { return nil }
        let resource = TaskResource(text)
        guard case .service(let service) = resource.target, text.hasPrefix("arn:"),
            actions.contains("\(service.service):\(service.action)"),
            service.api == .optimized, service.pattern == .requestResponse
        else {
            let names = actions.map { "arn:aws:states:::\($0)" }.joined(separator: ", ")
            report(
                "The field 'Resource' should have one of these values: [\(names)]",
                at: fields / "Resource"
            )
            return nil
        }
        if let objection = support.objection(resource) {
            report(notPerformed: resource, objection, at: fields / "Resource")
        }
        return resource
    }

    /// A text of this choice, if the field is there.
    @discardableResult
    private mutating func check(
        _ name: String,
        in fields: Fields,
        isOneOf values: [String]
    ) -> String? {
        guard let text = string(name, in: fields) else { return nil }
        check(text, isOneOf: values, name, in: fields)
        return text
    }
}
