import Foundation
import TestProcesses

/// A service that is started, measured in one or several ways, and ended.
struct Subject {
    let program: String
    let arguments: [String]
    let folder: URL
    let port: UInt16
    let loads: [Load]

    /// Measures every load in turn; the service is new and its data are gone afterwards.
    func measure(connections: Int, seconds: Int) throws -> [(name: String, Figure)] {
        let service = try ChildProcess(
            program,
            arguments,
            environment: ProcessInfo.processInfo.environment,
            in: folder
        )
        // What it says must be read, or it would wait for its reader.
        let reader = Thread { _ = try? service.output.readToEnd() }
        reader.start()
        defer { service.killGroup() }
        try Program.waitUntilListening(port)
        return try loads.map { load in
            (load.name, try load.measure(port, connections: connections, seconds: seconds))
        }
    }
}

extension Subject {
    /// Nginx with a static answer: what the machine can do without any work.
    static func nginx(in folder: URL, port: UInt16) throws -> Subject? {
        guard let program = Program.find("nginx") else { return nil }
        let file = folder.appendingPathComponent("nginx.conf")
        let text = """
            daemon off; worker_processes 1; pid \(folder.path)/nginx.pid; error_log \(folder.path)/error.log;
            events { worker_connections 20000; }
            http {
                access_log off; keepalive_requests 1000000000;
                server {
                    listen 127.0.0.1:\(port) backlog=4096;
                    location / { default_type application/json; return 202 '{"orderId":"x","status":"QUEUED"}'; }
                }
            }
            """
        try Data(text.utf8).write(to: file)
        let load = Load(name: Report.nginx, kind: .orders)
        return Subject(
            program: program,
            arguments: ["-c", file.path],
            folder: folder,
            port: port,
            loads: [load]
        )
    }

    /// Redis with an fsync before each answer.
    static func redis(in folder: URL, port: UInt16) throws -> Subject? {
        guard let program = Program.find("redis-server"), Program.find("redis-benchmark") != nil
        else { return nil }
        return Subject(
            program: program,
            arguments: [
                "--port", "\(port)", "--bind", "127.0.0.1", "--appendonly", "yes",
                "--appendfsync", "always", "--save", "", "--dir", folder.path,
            ],
            folder: folder,
            port: port,
            loads: [Load(name: Report.redis, kind: .stream)]
        )
    }

    /// The service itself, with its sandbox, at its defaults but for the settings given.
    static func orderd(
        _ program: String,
        _ settings: [String],
        in folder: URL,
        port: UInt16,
        from current: URL
    ) throws -> Subject {
        let own = ["http.port=\(port)", "data.directory=\(folder.path)/orderd"]
        return Subject(
            program: program,
            arguments: ["serve", "--sandbox"] + (own + settings).flatMap { ["--set", $0] },
            folder: current,
            port: port,
            loads: [
                Load(name: Report.accepted, kind: .orders),
                Load(name: "orderd GET /orders/{id}", kind: .get("/orders/benchmark")),
                Load(name: "orderd GET /health", kind: .get("/health")),
                Load(name: "orderd GET /livez", kind: .get("/livez")),
            ]
        )
    }
}
