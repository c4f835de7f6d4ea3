import Foundation
import TestClosing
import Testing

@testable import orderd

@Suite(.closingPrograms)
struct `The variables of Kubernetes and of Docker's links` {
    private static let brought = [
        ("ORDERD_PORT", "tcp://10.0.0.1:8080"),
        ("ORDERD_PORT", "tcp://[fd00::1]:8080"),
        ("ORDERD_PORT", "udp://10.0.0.1:53"),
        ("ORDERD_SERVICE_HOST", "10.0.0.1"),
        ("ORDERD_SERVICE_HOST", "fd00::1"),
        ("ORDERD_SERVICE_PORT", "8080"),
        ("ORDERD_SERVICE_PORT_HTTP", "8080"),
        ("ORDERD_SERVICE_PORT_HTTP_METRICS_2", "9090"),
        ("ORDERD_PORT_8080_TCP", "tcp://10.0.0.1:8080"),
        ("ORDERD_PORT_8080_TCP_ADDR", "10.0.0.1"),
        ("ORDERD_PORT_8080_TCP_PORT", "8080"),
        ("ORDERD_PORT_8080_TCP_PROTO", "tcp"),
        ("ORDERD_PORT_53_UDP", "udp://10.0.0.1:53"),
        ("ORDERD_PORT_53_UDP_ADDR", "fd00::1"),
        ("ORDERD_PORT_53_UDP_PORT", "53"),
        ("ORDERD_PORT_53_UDP_PROTO", "udp"),
        ("ORDERD_PORT_9_SCTP", "sctp://[fd00::1]:9"),
        ("ORDERD_PORT_9_SCTP_PROTO", "sctp"),
        ("ORDERD_HTTP_PORT", "tcp://10.0.0.1:80"),
        ("ORDERD_HTTP_SERVICE_HOST", "10.0.0.1"),
        ("ORDERD_HTTP_SERVICE_PORT", "80"),
        ("ORDERD_HTTP_PORT_80_TCP", "tcp://10.0.0.1:80"),
        ("ORDERD_HTTP_PORT_80_TCP_ADDR", "10.0.0.1"),
        ("ORDERD_DATA_PORT", "tcp://10.0.0.1:5432"),
        ("ORDERD_V2_CANARY_SERVICE_PORT_HTTP", "80"),
        ("ORDERD_SERVICE_SERVICE_HOST", "10.0.0.1"),
        ("ORDERD_PORT_PORT", "tcp://10.0.0.1:80"),
        ("ORDERD_PORT_80_TCP_START", "tcp://172.17.0.2:80"),
        ("ORDERD_PORT_80_TCP_END", "tcp://172.17.0.2:90"),
        ("ORDERD_PORT_80_TCP_PORT_START", "80"),
        ("ORDERD_PORT_80_TCP_PORT_END", "90"),
        ("ORDERD_NAME", "/shop/orderd"),
        ("ORDERD_ENV_ORDERD_HTTP_PORT", "8080"),
        ("ORDERD_ENV_PATH", "/usr/bin"),
    ]

    @Test(arguments: brought)
    func `are passed over`(name: String, value: String) {
        #expect(`The settings`.faults(environment: [name: value]) == [])
    }

    @Test func `are passed over all at once`() throws {
        let all = Dictionary(Self.brought) { $1 }
        #expect(`The settings`.faults(environment: all) == [])
        #expect(try `The settings`.read(environment: all).http.port == 8080)
    }

    @Test func `leave a setting of their name to the next source`() throws {
        let environment = ["ORDERD_HTTP_PORT": "tcp://10.0.0.1:80"]
        let file = "http:\n  port: 3\n"
        #expect(try `The settings`.read(environment: environment).http.port == 8080)
        #expect(try `The settings`.read(environment: environment, file: file).http.port == 3)
        let flags = ["http.port": "1"]
        #expect(try `The settings`.read(flags: flags, environment: environment).http.port == 1)
    }

