internal import Catalog
internal import Diagnostics
internal import Expressions
internal import Findings
internal import Inventory
internal import Rules

/// Turns a verdict into what a report tells: message, place, evidence, fingerprint. Only verdicts that are asked for get here.
final class JudgementWriter {
    let program: Program
    let kernel: Kernel
    let inventory: Inventory
    let segment: Segment
    let effectiveness: Effectiveness
    private let values: ValueText
    /// The resource last written about; judgements come resource by resource.
    private var info: (slots: UInt32, info: ResourceInfo)?
    private var tree: (slots: UInt32, tree: SourceTree?)?

    /// An entry of `for_each`.
    struct EntryPlace {
        var list: CompiledRule.EntryCondition
        var index: Int
        var record: Entry
    }

    /// At most this many values are named as evidence.
    private static let evidenceLimit = 50

    init(program: Program, kernel: Kernel, inventory: Inventory, segment: Segment, effectiveness: Effectiveness) {
        (self.program, self.kernel, self.inventory, self.segment) = (program, kernel, inventory, segment)
        self.effectiveness = effectiveness
        values = ValueText(catalog: program.catalog, segment: segment)
    }

    /// The judgement of `rule` on a resource (or on one entry of it) that the kernel has entered. `absentList` names a list
    /// of `for_each` that the inventory does not state.
    func judgement(
        _ compiled: CompiledRule, _ resource: ResourceRecord, _ verdict: Verdict, entry: EntryPlace? = nil,
        absentList: String? = nil
    ) -> Judgement {
        let rule = program.rules[compiled.rule]
        let info = resourceInfo(resource)
        let idSpan = inventory.idSpan(of: resource, in: segment)
        let shape = program.catalog.shapes[program.catalog.types[Int(resource.type)].shape]
        let entryPath = entry.map { "\(shape.fields[$0.list.field].name)[\($0.index)]" }
        var result = Judgement(
            rule: compiled.rule, resource: info, verdict: verdict, severity: rule.severity, entry: entryPath,
            span: idSpan, fingerprint: fingerprint(rule, info, resource, entry, absentList, shape))
        if let entry { result.span = sourceSpan(entry.record.source) }
        if verdict == .compliant || verdict == .notApplicable { return result }

        let entryPlace = entry.flatMap { entry in entryPath.map { ($0, entry.record.source) } }
        var explainer = Explainer(
            program, kernel, segment, values, entry: entryPlace, isGraded: compiled.isGraded)
        let condition = entry?.list.condition ?? compiled.condition
        if verdict == .insufficientData {
            if let absentList {
                result.missing = [absentList]
            } else {
                if compiled.when >= 0, kernel.truth(compiled.when) == .unknown { explainer.findMissing(compiled.when) }
                if condition >= 0, compiled.when < 0 || kernel.truth(compiled.when) != .unknown {
                    explainer.findMissing(condition)
                }
                result.missing = explainer.missing
            }
            if absentList == nil, let error = failure(rule, compiled, entry, shape) {
                result.message = "cannot be told: \(error.message)"
                return result
            }
            result.message = "cannot be told: " + InsufficientData.reason(result.missing)
            return result
        }
        explainer.explain(condition)
        if let entry {
            // The entry as it was entered: explaining its lists moved on from it.
            kernel.enter(entry.record)
        }
        if compiled.isGraded {
            result.reach = effectiveness.reach(of: compiled, on: resource, entry: entry, in: segment, kernel)
            result.severity = rule.severity.graded(by: result.reach?.effect, latent: rule.latentSeverity)
        }
        result.message = message(rule, compiled, resource, entry, shape)
        // The id is evidence where rules except resources by name; it never is the reason.
        let idName = shape.fields[program.catalog.types[Int(resource.type)].idField].name
        let causes = explainer.causes.filter { $0.path != idName } + explainer.causes.filter { $0.path == idName }
        let evidence = evidence(causes, resource, shape)
        result.evidence = evidence
        // With an entry the entry is the place; else the first value that stands in the source.
        if entry == nil, let span = evidence.first(where: { $0.span != nil })?.span { result.span = span }
        let (savings, basis) = savings(compiled, resource, entry)
        result.savings = savings
        if let basis, !evidence.contains(where: { $0.path == basis.path }) { result.evidence.append(basis) }
        return result
    }

    /// What a metric of the resource is, wherever its series stand; nil for other fields.
    private func seriesEvidence(_ path: String, _ resource: ResourceRecord) -> Evidence? {
        let prefix = "metrics."
        guard path.hasPrefix(prefix),
            let found = inventory.evidence(of: resource, in: segment, metric: String(path.dropFirst(prefix.count)))
        else { return nil }
        return Evidence(path: path, value: found.text, span: found.span)
    }

