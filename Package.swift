// swift-tools-version: 6.2
import PackageDescription

/// Plumbline: one target a box of the pipeline (docs/architecture.md); dependencies only along its arrows.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// `make fuzz` sets PLUMBLINE_FUZZ: the libraries then tell libFuzzer where they have been.
let isFuzzing = Context.environment["PLUMBLINE_FUZZ"] == "1"
let instrumented: [SwiftSetting] =
    strict + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])] : [])
let fuzzTargets: [Target] = [
    .target(name: "FuzzDriver", path: "Tests/Fuzz/Driver", swiftSettings: strict),
    fuzzer("fuzz-loader", ["Inventory", "Catalog", "Diagnostics"], in: "Loader", dictionary: "inventory.dict"),
    fuzzer(
        "fuzz-expressions", ["Expressions", "Conformance", "Diagnostics"], in: "Expressions",
        dictionary: "expressions.dict"),
]

/// `make bench` sets PLUMBLINE_BENCH: it measures the expression language, networks and buckets from inside.
let isMeasuring = Context.environment["PLUMBLINE_BENCH"] == "1"
let benchTargets: [Target] = [
    .target(name: "Stopwatch", path: "Benchmarks/Stopwatch", swiftSettings: strict),
    .executableTarget(
        name: "bench-expressions",
        dependencies: ["Engine", "Rules", "Expressions", "Inventory", "Catalog", "Findings", "Diagnostics"],
        path: "Benchmarks/Expressions", swiftSettings: strict),
    .executableTarget(
        name: "bench-networks",
        dependencies: ["Stopwatch", "Reachability", "Inventory", "Catalog", "Networks", "Diagnostics"],
        path: "Benchmarks/Networks", swiftSettings: strict),
    .executableTarget(
        name: "bench-buckets", dependencies: ["Stopwatch", "BucketAccess", "Inventory", "Catalog", "Diagnostics"],
        path: "Benchmarks/Buckets", swiftSettings: strict),
]

func fuzzer(
    _ name: String, _ dependencies: [Target.Dependency], in folder: String, dictionary: String
) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies + ["FuzzDriver"], path: "Tests/Fuzz/" + folder, exclude: [dictionary],
        swiftSettings: instrumented, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
}

// Debian's re2.pc asks for -pthread, which SwiftPM drops with a warning in every build; the headers are found anyway.
#if os(Linux)
    let re2: String? = nil
#else
    let re2: String? = "re2"
#endif

