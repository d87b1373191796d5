import Diagnostics
import Documents
import Testing

/// Whatever is cut off or changed: either a document or an error with a place.
struct TruncationTests {
    private static let sample = """
        # An inventory with everything YAML has. éé 😀
        inventory: 1
        account: "111122223333"
        region: !!str eu-west-1
        security_groups:
          - &web
            id: sg-1
            name: 'it''s a "name"'
            description: "caf\\u00e9 \\
              and more"
            tags: {Owner: ü, "Cost Centre": '4711', ~: null}
            ingress:
              - &entry {protocol: tcp, ports: [80, 443], source: [10.0.0.0/8, "::/0"]}
              - <<: *entry
                ports: 22
          - <<: [*web, {vpc: vpc-1}]
            id: sg-2
            description: |+
              two
               lines

            name: >-
              folded
              text
        ? buckets
        : - {name: 한글}
        ---
        {"inventory": 1, "vpcs": []}
        ...

        """

    private func check(_ bytes: [UInt8], _ name: @autoclosure () -> String) {
        let reading = Reading(bytes: bytes)
        if reading.diagnostics.isEmpty {
            for node in reading.document.nodes {
                #expect(node.start <= node.end && Int(node.end) <= bytes.count, "\(name()): \(node)")
            }
        } else {
            #expect(reading.diagnostics.hasErrors, "\(name())")
            for diagnostic in reading.diagnostics {
                let span = diagnostic.span
                #expect(
                    span != nil && span!.start <= span!.end && span!.end <= bytes.count,
                    "\(name()): \(diagnostic.message)")
            }
            #expect(!DiagnosticRenderer(palette: Palette(isEnabled: false)).render(reading.diagnostics).isEmpty)
        }
    }

    @Test func theSampleIsRight() {
        let reading = Reading(Self.sample)
        #expect(reading.problems == [])
        #expect(reading.document.roots.count == 2)
    }

    @Test func everyBeginning() {
        let bytes = Array(Self.sample.utf8)
        for count in 0...bytes.count { check(Array(bytes[..<count]), "the first \(count) bytes") }
    }

    @Test func everyEnd() {
        let bytes = Array(Self.sample.utf8)
        for count in 0...bytes.count { check(Array(bytes[count...]), "without the first \(count) bytes") }
    }

    @Test func withoutEachByte() {
        let bytes = Array(Self.sample.utf8)
        for at in bytes.indices {
            var damaged = bytes
            damaged.remove(at: at)
            check(damaged, "without byte \(at)")
        }
    }

    @Test(
        "with each byte replaced",
        arguments: [0x00, 0x09, 0x0A, 0x20, 0x22, 0x26, 0x27, 0x2A, 0x3A, 0x5B, 0x7B, 0xC3, 0xFF] as [UInt8])
    func withEachByteReplaced(by byte: UInt8) {
        let bytes = Array(Self.sample.utf8)
        for at in bytes.indices {
            var damaged = bytes
            damaged[at] = byte
            check(damaged, "byte \(at) replaced by \(byte)")
        }
    }
}