    /// The error that the rule's condition ends in on what the kernel has entered; nil when it has a value.
    private func failure(_ rule: Rule, _ compiled: CompiledRule, _ entry: EntryPlace?, _ shape: Shape)
        -> EvaluationError?
    {
        if let when = rule.when, case .failure(let error) = kernel.evaluate(when, elements: []) { return error }
        guard rule.forEach.isEmpty || entry != nil else { return nil }
        if let entry { kernel.enter(entry.record) }
        let list = entry.flatMap { entry in compiled.lists.firstIndex { $0.field == entry.list.field } } ?? 0
        guard case .failure(let error) = kernel.evaluate(rule.conditions[list], elements: elements(entry, shape)) else {
            return nil
        }
        return error
    }

    // MARK: Resource

    private func resourceInfo(_ resource: ResourceRecord) -> ResourceInfo {
        if let info, info.slots == resource.slots { return info.info }
        let info = readInfo(resource)
        self.info = (resource.slots, info)
        return info
    }

    private func readInfo(_ resource: ResourceRecord) -> ResourceInfo {
        let type = program.catalog.types[Int(resource.type)]
        let shape = program.catalog.shapes[type.shape]
        func text(_ name: String) -> String? {
            guard let field = shape.field(name), case .own(let slot) = field.slot, field.type.isText, !field.type.isList
            else { return nil }
            let word = segment.words[Int(resource.slots) + slot]
            return word.isSet ? segment.text(word) : nil
        }
        let id = inventory.id(of: resource, in: segment)
        return ResourceInfo(
            type: type.name, id: id, account: text("account") ?? (type.name == "account" ? id : nil),
            region: text("region"),
            name: text("name") ?? nameTag(resource, shape))
    }

    private func nameTag(_ resource: ResourceRecord, _ shape: Shape) -> String? {
        guard case .own(let slot)? = shape.field("tags")?.slot else { return nil }
        let tags = segment.words[Int(resource.slots) + slot]
        guard tags.isSet else { return nil }
        for pair in 0..<tags.listCount where segment.text(segment.words[tags.listFirst + pair * 2]) == "Name" {
            let value = segment.words[tags.listFirst + pair * 2 + 1]
            return value.isSet ? segment.text(value) : nil
        }
        return nil
    }

    private func sourceSpan(_ range: Range<Int>) -> SourceSpan {
        SourceSpan(file: segment.file, start: range.lowerBound, end: range.upperBound)
    }

    private func fingerprint(
        _ rule: Rule, _ info: ResourceInfo, _ resource: ResourceRecord, _ entry: EntryPlace?, _ absentList: String?,
        _ shape: Shape
    ) -> String {
        var fingerprint = Fingerprint()
        for part in [rule.id, info.account ?? "", info.region ?? "", info.type, info.id] { fingerprint.add(part) }
        if let absentList { fingerprint.add(absentList) }
        if let entry {
            let field = shape.fields[entry.list.field]
            let entryShape = program.catalog.shapes[field.type.detail]
            fingerprint.add(field.name)
            values.add(entry.record, shape: entryShape, to: &fingerprint)
            // Equal entries of one list are told apart by how many came before.
            let word = segment.words[Int(resource.slots) + entry.list.slot]
            let list = EntryList(word, in: segment.words)
            let twins = (0..<entry.index).count { values.isEqual(list[$0], entry.record, shape: entryShape) }
            if twins > 0 { fingerprint.add(String(twins)) }
        }
        return fingerprint.hex
    }

    // MARK: Message

    private func message(
        _ rule: Rule, _ compiled: CompiledRule, _ resource: ResourceRecord, _ entry: EntryPlace?, _ shape: Shape
    ) -> String {
        let list = entry.flatMap { entry in compiled.lists.firstIndex { $0.field == entry.list.field } } ?? 0
        var result = ""
        for part in rule.messages[list].parts {
            switch part {
            case .text(let text): result += text
            case .resource:
                let info = resourceInfo(resource)
                result += info.name.map { $0 == info.id ? info.id : "\(info.id) (\($0))" } ?? info.id
            case .entry:
                if let entry {
                    result += values.entry(
                        entry.record, shape: program.catalog.shapes[shape.fields[entry.list.field].type.detail])
                }
            case .value(let expression): result += text(expression, resource, entry, shape)
            }
        }
        return result
    }

