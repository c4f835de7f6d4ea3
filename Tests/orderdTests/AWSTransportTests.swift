import HTTP
import Testing

@testable import orderd

/// How calls to AWS are carried.
struct `AWS's transport` {
    @Test func `a request may be written for as long as its call may take`() {
        var faults: [SettingFault] = []
        let environment = ["AWS_REGION": "us-east-1", "HOME": "/none"]
        let access = AWSAccess(environment: environment, &faults)
        var settings = Settings.AWS()
        settings.requestTimeout = .seconds(77)
        #expect(access.clientConfiguration(settings).writeTimeout == .seconds(77))
    }
}
