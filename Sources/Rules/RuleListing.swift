package import Catalog
internal import Diagnostics
internal import Expressions
internal import Findings

/// Rules for people: the table, the Markdown of the documentation, and one rule explained.
package struct RuleListing: Sendable {
    private let catalog: Catalog
    package init(catalog: Catalog) { self.catalog = catalog }

    /// One line a rule: id, severity, category, type, title.
    package func table(_ rules: [Rule]) -> String {
        let rows = rules.map {
            [$0.id, Self.severity(of: $0), $0.category.rawValue, catalog.types[$0.resourceType].name, $0.title]
        }
        return TextTable.render([["rule", "severity", "category", "resource", "title"]] + rows)
            + "\(rules.count) rules\n"
    }

    /// A section a resource type, a row a rule.
    package func markdown(_ rules: [Rule]) -> String {
        var result = ""
        for (index, type) in catalog.types.enumerated() {
            let own = rules.filter { $0.resourceType == index }
            if own.isEmpty { continue }
            result +=
                "### `\(type.name)`\n\n| rule | severity | category | finds | same check elsewhere |\n|---|---|---|---|---|\n"
            for rule in own {
                let maps = rule.maps.map { "\($0.framework): \($0.ids.joined(separator: ", "))" }.joined(
                    separator: "; ")
                result +=
                    "| `\(rule.id)` | \(Self.severity(of: rule)) | \(rule.category.rawValue) | \(rule.title) | \(maps) |\n"
            }
            result += "\n"
        }
        return result
    }

    /// Everything a rule says, and the rule itself.
    package func explanation(of rule: Rule) -> String {
        let type = catalog.types[rule.resourceType]
        var result = "\(rule.id): \(rule.title)\n\n"
        result += "  severity   \(Self.severity(of: rule))\n  category   \(rule.category.rawValue)\n"
        result += "  judges     \(type.name) (\(type.awsType))\n"
        if !rule.forEach.isEmpty { result += "             each entry of \(rule.forEach.joined(separator: " and "))\n" }
        for parameter in rule.parameters { result += Self.explanation(of: parameter) }
        result += "  fix        \(rule.fix)\n"
        for map in rule.maps { result += "  same as    \(map.framework): \(map.ids.joined(separator: ", "))\n" }
        result += "  tests      \(rule.examples.count)\n\n"
        return result + Self.dedented(rule.sourceSpan.file.text(rule.sourceSpan.start..<rule.sourceSpan.end)) + "\n"
    }

    /// `high`, or `high (latent: low)`.
    private static func severity(of rule: Rule) -> String {
        rule.severity.rawValue + (rule.latentSeverity.map { " (latent: \($0.rawValue))" } ?? "")
    }

    /// Name, type and value of a parameter, its limits and its meaning.
    private static func explanation(of parameter: Parameter) -> String {
        var result = "  parameter  \(parameter.name): \(parameter.type.name) = \(parameter.value.text)"
        if parameter.boundAt != nil { result += " (\(parameter.defaultValue.text) in the rule)" }
        result += "\n"
        for (profile, value) in parameter.profiles {
            result += "             \(value.text) with --profile \(profile.rawValue)\n"
        }
        if let bounds = parameter.bounds.text { result += "             \(bounds)\n" }
        return result + "             \(parameter.meaning)\n"
    }

    /// The conditions as expressions, whichever form they were written in: keys of a rule that can be pasted into one.
    package func expressions(of rule: Rule) -> String {
        var result = ""
        if let when = rule.when { result += Self.block("when", when.syntax().text) }
        if !rule.forEach.isEmpty { result += "for_each: [\(rule.forEach.joined(separator: ", "))]\n" }
        // Lists of one rule mostly have the same condition; where they differ, each is told.
        let texts = rule.conditions.map { $0.syntax(outer: rule.forEach.isEmpty ? [] : ["it"]).text }
        let key = rule.flags ? "flag" : "require"
        if Set(texts).count == 1 { return result + Self.block(key, texts[0]) }
        for (list, text) in zip(rule.forEach, texts) { result += "# \(list)\n" + Self.block(key, text) }
        return result
    }

    private static func block(_ key: String, _ text: String) -> String { "\(key): |-\n  \(text)\n" }

    /// The rule's source, without the indentation of the list it stands in and without its tests.
    private static func dedented(_ source: String) -> String {
        var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let indent =
            lines.dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        for index in lines.indices.dropFirst() { lines[index] = String(lines[index].dropFirst(indent)) }
        if let tests = lines.firstIndex(where: { $0.hasPrefix("tests:") }) { lines.removeSubrange(tests...) }
        return lines.map { "  " + $0 }.joined(separator: "\n")
    }
}
