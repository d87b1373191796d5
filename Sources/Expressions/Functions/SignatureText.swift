/// Writes the overloads of a function. Those that differ in one place only become one, `a/b` standing for either; those
/// that say the same of several types become one about `T`.
enum SignatureText {
    private struct Form: Equatable {
        var isMember: Bool
        var isVariadic: Bool
        var parameters: [[String]]
        var result: String
        /// What `T` stands for.
        var types: [String] = []

        /// Both in one, when they differ in one parameter at most.
        func merged(with other: Form) -> Form? {
            if !types.isEmpty || !other.types.isEmpty { return sameOfTypes(as: other) }
            guard isMember == other.isMember, isVariadic == other.isVariadic, result == other.result,
                parameters.count == other.parameters.count
            else { return nil }
            let different = parameters.indices.filter { parameters[$0] != other.parameters[$0] }
            guard different.count <= 1 else { return nil }
            var result = self
            for index in different {
                result.parameters[index] += other.parameters[index].filter { !parameters[index].contains($0) }
            }
            return result
        }

        private func sameOfTypes(as other: Form) -> Form? {
            var result = self
            result.types = other.types
            guard !types.isEmpty, !other.types.isEmpty, result == other else { return nil }
            result.types = types + other.types.filter { !types.contains($0) }
            return result
        }

        /// As a statement about `T`, when all that the form speaks of is one type.
        var ofOneType: Form? {
            guard let type = parameters.first, type.count == 1, parameters.allSatisfy({ $0 == type }),
                parameters.count > 1 || type == [result]
            else { return nil }
            return Form(
                isMember: isMember, isVariadic: isVariadic, parameters: parameters.map { _ in ["T"] },
                // Of truth values the result is a truth value, as it is of others.
                result: type == [result] && result != "bool" ? "T" : result, types: type)
        }
    }

    static func signatures(of definition: FunctionDefinition) -> [String] {
        let forms = definition.overloads.map { overload in
            let names = overload.parameters.map(\.name)
            return Form(
                isMember: overload.isMember, isVariadic: overload.isVariadic,
                parameters: overload.isVariadic ? [names] : names.map { [$0] }, result: overload.result.name)
        }
        // What is left of one type each is said once about `T`, if that saves something.
        let single = merged(forms)
        let general = merged(single.compactMap(\.ofOneType)).filter { $0.types.count > 1 }
        let rest = single.filter { form in
            guard let type = form.ofOneType?.types else { return true }
            return !general.contains { $0.types.contains(type[0]) && $0.parameters.count == form.parameters.count }
        }
        return (general + rest).map { text($0, definition.function) }
    }

    private static func merged(_ forms: [Form]) -> [Form] {
        var result: [Form] = []
        for form in forms {
            var form = form
            while let index = result.firstIndex(where: { $0.merged(with: form) != nil }) {
                form = result.remove(at: index).merged(with: form) ?? form
            }
            result.append(form)
        }
        return result
    }

    private static func text(_ form: Form, _ function: Function) -> String {
        var parameters = form.parameters.map { $0.joined(separator: "/") }
        if form.isVariadic { parameters.append("…") }
        let call: String
        switch function {
        case .not, .negate: call = "\(function.symbol)\(parameters[0])"
        case .valueAt: call = "\(parameters[0])[\(parameters[1])]"
        case .optionalValueAt: call = "\(parameters[0])[?\(parameters[1])]"
        case .isIn: call = "\(parameters[0]) in \(parameters[1])"
        case _ where function.rawValue.hasPrefix("_"):
            call = "\(parameters[0]) \(function.symbol) \(parameters[1])"
        case _ where form.isMember:
            let target = form.parameters[0].count > 1 ? "(\(parameters[0]))" : parameters[0]
            call = "\(target).\(function.rawValue)(\(parameters.dropFirst().joined(separator: ", ")))"
        default: call = "\(function.rawValue)(\(parameters.joined(separator: ", ")))"
        }
        return "\(call) → \(form.result)" + (form.types.isEmpty ? "" : ", T: \(form.types.joined(separator: "/"))")
    }
}
