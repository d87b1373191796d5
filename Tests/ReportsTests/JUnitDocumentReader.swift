import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads a JUnit document as consumers do, for tests.
final class JUnitDocumentReader: NSObject, XMLParserDelegate {
    struct Case {
        var suite: String
        var attributes: [String: String]
        /// The elements inside, without properties.
        var children: [(name: String, attributes: [String: String], text: String)] = []
        var properties: [String: String] = [:]

        var name: String { attributes["name"] ?? "" }
        var classname: String { attributes["classname"] ?? "" }
        /// `failure`, `error`, `skipped`, `system-out`, or nothing.
        var outcome: String { children.first?.name ?? "" }
        var message: String { children.first?.attributes["message"] ?? "" }
        var type: String { children.first?.attributes["type"] ?? "" }
        var text: String { children.first?.text ?? "" }
    }

    private(set) var root: [String: String] = [:]
    private(set) var suites: [[String: String]] = []
    private(set) var cases: [Case] = []
    private var isInCase = false
    private var isInChild = false

    /// Throws where the text is not well-formed.
    init(_ text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    }

    /// Names of suites.
    var suiteNames: [String] { suites.map { $0["name"] ?? "" } }

    /// Whether the totals everywhere are those of the cases.
    var addsUp: Bool {
        func totals(_ cases: [Case]) -> [String: String] {
            func count(_ outcome: String) -> String { String(cases.filter { $0.outcome == outcome }.count) }
            return [
                "tests": String(cases.count), "failures": count("failure"), "errors": count("error"),
                "skipped": count("skipped"),
            ]
        }
        func states(_ attributes: [String: String], _ cases: [Case]) -> Bool {
            totals(cases).allSatisfy {
                attributes[$0.key] == $0.value || $0.key == "skipped" && attributes[$0.key] == nil
            }
        }
        return states(root, cases)
            && suites.enumerated().allSatisfy { index, suite in
                states(suite, cases.filter { $0.suite == "\(index)" })
            }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        switch name {
        case "testsuites": root = attributes
        case "testsuite": suites.append(attributes)
        case "testcase":
            cases.append(Case(suite: "\(suites.count - 1)", attributes: attributes))
            isInCase = true
        case "properties": break
        case "property":
            if isInCase { cases[cases.count - 1].properties[attributes["name"] ?? ""] = attributes["value"] }
        default:
            cases[cases.count - 1].children.append((name, attributes, ""))
            isInChild = true
        }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "testcase" { isInCase = false }
        isInChild = false
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard isInChild, let last = cases[cases.count - 1].children.indices.last else { return }
        cases[cases.count - 1].children[last].text += string
    }
}
