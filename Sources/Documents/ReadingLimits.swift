/// What a file may ask of the reader. Each limit has an error that names it; docs/limits.md states them.
package enum ReadingLimits {
    /// Collections within collections. AWS's deepest documents, policies, need about 10.
    package static let depth = 128
    /// Bytes of one scalar. AWS's longest text, a policy or user data, is 20 KB.
    package static let scalarBytes = 1 << 20
    /// Aliases may repeat the written nodes this many times over …
    package static let expansionFactor = 4
    /// … and this many nodes besides, before the file counts as an alias bomb.
    package static let expansionAllowance = 100_000
}
