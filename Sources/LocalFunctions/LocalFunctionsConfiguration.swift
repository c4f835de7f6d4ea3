package import FoundationEssentials
package import Sockets

/// How local functions are served; what it does not get from outside has its default here.
package struct LocalFunctionsConfiguration: Sendable {
    /// Where the Invoke API listens; loopback only.
    package var address = SocketAddress(ip: .loopback, port: 0)
    package var functions: [LocalFunction] = []
    /// The path of the Python that runs `lambda_function.py`.
    package var python = "/usr/bin/python3"
    /// Whose workers are; nil: ours.
    package var owner: LocalFunction.Owner?
    package var region = "us-east-1"
    /// Variables that every function gets besides.
    package var passed: [String: String] = [:]
    /// Where programs are looked for, also by functions.
    package var path = "/usr/local/bin:/usr/bin:/bin:/opt/bin"

    /// How long a worker may take until it asks for its first event, unless its function's timeout is longer.
    package var startLimit = Duration.seconds(10)
    /// How long an event waits for a worker before its caller is told to come again.
    package var waitLimit = Duration.seconds(10)
    /// How many events of one function wait for a worker.
    package var waitingLimit = 1_000
    /// How many events that nobody waits for are held at a time.
    package var eventLimit = 1_000
    /// How long an event that failed and that nobody waits for rests until it is tried again; two more times on AWS
    /// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html).
    package var eventPauses = [Duration.seconds(60), .seconds(120)]
    /// After how long a worker without work ends.
    package var idleLimit = Duration.seconds(300)
    /// How often it is looked at who has been idle.
    package var lookInterval = Duration.seconds(1)
    /// From SIGTERM to SIGKILL.
    package var killPause = Duration.milliseconds(500)
    /// When shutting down: how long events in progress may take to end.
    package var gracePeriod = Duration.seconds(20)

    /// The time of day.
    package var now: @Sendable () -> Date
    /// Makes the id of a request, a UUID.
    package var makeRequestID: @Sendable () -> String

    package init(
        now: @escaping @Sendable () -> Date,
        makeRequestID: @escaping @Sendable () -> String
    ) {
        self.now = now
        self.makeRequestID = makeRequestID
    }
}
