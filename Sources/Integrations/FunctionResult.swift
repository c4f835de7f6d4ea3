import JSON
import Orders

/// Results and failures in the shape in which a Lambda function gives them.
enum FunctionResult {
    /// Status 200 with a text that is JSON within JSON, as the old pipeline's functions answer.
    static func success(body: String) -> JSONValue {
        ["statusCode": 200, "body": .string(JSONValue.string(body).text)]
    }

    /// An exception of that type: Lambda puts its report, as JSON text, into the cause.
    static func failure(type: String, message: String) -> TaskOutcome {
        let report: JSONValue = ["errorMessage": .string(message), "errorType": .string(type)]
        return .failed(error: type, cause: report.text)
    }
}
