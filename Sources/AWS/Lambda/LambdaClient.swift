package import HTTP
package import HTTPTypes

/// Calls functions of AWS Lambda, or of what stands in for it.
package struct LambdaClient: Sendable {
    private let client: AWSClient

    /// A client over one that signs for `lambda`, and that waits as long for an answer as a function may take.
    package init(_ client: AWSClient) { self.client = client }

    /// Calls the function, whose own failure is an answer as well.
    ///
    /// Lambda does not recognise a call that it is given twice. The fields go with the call and are no part of what is asked.
    package func invoke(
        _ invocation: LambdaInvocation,
        with fields: HTTPFields = HTTPFields(),
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> LambdaAnswer {
        if let fault = invocation.fault { throw AWSError("lambda Invoke", .invalidRequest(fault)) }
        var request = invocation.request
        for field in fields { request.fields.append(field) }
        return LambdaAnswer(try await client.send(request, deadline: deadline))
    }
}

/// What Lambda answers to a call.
package struct LambdaAnswer: Sendable {
    /// The HTTP status: 200 for a result, 202 for an event that is kept, 204 for a question.
    package let status: Int
    /// The function's result, or the report of its failure; empty when it was not waited for.
    package let payload: [UInt8]
    /// `Unhandled` or `Handled` when the function failed.
    package let functionError: String?
    package let executedVersion: String?
    /// The last 4 KB of the log, in Base64.
    package let logTail: String?
    package let receipt: CallReceipt

    package init(_ response: ClientResponse) {
        receipt = CallReceipt(response)
        status = response.status.code
        payload = response.body
        functionError = response.fields[.functionError]
        executedVersion = response.fields[.executedVersion]
        logTail = response.fields[.logResult]
    }
}
