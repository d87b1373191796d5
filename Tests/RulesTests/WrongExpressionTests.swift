import Diagnostics
import Rules
import Testing

/// Every mistake in an expression is refused when rules are read, with its place, a caret and the way out.
struct WrongExpressionTests {
    @Test("expression names one", arguments: WrongRule.expressionNamesOne)
    func expressionNamesOne(wrong: WrongRule) { wrong.check() }

    @Test("expression names two", arguments: WrongRule.expressionNamesTwo)
    func expressionNamesTwo(wrong: WrongRule) { wrong.check() }

    @Test("expression calls one", arguments: WrongRule.expressionCallsOne)
    func expressionCallsOne(wrong: WrongRule) { wrong.check() }

    @Test("expression calls two", arguments: WrongRule.expressionCallsTwo)
    func expressionCallsTwo(wrong: WrongRule) { wrong.check() }

    @Test("expression types one", arguments: WrongRule.expressionTypesOne)
    func expressionTypesOne(wrong: WrongRule) { wrong.check() }

    @Test("expression types two", arguments: WrongRule.expressionTypesTwo)
    func expressionTypesTwo(wrong: WrongRule) { wrong.check() }

    @Test("expression literals one", arguments: WrongRule.expressionLiteralsOne)
    func expressionLiteralsOne(wrong: WrongRule) { wrong.check() }

    @Test("expression literals two", arguments: WrongRule.expressionLiteralsTwo)
    func expressionLiteralsTwo(wrong: WrongRule) { wrong.check() }

    @Test("expression paths one", arguments: WrongRule.expressionPathsOne)
    func expressionPathsOne(wrong: WrongRule) { wrong.check() }

    @Test("expression paths two", arguments: WrongRule.expressionPathsTwo)
    func expressionPathsTwo(wrong: WrongRule) { wrong.check() }

    @Test("expression syntax one", arguments: WrongRule.expressionSyntaxOne)
    func expressionSyntaxOne(wrong: WrongRule) { wrong.check() }

    @Test("expression syntax two", arguments: WrongRule.expressionSyntaxTwo)
    func expressionSyntaxTwo(wrong: WrongRule) { wrong.check() }

    @Test("expression syntax three", arguments: WrongRule.expressionSyntaxThree)
    func expressionSyntaxThree(wrong: WrongRule) { wrong.check() }

    @Test("expression syntax four", arguments: WrongRule.expressionSyntaxFour)
    func expressionSyntaxFour(wrong: WrongRule) { wrong.check() }

    @Test("expression places one", arguments: WrongRule.expressionPlacesOne)
    func expressionPlacesOne(wrong: WrongRule) { wrong.check() }

    @Test("expression places two", arguments: WrongRule.expressionPlacesTwo)
    func expressionPlacesTwo(wrong: WrongRule) { wrong.check() }

    @Test("expression holes one", arguments: WrongRule.expressionHolesOne)
    func expressionHolesOne(wrong: WrongRule) { wrong.check() }

    @Test("expression holes two", arguments: WrongRule.expressionHolesTwo)
    func expressionHolesTwo(wrong: WrongRule) { wrong.check() }

    @Test func namesAreUnique() {
        let all = [
            WrongRule.expressionNamesOne,
            WrongRule.expressionNamesTwo,
            WrongRule.expressionCallsOne,
            WrongRule.expressionCallsTwo,
            WrongRule.expressionTypesOne,
            WrongRule.expressionTypesTwo,
            WrongRule.expressionLiteralsOne,
            WrongRule.expressionLiteralsTwo,
            WrongRule.expressionPathsOne,
            WrongRule.expressionPathsTwo,
            WrongRule.expressionSyntaxOne,
            WrongRule.expressionSyntaxTwo,
            WrongRule.expressionSyntaxThree,
            WrongRule.expressionSyntaxFour,
            WrongRule.expressionPlacesOne,
            WrongRule.expressionPlacesTwo,
            WrongRule.expressionHolesOne,
            WrongRule.expressionHolesTwo,
        ].joined()
        #expect(all.count >= 300)
        #expect(Set(all.map(\.text)).count == all.count)
        #expect(Set(all.map(\.testDescription)).count == all.count)
    }
}
