internal import Diagnostics
internal import Inventory
internal import Triage

extension InventoryLoader.Result {
    /// Says on standard error what is wrong with the inventories; throws when that is more than a file that could not be
    /// read. Whether one could not.
    func report(_ color: ColorChoice) throws -> Bool {
        let renderer = DiagnosticRenderer(palette: color.palette(for: Terminal.standardError))
        if !diagnostics.isEmpty { Terminal.complain(renderer.render(diagnostics)) }
        for file in unreadable {
            Terminal.complain("error: cannot read `\(VisibleText.escaping(file.path))`: \(file.reason)")
        }
        for (kind, path) in others where !diagnostics.hasErrors {
            Terminal.complain(
                "note: `\(VisibleText.escaping(path))` is a \(kind.name) and was passed over; \(kind.advice)")
        }
        if diagnostics.hasErrors { throw Triage.ExitCode.wrongInput }
        return !unreadable.isEmpty
    }
}
