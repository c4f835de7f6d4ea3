import Foundation
import OpenSSL
import OrderAPI
import Sockets

/// What guards the port: API keys and certificates, out of the files that the settings name.
struct FrontDoor: Sendable {
    private let http: Settings.HTTP
    private let tls: Settings.TLS
    /// The keys; nil: whoever reaches the port may call.
    let keys: APIKeys?
    /// What connections speak TLS with; nil: they are plain.
    let context: TLSContext?
    private let certificateScopes: Set<Scope>

    /// Reads the files, and notes everything that is wrong with them.
    init(_ settings: Settings, _ faults: inout [SettingFault]) {
        (http, tls) = (settings.http, settings.tls)
        certificateScopes = Set(scopes: tls.clientScopes) ?? []
        if certificateScopes.isEmpty {
            let problem = "names no scopes; there are \(Set(Scope.allCases).list)"
            faults.append(SettingFault(place: "tls.clientScopes", problem: problem))
        }
        do { keys = try Self.keys(http, tls) } catch {
            keys = nil
            faults.append(error)
        }
        do { context = try Self.context(tls) } catch {
            context = nil
            faults.append(error)
        }
    }

    /// Whether a caller has to prove who it is.
    var isGuarded: Bool { keys != nil }

    /// Who may do what, for the API of a service that listens on that port.
    func accessControl(port: UInt16) -> AccessControl? {
        guard let keys else { return nil }
        var rules = AccessControl.Rules()
        rules.rate = http.rateLimit
        rules.guardsMetrics = http.metrics == .keys
        rules.certificateScopes = certificateScopes
        rules.browsers = browserGuard
        rules.port = port
        return AccessControl(keys, rules: rules)
    }

    /// What keeps web pages out while callers prove nothing, and others' pages from using cookies.
    var browserGuard: BrowserGuard {
        BrowserGuard(
            hosts: http.allowedHosts,
            origins: http.corsOrigins,
            scheme: context == nil ? .http : .https
        )
    }

    /// The files that are read again when they change, and what is done then.
    func watched(
        _ access: AccessControl?,
        replaceTLS: @escaping @Sendable (TLSContext) -> Void
    ) -> [FileWatch.Entry] {
        var entries: [FileWatch.Entry] = []
        if let access, !http.keysFile.isEmpty {
            entries.append(
                FileWatch.Entry(name: "API keys", files: [http.keysFile]) { [http] in
                    // Whoever takes the last key back wants nobody in.
                    access.replace(with: try Self.allKeys(http))
                }
            )
        }
        if context != nil {
            let files = [tls.certificateFile, tls.privateKeyFile, tls.clientRootsFile]
            entries.append(
                FileWatch.Entry(name: "certificates", files: files.filter { !$0.isEmpty }) {
                    [tls] in
                    if let context = try Self.context(tls) { replaceTLS(context) }
                }
            )
        }
        return entries
    }

    /// The keys to start with; nil when callers need none.
    private static func keys(
        _ http: Settings.HTTP,
        _ tls: Settings.TLS
    ) throws(SettingFault) -> APIKeys? {
        let keys = try allKeys(http)
        let provesItself = !keys.keys.isEmpty || !tls.clientRootsFile.isEmpty
        switch (http.auth, provesItself) {
        case (.none, false), (.unset, false): return nil
        case (.keys, true), (.unset, true): return keys
        case (.none, true):
            let problem = "is none although there are keys or client certificates; leave one out"
            throw SettingFault(place: "http.auth", problem: problem)
        case (.keys, false):
            let problem = "is keys and there are none; make one with orderd keys new"
            throw SettingFault(place: "http.auth", problem: problem)
        }
    }

    private static func allKeys(_ http: Settings.HTTP) throws(SettingFault) -> APIKeys {
        var keys = try keys(http.keys, "http.keys")
        guard !http.keysFile.isEmpty else { return keys }
        let text: String
        do { text = try InputFile(watched: http.keysFile).text } catch {
            throw SettingFault(place: "http.keysFile", problem: "\(error)")
        }
        keys.add(try Self.keys(text, http.keysFile))
        return keys
    }

    private static func keys(_ text: String, _ place: String) throws(SettingFault) -> APIKeys {
        do { return try APIKeys(text) } catch {
            throw SettingFault(place: place, problem: error.description)
        }
    }

    private static func context(_ tls: Settings.TLS) throws(SettingFault) -> TLSContext? {
        if tls.certificateFile.isEmpty, tls.privateKeyFile.isEmpty, tls.clientRootsFile.isEmpty {
            return nil
        }
        guard !tls.certificateFile.isEmpty, !tls.privateKeyFile.isEmpty else {
            let problem = "TLS needs both tls.certificateFile and tls.privateKeyFile"
            throw SettingFault(place: "tls", problem: problem)
        }
        for path in [tls.certificateFile, tls.privateKeyFile, tls.clientRootsFile] {
            do { try InputFile.refusePipe(path, because: InputFile.isReadAgain) } catch {
                throw SettingFault(place: "tls", problem: "\(error)")
            }
        }
        var server = TLSConfiguration.Server(
            certificateChain: .file(tls.certificateFile),
            privateKey: .file(tls.privateKeyFile),
            applicationProtocols: ["http/1.1"]
        )
        if !tls.clientRootsFile.isEmpty {
            let roots = TLSConfiguration.PEM.file(tls.clientRootsFile)
            server.clientCertificates =
                tls.clientCertificates == .required ? .required(roots) : .optional(roots)
        }
        do { return try TLSContext(server: server) } catch {
            throw SettingFault(place: "tls", problem: "\(error)")
        }
    }
}
