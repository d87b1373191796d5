import Findings
import Foundation
import Reports
import Testing

@Suite struct JSONReportTests {
    private func findings(_ judgements: [Judgement], rules: [RuleInfo] = [.fake()]) throws -> [[String: Any]] {
        let text = try rendered(JSONReport(scope: .findings), FakeEvaluation(rules: rules, judgements), jobs: 2)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require(object?["findings"] as? [[String: Any]])
    }

    @Test func wholeReport() throws {
        var evaluation = FakeEvaluation(
            rules: [.fake()],
            [
                .fake(
                    entry: "ingress[0]",
                    evidence: [
                        Evidence(path: "ingress[1]", value: "::/0", span: place(of: "\"::/0\"")),
                        Evidence(path: "vpc", value: "default: none", span: nil),
                    ], savings: .monthly(Money(micros: 1_230_000))),
                .fake(.fake("sg-2", account: nil, name: nil), .insufficientData, missing: ["vpc", "tags"]),
            ])
        evaluation.asOf = "2022-10-21T02:00:00Z"
        (evaluation.savings, evaluation.savingFindings) = (Money(micros: 1_230_000), 1)
        let rule = #"""
            {"rule":{"id":"sg-ssh-open","title":"SSH is open","severity":"high","category":"security",\#
            "maps":{"cis-aws-5.0":["5.3"]}},
            """#
        let finding = #"""
            \#(rule)"resource":{"type":"security_group","id":"sg-1","account":"594746470953",\#
            "region":"ap-northeast-2","name":"web"},"verdict":"noncompliant","severity":"high","entry":"ingress[0]",\#
            "message":"web lets the internet reach tcp/22","location":{"file":"lab.yaml","line":4,"column":36,\#
            "end":{"line":4,"column":53}},"evidence":[{"path":"ingress[1]","value":"::/0","location":\#
            {"file":"lab.yaml","line":5,"column":44,"end":{"line":5,"column":50}}},\#
            {"path":"vpc","value":"default: none","location":null}],"missing":[],"reach":null,"fix":"Limit the entries.",\#
            "savings":{"amount":"1.23","currency":"USD","per":"month"},\#
            "fingerprint":"\#(evaluation.parts[0][0].fingerprint)"}
            """#
        let verdict = #"""
            \#(rule)"resource":{"type":"security_group","id":"sg-2","account":null,"region":"ap-northeast-2",\#
            "name":null},"verdict":"insufficient_data","severity":"high","entry":null,"message":"nobody knows",\#
            "location":{"file":"lab.yaml","line":4,"column":36,"end":{"line":4,"column":53}},"evidence":[],\#
            "missing":["vpc","tags"],"reach":null,"fix":"Limit the entries.","savings":null,\#
            "fingerprint":"\#(evaluation.parts[1][0].fingerprint)"}
            """#
        #expect(
            try rendered(JSONReport(scope: .all), evaluation) == """
                {
                  "version": 1,
                  "tool": {"name": "plumb", "version": "1.2.3"},
                  "as_of": "2022-10-21T02:00:00Z",
                  "inputs": [
                    {"path": "lab.yaml", "documents": 1, "resources": 2}
                  ],
                  "summary": {
                    "resources": 2,
                    "rules": 1,
                    "findings": {"critical": 0, "high": 1, "medium": 0, "low": 0, "info": 0},
                    "verdicts": {"compliant": 0, "noncompliant": 1, "not_applicable": 0, "insufficient_data": 1},
                    "monthly_savings": {"amount": "1.23", "currency": "USD", "findings": 1, "unpriced": 0}
                  },
                  "findings": [
                    \(finding)
                  ],
                  "verdicts": [
                    \(finding),
                    \(verdict)
                  ]
                }

                """)
    }

    @Test func nothingAtAll() throws {
        var evaluation = FakeEvaluation(rules: [], parts: [])
        evaluation.asOf = nil
        let text = try rendered(JSONReport(scope: .all), evaluation)
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["as_of"] is NSNull)
        #expect((object["findings"] as? [Any])?.isEmpty == true)
        #expect((object["verdicts"] as? [Any])?.isEmpty == true)
        #expect(text.hasSuffix("\"findings\": [],\n  \"verdicts\": []\n}\n"))
    }

    @Test func oddTextComesBack() throws {
        let odd = "\0\u{1}\u{1B}[31m \u{7F}\u{9B}\u{2028}\u{202E}שלום \u{FEFF}\u{FFFF}😀 \"\\ ]]> </x> \r\n\t é e\u{301}"
        let back = try findings([
            .fake(
                .fake(odd, account: odd, name: odd), entry: odd, message: odd,
                evidence: [Evidence(path: odd, value: odd, span: nil)], missing: [odd])
        ])
        func scalars(_ value: Any?) -> [Unicode.Scalar] { Array((value as? String ?? "").unicodeScalars) }
        let expected = Array(odd.unicodeScalars)
        let finding = try #require(back.first)
        let resource = finding["resource"] as? [String: Any]
        let evidence = (finding["evidence"] as? [[String: Any]])?.first
        for value in [
            resource?["id"], resource?["account"], resource?["name"], finding["entry"], finding["message"],
            evidence?["path"], evidence?["value"], (finding["missing"] as? [Any])?.first,
        ] { #expect(scalars(value) == expected) }
    }

    @Test func unpricedIsNotZero() throws {
        let savings =
            try findings([.fake(savings: .unpriced(reason: "no price of `ec2.instance m9.huge` in eu-west-1"))]).first?[
                "savings"] as? [String: Any]
        #expect(savings?["amount"] is NSNull)
        #expect(savings?["unpriced"] as? Bool == true)
    }

    @Test func aFrameworkNamedTwiceIsOneKey() throws {
        let back = try findings([.fake()], rules: [.fake(maps: [("a", ["1"]), ("b", ["2"]), ("a", ["3"])])])
        let rule = back.first?["rule"] as? [String: Any]
        #expect(rule?["maps"] as? [String: [String]] == ["a": ["1", "3"], "b": ["2"]])
    }

    @Test func oneFindingALine() throws {
        let evaluation = FakeEvaluation(rules: [.fake()], (0..<50).map { .fake(.fake("sg-\($0)")) })
        let lines = try rendered(JSONReport(scope: .findings), evaluation, jobs: 2).split(separator: "\n")
        let findings = lines.filter { $0.hasPrefix("    {\"rule\"") }
        #expect(findings.count == 50)
        for line in findings {
            let text = line.hasSuffix(",") ? line.dropLast() : line
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        }
    }
}
