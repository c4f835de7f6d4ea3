package import HTTP

extension HTTPClient: AWSTransport {}
