public import HTTP

extension HTTPClient: AWSTransport {}
