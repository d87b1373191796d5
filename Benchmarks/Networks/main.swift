internal import Catalog
internal import Diagnostics
internal import Inventory
internal import Networks
internal import Reachability
internal import Stopwatch

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

// Measures the model of networks and prints Markdown: what arrives at every interface of an inventory, worked out once.
// `bench-networks JOBS INVENTORY…`, smallest first: growth is told from one to the next.

/// Megabytes that are resident now, where the system says.
func residentMegabytes() -> Double {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 128)
    let count = fread(&buffer, 1, buffer.count, file)
    let fields = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
    return fields.count > 1 ? (Double(fields[1]) ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6 : 0
}

func rounded(_ value: Double, _ digits: Double = 100) -> String { "\((value * digits).rounded() / digits)" }

guard CommandLine.arguments.count > 2, let jobs = Int(CommandLine.arguments[1]) else {
    print("usage: bench-networks JOBS INVENTORY…")
    exit(2)
}
let catalog = Catalog.builtin().catalog
print(
    "| interfaces | groups | subnets | s to read | s to work out what arrives everywhere, and every fact | MB for it |")
print("|---|---|---|---|---|---|")
var before: (interfaces: Int, seconds: Double, megabytes: Double)?
var growth: [String] = []
for path in CommandLine.arguments.dropFirst(2) {
    let start = Stopwatch.seconds()
    let loaded = InventoryLoader(catalog: catalog, jobs: jobs).load(paths: [path])
    guard !loaded.diagnostics.hasErrors, loaded.unreadable.isEmpty else {
        print("\(path): not a right inventory")
        exit(2)
    }
    let inventory = loaded.inventory
    let read = Stopwatch.seconds() - start
    let resident = residentMegabytes()
    let begun = Stopwatch.seconds()
    let model = NetworkModel(inventory, ReferenceSource(inventory), jobs: jobs)
    model.deriveFacts()
    let taken = Stopwatch.seconds() - begun
    let megabytes = residentMegabytes() - resident
    func count(_ type: String) -> Int { inventory.resources(ofType: type).count }
    let interfaces = count("network_interface")
    print(
        "| \(interfaces) | \(count("security_group")) | \(count("subnet")) | \(rounded(read)) | \(rounded(taken, 1000)) |",
        "\(rounded(megabytes, 10)) |")
    if let before {
        let size = log(Double(interfaces) / Double(before.interfaces))
        growth.append(
            "\(before.interfaces) to \(interfaces): time \(rounded(log(taken / before.seconds) / size)), "
                + "memory \(rounded(log(megabytes / before.megabytes) / size))")
    }
    before = (interfaces, taken, megabytes)
    withExtendedLifetime(model) {}
}
print("\nGrowth exponents of that, \(jobs) jobs: \(growth.joined(separator: "; ")).")
