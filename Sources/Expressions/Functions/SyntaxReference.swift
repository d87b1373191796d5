// What looks like a call or an operator and is part of the syntax: macros
// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#macros), the conditional, optional fields and elements.
// In the signatures `x`, `i`, `key` and `value` are names that the writer chooses, and `list/map` is either.
extension ReferenceEntry {
    static let syntax: [ReferenceEntry] = [
        ReferenceEntry(
            group: .logic, name: "?:", signatures: ["bool ? A : A → A"],
            summary: "The first value where the condition holds, else the second.",
            example: "(2 > 1 ? 'yes' : 'no') == 'yes'"),
        ReferenceEntry(
            group: .presence, name: "has", signatures: ["has(x.field) → bool"],
            summary: "Whether there is a value: false for null, unknown when the inventory is silent.",
            example: "has({'a': 1}.a) && !has({'a': 1}.b)"),
        ReferenceEntry(
            group: .optionals, name: ".?", signatures: ["x.?field → optional<A>"],
            summary: "The field or the value under the key, or nothing when there is none.",
            example: "{'a': {'b': 1}}.?a.?b.orValue(0) == 1"),
        ReferenceEntry(
            group: .optionals, name: "?", signatures: ["[?optional<A>] → list<A>", "{A: ?optional<B>} → map<A, B>"],
            summary: "In a list or before a key of a map: there only if the optional has a value.",
            example: "[?optional.of(1), ?optional.none()] == [1] && {?'a': optional.of(2)} == {'a': 2}"),
        ReferenceEntry(
            group: .optionals, name: "optMap", signatures: ["optional<A>.optMap(x, B) → optional<B>"],
            summary: "What becomes of the value that is there.",
            example: "optional.of(2).optMap(x, x * 2).value() == 4"),
        ReferenceEntry(
            group: .optionals, name: "optFlatMap",
            signatures: ["optional<A>.optFlatMap(x, optional<B>) → optional<B>"],
            summary: "What becomes of the value that is there, and is an optional itself.",
            example: "!optional.of({'a': 1}).optFlatMap(x, x[?'b']).hasValue()"),
    ]

    static let macros: [ReferenceEntry] = [
        macro(
            "all", ["(list/map).all(x, bool) → bool", "(list/map).all(i, x, bool) → bool"],
            "Whether a test holds for every element of a list, or every key of a map; `i` is index or key.",
            example: "[1, 2].all(x, x > 0) && {'a': 1}.all(key, value, key + string(value) == 'a1')"),
        macro(
            "exists", ["(list/map).exists(x, bool) → bool", "(list/map).exists(i, x, bool) → bool"],
            "Whether a test holds for some element of a list, or some key of a map.",
            example: "['a', 'b'].exists(x, x == 'b')"),
        macro(
            "existsOne", ["(list/map).existsOne(x, bool) → bool", "(list/map).existsOne(i, x, bool) → bool"],
            "Whether a test holds for exactly one element or key.", aliases: ["exists_one"],
            example: "[1, 2, 3].existsOne(x, x > 2)"),
        macro(
            "filter", ["list<A>.filter(x, bool) → list<A>", "map<A, B>.filter(key, bool) → list<A>"],
            "The elements or keys that a test holds for.", example: "[1, 2, 3].filter(x, x > 1) == [2, 3]"),
        macro(
            "map", ["(list/map).map(x, A) → list<A>", "(list/map).map(x, bool, A) → list<A>"],
            "What becomes of each element or key, or of those that a test holds for.",
            example: "[1, 2].map(x, x * 10) == [10, 20] && [1, 2].map(x, x > 1, x * 10) == [20]"),
        macro(
            "transformList",
            ["(list/map).transformList(i, x, A) → list<A>", "(list/map).transformList(i, x, bool, A) → list<A>"],
            "The same with two names: index and element, or key and value.",
            example: "['a', 'b'].transformList(i, x, string(i) + x) == ['0a', '1b']"),
        macro(
            "transformMap",
            [
                "list.transformMap(i, x, A) → map<int, A>", "map<K, B>.transformMap(key, value, A) → map<K, A>",
                "(list/map).transformMap(i, x, bool, A) → map",
            ], "A map with the same keys, or with indices for keys, and what becomes of each value.",
            example: "{'a': 1}.transformMap(key, value, value + 1) == {'a': 2}"),
        macro(
            "transformMapEntry",
            [
                "(list/map).transformMapEntry(i, x, map<A, B>) → map<A, B>",
                "(list/map).transformMapEntry(i, x, bool, map<A, B>) → map<A, B>",
            ], "A map of the entries that each element becomes; a key that comes twice is an error.",
            example: "{'a': 1}.transformMapEntry(key, value, {string(value): key}) == {'1': 'a'}"),
        macro(
            "cel.bind", ["cel.bind(x, A, B) → B"], "A value computed once, under a name for the rest.",
            example: "cel.bind(x, 2 + 3, x * x) == 25"),
    ]

    private static func macro(
        _ name: String, _ signatures: [String], _ summary: String, aliases: [String] = [], example: String
    ) -> ReferenceEntry {
        ReferenceEntry(
            group: .macros, name: name, aliases: aliases, signatures: signatures, summary: summary, example: example)
    }
}
