internal import Catalog

/// What a new rule begins with: a test of one field, the words for it, and values to try it on.
struct SkeletonSample: Sendable {
    /// The field tested.
    let field: String
    /// What it must be, in the match form.
    let condition: String
    /// Declaration of a parameter that the condition reads; nil without one.
    var parameter: String?
    /// What is wrong where it is not: goes behind "A bucket" or "An entry".
    let defect: String
    /// What the message tells of the value; nil when there is none to tell.
    var value: String?
    let fix: String
    /// A value that is right and one that is wrong.
    let right: String
    let wrong: String
    /// The verdict where the field is not stated; nil where it must be.
    let verdictOnSilence: String?

    /// On the resources of a type: the tags, which every one of them has.
    init(onResourcesOf type: ResourceType) {
        field = "tags"
        condition = "{has_keys: $keys}"
        let name = type.name.split(separator: "_").joined(separator: " ")
        parameter = "keys: {type: list<string>, default: [Owner], meaning: Tag keys that every \(name) must have}"
        defect = "lacks a required tag"
        value = "has the tags {{ resource.tags }}; required are {{ params.keys }}"
        fix = "Add the tags that are missing."
        (right, wrong) = ("{Owner: platform, Name: web}", "{Name: web}")
        verdictOnSilence = "insufficient_data"
    }

    /// On the entries of a list: the field whose test is easiest to understand.
    init(onEntriesWith shape: Shape, catalog: Catalog) {
        let chosen = Self.choose(shape.fields)
        let values = SkeletonValues(catalog: catalog)
        field = chosen.name
        switch chosen.type.kind {
        case .bool:
            (condition, right, wrong) = ("true", "true", "false")
            (defect, fix) = ("has \(field) off", "Turn \(field) on.")
        case .enumeration:
            let names = catalog.enumerations[chosen.type.detail].names.map(SkeletonValues.quoted)
            (condition, right, wrong) = (names[0], names[0], names[names.count > 1 ? 1 : 0])
            (defect, fix) = (
                "has \(Self.article(field)) \(field) other than \(names[0])", "Set \(field) to \(names[0])."
            )
            value = "has the \(field) {{ it.\(field) }}"
        case .int, .double:
            (condition, right, wrong) = ("{at_most: 3}", "3", "4")
            (defect, fix) = ("has \(Self.article(field)) \(field) above 3", "Lower \(field).")
            value = "has the \(field) {{ it.\(field) }}"
        case .cidr, .peer:
            (condition, right, wrong) = ("{within: 10.0.0.0/8}", "10.1.0.0/16", "192.0.2.0/24")
            (defect, fix) = (
                "has \(Self.article(field)) \(field) outside 10.0.0.0/8", "Choose a \(field) inside 10.0.0.0/8."
            )
            value = "has the \(field) {{ it.\(field) }}"
        default:
            (condition, right, wrong) = ("{empty: false}", values.value(of: chosen.type), "\"\"")
            (defect, fix) = ("has no \(field)", "Fill in \(field).")
        }
        verdictOnSilence = Self.silence(chosen, right: right)
    }

    /// `a` or `an`, by the first letter.
    static func article(_ word: String) -> String { "aeiou".contains(word.first ?? " ") ? "an" : "a" }

    /// The verdict on an entry that leaves the field out.
    private static func silence(_ field: Field, right: String) -> String? {
        if field.isRequired { return nil }
        if field.defaultIsNull { return "noncompliant" }
        guard let text = field.defaultText else { return "insufficient_data" }
        return text == right ? "compliant" : "noncompliant"
    }

    private static func choose(_ fields: [Field]) -> Field {
        func first(_ kinds: [FieldType.Kind]) -> Field? {
            fields.first { !$0.isFact && kinds.contains($0.type.kind) && !$0.type.isList && $0.name != "id" }
        }
        return fields.first { $0.name == "description" } ?? first([.bool]) ?? first([.enumeration]) ?? first([
            .int, .double,
        ])
            ?? first([.cidr, .peer]) ?? first([.string, .arn, .reference]) ?? fields[0]
    }
}
