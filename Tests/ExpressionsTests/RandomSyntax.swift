import Expressions
import SeededRandom

/// Trees as the parser makes them, of all kinds of nodes.
struct RandomSyntax {
    private var generator: SeededGenerator
    private static let place = TextRange(0, 0)

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> Syntax { tree(Int.random(in: 0...6, using: &generator)) }

    private mutating func tree(_ depth: Int) -> Syntax {
        let kind: Syntax.Kind
        switch depth == 0 ? Int.random(in: 0..<9, using: &generator) : Int.random(in: 6..<27, using: &generator) {
        case 0: kind = .null
        case 1: kind = .bool(generator.once(in: 2))
        case 2: kind = .int(generator.pick([0, 1, -1, 42, .max, .min]))
        case 3: kind = .uint(generator.pick([0, 7, .max]))
        case 4: kind = .double(generator.pick([0, 1, -2.5, 1e300, -2.5e-308, 0.1, 1e15, 123_456_789, 1e21, -1e-7]))
        case 5:
            kind = .string(
                generator.pick([
                    "", "a", "\"'\\", "\n\r\t\0", "é😀\u{202E}\u{FEFF}", "\u{7}\u{8}\u{B}\u{C}\u{7F}\u{85}", "${b}",
                ]))
        case 6: kind = .bytes(generator.pick([[], [0, 255, 34, 92], Array("aé".utf8)]))
        case 7, 8: kind = .identifier(name().text, isAbsolute: generator.once(in: 5))
        case 9: kind = .select(tree(depth - 1), field: field(), isOptional: generator.once(in: 3))
        case 10: kind = .has(tree(depth - 1), field: field(), isOptional: generator.once(in: 3))
        case 11: kind = .index(tree(depth - 1), tree(depth - 1), isOptional: generator.once(in: 3))
        case 12: kind = .call(name(), target: nil, arguments: trees(depth - 1))
        case 13: kind = .call(name(), target: tree(depth - 1), arguments: trees(depth - 1))
        case 14: kind = .list(trees(depth - 1).map { .init($0, isOptional: generator.once(in: 4)) })
        case 15:
            let values = trees(depth - 1)
            kind = .map(
                trees(depth - 1).prefix(values.count).enumerated().map {
                    .init(key: $1, value: values[$0], isOptional: generator.once(in: 4))
                })
        case 16:
            kind = .message(
                type(), trees(depth - 1).map { .init(field(), value: $0, isOptional: generator.once(in: 4)) })
        case 17: kind = .conditional(tree(depth - 1), tree(depth - 1), tree(depth - 1))
        case 18, 19: kind = .unary(generator.pick([.not, .negate]), tree(depth - 1))
        case 20, 21:
            kind = .operation(
                generator.pick([
                    .equals, .differs, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .add, .subtract,
                    .multiply,
                    .divide, .remainder,
                ]), [tree(depth - 1), tree(depth - 1)])
        case 22, 23:
            kind = .operation(
                generator.pick([.and, .or]), [tree(depth - 1), tree(depth - 1)] + trees(depth - 1).prefix(2))
        case 24: kind = .comprehension(comprehension(depth - 1))
        case 25: kind = .bind(name(), value: tree(depth - 1), body: tree(depth - 1))
        default: kind = .optionalMap(tree(depth - 1), name(), body: tree(depth - 1), isFlat: generator.once(in: 2))
        }
        return Syntax(kind, Self.place)
    }

    private mutating func trees(_ depth: Int) -> [Syntax] {
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in tree(depth) }
    }

    private mutating func comprehension(_ depth: Int) -> Syntax.Comprehension {
        let macro = generator.pick(Macro.allCases)
        let isTest = [.exists, .all, .existsOne, .filter].contains(macro)
        let count =
            macro == .filter || macro == .map ? 1 : isTest ? Int.random(in: 1...2, using: &generator) : 2
        let written = macro == .existsOne ? generator.pick(["exists_one", "existsOne"]) : macro.rawValue
        return Syntax.Comprehension(
            macro, .init(written, Self.place), over: tree(depth),
            variables: ["x", "y"].prefix(count).map { .init($0, Self.place) },
            predicate: isTest || generator.once(in: 2) ? tree(depth) : nil, transform: isTest ? nil : tree(depth))
    }

    private mutating func type() -> Syntax {
        var type = Syntax(.identifier(name().text, isAbsolute: generator.once(in: 4)), Self.place)
        while generator.once(in: 2) { type = Syntax(.select(type, field: name(), isOptional: false), Self.place) }
        return type
    }

    private mutating func name() -> Syntax.Name {
        .init(generator.pick(["a", "b", "_c1", "r", "size", "e5", "u"]), Self.place)
    }
    private mutating func field() -> Syntax.Name {
        .init(generator.pick(["a", "for", "b-c", "in", "1", "null", "d.e/f g"]), Self.place)
    }
}
