import HTTP
import Integrations
import OpenSSL
import Orders
import Sockets

/// With what definitions call APIs over HTTP: connections and roots, out of the files that the settings name.
struct HTTPTaskPlan {
    private let settings: Settings.HTTPTask
    let connections: HTTPConnections
    /// Whether there are as many as the file has.
    private let hasConnections: Bool
    /// Files that others could read, and cannot any more.
    let tightened: [String]

    /// Reads the files, and notes everything that is wrong with them.
    init(_ settings: Settings.HTTPTask, _ faults: inout [SettingFault]) {
        self.settings = settings
        tightened = OwnerOnly.tighten(settings.secretsFile) ? [settings.secretsFile] : []
        do throws(SettingFaults) {
            connections = try Self.connections(settings)
            hasConnections = !settings.secretsFile.isEmpty
        } catch {
            connections = HTTPConnections()
            hasConnections = false
            faults += error.faults
        }
        do throws(TLSError) { _ = try settings.makeTLS() } catch {
            let problem = "\(error); name a file of certificates in PEM form"
            faults.append(SettingFault(place: "httpTask.roots", problem: problem))
        }
    }

    /// Notes which definitions call as a connection that there is not.
    func check(_ workflows: StartUpFiles.Definitions, _ faults: inout [SettingFault]) {
        guard hasConnections else { return }
        for workflow in workflows.all {
            for call in WorkflowCalls(workflow.definition).httpTasks {
                guard let name = call.connection.flatMap(HTTPConnection.name(inARN:)),
                    connections[name] == nil
                else { continue }
                let problem =
                    "the state \(call.state) calls as the connection \(name), which \(settings.secretsFile) does not have; "
                    + "there is \(connections.names.isEmpty ? "none" : connections.names.joined(separator: ", "))"
                faults.append(
                    SettingFault(
                        place: workflows.places[workflow.name] ?? workflow.name,
                        problem: problem
                    )
                )
            }
        }
    }

    /// A client that calls the hosts that are allowed, and dials the addresses that it has checked.
    func makeClient(through proxies: ProxySettings, on loop: EventLoop) throws -> HTTPClient {
        var configuration = ClientConfiguration()
        configuration.hosts = settings.allow
        configuration.proxies = proxies
        configuration.maximumConnectionsPerHost = settings.concurrency
        configuration.maximumConnections = settings.concurrency
        configuration.writeTimeout = settings.timeout
        configuration.firstByteTimeout = settings.timeout
        configuration.maximumBodySize = HTTPTaskCall.maximumAnswer
        return HTTPClient(
            loops: [loop],
            configuration: configuration,
            tls: try settings.makeTLS()
        )
    }

    /// The files that are read again when they change, and what is done then.
    func watched(_ task: HTTPTaskIntegration) -> [FileWatch.Entry] {
        guard !settings.secretsFile.isEmpty else { return [] }
        return [
            FileWatch.Entry(name: "connections", files: [settings.secretsFile]) { [settings] in
                _ = OwnerOnly.tighten(settings.secretsFile)
                task.replace(with: try Self.connections(settings))
            }
        ]
    }

    private static func connections(
        _ settings: Settings.HTTPTask
    ) throws(SettingFaults) -> HTTPConnections {
        let path = settings.secretsFile
        guard !path.isEmpty else { return HTTPConnections() }
        let setting = "httpTask.secretsFile"
        if let objection = OwnerOnly.objection(toSecretsIn: path) {
            throw SettingFaults(faults: [SettingFault(place: setting, problem: objection)])
        }
        let text: [UInt8]
        do throws(InputFile.Unreadable) {
            text = try InputFile(watched: path).bytes
        } catch {
            throw SettingFaults(faults: [SettingFault(place: setting, problem: "\(error)")])
        }
        do throws(HTTPConnections.Faults) {
            return try HTTPConnections(parsing: text)
        } catch {
            throw SettingFaults(
                faults: error.all.map {
                    SettingFault(place: "\(path):\($0.place)", problem: $0.problem)
                }
            )
        }
    }
}

extension Settings.HTTPTask {
    /// Whether any host may be called.
    var isOn: Bool { !allow.isEmpty }

    /// What a definition's HTTP tasks lack, a sentence for each state.
    func objections(to calls: WorkflowCalls) -> [String] {
        guard !isOn || secretsFile.isEmpty else { return [] }
        let lack =
            isOn
            ? "httpTask.secretsFile names no file with connections; name one"
            : "httpTask.allow names no host that may be called; name those that are meant, such as api.example.com"
        return calls.httpTasks.map { "the state \($0.state) calls \($0.resource), and \(lack)" }
    }

    fileprivate func makeTLS() throws(TLSError) -> TLSContext {
        let own = TLSConfiguration.Roots.only(.file(roots))
        var configuration = TLSConfiguration.Client(roots: roots.isEmpty ? .system : own)
        configuration.rootsSetting = "httpTask.roots"
        return try TLSContext(client: configuration)
    }
}
