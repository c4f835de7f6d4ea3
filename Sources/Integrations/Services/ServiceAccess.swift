package import AWS
import JSON
package import Orders

/// What calls of services need beside their arguments.
package struct ServiceAccess: Sendable {
    package var clients: ServiceClients
    package var allowance: WorkflowAllowance
    /// How long a call may take; of a function Lambda's own limit counts.
    package var timeout: Duration
    package var suppressions: SuppressionList?
    /// The ARNs of an order's execution and of its workflow, as `$$` has them.
    package var names: @Sendable (OrderID) -> [String]

    package init(
        _ clients: ServiceClients,
        allowance: WorkflowAllowance,
        timeout: Duration,
        suppressions: SuppressionList? = nil,
        names: @escaping @Sendable (OrderID) -> [String] = { _ in [] }
    ) {
        self.clients = clients
        self.allowance = allowance
        self.timeout = timeout
        self.suppressions = suppressions
        self.names = names
    }

    /// The role that a task is done under; nil without `Credentials`.
    ///
    /// Its session is named after the order, so that CloudTrail tells for whom a call was made.
    func role(of call: TaskCall, _ visit: TaskCall.Visit) throws(ServiceFailure) -> AssumedRole? {
        guard let credentials = call.credentials, !credentials.isNull else { return nil }
        guard let arn = credentials["RoleArn"]?.string,
            let role = AssumedRole(arn, session: "orderd-\(visit.order)")
        else {
            throw .arguments(
                "The value for the field 'RoleArn' must be the ARN of a role, such as arn:aws:iam::123456789012:role/orders"
            )
        }
        guard allowance.allows(role: arn) else {
            throw .permissions("workflow.allow does not let a workflow take on the role \(arn)")
        }
        return role
    }

    /// A client under that role, in that region or the service's own.
    func client(
        _ service: AWSService,
        in region: String? = nil,
        as role: AssumedRole?,
        for action: ServiceAction
    ) throws(ServiceFailure) -> AWSClient {
        do throws(AWSSettingsError) {
            return try clients.client(service, in: region, as: role)
        } catch {
            throw ServiceFailure(
                error: "\(action.prefix).SdkClientException",
                cause: "Unable to execute HTTP request: \(error)"
            )
        }
    }

    /// What a failed call comes to: that a role was refused is told apart from what the service says.
    func failure(
        _ error: AWSError,
        as role: AssumedRole?,
        _ action: ServiceAction
    ) -> ServiceFailure {
        if case .noCredentials = error.reason, let role, let refusal = clients.refusal(of: role) {
            // Our own keys have ended, say: the definition is not to blame, and the role may be taken on later.
            guard let fault = refusal.serviceError, !fault.isTransient, !fault.isOfAccount else {
                return action.failure(refusal)
            }
            return .permissions("The role \(role.arn) could not be taken on: \(fault.message)")
        }
        return action.failure(error)
    }
}

extension ServiceFailure: Error {}
