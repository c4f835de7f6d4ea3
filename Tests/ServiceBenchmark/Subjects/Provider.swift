import Foundation

/// Nginx with TLS that answers as SES and SNS do, always the same and at once or after a delay.
struct Provider {
    let server: Server
    let port: UInt16
    let certificate: URL

    /// Starts it with a certificate of its own.
    ///
    /// Nginx has no sleep. What it has is `auth_delay`, which makes an answer 401 wait: with a delay no caller has the
    /// right, and the 401 is made into the canned answer.
    init(port: UInt16, delayMilliseconds: Int, in workshop: Workshop) async throws {
        let nginx = try Program("nginx", package: "nginx")
        let openssl = try Program("openssl", package: "openssl")
        let folder = try workshop.makeFolder("provider")
        self.port = port
        certificate = folder.appendingPathComponent("certificate.pem")
        _ = try await workshop.output(
            Command(
                openssl,
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=provider"
                    .split(separator: " ").map(String.init) + [
                        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                        "-keyout", "\(folder.path)/key.pem", "-out", certificate.path,
                    ]
            )
        )
        let file = folder.appendingPathComponent("nginx.conf")
        let text = Self.configuration(folder, port, delayMilliseconds)
        try Data(text.utf8).write(to: file)
        try Data().write(to: folder.appendingPathComponent("nobody"))
        server = try await Server(Command(nginx, ["-c", file.path]), port: port, in: workshop)
    }

    var endpoint: String { "https://localhost:\(port)" }

    /// What leads orderd there.
    var environment: [String: String] {
        [
            "AWS_REGION": "eu-central-1", "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE00000",
            "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            "AWS_ENDPOINT_URL": endpoint, "AWS_CA_BUNDLE": certificate.path,
            "AWS_EC2_METADATA_DISABLED": "true",
        ]
    }

    static func configuration(_ folder: URL, _ port: UInt16, _ delay: Int) -> String {
        let wait = """
            auth_delay \(delay)ms; auth_basic delay; auth_basic_user_file \(folder.path)/nobody;
            """
        let locations = answers.enumerated().map { index, answer in
            let content = "default_type \(answer.type); return 200 '\(answer.body)';"
            return delay == 0
                ? "location \(answer.path) { \(content) }"
                : """
                location \(answer.path) { error_page 401 =200 @answer\(index); }
                location @answer\(index) { \(content) }
                """
        }
        return """
            \(nginxHead(folder))
            http {
                \(nginxDefaults(folder))
                \(delay == 0 ? "" : wait)
                server {
                    listen 127.0.0.1:\(port) ssl backlog=4096;
                    ssl_certificate \(folder.path)/certificate.pem;
                    ssl_certificate_key \(folder.path)/key.pem;
                    ssl_protocols TLSv1.3;
                    \(locations.joined(separator: "\n"))
                }
            }
            """
    }

    private static let answers: [(path: String, type: String, body: String)] = [
        (
            "= /v2/email/outbound-emails", "application/json",
            #"{"MessageId":"0100018c2f3e4d5a-7b8c9d0e-1f2a-3b4c-5d6e-7f8091a2b3c4-000000"}"#
        ),
        (
            "= /v2/email/account", "application/json",
            #"{"SendQuota":{"Max24HourSend":100000000,"MaxSendRate":1000000,"SentLast24Hours":0},"#
                + #""SendingEnabled":true,"ProductionAccessEnabled":true,"EnforcementStatus":"HEALTHY"}"#
        ),
        (
            "/v2/email/identities", "application/json",
            #"{"IdentityType":"DOMAIN","VerifiedForSendingStatus":true}"#
        ),
        (
            "= /", "text/xml",
            #"<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>"#
                + "<MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult>"
                + "<ResponseMetadata><RequestId>d74b8436-ae13-5ab4-a9ff-ce54dfea72a0</RequestId>"
                + "</ResponseMetadata></PublishResponse>"
        ),
    ]
}

/// The lines of an nginx with one process that stays in the foreground.
func nginxHead(_ folder: URL) -> String {
    """
    daemon off; worker_processes 1; pid \(folder.path)/nginx.pid; error_log \(folder.path)/errors;
    events { worker_connections 20000; }
    """
}

/// What nginx writes goes into the folder, and a connection is never closed for its age.
func nginxDefaults(_ folder: URL) -> String {
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map { "\($0)_temp_path \(folder.path)/\($0);" }
    return """
        access_log off; keepalive_requests 1000000000; client_body_buffer_size 64k;
        \(folders.joined(separator: " "))
        """
}
