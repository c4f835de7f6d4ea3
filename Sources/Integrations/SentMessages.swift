import AWS
package import JSON
package import Orders
package import StatesLanguage

/// Writes deliveries again as their tasks wrote them, for people who want to see what was sent.
///
/// What the ledger's digest is of differs by the way of sending, and so does what a message is made from:
///
/// - `ProcessOrderFunction` fills templates and settings in with the task's input. The digest is of the body that SES or SNS
///   is given, which has addresses, headers, tags and files in it too: another template, sender or file makes another one.
/// - A service's action (`sesv2:sendEmail`, `sns:publish`, `sqs:sendMessage`, and all of their like) has everything in the
///   task's parameters. The digest is of the operation, the path and the body, before a trace's context is put in.
/// - A call of a Lambda function that is not idempotent is the function and the task's input. The digest is of the same.
///
/// A template that lies with SES is filled in there: of such an e-mail only the template's name and its data are known.
package struct SentMessages: DeliveryWriter {
    private let email: EmailComposer
    private let notice: NoticeComposer

    /// Writes what that function sends by the templates and settings that hold now.
    package init(_ configuration: ProcessOrderFunction.Configuration) {
        email = EmailComposer(configuration.email)
        notice = NoticeComposer(configuration.notice)
    }

    package func write(
        _ delivery: Delivery,
        resource: TaskResource,
        input: JSONValue
    ) async throws -> WrittenDelivery? {
        if FunctionName(resource) == .processOrder {
            return try await ownMessage(delivery, input)
        }
        do throws(ServiceFailure) {
            if let form = LambdaForm(resource) {
                guard delivery.kind == .invocation else { return nil }
                return WrittenDelivery(try form.invocation(resource, input))
            }
            return try serviceMessage(delivery, resource, input)
        } catch {
            throw Unwritable(error.cause)
        }
    }

    private func ownMessage(
        _ delivery: Delivery,
        _ input: JSONValue
    ) async throws -> WrittenDelivery? {
        let (order, visit) = (delivery.order, delivery.key.visit)
        do throws(CompositionFault) {
            switch delivery.key.name {
            case ProcessOrderFunction.confirmation:
                let customer = input["customerEmail"]?.string ?? ""
                let recipient = try ProcessOrderFunction.recipient(customer).header
                let composition = try await email.email(
                    to: recipient,
                    for: input,
                    as: order,
                    visit: visit
                )
                return WrittenDelivery(composition.message)
            case ProcessOrderFunction.notice:
                let composition = try notice.notice(for: input, as: order, visit: visit)
                return WrittenDelivery(composition.message)
            default: return nil
            }
        } catch {
            throw Unwritable(error.description)
        }
    }

    private func serviceMessage(
        _ delivery: Delivery,
        _ resource: TaskResource,
        _ input: JSONValue
    ) throws(ServiceFailure) -> WrittenDelivery? {
        guard let action = ServiceAction(resource), action.delivery?.kind == delivery.kind,
            let message = DeliveryContent.Message.read(delivery.kind)
        else { return nil }
        let made = try action.call(
            input,
            by: resource,
            for: delivery.order,
            in: (delivery.key.state, delivery.key.visit),
            names: []
        )
        return WrittenDelivery(
            DeliveryContent(
                message(made.arguments),
                request: DeliveryContent.Request(action: action.name, arguments: made.arguments)
            ),
            contentHash: made.call.request.contentHash,
            doubt: WrittenDelivery.otherProgram
        )
    }
}

extension WrittenDelivery {
    /// What is made of the history alone is the same for ever, unless the program makes it otherwise.
    fileprivate static let otherProgram =
        "what the history says that the state was given makes another message: another version of orderd sent it"
    fileprivate static let otherTemplates =
        "the templates have changed since, or the settings or files that are part of the message"

    fileprivate init(_ invocation: LambdaInvocation) {
        self.init(
            DeliveryContent(
                .invocation(
                    function: invocation.function,
                    payload: String(decoding: invocation.payload, as: UTF8.self)
                )
            ),
            contentHash: invocation.contentHash,
            doubt: Self.otherProgram
        )
    }

