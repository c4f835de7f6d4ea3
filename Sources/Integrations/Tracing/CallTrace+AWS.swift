import AWS
import Orders
import Telemetry

extension CallTrace {
    /// Makes a call as a span of its own, under OpenTelemetry's names for calls of AWS (semantic conventions, "AWS SDK").
    ///
    /// `call` gets what whoever is called shall be told.
    func calling<Answer>(
        _ service: String,
        _ operation: String,
        _ kind: Span.Kind = .client,
        describe: (inout SpanAttributes) -> Void = { _ in },
        requestID: (Answer) -> String? = { _ in nil },
        _ call: (CallSpan) async throws(AWSError) -> Answer
    ) async throws(AWSError) -> Answer {
        let span = begin()
        func end(_ requestID: String?, error: String?) {
            self.end(span, "\(service).\(operation)", kind, error: error) { attributes in
                attributes.add("rpc.system", "aws-api")
                attributes.add("rpc.service", service)
                attributes.add("rpc.method", operation)
                attributes.add("aws.request_id", requestID)
                describe(&attributes)
            }
        }
        do throws(AWSError) {
            let answer = try await call(span)
            end(requestID(answer), error: nil)
            return answer
        } catch {
            end(nil, error: error.serviceError?.code ?? "TransportError")
            throw error
        }
    }
}

extension Optional where Wrapped == CallTrace {
    /// The same where there may be no trace.
    func calling<Answer>(
        _ service: String,
        _ operation: String,
        _ kind: Span.Kind = .client,
        describe: (inout SpanAttributes) -> Void = { _ in },
        requestID: (Answer) -> String? = { _ in nil },
        _ call: (CallSpan?) async throws(AWSError) -> Answer
    ) async throws(AWSError) -> Answer {
        guard let trace = self else { return try await call(nil) }
        return try await trace.calling(
            service,
            operation,
            kind,
            describe: describe,
            requestID: requestID,
            { (span: CallSpan) async throws(AWSError) -> Answer in try await call(span) }
        )
    }
}
