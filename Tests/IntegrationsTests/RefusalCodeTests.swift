import AWS
import Orders
import Testing

@testable import Integrations

/// What a refused call means for the order that made it.
struct RefusalCodeTests {
    @Test(
        arguments: [
            // Our keys, our clock, our account: the order waits, and it is no attempt of it.
            ("RequestTimeTooSkewed", true), ("RequestExpired", true), ("RequestInTheFuture", true),
            ("SignatureDoesNotMatch", true), ("InvalidSignatureException", true),
            ("AuthFailure", true), ("ExpiredToken", true), ("ExpiredTokenException", true),
            ("UnrecognizedClientException", true), ("InvalidClientTokenId", true),
            ("TokenRefreshRequired", true), ("MissingAuthenticationTokenException", true),
            ("AccessDeniedException", true), ("OptInRequired", true), ("NotFoundException", true),
            // The order's own.
            ("MessageRejected", false), ("BadRequestException", false), ("InvalidParameter", false),
        ]
    )
    func `a fault of ours postpones an order, one of its own fails it`(
        _ code: String,
        _ isPostponed: Bool
    ) {
        let fault = ServiceError(operation: "o", code: code, message: "", status: 403)
        let error = AWSError("o", .service(fault))
        let attempt = Deliveries.Attempt(error, SendExplanation(error, in: "us-east-1"))
        guard case .refused(let refusal) = attempt else {
            Issue.record("\(attempt)")
            return
        }
        #expect((refusal.retryAfter != nil) == isPostponed)
        #expect(!refusal.isThrottle)
    }
}
