import Foundation
import JSON
import TestClosing
import Testing

/// What was sent, as the program shows it beside what has arrived.
@Suite(.closingPrograms)
struct `What was sent for an order` {
    private static let order =
        #"{"orderId":"001","customerEmail":"buyer@example.com","name":"<Ann>"}"#

    private static func contents(
        _ service: ServiceProcess,
        _ order: JSONValue
    ) async throws -> [(json: Answer, page: Answer)] {
        var contents: [(Answer, Answer)] = []
        let number = order["orderId"]?.string ?? ""
        for delivery in order["deliveries"]?.array ?? [] {
            let path = "/orders/\(number)/deliveries/\(delivery["id"]?.int ?? 0)/content"
            contents.append((try await service.curl(path), try await service.curl("\(path).html")))
        }
        return contents
    }

    @Test func `is shown as it arrived, over a restart, until its template is another`()
        async throws
    {
        let (data, folder) = (try TestFolder.make(), try TestFolder.make())
        let template = folder.appending(path: "text.mustache")
        try Data("Dear {{name}}, your order ID is {{orderId}}.".utf8).write(to: template)
        let html = Repository.root.appending(path: "config/templates/email-html.mustache").path
        let arguments = [
            "--sandbox", "--set", "email.textTemplate=\(template.path)",
            "--set", "email.htmlTemplate=\(html)",
        ]
        let first = try await ServiceProcess(arguments, data: data)
        _ = try await first.post(Self.order)
        let order = try await first.order("001", is: ["SUCCEEDED"])
        let arrived = try await first.curl("/sandbox/messages").json()["messages"]?.array ?? []
        let email = try #require(arrived.first { $0["subject"] == "Order Confirmation: 001" })
        let contents = try await Self.contents(first, order)
        #expect(contents.map(\.json.status) == [200, 200])
        let shown = try contents[0].json.json()
        #expect(shown["kind"] == "email" && shown["to"] == ["buyer@example.com"])
        #expect(shown["text"] == "Dear <Ann>, your order ID is 001.")
        for name in ["subject", "text", "html"] { #expect(shown[name] == email[name]) }
        #expect(contents[0].page.body == shown["html"]?.string)
        #expect(contents[0].page.head.contains("Content-Security-Policy: sandbox; default-src"))
        #expect(try contents[1].json.json()["kind"] == "notice")
        await first.kill()

        let second = try await ServiceProcess(arguments, data: data)
        #expect(try await Self.contents(second, order).map(\.page.status) == [200, 200])
        await second.kill()

        try Data("Hello {{name}}.".utf8).write(to: template)
        let third = try await ServiceProcess(arguments, data: data)
        let changed = try await Self.contents(third, order)
        #expect(changed.map(\.json.status) == [410, 200])
        #expect(changed[0].json.body.contains("the templates have changed since"))
        #expect(changed.map(\.page.status) == [410, 200])
        let erased = try await third.curl("/orders/001", ["-X", "DELETE"])
        #expect(erased.status == 200)
        #expect(try await Self.contents(third, order).map(\.json.status) == [410, 410])
    }

    @Test func `by a workflow's own calls stands in its history, also of branches`() async throws {
        let folder = try TestFolder.make()
        let mail = #"""
            {"StartAt":"Both","States":{"Both":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"Mail","States":{"Mail":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sesv2:sendEmail",
                "Parameters":{"FromEmailAddress":"orders@example.com","Destination":{"ToAddresses.$":"States.Array($.customerEmail)"},
                  "Content":{"Simple":{"Subject":{"Data.$":"$.orderId"},"Body":{"Text":{"Data":"1 < 2"}}}}},"End":true}}},
              {"StartAt":"Tell","States":{"Tell":{"Type":"Task","Resource":"arn:aws:states:::sns:publish",
                "Parameters":{"TopicArn":"arn:aws:sns:us-east-1:000000000000:orders","Message":{"id.$":"$.orderId"}},"End":true}}}]}}}
            """#
        try Data(mail.utf8).write(to: folder.appending(path: "Mail.asl.json"))
        let service = try await ServiceProcess(
            ["--sandbox", "--set", "workflow.directory=\(folder.path)"],
            data: try TestFolder.make()
        )
        let post = ["-H", "Content-Type: application/json", "-d", Self.order]
        _ = try await service.curl("/orders?workflow=Mail", post)
        let order = try await service.order("Mail:001", is: ["SUCCEEDED", "FAILED"])
        #expect(order["status"] == "SUCCEEDED", "\(order)")
        let contents = try await Self.contents(service, order)
        #expect(contents.map(\.json.status) == [200, 200], "\(contents.map(\.json.body))")
        let documents = try contents.map { try $0.json.json() }
        let email = try #require(documents.first { $0["kind"] == "email" })
        #expect(email["to"] == ["buyer@example.com"] && email["subject"] == "001")
        #expect(email["action"] == "sesv2:sendEmail" && email["text"] == "1 < 2")
        let notice = try #require(documents.first { $0["kind"] == "notice" })
        #expect(notice["message"] == #"{"id":"001"}"#)
        #expect(contents.contains { $0.page.body.contains("1 &lt; 2</pre>") })
    }
}
