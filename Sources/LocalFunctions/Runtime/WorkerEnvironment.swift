/// The variables of a worker: those that Lambda sets, and those that its function names; nothing of ours.
///
/// The names are those of https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html.
package struct WorkerEnvironment {
    let function: LocalFunction
    let region: String
    /// Of the runtime API.
    let address: String
    let path: String
    let passed: [String: String]
    /// Of no other worker, ever: what a worker has left behind is known by it.
    let logStream: String

    /// The variable that no process has but a worker and what it has started.
    var mark: String { "\(Self.logStreamName)=\(logStream)" }

    private static let logStreamName = "AWS_LAMBDA_LOG_STREAM_NAME"

    var variables: [String: String] {
        var variables = [
            "AWS_LAMBDA_FUNCTION_NAME": function.name,
            "AWS_LAMBDA_FUNCTION_VERSION": LocalFunction.version,
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "\(function.memoryMB)",
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/\(function.name)",
            "AWS_REGION": region, "AWS_DEFAULT_REGION": region,
            "LAMBDA_TASK_ROOT": function.folder, "TZ": ":UTC", "LANG": "en_US.UTF-8", "PATH": path,
            // What an SDK would find by itself is the operator's: files in a home, the machine's role.
            "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
            "AWS_EC2_METADATA_DISABLED": "true",
            // Nobody reads a line that stays in a buffer until a worker is killed.
            "PYTHONUNBUFFERED": "1",
        ]
        variables.merge(passed) { $1 }
        variables.merge(function.environment) { $1 }
        // Nobody else may say these: a worker would speak to another's interface, or not be known for one.
        variables["AWS_LAMBDA_RUNTIME_API"] = address
        variables["_HANDLER"] = function.handler
        variables[Self.logStreamName] = logStream
        return variables
    }

    /// Names that a function may not give itself.
    package static let reserved: Set<String> = [
        "AWS_LAMBDA_RUNTIME_API", "_HANDLER", logStreamName,
    ]
}