    fileprivate init(_ notice: PreparedNotice) {
        self.init(
            DeliveryContent(
                .notice(
                    topic: notice.notice.topic,
                    subject: notice.notice.subject,
                    message: notice.notice.message
                )
            ),
            contentHash: notice.contentHash,
            doubt: Self.otherTemplates
        )
    }

    fileprivate init(_ prepared: PreparedEmail) {
        let email = prepared.email
        var content = DeliveryContent.Email(from: email.from)
        (content.to, content.cc, content.bcc) = (email.to, email.cc, email.bcc)
        content.replyTo = email.replyTo
        let files: [Email.Attachment]
        switch email.content {
        case .message(let message):
            content.words = .texts(
                subject: message.subject,
                text: message.text,
                html: message.html
            )
            files = message.attachments
        case .template(let template):
            content.words = .template(name: template.name, data: template.data)
            files = template.attachments
        }
        content.attachments = files.map {
            DeliveryContent.Attachment(
                name: $0.fileName,
                type: $0.contentType,
                size: $0.content.count
            )
        }
        self.init(
            DeliveryContent(.email(content)),
            contentHash: prepared.contentHash,
            doubt: Self.otherTemplates
        )
    }
}

extension DeliveryContent.Message {
    /// Reads messages of that kind from an action's arguments; nil: no action sends any.
    fileprivate static func read(_ kind: Delivery.Kind) -> ((JSONValue) -> Self)? {
        switch kind {
        case .email: { .email(DeliveryContent.Email(arguments: $0)) }
        case .notice: notice
        case .message:
            { .message(queue: $0["QueueUrl"]?.string, body: $0["MessageBody"]?.string) }
        default: nil
        }
    }

    private static func notice(_ arguments: JSONValue) -> Self {
        let places = ["TopicArn", "TargetArn", "PhoneNumber"]
        return .notice(
            topic: places.lazy.compactMap { arguments[$0]?.string }.first,
            subject: arguments["Subject"]?.string,
            message: arguments["Message"]?.string
        )
    }
}

extension DeliveryContent.Email {
    /// An e-mail in the terms of either of SES's APIs; what is in neither's place is left out.
    fileprivate init(arguments: JSONValue) {
        func texts(_ value: JSONValue?) -> [String] { value?.array?.compactMap(\.string) ?? [] }
        self.init(
            from: arguments["FromEmailAddress"]?.string ?? arguments["Source"]?.string
        )
        let destination = arguments["Destination"]
        to = texts(destination?["ToAddresses"]) + texts(arguments["Destinations"])
        cc = texts(destination?["CcAddresses"])
        bcc = texts(destination?["BccAddresses"])
        replyTo = texts(arguments["ReplyToAddresses"])
        words = DeliveryContent.Words(arguments: arguments)
        let content = arguments["Content"]
        let files = content?["Simple"]?["Attachments"] ?? content?["Template"]?["Attachments"]
        attachments = (files?.array ?? []).map { file in
            DeliveryContent.Attachment(
                name: file["FileName"]?.string ?? "",
                type: file["ContentType"]?.string,
                size: file["RawContent"]?.string?.utf8.count ?? 0
            )
        }
    }
}

extension DeliveryContent.Words {
    fileprivate init(arguments: JSONValue) {
        let content = arguments["Content"]
        if let raw = content?["Raw"]?["Data"]?.string ?? arguments["RawMessage"]?["Data"]?.string {
            self = .raw(raw)
        } else if let simple = content?["Simple"] ?? arguments["Message"] {
            self = .texts(
                subject: simple["Subject"]?["Data"]?.string,
                text: simple["Body"]?["Text"]?["Data"]?.string,
                html: simple["Body"]?["Html"]?["Data"]?.string
            )
        } else if let template = content?["Template"],
            let name = (template["TemplateName"] ?? template["TemplateArn"])?.string
        {
            self = .template(name: name, data: template["TemplateData"]?.string)
        } else if let name = (arguments["Template"] ?? arguments["TemplateArn"])?.string {
            self = .template(name: name, data: arguments["TemplateData"]?.string)
        } else {
            self = .elsewhere
        }
    }
}
