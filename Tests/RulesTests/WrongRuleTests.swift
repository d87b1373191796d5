import Diagnostics
import Rules
import Testing

/// A rule file with a mistake, and everything that must be said of it.
struct WrongRule: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var complaints: String

    init(_ name: String, _ text: String, _ complaints: String) {
        let isWhole = text.isEmpty || text.hasSuffix("\n")
        (testDescription, self.complaints) = (name, complaints + "\n")
        self.text = isWhole ? text : text + "\n"
    }

    /// What is said of the rule is what must be said of it.
    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        var set = RuleSet()
        set.add(Trial.file(text), catalog: Trial.catalog)
        let found = DiagnosticRenderer(palette: Palette(isEnabled: false)).render(set.diagnostics)
        #expect(found == complaints, sourceLocation: sourceLocation)
        #expect(set.diagnostics.hasErrors, sourceLocation: sourceLocation)
    }

    /// A rule that is right up to its eighth line, where `body` begins.
    init(_ name: String, of resource: String, _ body: String, _ complaints: String) {
        self.init(name, Trial.ruleText(resource, body), complaints)
    }
}

/// Every mistake is refused when rules are read, with its place, a caret and the way out.
struct WrongRuleTests {
    @Test("files", arguments: WrongRule.files)
    func files(wrong: WrongRule) { wrong.check() }

    @Test("heads one", arguments: WrongRule.headsOne)
    func headsOne(wrong: WrongRule) { wrong.check() }

    @Test("heads two", arguments: WrongRule.headsTwo)
    func headsTwo(wrong: WrongRule) { wrong.check() }

    @Test("heads three", arguments: WrongRule.headsThree)
    func headsThree(wrong: WrongRule) { wrong.check() }

    @Test("parameters one", arguments: WrongRule.parametersOne)
    func parametersOne(wrong: WrongRule) { wrong.check() }

    @Test("parameters two", arguments: WrongRule.parametersTwo)
    func parametersTwo(wrong: WrongRule) { wrong.check() }

    @Test("definitions", arguments: WrongRule.definitions)
    func definitions(wrong: WrongRule) { wrong.check() }

    @Test("bounds", arguments: WrongRule.bounds)
    func bounds(wrong: WrongRule) { wrong.check() }

    @Test("conditions one", arguments: WrongRule.conditionsOne)
    func conditionsOne(wrong: WrongRule) { wrong.check() }

    @Test("conditions two", arguments: WrongRule.conditionsTwo)
    func conditionsTwo(wrong: WrongRule) { wrong.check() }

    @Test("conditions three", arguments: WrongRule.conditionsThree)
    func conditionsThree(wrong: WrongRule) { wrong.check() }

    @Test("traffic", arguments: WrongRule.traffic)
    func traffic(wrong: WrongRule) { wrong.check() }

    @Test("messages", arguments: WrongRule.messages)
    func messages(wrong: WrongRule) { wrong.check() }

    @Test("examples", arguments: WrongRule.examples)
    func examples(wrong: WrongRule) { wrong.check() }

    @Test("constants one", arguments: WrongRule.constantsOne)
    func constantsOne(wrong: WrongRule) { wrong.check() }

    @Test("constants two", arguments: WrongRule.constantsTwo)
    func constantsTwo(wrong: WrongRule) { wrong.check() }

    @Test("together", arguments: WrongRule.together)
    func together(wrong: WrongRule) { wrong.check() }

    @Test func namesAreUnique() {
        let all = [
            WrongRule.files, WrongRule.headsOne, WrongRule.headsTwo, WrongRule.headsThree, WrongRule.parametersOne,
            WrongRule.parametersTwo, WrongRule.bounds, WrongRule.conditionsOne, WrongRule.conditionsTwo,
            WrongRule.conditionsThree,
            WrongRule.traffic, WrongRule.messages, WrongRule.examples, WrongRule.together,
            WrongRule.constantsOne, WrongRule.constantsTwo,
        ].joined()
        #expect(all.count >= 200)
        #expect(Set(all.map(\.text)).count == all.count)
    }
}
