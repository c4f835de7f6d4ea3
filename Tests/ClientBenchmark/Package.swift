// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that async-http-client and SwiftNIO stay out of orderd's.
let package = Package(
    name: "ClientBenchmark",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0")
    ],
    targets: [
        .executableTarget(
            name: "Peer",
            dependencies: [.product(name: "AsyncHTTPClient", package: "async-http-client")],
            swiftSettings: [.swiftLanguageMode(.v6)]
        )
    ]
)
