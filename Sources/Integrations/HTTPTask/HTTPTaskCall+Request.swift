import Formats
package import HTTP
import HTTPTypes
import JSON

extension HTTPTaskCall {
    /// The largest answer, in bytes: 256 KiB, as much as AWS takes on ("Call HTTPS APIs").
    package static let maximumAnswer = 262_144

    /// The request, with what its connection adds; of two with one name the connection's counts.
    ///
    /// The token is what an authorization server gave for it; the agent is who calls, for `User-Agent`.
    package func request(
        _ connection: HTTPConnection,
        token: HTTPConnection.Token? = nil,
        agent: String
    ) throws(ServiceFailure) -> ClientRequest {
        let (bytes, type) = try content(connection.invocation.body)
        let pairs = parameters(connection)
        let query = [endpoint.query, FormEncoding.text(pairs)].filter { !$0.isEmpty }
            .joined(separator: "&")
        var fields = HTTPFields()
        for header in headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            fields[values: name] += header.values
        }
        if fields[.contentType] == nil { fields[.contentType] = type }
        connection.authorize(&fields, token)
        // Step Functions sets these whatever the arguments say. An answer of one byte more than it may have is too large.
        fields[.userAgent] = agent
        fields[.range] = "bytes=0-\(Self.maximumAnswer)"
        return ClientRequest(
            method: method,
            scheme: endpoint.scheme,
            host: endpoint.host,
            port: endpoint.port,
            target: query.isEmpty ? endpoint.path : "\(endpoint.path)?\(query)",
            fields: fields,
            body: bytes
        )
    }

    /// `orderd|StepFunctions|HttpInvoke|us-east-1`, the form of AWS's own.
    package static func agent(region: String) -> String {
        "orderd|StepFunctions|HttpInvoke|\(region)"
    }

    private func parameters(_ connection: HTTPConnection) -> [(name: String, value: String)] {
        let added = connection.invocation.query
        let names = Set(added.map(\.name))
        let own = query.filter { !names.contains($0.name) }
            .flatMap { parameter in parameter.values.map { (parameter.name, $0) } }
        return own + added.map { ($0.name, $0.value) }
    }

    /// The body's bytes, and what it is where the arguments do not say.
    private func content(
        _ added: [HTTPConnection.Parameter]
    ) throws(ServiceFailure) -> ([UInt8], type: String?) {
        var body = body
        if !added.isEmpty {
            guard var members = body == nil ? JSONObject() : body?.object else {
                throw .arguments(
                    "The connection has body parameters, and they can be added to a 'RequestBody' that is an object"
                )
            }
            for parameter in added { members[parameter.name] = .string(parameter.value) }
            body = .object(members)
        }
        guard let body else { return ([], nil) }
        guard let form else {
            // A text is a body of the sender's own making.
            let bytes = body.string.map { Array($0.utf8) } ?? body.bytes
            return (bytes, "application/json; charset=UTF-8")
        }
        let type = "application/x-www-form-urlencoded"
        if let text = body.string { return (Array(text.utf8), type) }
        guard let members = body.object, let text = form.form(members) else {
            throw .arguments(
                body.object == nil
                    ? "A 'RequestBody' that is URL_ENCODED must be an object or a text"
                    : "An array under COMMAS holds texts, numbers and booleans alone"
            )
        }
        return (Array(text.utf8), type)
    }
}
