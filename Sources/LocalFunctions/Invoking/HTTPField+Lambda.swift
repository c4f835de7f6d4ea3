internal import HTTPTypes

// The constants are names, which a field's can be.
// swift-format-ignore: NeverForceUnwrap
extension HTTPField.Name {
    /// The Invoke API (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).
    static let invocationType = Self("X-Amz-Invocation-Type")!
    static let logType = Self("X-Amz-Log-Type")!
    static let clientContext = Self("X-Amz-Client-Context")!
    static let executedVersion = Self("X-Amz-Executed-Version")!
    static let functionError = Self("X-Amz-Function-Error")!
    static let logResult = Self("X-Amz-Log-Result")!
    static let requestID = Self("x-amzn-RequestId")!
    static let errorType = Self("x-amzn-ErrorType")!
    static let traceID = Self("X-Amzn-Trace-Id")!

    /// The runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
    static let runtimeRequestID = Self("Lambda-Runtime-Aws-Request-Id")!
    static let runtimeDeadline = Self("Lambda-Runtime-Deadline-Ms")!
    static let runtimeARN = Self("Lambda-Runtime-Invoked-Function-Arn")!
    static let runtimeTraceID = Self("Lambda-Runtime-Trace-Id")!
    static let runtimeClientContext = Self("Lambda-Runtime-Client-Context")!
    static let runtimeErrorType = Self("Lambda-Runtime-Function-Error-Type")!
}
