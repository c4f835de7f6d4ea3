// swift-tools-version: 6.2
import PackageDescription

// The floors of the house, lowest first: a target imports only what stands above it in this list.
// Sources/README.md explains each floor and says what is absent from it.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
    // The program runs without the checks at run time that no two accesses to one property overlap: they cost a twentieth of
    // a request. Debug builds have them, and so have all tests.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

let package = Package(
    name: "orderd",
    products: [.executable(name: "orderd", targets: ["orderd"])],
    dependencies: [
        // Exact, so that a commit is built of the same libraries; only what these need themselves is chosen by their ranges.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // C libraries: a module map and one header each.
        .systemLibrary(name: "CLinux"),
        .systemLibrary(
            name: "COpenSSL",
            pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"])]
        ),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

        // Floor 0, means: know nothing of orders.
        .target(name: "Formats", swiftSettings: settings),
        .target(name: "JSON", dependencies: ["Formats"], swiftSettings: settings),
        .target(
            name: "Telemetry",
            dependencies: ["JSON", "Formats", .logging],
            swiftSettings: settings
        ),
        .target(name: "JSONata", dependencies: ["JSON", "Formats"], swiftSettings: settings),
        .target(name: "Sockets", dependencies: ["CLinux"], swiftSettings: settings),
        .target(
            name: "OpenSSL",
            dependencies: ["Sockets", "Formats", "COpenSSL"],
            swiftSettings: settings
        ),
        .target(
            name: "HTTP",
            dependencies: [
                "Sockets", "OpenSSL", "JSON", "Formats", .httpTypes, .logging, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "AWS",
            dependencies: ["HTTP", "OpenSSL", "JSON", "Formats", .httpTypes],
            swiftSettings: settings
        ),
        .target(
            name: "StatesLanguage",
            dependencies: ["JSONata", "JSON", "Formats"],
            swiftSettings: settings
        ),

        // Floor 1, domain: what an order is and the engine that carries it to its end.
        .target(
            name: "Orders",
            dependencies: [
                "StatesLanguage", "JSON", "Telemetry", "Formats", .logging, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),

        // Floor 2, adapters: each joins the domain to one thing outside.
        .target(
            name: "AWSSandbox",
            dependencies: [
                "AWS", "HTTP", "OpenSSL", "Sockets", "JSON", "Formats", .httpTypes, .logging,
                .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "LocalFunctions",
            dependencies: [
                "HTTP", "Sockets", "JSON", "Formats", "CLinux", .httpTypes, .logging,
                .serviceLifecycle,
            ],
            resources: [.embedInCode("Runtime/bootstrap.py")],
            swiftSettings: settings
        ),
        .target(
            name: "OrderStoreSQLite",
            dependencies: ["Orders", "StatesLanguage", "JSON", .grdb, .grdbSQLite],
            swiftSettings: settings
        ),
        .target(
            name: "OrderStorePostgres",
            dependencies: ["Orders", "StatesLanguage", "JSON", "CPostgres"],
            swiftSettings: settings
        ),
        .target(
            name: "Integrations",
            dependencies: [
                "Orders", "StatesLanguage", "AWS", "HTTP", "OpenSSL", "JSON", "Telemetry",
                "Formats", .httpTypes, .mustache, .logging, .serviceLifecycle,
            ],
            swiftSettings: settings
        ),
        .target(
            name: "OrderAPI",
            dependencies: [
                "Orders", "StatesLanguage", "HTTP", "OpenSSL", "JSON", "Telemetry", "Formats",
                .httpTypes, .logging, .serviceLifecycle,
            ],
            resources: [.embedInCode("openapi.json")],
            swiftSettings: settings
        ),
        .target(
            name: "Console",
            dependencies: ["HTTP", .httpTypes],
            resources: [
                "api.js",
                "app.css",
                "app.js",
                "bulk-actions.js",
                "chart.js",
                "dialogs.js",
                "dom.js",
                "execution-view.js",
                "execution.js",
                "format.js",
                "graph-layout.js",
                "graph-view.js",
                "history-table.js",
                "icon.svg",
                "icons.js",
                "index.html",
                "json-check.js",
                "json-editor.js",
                "json-view.js",
                "kit.js",
                "list-page.js",
                "live.js",
                "machine.js",
                "mail-view.js",
                "monitor.js",
                "names.js",
                "order-actions.js",
                "paged-list.js",
                "pages/deliveries-page.js",
                "pages/failed-page.js",
                "pages/mailbox-page.js",
                "pages/nodes-page.js",
                "pages/now-page.js",
                "pages/order-page.js",
                "pages/orders-page.js",
                "pages/schedules-page.js",
                "pages/settings-page.js",
                "pages/suppressions-page.js",
                "pages/tasks-page.js",
                "pages/workflow-page.js",
                "pages/workflows-page.js",
                "router.js",
                "settings.js",
                "status.js",
                "table.js",
                "theme.js",
                "timeline.js",
                "try-out.js",
                "virtual-rows.js",
            ].map { .embedInCode("Files/\($0)") },
            swiftSettings: settings
        ),

        // Floor 3, program: commands, settings and all wiring.
        .executableTarget(
            name: "orderd",
            dependencies: [
                "OrderAPI", "Console", "Integrations", "OrderStoreSQLite", "LocalFunctions",
                "AWSSandbox", "Orders", "StatesLanguage", "JSONata", "AWS", "HTTP", "OpenSSL",
                "Sockets", "JSON",
                "Telemetry", "Formats", "CLinux", .argumentParser, .yams, .logging, .unixSignals,
                .serviceLifecycle, .httpTypes,
            ],
            // Links to the files in config/.
            resources: [
                "orderd.yaml", "orderd.service", "order.schema.json", "workflow.asl.json",
                "workflow.tests.json", "email-subject.mustache", "email-text.mustache",
                "email-html.mustache", "schedules.yaml", "revision.txt",
                "notice-subject.mustache", "notice-message.mustache",
            ].map { .embedInCode("BuiltIn/\($0)") },
            swiftSettings: settings
        ),

        // Tests: one target per target, and the contract every OrderStore must keep.
        .test("Formats"),
        .test("JSON"),
        .test("JSONata", ["JSON"]),
        .test("Telemetry", ["JSON", .logging]),
        .test("Sockets", ["TestClosing"]),
        .target(
            name: "TestClock",
            dependencies: ["Orders"],
            path: "Tests/TestClock",
            swiftSettings: settings
        ),
        .target(name: "TestClosing", path: "Tests/TestClosing", swiftSettings: settings),
        .target(
            name: "TestDigests",
            dependencies: ["StatesLanguage", "OpenSSL"],
            path: "Tests/TestDigests",
            swiftSettings: settings
        ),
        .target(name: "TestProcesses", path: "Tests/TestProcesses", swiftSettings: settings),
        .target(name: "TestRandomness", path: "Tests/TestRandomness", swiftSettings: settings),
        .test("OpenSSL", ["Sockets", "Formats", "TestClosing", "TestProcesses"]),
        .test(
            "HTTP",
            [
                "TestClosing", "TestProcesses", "Sockets", "OpenSSL", "Formats", .httpTypes,
                .logging, .serviceLifecycle, .serviceLifecycleTestKit,
            ],
            exclude: ["Fixtures"]
        ),
        .test(
            "AWS",
            [
                "TestClosing", "TestProcesses", "HTTP", "OpenSSL", "Sockets", "JSON", "Formats",
                .httpTypes, .logging,
            ],
            exclude: ["Fixtures"]
        ),
        .test("StatesLanguage", ["JSON", "Formats", "TestDigests"]),
        .executableTarget(
            name: "StatesLanguageFuzzer",
            dependencies: ["TestDigests", "StatesLanguage", "JSON"],
            path: "Tests/StatesLanguageFuzzer",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "StatesLanguageBenchmark",
            dependencies: ["TestDigests", "StatesLanguage", "JSON"],
            path: "Tests/StatesLanguageBenchmark",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "AWSClientBenchmark",
            dependencies: ["AWS", "HTTP", "OpenSSL", "Sockets"],
            path: "Tests/AWSClientBenchmark",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "orderd-bench",
            dependencies: [
                "TestProcesses", "HTTP", "OpenSSL", "Sockets", "JSON", .httpTypes, .argumentParser,
                .unixSignals,
            ],
            path: "Tests/ServiceBenchmark",
            exclude: ["README.md"],
            resources: [
                .embedInCode("Resources/orders.lua"), .embedInCode("Resources/dbos_peer.py"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ServiceBenchmarkTests",
            dependencies: ["orderd-bench"],
            swiftSettings: settings
        ),
        .test(
            "Orders",
            [
                "TestClock", "TestClosing", "TestDigests", "OrderStoreSQLite", "Integrations",
                "StatesLanguage", "JSON", "Formats",
                "Telemetry", .logging,
                .serviceLifecycle,
            ],
            exclude: ["Fixtures"]
        ),
        .target(
            name: "StoreConformance",
            dependencies: ["Orders", "StatesLanguage", "JSON"],
            path: "Tests/StoreConformance",
            swiftSettings: settings
        ),
        .test(
            "OrderStoreSQLite",
            [
                "StoreConformance", "TestClosing", "TestRandomness", "Orders", "StatesLanguage",
                "JSON", "Telemetry", .grdb, .grdbSQLite,
            ],
            exclude: ["Fixtures"]
        ),
        .test(
            "OrderStorePostgres",
            ["StoreConformance", "TestClosing", "TestProcesses", "Orders", "StatesLanguage"]
        ),
        .test(
            "AWSSandbox",
            [
                "TestClosing", "AWS", "HTTP", "OpenSSL", "Sockets", "JSON", .httpTypes, .logging,
                .serviceLifecycle,
            ]
        ),
        .test(
            "LocalFunctions",
            [
                "TestClosing", "HTTP", "OpenSSL", "Sockets", "JSON", "Formats", .httpTypes,
                .logging,
                .inMemoryLogging, .serviceLifecycle, .serviceLifecycleTestKit,
            ]
        ),
        .test(
            "Integrations",
            [
                "TestClock", "TestClosing", "TestDigests", "Orders", "OrderStoreSQLite",
                "StatesLanguage", "AWS", "AWSSandbox",
                "HTTP", "OpenSSL", "Sockets", "JSON", "Telemetry", "Formats", "TestProcesses",
                "TestRandomness", .httpTypes, .logging, .inMemoryLogging, .serviceLifecycleTestKit,
            ],
            exclude: ["Fixtures"]
        ),
        .test(
            "OrderAPI",
            [
                "TestClock", "TestClosing", "TestDigests", "Orders", "OrderStoreSQLite",
                "StatesLanguage", "HTTP", "Sockets", "JSON",
                "Telemetry", "Formats", .httpTypes, .logging, .serviceLifecycleTestKit,
            ]
        ),
        .test("Console", ["HTTP", .httpTypes]),
        .executableTarget(
            name: "Simulator",
            dependencies: [
                "TestDigests", "TestRandomness", "Orders", "StatesLanguage", "JSON",
                "Formats", .logging,
            ],
            path: "Tests/Simulator",
            swiftSettings: settings
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: [
                "Simulator", "StoreConformance", "TestDigests", "Orders", "StatesLanguage", "JSON",
                .logging,
            ],
            swiftSettings: settings
        ),
        .test(
            "orderd",
            [
                "AWS", "HTTP", "OpenSSL", "Sockets", "JSON", "Orders", "Integrations",
                "LocalFunctions",
                "TestClosing",
                "TestProcesses", .httpTypes, .logging,
            ],
            exclude: ["Fixtures"]
        ),
    ]
)

extension Target {
    /// The tests of one target, with what else they import.
    static func test(
        _ name: String,
        _ others: [Dependency] = [],
        exclude: [String] = []
    ) -> Target {
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.byName(name: name)] + others,
            exclude: exclude,
            swiftSettings: settings
        )
    }
}

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let grdbSQLite = product(name: "GRDBSQLite", package: "GRDB.swift")
    static let httpTypes = product(name: "HTTPTypes", package: "swift-http-types")
    static let inMemoryLogging = product(name: "InMemoryLogging", package: "swift-log")
    static let logging = product(name: "Logging", package: "swift-log")
    static let mustache = product(name: "Mustache", package: "swift-mustache")
    static let serviceLifecycle = product(
        name: "ServiceLifecycle",
        package: "swift-service-lifecycle"
    )
    static let serviceLifecycleTestKit = product(
        name: "ServiceLifecycleTestKit",
        package: "swift-service-lifecycle"
    )
    static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let yams = product(name: "Yams", package: "Yams")
}
