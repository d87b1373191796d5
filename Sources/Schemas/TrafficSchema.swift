internal import Catalog
internal import Expressions
internal import Rules

/// Describes `admits: {…}` as `TrafficQueryReader` reads it.
struct TrafficSchema {
    let definitions: Definitions
    private var constants: ConstantSchema { ConstantSchema(definitions: definitions) }

    /// What may be asked of the entries in this field. Entries have a source or, of `egress`, a destination.
    func query(of field: Field) -> SchemaValue {
        let (peer, other) = field.name == "egress" ? ("destination", "source") : ("source", "destination")
        return definitions.reference("traffic.\(peer)") {
            let keys = RuleVocabulary.trafficKeys.filter { $0 != other }
            return [
                "description": "Traffic that the entries admit together.",
                "type": "object",
                "required": [.text(peer)],
                "properties": .members(keys.map { ($0, value(of: $0)) }),
                "additionalProperties": false,
            ]
        }
    }

    private func value(of key: String) -> SchemaValue {
        switch key {
        case "source", "destination":
            addresses.described(
                "`internet` (the public unicast space), `any` (at least one address), or ranges, which must be covered whole."
            )
        case "protocol":
            constants.operands(.protocol).described("Protocols, any of them; absent: any protocol.")
        case "port":
            ports.described(
                "Ports, any of them; `every`: all of 0 to 65535; `{outside: […]}`: some other port; absent: any port.")
        case "family":
            constants.operands(.enumeration(["ipv4", "ipv6"]), "traffic.family").described(
                "Address family; absent: either.")
        case "share":
            share.described(
                "The part of the addresses that must be covered, above 0 and at most 1, or `some`: any address of them; absent: 1."
            )
        default: SchemaValue.anything.described("Key `\(key)`.")
        }
    }

    private var addresses: SchemaValue {
        var form = ValueForm.rangeOrInternet
        form.pattern = form.pattern.map { "any|\($0)" }
        form.hint = "Write internet, any or an address range such as 10.0.0.0/8."
        form.examples = ["internet", "any", "10.0.0.0/8"]
        return form.schema(or: .init(parameter: true, list: constants.constant(.cidr), minimumCount: 1))
    }

    private var ports: SchemaValue {
        var form = ValueForm.ports
        form.pattern = form.pattern.map { "any|every|\($0)" }
        form.hint = "Write 443, 8000-8100, every, or {outside: […]}."
        form.examples = [443, "8000-8100", "every"]
        let outside: SchemaValue = [
            "outside": constants.operands(.portRange).described("Some port other than these.")
        ]
        return form.schema(
            or: .init(parameter: true, list: constants.constant(.portRange), minimumCount: 1, operators: outside))
    }

    private var share: SchemaValue {
        let part = ValueForm.double.schema(or: .init(parameter: true)).merging(["exclusiveMinimum": 0, "maximum": 1])
        return ["anyOf": [part, ["const": "some"]]]
    }
}
