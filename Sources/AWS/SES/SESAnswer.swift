internal import HTTP
internal import JSON

/// Reads SES's answers.
enum SESAnswer {
    static func messageIDV2(_ answer: ClientResponse) throws(AWSError) -> String {
        guard let id = try json(answer, "sesv2 SendEmail")["MessageId"]?.string, !id.isEmpty else {
            throw AWSError("sesv2 SendEmail", .unreadableAnswer("no MessageId"))
        }
        return id
    }

    static func messageIDV1(
        _ answer: ClientResponse,
        _ name: String
    ) throws(AWSError) -> String {
        let operation = "ses \(name)"
        do throws(XMLError) {
            let root = try XMLElement(parsing: answer.body)
            if let id = root["\(name)Result"]?["MessageId"]?.text, !id.isEmpty { return id }
        } catch {
            throw AWSError(operation, .unreadableAnswer("\(error)"))
        }
        throw AWSError(operation, .unreadableAnswer("no MessageId"))
    }

    static func account(_ answer: ClientResponse) throws(AWSError) -> SESAccount {
        let operation = "sesv2 GetAccount"
        let value = try json(answer, operation)
        let quota = value["SendQuota"]
        guard let production = value["ProductionAccessEnabled"]?.bool,
            let sending = value["SendingEnabled"]?.bool,
            let daily = quota?["Max24HourSend"]?.number?.double,
            let rate = quota?["MaxSendRate"]?.number?.double
        else { throw AWSError(operation, .unreadableAnswer("members are missing")) }
        return SESAccount(
            hasProductionAccess: production,
            isSendingEnabled: sending,
            enforcementStatus: value["EnforcementStatus"]?.string ?? "unknown",
            dailyQuota: daily < 0 ? nil : daily,
            maximumRate: rate,
            sentInLastDay: quota?["SentLast24Hours"]?.number?.double ?? 0
        )
    }

    static func isVerified(_ answer: ClientResponse) throws(AWSError) -> Bool {
        let operation = "sesv2 GetEmailIdentity"
        let value = try json(answer, operation)
        guard let isVerified = value["VerifiedForSendingStatus"]?.bool else {
            throw AWSError(operation, .unreadableAnswer("no VerifiedForSendingStatus"))
        }
        // What stands in for AWS may know the newer member alone.
        return isVerified || value["VerificationStatus"]?.string == "SUCCESS"
    }

    private static func json(
        _ answer: ClientResponse,
        _ operation: String
    ) throws(AWSError) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: answer.body)
        } catch {
            throw AWSError(operation, .unreadableAnswer("\(error)"))
        }
    }
}
