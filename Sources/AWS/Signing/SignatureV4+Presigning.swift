internal import Formats
package import FoundationEssentials

extension SignatureV4 {
    /// The query of a request that carries its signature there, for a lifetime of whole seconds up to seven days.
    package func presignedQuery(
        for request: SignableRequest,
        at date: Date,
        for lifetime: Duration
    ) -> String {
        let time = SigningTime(date)
        let seconds = min(max(1, lifetime.components.seconds), 604_800)
        let names = request.signedNames
        var added = [
            ("X-Amz-Algorithm", Self.algorithm),
            ("X-Amz-Credential", "\(credentials.accessKeyID)/\(scope(at: time))"),
            ("X-Amz-Date", time.stamp), ("X-Amz-Expires", "\(seconds)"),
            ("X-Amz-SignedHeaders", names.joined(separator: ";")),
        ]
        if let token = credentials.sessionToken { added.append(("X-Amz-Security-Token", token)) }
        let own = request.query.isEmpty ? [] : [request.query]
        let query = own + added.map { "\($0.0)=\(PercentEncoding.encode($0.1))" }
        let complete = SignableRequest(
            method: request.method,
            path: request.path,
            query: query.joined(separator: "&"),
            fields: request.fields,
            bodyHash: request.bodyHash
        )
        let signature = signature(of: complete, names: names, at: time)
        return "\(complete.query)&X-Amz-Signature=\(signature)"
    }
}
