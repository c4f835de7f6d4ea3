internal import FoundationEssentials
internal import HTTP
internal import JSON

/// Gets a role's keys from IAM Identity Center for the token that `aws sso login` has cached.
struct SSOCredentials: Sendable {
    let request: SSORequest
    /// The folder of cached tokens.
    let folder: String
    /// For `sso`, and for `sso-oidc`; neither signs.
    let portal: AWSClient
    let tokens: AWSClient
    let machine: any LocalMachine

    private static let limit = Duration.seconds(20)

    func fetch(at now: Date) async throws(CredentialsError) -> Credentials {
        let token = try await token(at: now)
        do throws(AWSError) {
            let answer = try await portal.send(
                request.call(token.accessToken),
                deadline: .now + Self.limit
            )
            return try Self.credentials(in: answer.body)
        } catch {
            let isRefused = error.serviceError?.status == 401
            throw fault("\(error)" + (isRefused ? "; run \(request.login) again" : ""))
        }
    }

    /// A token that cannot be renewed is used to its end.
    private func token(at now: Date) async throws(CredentialsError) -> SSOToken {
        let path = "\(folder)/\(request.tokenFile)"
        let text: String?
        do throws(LocalFault) {
            text = try await machine.text(of: path)
        } catch {
            throw fault("\(error)")
        }
        guard let text else { throw fault("there is no \(path); run \(request.login)") }
        let token = try SSOToken(parsing: text)
        guard request.session != nil, let call = token.renewalCall(at: now) else {
            return try usable(token, now, "")
        }
        let answer: ClientResponse
        do throws(AWSError) {
            answer = try await tokens.send(call, deadline: .now + Self.limit)
        } catch {
            return try usable(token, now, ", and renewing it failed: \(error)")
        }
        let renewed = try token.renewed(by: answer.body, for: request, at: now)
        do throws(LocalFault) {
            try await machine.replace(path, with: JSONValue.object(renewed.document).text)
        } catch {
            // The refresh token may be good for one use: what cannot be kept must be told.
            throw fault("the renewed token cannot be written: \(error)")
        }
        return renewed
    }

    private func usable(
        _ token: SSOToken,
        _ now: Date,
        _ reason: String
    ) throws(CredentialsError) -> SSOToken {
        guard token.isUsable(at: now) else {
            throw fault("the cached token has ended\(reason); run \(request.login)")
        }
        return token
    }

    private func fault(_ reason: String) -> CredentialsError {
        CredentialsError(SSORequest.source, reason)
    }

    private static func credentials(in body: [UInt8]) throws(AWSError) -> Credentials {
        let keys = (try? JSONValue(parsing: body))?["roleCredentials"]
        guard let key = keys?["accessKeyId"]?.string,
            let secret = keys?["secretAccessKey"]?.string,
            let token = keys?["sessionToken"]?.string,
            let milliseconds = keys?["expiration"]?.number?.int
        else {
            throw AWSError("sso GetRoleCredentials", .unreadableAnswer("no keys with an end"))
        }
        return Credentials(
            accessKeyID: key,
            secretAccessKey: secret,
            sessionToken: token,
            expiration: Date(timeIntervalSince1970: TimeInterval(milliseconds) / 1_000)
        )
    }
}
