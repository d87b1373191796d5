/// What a condition says: CEL's logic with unknowns
/// (https://github.com/google/cel-spec/blob/master/doc/langdef.md#logical-operators).
enum Truth: UInt8 {
    case no = 0
    case yes = 1
    case unknown = 2

    @inline(__always)
    init(_ value: Bool) { self = value ? .yes : .no }

    @inline(__always)
    var negated: Truth {
        switch self {
        case .no: .yes
        case .yes: .no
        case .unknown: .unknown
        }
    }
}
