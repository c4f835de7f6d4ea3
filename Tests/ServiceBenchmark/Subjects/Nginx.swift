import Foundation

/// Nginx with one static answer: what the machine can do without any work.
enum Nginx {
    static func start(status: Int, port: UInt16, in workshop: Workshop) async throws -> Server {
        let nginx = try Program("nginx", package: "nginx")
        let folder = try workshop.makeFolder("nginx")
        let file = folder.appendingPathComponent("nginx.conf")
        let text = """
            \(nginxHead(folder))
            http {
                \(nginxDefaults(folder))
                server {
                    listen 127.0.0.1:\(port) backlog=4096;
                    location / {
                        default_type application/json; return \(status) '{"orderId":"x","status":"QUEUED"}';
                    }
                }
            }
            """
        try Data(text.utf8).write(to: file)
        return try await Server(Command(nginx, ["-c", file.path]), port: port, in: workshop)
    }
}
