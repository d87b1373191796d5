internal import Diagnostics

extension PriceItem {
    /// What is wrong with a key of this item, or with there being none; nil when nothing is.
    func problem(ofKey key: String?) -> (message: String, help: String?)? {
        guard let key else {
            if case .none = keys { return nil }
            return ("`\(name)` needs a `key`", "as \(example)")
        }
        let words = key.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch keys {
        case .none: return ("`\(name)` has no keys", "drop `key`")
        case .words(let valid):
            guard !valid.contains(key) else { return nil }
            return ("`\(name)` has no key `\(key)`", Suggestion.help(for: key, among: valid))
        case .instanceType:
            if let item = Self.item(ofPrefix: key) {
                return ("`\(key)` is no instance type", "its price is that of the item `\(item)`")
            }
            return Self.isDotted(key, 2) ? nil : ("`\(key)` is no instance type", "as \(example)")
        case .databaseClass: return problem(words, of: "db", "database class", engines: Self.databaseEngines)
        case .cacheNode: return problem(words, of: "cache", "cache node type", engines: Self.cacheEngines)
        case .nodeType: return Self.isDotted(key, 2) ? nil : ("`\(key)` is no node type", "as \(example)")
        case .searchInstance:
            let isRight = Self.isDotted(key, 3) && key.hasSuffix(".search")
            return isRight ? nil : ("`\(key)` is no instance type of a domain", "as \(example)")
        }
    }

    /// One key, for messages and docs.
    package var example: String {
        switch keys {
        case .none: ""
        case .words(let words): words[0]
        case .instanceType: "m5.large"
        case .databaseClass: "db.m5.large mysql"
        case .nodeType: "ra3.xlplus"
        case .cacheNode: "cache.t3.micro redis"
        case .searchInstance: "m6g.large.search"
        }
    }

    /// Engines as the RDS API names them:
    /// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
    static let databaseEngines = [
        "mysql", "postgres", "mariadb", "aurora-mysql", "aurora-postgresql", "oracle-ee", "oracle-ee-cdb", "oracle-se2",
        "oracle-se2-cdb", "sqlserver-ee", "sqlserver-se", "sqlserver-ex", "sqlserver-web", "db2-ae", "db2-se",
    ]

    static let cacheEngines = ["redis", "memcached", "valkey"]

    /// A class or type with an engine behind it, and perhaps `multi-az`.
    private func problem(
        _ words: [String], of prefix: String, _ what: String, engines: [String]
    ) -> (message: String, help: String?)? {
        guard words[0].hasPrefix(prefix + "."), Self.isDotted(words[0], 3) else {
            return ("`\(words[0])` is no \(what)", "as \(example)")
        }
        guard words.count > 1 else {
            return ("the key `\(words[0])` does not say the engine", "as \(words[0]) \(engines[0])")
        }
        guard engines.contains(words[1]) else {
            return ("there is no engine `\(words[1])`", Suggestion.help(for: words[1], among: engines))
        }
        let isRight = words.count == 2 || (words.count == 3 && words[2] == "multi-az" && prefix == "db")
        guard isRight else {
            let rest = words.dropFirst(2).joined(separator: " ")
            return ("`\(rest)` is no part of a key", prefix == "db" ? "only `multi-az` may follow the engine" : nil)
        }
        return nil
    }

    /// So many parts of lower-case letters, digits and hyphens, with points between them.
    private static func isDotted(_ text: String, _ parts: Int) -> Bool {
        let split = text.split(separator: ".", omittingEmptySubsequences: false)
        return split.count == parts
            && split.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                    }
            }
    }

    /// The item that a key with a service's prefix belongs to.
    private static func item(ofPrefix key: String) -> String? {
        key.hasPrefix("db.")
            ? "rds.instance"
            : key.hasPrefix("cache.")
                ? "elasticache.node"
                : key.hasSuffix(".search") ? "opensearch.instance" : nil
    }
}