func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = [], exclude: [String] = []
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: instrumented, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "plumbline",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "plumb", targets: ["plumb"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(name: "CLibRE2", pkgConfig: re2, providers: [.apt(["libre2-dev"]), .brew(["re2"])]),
        .target(name: "CRE2", dependencies: ["CLibRE2"], linkerSettings: [.linkedLibrary("re2")]),
        library("Diagnostics"),
        library("Documents", ["CLibYAML", "Diagnostics"]),
        library("Networks"),
        library(
            "AccessPolicies", ["Documents", "Diagnostics", "Networks"], plugins: ["EmbedYAML"], exclude: ["Data"]),
        library("Calendar"),
        library("Metrics", ["Calendar"]),
        library("Workers"),
        library(
            "Prices", ["Calendar", "Documents", "Diagnostics"], plugins: ["EmbedYAML"],
            exclude: ["Data", "compile.py"]),
        library(
            "Catalog", ["Calendar", "Documents", "Diagnostics", "Metrics"], plugins: ["EmbedYAML"], exclude: ["Types"]),
        library("Inventory", ["Catalog", "Documents", "Diagnostics", "Metrics", "Networks", "Workers"]),
        library("Reachability", ["Inventory", "Catalog", "Diagnostics", "Networks", "Workers"]),
        library("ResourcePolicies", ["Inventory", "Catalog", "AccessPolicies", "Diagnostics", "Workers"]),
        library("BucketAccess", ["Inventory", "Catalog", "AccessPolicies", "ResourcePolicies", "Diagnostics"]),
        library("AlarmFacts", ["Inventory", "Catalog", "Metrics", "Diagnostics"]),
        library("Expressions", ["CRE2", "Calendar", "Metrics", "Networks", "Diagnostics"]),
        library(
            "Rules", ["Expressions", "Catalog", "Findings", "Documents", "Diagnostics", "Networks"],
            plugins: ["EmbedYAML"]),
        library(
            "Costing", ["Prices", "Rules", "Expressions", "Catalog", "Findings", "Documents", "Diagnostics"],
            plugins: ["EmbedYAML"], exclude: ["Models"]),
        library("Conformance", ["Expressions", "Documents", "Diagnostics"]),
        library("Findings", ["Diagnostics"]),
        library(
            "Engine",
            [
                "Workers", "Rules", "Expressions", "Inventory", "AlarmFacts", "Reachability", "BucketAccess",
                "ResourcePolicies", "Costing", "Prices", "Catalog", "Findings", "Metrics", "Networks", "Diagnostics",
                "Documents",
            ]),
        library(
            "Lint", ["Engine", "Rules", "Inventory", "Catalog", "Prices", "Calendar", "Documents", "Diagnostics"]),
        library("Triage", ["Findings"]),
        library("Reports", ["Findings", "Triage", "Diagnostics", "Workers"]),
        library("ReachReports", ["Reachability", "Reports", "Networks", "Diagnostics"]),
        library("PriceReports", ["Prices", "Reports", "Diagnostics"]),
        library("AccessReports", ["ResourcePolicies", "BucketAccess", "AccessPolicies", "Reports", "Diagnostics"]),
        library("CostReports", ["Costing", "Reports", "Findings", "Diagnostics"]),
        library("Schemas", ["Reports", "Rules", "Expressions", "Catalog", "Findings", "Metrics", "Networks"]),
        .executableTarget(
            name: "plumb",
            dependencies: [
                "Engine", "Rules", "Lint", "Inventory", "Reachability", "BucketAccess", "Catalog", "Reports",
                "ReachReports", "AccessReports", "CostReports", "Costing", "Schemas", "Triage", "Workers", "Findings",
                "Diagnostics", "Documents",
                "Expressions", "Conformance", "Prices", "PriceReports", "Calendar",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(name: "embed-yaml", swiftSettings: strict),
        .plugin(name: "EmbedYAML", capability: .buildTool(), dependencies: ["embed-yaml"]),
        .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),
        tests("NetworksTests", ["SeededRandom", "Networks"]),
        tests("MetricsTests", ["SeededRandom", "Metrics"]),
        tests(
            "AccessPoliciesTests", ["SeededRandom", "AccessPolicies", "Documents", "Diagnostics", "Networks"],
            exclude: ["Differential/compare.py", "Differential/requirements.txt"]),
        tests(
            "ExpressionsTests", ["SeededRandom", "Expressions", "Conformance", "Networks", "Diagnostics", "Documents"],
            exclude: ["Corpus"]),
        tests("PricesTests", ["SeededRandom", "Prices", "Documents", "Diagnostics", "Calendar"]),
        tests("DocumentsTests", ["SeededRandom", "Documents", "Diagnostics"]),
        tests(
            "InventoryTests", ["SeededRandom", "Inventory", "Catalog", "Documents", "Diagnostics", "Metrics"],
            exclude: ["Corpus"]),
        tests(
            "ReachabilityTests", ["SeededRandom", "Reachability", "Inventory", "Catalog", "Networks", "Diagnostics"]),
        tests(
            "BucketAccessTests",
            [
                "SeededRandom", "BucketAccess", "ResourcePolicies", "AccessPolicies", "Inventory", "Catalog",
                "Diagnostics",
            ]),
        tests(
            "ResourcePoliciesTests",
            ["SeededRandom", "ResourcePolicies", "AccessPolicies", "Inventory", "Catalog", "Diagnostics"]),
        tests("AlarmFactsTests", ["AlarmFacts", "Inventory", "Catalog", "Diagnostics"]),
        tests(
            "RulesTests",
            [
                "SeededRandom", "Rules", "Catalog", "Expressions", "Engine", "Inventory", "Findings", "Networks",
                "Diagnostics",
                "Documents",
            ]),
        tests(
            "CostTests",
            [
                "SeededRandom", "Costing", "Prices", "Engine", "Rules", "Inventory", "Catalog", "Findings",
                "Diagnostics",
            ]),
        tests("ReportsTests", ["Reports", "Findings", "Triage", "Diagnostics"]),
        tests(
            "SchemaTests", ["Schemas", "Rules", "Expressions", "Inventory", "Catalog", "Diagnostics"],
            exclude: ["validate.py"]),
        tests("GoldenTests", [], exclude: ["Fixtures"]),
    ] + (isFuzzing ? fuzzTargets : []) + (isMeasuring ? benchTargets : []),
    cxxLanguageStandard: .cxx17
)