    @Test func `of a link that is named as a setting are known by its port`() throws {
        var environment = ["ORDERD_WORKFLOW_NAME": "/shop/flow", "ORDERD_WORKFLOW_ENV_A": "1"]
        #expect(`The settings`.faults(environment: environment).count == 1)
        environment["ORDERD_WORKFLOW_PORT"] = "tcp://172.17.0.2:80"
        #expect(`The settings`.faults(environment: environment) == [])
        let settings = try `The settings`.read(environment: environment)
        #expect(settings.workflow.name == "SimpleOrderWorkflow")
        let own = ["ORDERD_WORKFLOW_NAME": "/shop/flow"]
        #expect(try `The settings`.read(environment: own).workflow.name == "/shop/flow")
    }

    @Test(arguments: [
        ("ORDERD_PORT", "8080"), ("ORDERD_PORT", "tcp://10.0.0.1"), ("ORDERD_PORT", "10.0.0.1:80"),
        ("ORDERD_PORT", "http://10.0.0.1:80"), ("ORDERD_PORT", "tcp://orders.internal:80"),
        ("ORDERD_PORT", "tcp://10.0.0.1:0"), ("ORDERD_PORT", "tcp://10.0.0.1:65536"),
        ("ORDERD_PORT", "TCP://10.0.0.1:80"), ("ORDERD_PORT", "tcp://10.0.0.1:+80"),
        ("ORDERD_PORT", "tcp://fd00::1:80"), ("ORDERD_PORT", "tcp://[10.0.0.1]:80"),
        ("ORDERD_PORT", ""), ("ORDERD_HTTP_PORT", "8O8O"), ("ORDERD_HTTP_PORT", "tcp://:80"),
        ("ORDERD_HTTP_PORT", "tcp://10.0.0.1:80/"), ("ORDERD_HTTP_PORTT", "1"),
        ("ORDERD_HTTP_PROT", "tcp://10.0.0.1:80"), ("ORDERD_SERVICE_HOST", "orders.internal"),
        ("ORDERD_HTTP_HOST_SERVICE", "10.0.0.1"), ("ORDERD_SERVICE_HOST_X", "10.0.0.1"),
        ("ORDERD_SERVICE_PORT", "http"), ("ORDERD_SERVICE_PORT", "0"),
        ("ORDERD_SERVICE_PORT_", "80"), ("ORDERD_PORT_8080", "tcp://10.0.0.1:8080"),
        ("ORDERD_PORT_8080_TCP", "8080"), ("ORDERD_PORT_8080_TCP", "tcp://10.0.0.1:8081"),
        ("ORDERD_PORT_8080_TCP", "udp://10.0.0.1:8080"), ("ORDERD_PORT_8080_TCP_ADDR", "host"),
        ("ORDERD_PORT_8080_TCP_PORT", "8081"), ("ORDERD_PORT_8080_TCP_PROTO", "udp"),
        ("ORDERD_PORT_8080_tcp", "tcp://10.0.0.1:8080"), ("ORDERD_PORT_HTTP_TCP_PROTO", "tcp"),
        ("ORDERD_PORT_8080_TCP_", "tcp://10.0.0.1:8080"), ("ORDERD_NAME", "orders"),
        ("ORDERD_NAME", "/orders"), ("ORDERD_NAME", "/a/b/c"), ("ORDERD_ENV", "production"),
        ("ORDERD_HTTP_ENV_PATH", "/bin"), ("ORDERD_HTTP_NAME", "/a/b"), ("ORDERD_", "1"),
        ("ORDERD_SERVICE", "10.0.0.1"), ("ORDERD_HOST", "10.0.0.1"),
    ])
    func `are none that a person wrote by mistake`(name: String, value: String) {
        let faults = `The settings`.faults(environment: [name: value])
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("\(name): ") == true, "\(faults)")
    }

    @Test func `keep the service from starting no more`() async throws {
        let data = try TestFolder.make()
        let environment = Dictionary(Self.brought) { $1 }
        let service = try await ServiceProcess(
            ["--sandbox"],
            environment: environment,
            data: data
        )
        #expect(try await service.curl("/livez").status == 200)
        await service.kill()
    }
}
