import Testing

/// Where facts point.
struct ClueTests {
    @Test func statements() throws {
        let holders = try PolicyHolders(
            """
            queues:
              - id: x
                policy:
                  Version: "2012-10-17"
                  Statement:
                    - {Effect: Allow, Principal: {AWS: "111122223333"}, Action: "sqs:*", Resource: "*"}
                    - Sid: Two
                      Effect: Allow
                      Principal: "*"
                      Action: [sqs:SendMessage, sqs:SendMesage]
                      Resource: "*"
                    - Effect: Allow
                      Principal: {AWS: ["444455556666", AIDACKCEVSQ6C2EXAMPLE]}
                      Action: sqs:SendMessage
                      Resource: "*"
              - id: y
                policy: |
                  {"Statement": [
                    {"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": "*"}]}

            """)
        #expect(try holders.clues("policy_access") == ["policy.Statement[1] line 10: Sid: Two\n   "])
        #expect(try holders.clues("policy_invalid") == ["policy.Statement[1] line 13: sqs:SendMesa"])
        #expect(try holders.clues("policy_cross_account") == ["policy.Statement[2] line 16: Principal"])
        #expect(try holders.clues("policy_idle_statements") == ["policy.Statement[2] line 16: AIDACKCEVSQ6"])
        #expect(try holders.clues("policy_wildcard_action") == ["policy.Statement[0] line 9: \"sqs:*\""])
        #expect(try holders.clues("policy_wildcard_principal") == ["policy.Statement[1] line 12: \"*\""])
        #expect(try holders.clues("policy_confused_deputy", of: "y") == ["policy.Statement[0] line 22: \"sns.amazona"])
        let accesses = try holders.clues("policy_access", of: "y")
        #expect(accesses == ["policy.Statement[0] line 22: {\"Effect\": \""], "\(accesses)")
        #expect(
            try holders.fact("public_because") == "statement `Two` (sqs:SendMessage, sqs:SendMesage)"
                && holders.fact("public_may") == "write")
    }
}
