import Foundation
import HTTP
import HTTPTypes
import Testing

@testable import Console

/// What is served of the console, and to whom.
struct `The console` {
    @Test func `carries every file of its folder, fewer than 200,000 bytes in all`() throws {
        let folder = URL(filePath: #filePath)
            .appending(path: "../../../Sources/Console/Files").standardized
        let found = try #require(FileManager.default.enumerator(atPath: folder.path))
        var isFolder: ObjCBool = false
        let names = found.compactMap { $0 as? String }
            .filter { name in
                let path = folder.appending(path: name).path
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                    && !isFolder.boolValue
            }
        #expect(Set(names) == Set(ConsoleFile.all.map(\.name)))
        #expect(ConsoleFile.all.reduce(0) { $0 + $1.contents.count } < 200_000)
        #expect(ConsoleFile.all.allSatisfy { $0.mediaType != "application/octet-stream" })
    }

    @Test func `has no script and no style within its page`() throws {
        let shell = try #require(ConsoleFile.all.first { $0.name == ConsoleFile.shellName })
        let text = String(decoding: shell.contents, as: UTF8.self)
        #expect(text.matches(of: /<script(?![^>]*\ssrc=)/).isEmpty)
        #expect(text.matches(of: /\s(on[a-z]+|style)\s*=/).isEmpty)
        #expect(!text.contains("<style"))
    }

    @Test(
        arguments: [
            ("", "text/html"), ("orders", "text/html"), ("orders/001.7", "text/html"),
            ("orders/Refunds:001", "text/html"), ("app.js", "text/javascript"),
            ("pages/now-page.js", "text/javascript"), ("app.css", "text/css"),
            ("icon.svg", "image/svg+xml"),
        ]
    )
    func `answers a path with its file, and one of a view with the page`(
        path: String,
        type: String
    ) throws {
        let answer = try ask("/console/\(path)")
        #expect(answer.status == .ok)
        #expect(answer.fields[.contentType]?.hasPrefix(type) == true)
        let policy = try #require(answer.fields[.contentSecurityPolicy])
        #expect(policy.contains("default-src 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(answer.fields[.xContentTypeOptions] == "nosniff")
        let tag = try #require(answer.fields[.eTag])
        let again = try ask("/console/\(path)", [.ifNoneMatch: tag])
        #expect(again.status == .notModified)
        #expect(again.fields[.eTag] == tag)
    }

    @Test(arguments: ["/console/gone.js", "/console/pages/gone.css", "/consoles/", "/orders", "/"])
    func `leaves everything else to the service`(path: String) throws {
        #expect(try ask(path).status == .imATeapot)
    }

    @Test func `is where a browser is led, and nobody else`() throws {
        for path in ["/", "/console"] {
            let answer = try ask(path, [.accept: "text/html,application/xhtml+xml"])
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/console/")
        }
        #expect(try ask("/", [.accept: "*/*"]).status == .imATeapot)
        #expect(try ask("/", [.accept: "text/html"], .post).status == .imATeapot)
    }

    @Test func `is only read`() throws {
        let answer = try ask("/console/", [:], .post)
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.fields[.allow] == "GET, HEAD")
    }

    private func ask(
        _ path: String,
        _ fields: HTTPFields = [:],
        _ method: HTTPRequest.Method = .get
    ) throws -> ServerResponse {
        var request = ServerRequest(
            head: RequestHead(method: method, path: path, fields: FieldTable(fields)),
            remoteAddress: "192.0.2.1",
            id: "r"
        )
        let admission = Console(before: Teapot()).admit(&request)
        guard case .now(let response) = admission.receive(request) else {
            throw CancellationError()
        }
        return response
    }
}

/// A service that is known by its answer.
private struct Teapot: HTTPHandler {
    func admit(_ request: inout ServerRequest) -> Admission {
        .refused(ServerResponse(.imATeapot))
    }
}

extension HTTPResponse.Status {
    fileprivate static let imATeapot = HTTPResponse.Status(code: 418)
}
