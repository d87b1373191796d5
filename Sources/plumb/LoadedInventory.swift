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
        for path in ruleFiles where !diagnostics.hasErrors {
            Terminal.complain(
                "note: `\(VisibleText.escaping(path))` is a rule file and was passed over; give it with --rules")
        }
        for path in testFiles where !diagnostics.hasErrors {
            Terminal.complain(
                "note: `\(VisibleText.escaping(path))` is a test file and was passed over; run it with plumb test")
        }
        if diagnostics.hasErrors { throw Triage.ExitCode.wrongInput }
        return !unreadable.isEmpty
    }
}
