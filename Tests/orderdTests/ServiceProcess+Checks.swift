import JSON

extension ServiceProcess {
    /// The check once it has that status.
    func check(_ name: String, is status: String) async throws -> JSONValue {
        while true {
            try Task.checkCancellation()
            let check = try await curl("/health").json()["checks"]?[name]?[0]
            if let check, check["status"]?.string == status { return check }
        }
    }

    /// A metric once it has that value.
    func metric(_ line: String) async throws {
        while try await !curl("/metrics").body.split(separator: "\n").contains(Substring(line)) {
            try Task.checkCancellation()
        }
    }

    func firing(_ kind: String, is count: Int) async throws {
        try await metric(#"orderd_alerts_firing{kind="\#(kind)"} \#(count)"#)
    }
}
