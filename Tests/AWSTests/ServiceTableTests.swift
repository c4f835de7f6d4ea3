import TestClosing
import Testing

@testable import AWS

struct `The table of services` {
    @Test func `can be read to its end`() throws {
        let table = ServiceTable.shared
        #expect(table.names.count > 140)
        var count = 0
        for name in table.names {
            let model = try #require(table.service(name))
            #expect(!model.service.hostPrefix.isEmpty && !model.sdkName.isEmpty)
            for action in model.actions {
                #expect(model.operation(action) != nil, "\(name):\(action)")
                count += 1
            }
        }
        #expect(count > 7_000)
    }

    @Test(
        arguments: [
            ("dynamodb", "DynamoDb", "DYNAMODB", "dynamodb"), ("sfn", "Sfn", "SFN", "states"),
            ("cloudwatchlogs", "CloudWatchLogs", "CLOUDWATCH_LOGS", "logs"),
            ("secretsmanager", "SecretsManager", "SECRETS_MANAGER", "secretsmanager"),
            ("sesv2", "SesV2", "SESV2", "ses"),
            ("eventbridge", "EventBridge", "EVENTBRIDGE", "events"),
            (
                "cognitoidentityprovider", "CognitoIdentityProvider", "COGNITO_IDENTITY_PROVIDER",
                "cognito-idp"
            ),
        ]
    )
    func `has each service by all of its names`(
        _ name: String,
        _ sdkName: String,
        _ id: String,
        _ signingName: String
    ) throws {
        let model = try #require(ServiceTable.shared.service(name))
        #expect(model.sdkName == sdkName)
        #expect(model.service.id == id)
        #expect(model.service.signingName == signingName)
    }

    @Test func `knows neither services nor actions that there are not`() throws {
        #expect(ServiceTable.shared.service("dynamo") == nil)
        let model = try #require(ServiceTable.shared.service("dynamodb"))
        for action in ["GetItem", "getitem", "frobnicate", ""] {
            #expect(model.operation(action) == nil, "\(action)")
        }
    }

    @Test(
        arguments: [
            ("dynamodb", "ResourceNotFoundException", "DynamoDb.ResourceNotFoundException"),
            ("secretsmanager", "AccessDeniedException", "SecretsManager.SecretsManagerException"),
            ("sesv2", "MessageRejected", "SesV2.MessageRejectedException"),
            ("sns", "NotFound", "Sns.NotFoundException"),
            ("sfn", "InvalidToken", "Sfn.InvalidTokenException"),
            ("sqs", "QueueDoesNotExist", "Sqs.QueueDoesNotExistException"),
        ]
    )
    func `names faults as the SDK for Java does`(
        _ name: String,
        _ code: String,
        _ exception: String
    ) {
        #expect(ServiceTable.shared.service(name)?.exception(code) == exception)
    }

    @Test func `calls a service that is in no region where it is`() throws {
        let model = try #require(ServiceTable.shared.service("costexplorer"))
        let settings = AWSSettings(environment: [:])
        let address = try settings.address(of: model.service, region: "eu-central-1")
        #expect(address.endpoint.host == "ce.us-east-1.amazonaws.com")
        #expect(address.region == "us-east-1")
    }
}

@Suite(.enabled(if: Botocore.isWanted, Botocore.hint), .closingPrograms)
struct `The table of services and botocore` {
    /// Of another version than the installed one, the services themselves have to be the same.
    @Test func `say the same`() async throws {
        let made = try await Botocore.output(of: "service_table.py")
        let kept = try Botocore.file("Sources/AWS/Services/ServiceTable+Text.swift")
        func version(_ text: String) -> Substring? { text.split(separator: "\n").dropFirst().first }
        guard version(made) != version(kept) else {
            #expect(made == kept)
            return
        }
        let services = Set(made.split(separator: "\n").filter { $0.hasPrefix("S ") })
        for line in kept.split(separator: "\n") where line.hasPrefix("S ") {
            #expect(services.contains(line), "make the table anew: service_table.py says how")
        }
    }
}
