internal import Catalog
internal import Diagnostics
internal import Engine
internal import Expressions
internal import Findings
internal import Inventory
internal import Rules

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

// Measures the expression language and prints Markdown: nanoseconds an evaluation of typical conditions on the resources
// of an inventory, and the time that a thousand rules take to be read and checked. `bench-expressions INVENTORY…`

func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func fail(_ text: String) -> Never {
    let line = Array("bench-expressions: \(text)\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress!, $0.count) }
    exit(2)
}

func rules(_ text: String) -> [Rule] {
    var set = RuleSet(readsExamples: false)
    set.add(SourceFile(path: "bench.yaml", text: Array(text.utf8)), catalog: catalog)
    if set.diagnostics.hasErrors {
        fail(DiagnosticRenderer(palette: Palette(isEnabled: false)).render(set.diagnostics))
    }
    return set.rules
}

/// The same rule so many times.
func file(_ count: Int, _ type: String, _ body: (Int) -> String) -> String {
    "rules:\n"
        + (0..<count).map { index in
            """
              - id: bench-\(index)
                title: A rule
                resource: \(type)
                category: security
                severity: low
            \(body(index))
                message: "{{ resource.name }} is wrong"
                fix: Mend it.

            """
        }.joined()
}

let conditions: [(type: String, condition: String)] = [
    ("instance", "resource.state == \"running\""),
    ("instance", "resource.type.startsWith(\"t2.\") || resource.type.startsWith(\"m4.\")"),
    ("instance", "now - resource.launched > \"90d\""),
    ("instance", "resource.metadata_options.http_tokens != \"required\" && resource.state == \"running\""),
    ("instance", "resource.tags[\"Owner\"] != null"),
    ("instance", "resource.name.matches(\"^(web|db|app)-[0-9]+$\")"),
    ("instance", "resource.security_groups.exists(g, g == \"sg-1\")"),
    ("instance", "resource.vcpus * 2 > 16 || resource.vcpus in [1, 2]"),
    ("security_group", "resource.ingress.admits({\"source\": \"internet\", \"protocol\": \"tcp\", \"port\": 22})"),
    (
        "security_group",
        "resource.ingress.exists(e, e.source.exists(s, s.covers(\"internet\")) && e.ports.exists(p, p.covers(22)))"
    ),
    ("security_group", "resource.ingress.all(e, e.description != \"\") && size(resource.ingress) < 60"),
    ("security_group", "resource.name == resource.description"),
    // The general evaluator's.
    ("security_group", "resource.name + \"-x\" == \"default-x\""),
    ("security_group", "resource.vpc.name == \"main\""),
]

let catalog = Catalog.builtin().catalog
let loaded = InventoryLoader(catalog: catalog, jobs: 1).load(paths: Array(CommandLine.arguments.dropFirst()))
guard !loaded.diagnostics.hasErrors, loaded.inventory.resourceCount > 0 else { fail("give a right inventory") }

print("| condition | on | ns an evaluation |\n|---|---|---|")
for (type, condition) in conditions {
    let copies = 40
    let resources = loaded.inventory.resources(ofType: type).count
    guard resources > 0 else { fail("the inventory holds no \(type)") }
    let rules = rules(file(copies, type) { _ in "    flag: |-\n      \(condition)" })
    func run(_ rules: [Rule]) -> Double {
        let start = seconds()
        _ = RuleRun(inventory: loaded.inventory, rules: rules, jobs: 1, version: "bench")
        return seconds() - start
    }
    let few = Array(rules.prefix(2))
    // The difference of many and few is the evaluations alone; the least of several runs, since the rest is noise.
    let difference = (0..<5).map { _ in run(rules) }.min()! - (0..<5).map { _ in run(few) }.min()!
    let nanoseconds = difference / Double(resources * (copies - few.count)) * 1e9
    print("| `\(condition.replacing("|", with: "\\|"))` | \(type) | \(Int(nanoseconds.rounded())) |")
}

let thousand = file(1000, "instance") { index in
    let condition = conditions[index % 8].condition
    return "    flag: |-\n      \(condition)"
}
func least(_ work: () -> Void) -> (least: Double, median: Double) {
    let times = (0..<9).map { _ in
        let start = seconds()
        work()
        return (seconds() - start) * 1e3
    }.sorted()
    return (times[0], times[4])
}

func milliseconds(_ times: (least: Double, median: Double)) -> String {
    "least \(Int(times.least.rounded())) ms, median \(Int(times.median.rounded())) ms"
}

let texts = (0..<1000).map { conditions[$0 % conditions.count] }
let source = SourceFile(path: "bench", text: [])
let environments = ["instance", "security_group"].map { type in
    var environment = Environment()
    RuleEnvironment.extend(&environment, catalog: catalog, resource: type)
    return environment
}
let parsed = least {
    for (type, text) in texts {
        guard let syntax = Parser.parse(text).syntax else { fail("`\(text)` has a mistake") }
        var checker = Checker(environments[type == "instance" ? 0 : 1]) { _ in SourceSpan(startOf: source) }
        _ = checker.check(syntax)
        if !checker.errors.isEmpty { fail("`\(text)` has a mistake") }
    }
}
print("\nParsing and checking 1000 conditions: \(milliseconds(parsed)).")
let read = least { _ = rules(thousand) }
print(
    "\nReading 1000 whole rules, \(thousand.utf8.count / 1000) kB of YAML, with messages and every check:",
    "\(milliseconds(read)).")
