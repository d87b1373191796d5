internal import BucketAccess
internal import Catalog
internal import Diagnostics
internal import Inventory
internal import Stopwatch

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

// Measures what buckets come to and prints Markdown: every policy read and evaluated, every fact written.
// `bench-buckets JOBS RUNS INVENTORY…`; the least of the runs counts.

func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

guard CommandLine.arguments.count > 3, let jobs = Int(CommandLine.arguments[1]),
    let runs = Int(CommandLine.arguments[2])
else {
    print("usage: bench-buckets JOBS RUNS INVENTORY…")
    exit(2)
}
let catalog = Catalog.builtin().catalog
print(
    "| buckets | policies read | evaluated | s to read the inventory | s to evaluate all policies and write every fact, \(jobs) jobs |"
)
print("|---|---|---|---|---|")
for path in CommandLine.arguments.dropFirst(3) {
    let start = Stopwatch.seconds()
    let loaded = InventoryLoader(catalog: catalog, jobs: jobs).load(paths: [path])
    guard !loaded.diagnostics.hasErrors, loaded.unreadable.isEmpty else {
        print("\(path): not a right inventory")
        exit(2)
    }
    let read = Stopwatch.seconds() - start
    var least = Double.infinity
    var counts = (read: 0, evaluated: 0)
    for _ in 0..<runs {
        let begun = Stopwatch.seconds()
        guard let model = BucketModel(loaded.inventory, jobs: jobs) else { exit(2) }
        model.deriveFacts()
        least = min(least, Stopwatch.seconds() - begun)
        counts = model.counts
    }
    let buckets = loaded.inventory.resources(ofType: "bucket").count
    print("| \(buckets) | \(counts.read) | \(counts.evaluated) | \(rounded(read)) | \(rounded(least)) |")
}
