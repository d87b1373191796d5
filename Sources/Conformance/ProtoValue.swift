internal import Documents
internal import Expressions

/// Values and types in the proto3 JSON form of `cel.expr.Value` and `cel.expr.Type`
/// (https://github.com/google/cel-spec/blob/master/proto/cel/expr/value.proto, checked.proto).
struct ProtoForm {
    let document: Document

    /// What a file holds that is no value or type of the form, and where.
    struct Problem: Error {
        var message: String
        var node: NodeID
    }

    // MARK: Values

    func value(_ id: NodeID) throws(Problem) -> Value {
        guard document[id].kind == .mapping, let (key, content) = document.pairs(id).first.map({ ($0.key, $0.value) })
        else { throw Problem(message: "a value has one key, such as `int64_value`", node: id) }
        let text = document[content].isScalar ? document.text(content) : ""
        switch document.text(key) {
        case "null_value": return .null
        case "bool_value": return .bool(text == "true")
        case "int64_value": if let number = Int64(text) { return .int(number) }
        case "uint64_value": if let number = UInt64(text) { return .uint(number) }
        case "double_value": if let number = double(text) { return .double(number) }
        case "string_value": return .string(text)
        case "bytes_value": if let bytes = Base64.decode(text) { return .bytes(bytes) }
        case "type_value": return .type(TypeName(text))
        case "enum_value":
            if let number = document.value(of: "value", in: content).flatMap({ Int64(document.text($0)) }) {
                return .int(number)
            }
            return .int(0)
        case "object_value": return try object(content)
        case "list_value":
            var elements: [Value] = []
            if let list = document.value(of: "values", in: content) {
                for item in document.items(list) { elements.append(try value(item)) }
            }
            return .list(elements)
        case "map_value":
            var map = MapValue()
            if let entries = document.value(of: "entries", in: content) {
                for entry in document.items(entries) {
                    guard let key = document.value(of: "key", in: entry),
                        let value = document.value(of: "value", in: entry)
                    else { throw Problem(message: "an entry has `key` and `value`", node: entry) }
                    _ = map.add(try self.value(key), try self.value(value))
                }
            }
            return .map(map)
        case let other: throw Problem(message: "`\(other)` is no kind of value", node: key)
        }
        throw Problem(message: "`\(text)` is no `\(document.text(key))`", node: content)
    }

    private func double(_ text: String) -> Double? {
        switch text {
        case "Infinity", "inf": .infinity
        case "-Infinity", "-inf": -.infinity
        case "NaN", "nan": .nan
        default: Double(text)
        }
    }

    /// `google.protobuf.Any` of a well-known type, as the JSON form of Any gives it.
    private func object(_ id: NodeID) throws(Problem) -> Value {
        guard let type = document.value(of: "@type", in: id), let content = document.value(of: "value", in: id) else {
            throw Problem(message: "protobuf messages are not values here", node: id)
        }
        let text = document[content].isScalar ? document.text(content) : ""
        switch document.text(type).split(separator: "/").last.map(String.init) ?? "" {
        case "google.protobuf.Duration":
            if let value = try? FunctionLibrary.standard[.duration]?.body([.string(text)]) { return value }
        case "google.protobuf.Timestamp":
            if let value = try? FunctionLibrary.standard[.timestamp]?.body([.string(text)]) { return value }
        case "google.protobuf.Int64Value", "google.protobuf.Int32Value":
            if let number = Int64(text) { return .int(number) }
        case "google.protobuf.UInt64Value", "google.protobuf.UInt32Value":
            if let number = UInt64(text) { return .uint(number) }
        case "google.protobuf.DoubleValue", "google.protobuf.FloatValue":
            if let number = double(text) { return .double(number) }
        case "google.protobuf.StringValue": return .string(text)
        case "google.protobuf.BoolValue": return .bool(text == "true")
        case "google.protobuf.BytesValue": if let bytes = Base64.decode(text) { return .bytes(bytes) }
        case "google.protobuf.Value", "google.protobuf.Struct", "google.protobuf.ListValue":
            if let value = JSONValue.value(document, content) { return Self.doubles(value) }
        default: break
        }
        throw Problem(message: "protobuf messages are not values here", node: id)
    }

    /// Numbers of `google.protobuf.Value` are doubles.
    private static func doubles(_ value: Value) -> Value {
        switch value {
        case .int(let number): return .double(Double(number))
        case .list(let elements): return .list(elements.map(doubles))
        case .map(let map):
            var result = MapValue()
            for entry in map.entries { _ = result.add(entry.key, doubles(entry.value)) }
            return .map(result)
        default: return value
        }
    }

    // MARK: Types

    func type(_ id: NodeID) throws(Problem) -> ValueType {
        guard document[id].kind == .mapping, let (key, content) = document.pairs(id).first.map({ ($0.key, $0.value) })
        else { throw Problem(message: "a type has one key, such as `primitive`", node: id) }
        let text = document[content].isScalar ? document.text(content) : ""
        func inner(_ name: String) throws(Problem) -> ValueType {
            if let node = document.value(of: name, in: content) { return try type(node) }
            return .dyn
        }
        switch document.text(key) {
        case "dyn": return .dyn
        case "null": return .null
        case "primitive": if let type = Self.primitives[text] { return type }
        case "wrapper": if let type = Self.primitives[text] { return .nullable(type) }
        case "well_known":
            switch text {
            case "ANY": return .dyn
            case "TIMESTAMP": return .timestamp
            case "DURATION": return .duration
            default: break
            }
        case "list_type": return .list(try inner("elem_type"))
        case "map_type": return .map(try inner("key_type"), try inner("value_type"))
        case "type_param": return .parameter(text)
        case "type":
            return document[content].kind == .mapping && document[content].count > 0
                ? .type(try type(content)) : .type(nil)
        case "message_type": return .abstract(text, [])
        case "error": return .dyn
        case "abstract_type":
            let name = document.value(of: "name", in: content).map(document.text) ?? ""
            var parameters: [ValueType] = []
            if let list = document.value(of: "parameter_types", in: content) {
                for item in document.items(list) { parameters.append(try type(item)) }
            }
            switch (name, parameters.first) {
            case ("optional_type", let inner?): return .optional(inner)
            case ("net.IP", _): return .ip
            case ("net.CIDR", _): return .cidr
            default: return .abstract(name, parameters)
            }
        case let other: throw Problem(message: "`\(other)` is no kind of type", node: key)
        }
        throw Problem(message: "`\(text)` is no `\(document.text(key))` type", node: content)
    }

    private static let primitives: [String: ValueType] = [
        "BOOL": .bool, "INT64": .int, "UINT64": .uint, "DOUBLE": .double, "STRING": .string, "BYTES": .bytes,
    ]
}

/// Base64 with padding (RFC 4648), through the language's own function.
private enum Base64 {
    static func decode(_ text: String) -> [UInt8]? {
        guard case .bytes(let bytes)? = try? FunctionLibrary.standard[.base64Decode]?.body([.string(text)]) else {
            return nil
        }
        return bytes
    }
}
