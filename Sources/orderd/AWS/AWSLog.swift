import AWS
import Formats
import Foundation
import Logging
import Synchronization

/// What the log says of credentials and of AWS's clock: each change once.
final class AWSLog: Sendable {
    private let logger: Logger
    /// Whether credentials have been told of.
    private let hasTold = Mutex(false)

    init(_ logger: Logger) { self.logger = logger }

    @Sendable func noteSkew(_ offset: TimeInterval) {
        logger.warning(
            "AWS's clock and this machine's differ: calls are signed by AWS's; set this machine's clock",
            metadata: ["aws.clock.skew.seconds": .stringConvertible(Int(offset.rounded()))]
        )
    }

    @Sendable func note(_ event: CachedCredentials.Event) {
        switch event {
        case .fetched(let found, let failures): noteFetched(found, failures)
        case .failed(let error, let count):
            logger.log(
                level: count == 1 ? .warning : .debug,
                "AWS credentials cannot be fetched: orders wait unless others are in use; see orderd check",
                metadata: ["error": "\(error)"]
            )
        case .nowhere(let lookedAt, let count):
            logger.log(
                level: count == 1 ? .warning : .debug,
                "there are no AWS credentials: orders wait until there are. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile in AWS_PROFILE, or give the machine a role",
                metadata: ["aws.credentials.looked.at": "\(lookedAt)"]
            )
        }
    }

    /// The first ones and those after a failure are news, renewed ones are not.
    private func noteFetched(_ found: SourcedCredentials, _ failures: Int) {
        let isFirst = hasTold.withLock { hasTold in
            defer { hasTold = true }
            return !hasTold
        }
        var metadata: Logger.Metadata = [
            "aws.credentials.source": "\(found.source)",
            "aws.credentials.key": "\(found.credentials.ending)",
        ]
        if let end = found.credentials.expiration {
            metadata["aws.credentials.end"] = "\(Timestamp.text(end))"
        }
        logger.log(
            level: isFirst || failures > 0 ? .notice : .info,
            isFirst ? "AWS credentials found" : "AWS credentials renewed",
            metadata: metadata
        )
    }
}
