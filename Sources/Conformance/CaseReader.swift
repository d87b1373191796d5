internal import Documents
internal import Expressions

/// Reads one case.
struct CaseReader {
    let document: Document
    private var form: ProtoForm { ProtoForm(document: document) }

    init(document: Document) { self.document = document }

    func read(_ id: NodeID) -> ConformanceCase {
        func text(_ key: String) -> String? { document.value(of: key, in: id).map(document.text) }
        func flag(_ key: String) -> Bool { text(key) == "true" }
        var result = ConformanceCase(
            name: [text("file"), text("section"), text("name")].compactMap(\.self).joined(separator: "/"),
            expression: text("expr") ?? "", expectation: .value(.bool(true)), environment: Environment(),
            bindings: [:], isCheckOnly: flag("check_only"), skipped: nil)
        result.environment.container = text("container") ?? ""
        result.environment.isChecked = !flag("disable_check")
        do {
            try readEnvironment(id, &result)
            if let expectation = try expectation(id) { result.expectation = expectation }
        } catch {
            result.skipped = error.message
        }
        return result
    }

    private func expectation(_ id: NodeID) throws(ProtoForm.Problem) -> ConformanceCase.Expectation? {
        if let node = document.value(of: "value", in: id) { return .value(try form.value(node)) }
        if document.value(of: "eval_error", in: id) != nil || document.value(of: "any_eval_errors", in: id) != nil {
            return .error
        }
        if document.value(of: "unknown", in: id) != nil || document.value(of: "any_unknowns", in: id) != nil {
            return .unknown
        }
        guard let typed = document.value(of: "typed_result", in: id) else { return nil }
        var value: Value?
        if let node = document.value(of: "result", in: typed) { value = try form.value(node) }
        guard let type = document.value(of: "deduced_type", in: typed) else { return value.map { .value($0) } }
        return .typed(value, try form.type(type))
    }

    private func readEnvironment(_ id: NodeID, _ result: inout ConformanceCase) throws(ProtoForm.Problem) {
        if let declarations = document.value(of: "type_env", in: id) {
            for declaration in document.items(declarations) { try declare(declaration, &result.environment) }
        }
        guard let bindings = document.value(of: "bindings", in: id) else { return }
        for (key, node) in document.pairs(bindings) {
            let name = document.text(key)
            if let value = document.value(of: "value", in: node) {
                result.bindings[name] = try form.value(value)
            } else if document.value(of: "unknown", in: node) != nil {
                result.bindings[name] = .unknown(UnknownFields([name]))
            } else {
                throw ProtoForm.Problem(message: "bindings to errors are not values", node: node)
            }
            // An unchecked expression finds its names among the bindings.
            if result.environment.variables[name] == nil { result.environment.variables[name] = .dyn }
        }
    }

    private func declare(_ id: NodeID, _ environment: inout Environment) throws(ProtoForm.Problem) {
        let name = document.value(of: "name", in: id).map(document.text) ?? ""
        if let ident = document.value(of: "ident", in: id), let type = document.value(of: "type", in: ident) {
            environment.variables[name] = try form.type(type)
        }
        guard let function = document.value(of: "function", in: id),
            let overloads = document.value(of: "overloads", in: function)
        else { return }
        for item in document.items(overloads) {
            var parameters: [ValueType] = []
            if let list = document.value(of: "params", in: item) {
                for parameter in document.items(list) { parameters.append(try form.type(parameter)) }
            }
            let result = document.value(of: "result_type", in: item)
            let isMember = document.value(of: "is_instance_function", in: item).map(document.text) == "true"
            var type = ValueType.dyn
            if let result { type = try form.type(result) }
            environment.functions[name, default: []].append(
                Overload(isMember: isMember, parameters, gives: type))
        }
    }
}
