/// The names of test files: `NAME_test.yaml` holds tests of the rules in `NAME.yaml`, or of others that are read with it.
package enum TestFileName {
    private static let suffixes = [".yaml", ".yml", ".json"]
    private static let mark = "_test"

    /// Whether the path is called as test files are.
    package static func isTestFile(_ path: String) -> Bool {
        guard let (stem, _) = split(path) else { return false }
        return stem.hasSuffix(mark)
    }

    /// Where the file that belongs to this one may be: the tests of a rule file, the rules of a test file.
    package static func counterparts(of path: String) -> [String] {
        guard let (stem, _) = split(path) else { return [] }
        let other = stem.hasSuffix(mark) ? String(stem.dropLast(mark.count)) : stem + mark
        return suffixes.map { other + $0 }
    }

    private static func split(_ path: String) -> (stem: String, suffix: String)? {
        suffixes.first(where: path.hasSuffix).map { (String(path.dropLast($0.count)), $0) }
    }
}