    private func text(_ expression: Expression, _ resource: ResourceRecord, _ entry: EntryPlace?, _ shape: Shape)
        -> String
    {
        if case .parameter(_, let literal) = expression.kind {
            // As numbers that are worked out: 5 and not 5.0.
            if case .double(let number) = literal { return values.text(.success(.double(number))) }
            return literal.text
        }
        guard let (field, isOfEntry) = field(expression, entry, shape) else {
            let value = kernel.evaluate(expression, elements: elements(entry, shape))
            return Self.dollars(value, of: expression) ?? values.text(value)
        }
        if isOfEntry, let entry { return values.text(field, of: entry.record) }
        guard case .own(let slot) = field.slot else { return "" }
        let word = segment.words[Int(resource.slots) + slot]
        // A resource without a name is called by its id.
        if !word.isSet, field.name == "name" { return inventory.id(of: resource, in: segment) }
        if word.isAbsent, field.isPriced, let amount = pricedText { return amount }
        return values.text(word, field.type)
    }

    /// Types of the elements around the condition and the message.
    private func elements(_ entry: EntryPlace?, _ shape: Shape) -> [FieldType] {
        entry.map { [shape.fields[$0.list.field].type.element] } ?? []
    }

    /// The field an expression names, and whether the entry holds it rather than the resource.
    private func field(_ expression: Expression, _ entry: EntryPlace?, _ shape: Shape) -> (Field, isOfEntry: Bool)? {
        guard case .field(let record, let name) = expression.kind else { return nil }
        switch record.kind {
        case .resource:
            // What facts are worked out when they are read, the evaluator reads.
            return shape.field(name).flatMap { $0.isFact ? nil : ($0, false) }
        case .element:
            guard let entry else { return nil }
            let entryShape = program.catalog.shapes[shape.fields[entry.list.field].type.detail]
            return entryShape.field(name).flatMap { $0.isFact ? nil : ($0, true) }
        default:
            guard let (outer, isOfEntry) = field(record, entry, shape) else { return nil }
            return program.catalog.shape(of: outer.type)?.field(name).map { ($0, isOfEntry) }
        }
    }

    // MARK: Evidence

    private func evidence(_ causes: [Cause], _ resource: ResourceRecord, _ shape: Shape) -> [Evidence] {
        causes.prefix(Self.evidenceLimit).map { cause in
            if let span = cause.span {
                return Evidence(path: cause.path, value: Self.oneLine(cause.value ?? span.text), span: span)
            }
            if let source = cause.source {
                let span = sourceSpan(source)
                return Evidence(path: cause.path, value: Self.oneLine(cause.value ?? span.text), span: span)
            }
            if let series = seriesEvidence(cause.path, resource) { return series }
            let value = statedText(cause.path, resource, shape)
            guard let found = sourceTree(resource)?.find(cause.path) else {
                return Evidence(path: cause.path, value: value ?? "not stated", span: nil)
            }
            return Evidence(
                path: cause.path, value: found.isExact ? Self.oneLine(found.text) : value ?? "none", span: found.span)
        }
    }

    private func sourceTree(_ resource: ResourceRecord) -> SourceTree? {
        if let tree, tree.slots == resource.slots { return tree.tree }
        let tree = SourceTree(segment, resource)
        self.tree = (resource.slots, tree)
        return tree
    }

    /// The value of a field of the resource as the arena has it: for defaults and facts, which stand in no source.
    private func statedText(_ path: String, _ resource: ResourceRecord, _ shape: Shape) -> String? {
        guard !path.contains("[") else { return nil }
        var shape = shape
        var field: Field?
        for name in path.split(separator: ".") {
            field = shape.field(String(name))
            guard let next = field else { return nil }
            if let inner = program.catalog.shape(of: next.type) { shape = inner }
        }
        guard let field else { return nil }
        if field.isFact { return kernel.fact(path).map { Self.oneLine(values.text(.success($0))) } }
        guard case .own(let slot) = field.slot else { return nil }
        let word = segment.words[Int(resource.slots) + slot]
        if word.isAbsent { return field.isPriced ? kernel.record?.cost.evidence.map { Self.oneLine($0) } : nil }
        return values.text(word, field.type) + (field.defaultText != nil || field.defaultIsNull ? " (default)" : "")
    }

    /// The text with each run of white space as one space, cut at 200 bytes.
    static func oneLine(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(text.utf8.count, 204))
        var isGap = false
        for byte in text.utf8 {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                isGap = !bytes.isEmpty
                continue
            }
            // Only at the beginning of a character, so that none is cut apart.
            if bytes.count >= 200, byte & 0xC0 != 0x80 { return String(decoding: bytes, as: UTF8.self) + "…" }
            if isGap { bytes.append(0x20) }
            isGap = false
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
