/// What an instruction does. The comment names its operands `a`, `b`, `c`; "value" is the index of a value instruction.
enum Opcode: UInt8 {
    // Truth values.
    /// a: 0, 1 or 2.
    case constant
    /// a, b: truth instructions.
    case and, or
    /// a: truth instruction.
    case not
    /// a: value.
    case has, stated
    /// a: value, b: word constant.
    case wordEquals
    /// a: value, b: text constant.
    case textEquals, startsWith, endsWith, contains, containsIgnoringCase
    /// a: value, b: word list or text list.
    case wordIn, textIn
    /// a: value, b: word constant, c: `Order`.
    case intCompare, doubleCompare
    /// a: value, b: text list.
    case hasKeys
    /// a: value (a list), b: body, c: `ListAccess`.
    case some, every, none
    /// a: value (a list of entries), b: traffic test.
    case admits
    /// a: value (what can arrive), b: reach test.
    case reaches
    /// a: value (range or peer), b: address test.
    case addressTest
    /// a: value, b: port test.
    case portTest
    /// a: value, b: pattern.
    case matches
    /// a, b: values of one type.
    case wordsEqual, textsEqual
    /// a, b: values of one type, c: `Order`.
    case intsCompare, doublesCompare
    /// a, b: truth instructions of both branches, c: that of the condition.
    case choose
    /// a: general expression.
    case general
    /// a: value (a reference), b: truth instruction on the resource it names, c: `Program.follows`.
    case follow
    /// a: truth instruction that reads nothing but the shared part of the entry at level c, b: memo.
    case remembered

    // Values.
    /// a: level, b: slot in the record.
    case ownField
    /// a: level, b: slot in the shared part.
    case sharedField
    /// a: level, b: slot in the record, c: shift of the flag.
    case flagField
    /// a: level.
    case element
    /// a: value.
    case listSize, textSize, portCount, age, peerKind
    /// a: word constant.
    case wordConstant
    /// The time of the inventory.
    case now
    /// a, b: values that are integers.
    case addInts, subtractInts, multiplyInts, divideInts, remainderInts
    /// a, b: values that are doubles.
    case addDoubles, subtractDoubles, multiplyDoubles
    /// a: value, b: text constant.
    case mapValue
    /// a: value, c: 1 for peers.
    case prefixLength, isPublic
}

/// One step of a compiled rule: plain data, 16 bytes. Operands are indices that the planner has checked.
struct Instruction {
    var op: Opcode
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
}

/// The order an `intCompare` or `doubleCompare` asks for.
enum Order: Int32 {
    case less, lessOrEqual, greater, greaterOrEqual
}

/// How a quantifier walks its list.
struct ListAccess {
    /// Level at which the body finds the element.
    var level: Int
    var isRecord: Bool
    /// Whether the list lies in the shared part of an entry.
    var isShared: Bool

    var packed: Int32 { Int32(level) | (isRecord ? 1 << 8 : 0) | (isShared ? 1 << 9 : 0) }

    init(level: Int, isRecord: Bool, isShared: Bool) {
        (self.level, self.isRecord, self.isShared) = (level, isRecord, isShared)
    }

    @inline(__always)
    init(packed: Int32) {
        level = Int(packed & 0xFF)
        isRecord = packed & 1 << 8 != 0
        isShared = packed & 1 << 9 != 0
    }
}

extension Opcode {
    /// The value instructions that a test or a value is computed from.
    func values(_ i: Instruction) -> [Int] {
        switch self {
        case .constant, .wordConstant, .now, .general, .remembered, .ownField, .sharedField, .flagField, .element: []
        case .wordsEqual, .textsEqual, .intsCompare, .doublesCompare, .addInts, .subtractInts, .multiplyInts,
            .divideInts, .remainderInts, .addDoubles, .subtractDoubles, .multiplyDoubles:
            [Int(i.a), Int(i.b)]
        default: [Int(i.a)]
        }
    }
}
