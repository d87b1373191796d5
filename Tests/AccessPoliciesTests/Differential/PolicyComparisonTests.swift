import AccessPolicies
import Foundation
import Testing

/// Our evaluation against other people's. A disagreement that no class of `docs/policy-comparison.md` explains fails.
struct PolicyComparisonTests {
    @Test(.enabled(if: OtherEvaluators.areInstalled)) func everyDisagreementIsArgued() throws {
        let page = try ComparisonPage()
        for comparison in page.comparisons {
            for text in comparison.unexplained.prefix(10) { Issue.record("\(comparison.name): \(text)") }
            for found in comparison.classes where found.alone == 0 {
                Issue.record("\(comparison.name): nothing is explained by \"\(found.name)\"")
            }
        }
        let text = page.text
        let recorded = try? String(contentsOf: ComparisonPage.file, encoding: .utf8)
        if recorded != text, ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(to: ComparisonPage.file, atomically: true, encoding: .utf8)
        }
        let isCurrent = recorded == text
        #expect(isCurrent, "docs/policy-comparison.md is not what the comparisons find; RECORD=1 writes it anew")
    }
}
