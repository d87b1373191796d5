package import Catalog
internal import Diagnostics

/// A rule to begin with: it loads, its tests pass, and its comments say what to change.
package struct RuleSkeleton: Sendable {
    /// Why there can be none: one sentence, and the way out.
    package struct Refusal: Error, Sendable {
        package var message: String
        package var help: String?
    }

    private let id: String
    private let type: ResourceType
    private let list: String?
    /// The fields of what it judges.
    private let shape: Shape
    private let sample: SkeletonSample
    private let catalog: Catalog

    /// A rule called `id` on the resource type, or on each entry of one of its lists.
    package init(id: String, resource: String, forEach list: String?, catalog: Catalog) throws(Refusal) {
        guard Rule.isValidID(id) else {
            throw Refusal(
                message: "`\(id)` cannot be a rule id",
                help: "use lower-case letters, digits and hyphens, as sg-ssh-open")
        }
        guard let type = catalog.type(named: resource) ?? catalog.types.first(where: { $0.collection == resource })
        else {
            throw Refusal(
                message: "`\(resource)` is no resource type",
                help: Suggestion.help(for: resource, among: catalog.typeNames.names))
        }
        var shape = catalog.shape(of: type)
        if let list {
            let lists = shape.fields.filter(\.type.isRecordList)
            guard let field = lists.first(where: { $0.name == list }), let entries = catalog.shape(of: field.type)
            else {
                throw Refusal(
                    message: "`\(list)` is no list of entries of `\(type.name)`",
                    help: lists.isEmpty
                        ? "the type has none; leave out --for-each"
                        : Suggestion.help(for: list, among: lists.map(\.name)))
            }
            shape = entries
        }
        (self.id, self.type, self.list, self.shape, self.catalog) = (id, type, list, shape, catalog)
        sample =
            list == nil ? SkeletonSample(onResourcesOf: type) : SkeletonSample(onEntriesWith: shape, catalog: catalog)
    }

    /// The file. `path`: what it will be called.
    package func text(path: String) -> String {
        ([head(path), beginning, parameters, applicability, condition, message].joined(separator: "\n") + tests)
    }

    private func head(_ path: String) -> String {
        let commands = TextTable.render([
            ["#   plumb test \(path)", "runs the tests below; do so after every change"],
            ["#   plumb check inventory/ --rules \(path)", "checks an inventory with this rule, too"],
            ["#   plumb types \(type.name)", "tells the fields there are, and what they mean"],
        ])
        return """
            # yaml-language-server: $schema=rules.schema.json
            #
            # With the line above, editors complete and check what you write, once `plumb schema rules > rules.schema.json`
            # has made the file that it names.
            #
            \(commands)
            """
    }

    private var beginning: String {
        let words = type.name.split(separator: "_").joined(separator: " ")
        let article = SkeletonSample.article(words)
        let what =
            list.map { "An entry in \($0) of \(article) \(words)" }
            ?? "\(article.uppercased().prefix(1))\(article.dropFirst()) \(words)"
        return """
            rules:
              - id: \(id)   # names the bad state; reports refer to it, so it stays for ever
                title: \(what) \(sample.defect)
                resource: \(type.name)
                category: operations   # security cost reliability performance operations
                severity: low          # info low medium high critical

            """
    }

    private var parameters: String {
        let declaration = sample.parameter ?? "limit: {type: int, default: 3, min: 1, meaning: What it limits}"
        let name = declaration.prefix { $0 != ":" }
        let lines = ["params:", "  " + declaration].map { sample.parameter == nil ? "    # \($0)" : "    \($0)" }
        return """
                # Values that users of the rule may change, with `--param \(id).\(name)=…`. Conditions read this one as
                # $\(name), messages as {{ params.\(name) }}.
            \(lines.joined(separator: "\n"))

            """
    }

    private var applicability: String {
        let flag = catalog.shape(of: type).fields.first {
            $0.type.kind == .bool && !$0.type.isList && !$0.isFact
        }
        return """
                # Where this does not hold, the rule is not applicable.
                # when: {\(flag.map { "\($0.name): false" } ?? "tags: {exists: true}")}

            """
    }

    private var condition: String {
        let fields = Self.wrapped("Fields: \(shape.names.names.joined(separator: " "))", width: 100).map {
            "    # \($0)\n"
        }
        let entries = list.map {
            "    # A verdict for each of these entries; the condition then reads the fields of the entry.\n    for_each: [\($0)]\n\n"
        }
        return """
            \(entries ?? "")    # What must hold. `flag:` in its place says what is wrong.
            \(fields.joined())    require: {\(sample.field): \(sample.condition)}

            """
    }

    private var message: String {
        let subject = list == nil ? "{{ resource }}" : "{{ it }} in \(list!) of {{ resource }}"
        return """
                # One sentence for whoever has to mend it, with the value that decided.
                message: "\(subject) \(sample.value ?? sample.defect)"
                fix: \(sample.fix)
                # maps: {aws-config: [THE_SAME_CHECK_THERE]}

                # One that is right, one that is wrong\(sample.verdictOnSilence == nil ? "" : ", and one that does not say").
                tests:

            """
    }

    /// The text in lines of at most `width` characters, where its words allow.
    private static func wrapped(_ text: String, width: Int) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count >= width { lines.append(" ") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines
    }

    // MARK: Tests

    private var tests: String {
        let name = sample.field
        var tests = [
            test("\(name) as it should be", sample.right, "compliant"),
            test("\(name) as it should not be", sample.wrong, "noncompliant"),
        ]
        if let verdict = sample.verdictOnSilence {
            // Absent is unknown, unless AWS documents what it means.
            let reason = verdict == "insufficient_data" ? "" : ", so its default counts"
            tests.append(test("\(name) not stated\(reason)", nil, verdict))
        }
        return tests.joined()
    }

    private func test(_ name: String, _ value: String?, _ verdict: String) -> String {
        let values = SkeletonValues(catalog: catalog)
        let resource = catalog.shape(of: type)
        let id = "\(resource.fields[type.idField].name): \(values.id(of: type))"
        let own = value.map { ["\(sample.field): \($0)"] } ?? []
        let record = values.required(
            shape.fields, except: list == nil ? resource.fields[type.idField].name : sample.field)
        let given = list.map { [id, "\($0): [{\((record + own).joined(separator: ", "))}]"] } ?? [id] + record + own
        var result =
            "      - name: \(name)\n        given: {\(given.joined(separator: ", "))}\n        expect: \(verdict)\n"
        if let list, verdict == "noncompliant" { result += "        entry: \(list)[0]\n" }
        return result
    }
}
