import Testing

@testable import orderd

struct `Functions with the sandbox` {
    @Test(
        arguments: [
            ([:], nil, false), (["AWS_ENDPOINT_URL_LAMBDA": ""], nil, false),
            (["AWS_ENDPOINT_URL": "http://127.0.0.1:1"], nil, false),
            (
                ["AWS_ENDPOINT_URL_LAMBDA": "http://127.0.0.1:3001"], "http://127.0.0.1:3001",
                false
            ),
            (["AWS_ENDPOINT_URL_LAMBDA": "http://[::1]:3001/"], "http://[::1]:3001", false),
            (
                ["AWS_ENDPOINT_URL_LAMBDA": "http://localhost:3001"], "http://localhost:3001",
                false
            ),
            (["AWS_ENDPOINT_URL_LAMBDA": "https://127.0.0.1:3001"], nil, true),
            (["AWS_ENDPOINT_URL_LAMBDA": "https://vpce-1.lambda.amazonaws.com"], nil, true),
            (["AWS_ENDPOINT_URL_LAMBDA": "nonsense"], nil, true),
            (
                [
                    "AWS_ENDPOINT_URL_LAMBDA": "http://127.0.0.1:3001",
                    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true",
                ], nil, false
            ),
        ] as [([String: String], String?, Bool)]
    )
    func `are those of this machine, or none`(
        _ environment: [String: String],
        _ endpoint: String?,
        _ isWarned: Bool
    ) {
        let functions = SandboxFunctions(environment: environment)
        #expect(functions.endpoint.map { "\($0)" } == endpoint)
        #expect((functions.warning != nil) == isWarned)
    }
}
