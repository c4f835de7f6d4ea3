import Orders
import Testing

struct `A Lambda ARN` {
    @Test(arguments: [
        "arn:aws:lambda:us-east-1:123456789012:function:F",
        "arn:aws-cn:lambda:cn-north-1:000000000000:function:F",
        "arn:aws:lambda:us-east-1:123456789012:function:F:$LATEST",
        "arn:aws:lambda:REGION:ACCOUNT_ID:function:F",
    ])
    func `names its function in any region and account`(arn: String) {
        #expect(IntegrationCatalog.functionName(in: arn) == "F")
    }

    @Test(arguments: [
        "", "F", "arn:aws:states:::lambda:invoke", "arn:aws:lambda:us-east-1:1:layer:F",
        "arn:aws:sns:us-east-1:123456789012:function:F",
    ])
    func `is nothing else`(resource: String) {
        #expect(IntegrationCatalog.functionName(in: resource) == nil)
    }
}
