import Testing

/// Whether anybody hears of an alarm.
struct ActionTests {
    static let topic = "arn:aws:sns:eu-west-1:111122223333:alerts"

    @Test(
        "who is told",
        arguments: [
            ("", "", "unknown"), ("actions: []", "", "false"), ("actions: null", "", "false"),
            ("actions: [\"\(topic)\"]", "", "true"), ("actions: [\"\(topic)\"], actions_enabled: false", "", "false"),
            ("actions_enabled: false", "", "false"),
            ("actions: [\"arn:aws:automate:eu-west-1:ec2:stop\"]", "topics: []", "true"),
            ("actions: [\"\(topic)\"]", "topics: []", "false"),
            ("actions: [\"\(topic)\"]", "topics: [{id: alerts}]", "true"),
            ("actions: [\"\(topic)\"]", "topics: [{id: alerts, subscriptions: []}]", "false"),
            ("actions: [\"\(topic)\"]", "topics: [{id: alerts, subscriptions: [{protocol: email}]}]", "true"),
            (
                "actions: [\"\(topic)\"]",
                "topics: [{id: alerts, subscriptions: [{protocol: email, confirmed: false}]}]", "false"
            ),
            (
                "actions: [\"\(topic)\"]",
                "topics: [{id: alerts, subscriptions: [{protocol: email, confirmed: false}, {protocol: sms, confirmed: true}]}]",
                "true"
            ),
            (
                "actions: [\"\(topic)\", \"arn:aws:lambda:eu-west-1:111122223333:function:page\"]", "topics: []", "true"
            ),
            // A topic of the same name elsewhere is another one.
            ("actions: [\"\(topic)\"]", "topics: [{id: alerts, region: us-east-1}]", "false"),
            (
                "actions: [\"arn:aws:sns:us-east-1:111122223333:alerts\"]",
                "topics: [{id: alerts, subscriptions: []}]", "true"
            ),
        ])
    func notifies(alarm: String, topics: String, expected: String) throws {
        let alarms = try Alarms("alarms: [{id: x\(alarm.isEmpty ? "" : ", " + alarm)}]\n" + topics)
        #expect(try alarms.fact("notifies") == expected)
        if expected == "unknown" { #expect(try alarms.missing("notifies") == ["actions"]) }
    }

    @Test("why nobody is told") func reasons() throws {
        let alarms = try Alarms(
            "alarms: [{id: x, actions: [\"\(Self.topic)\", \"arn:aws:sns:eu-west-1:111122223333:old\"]}]\ntopics: [{id: alerts, subscriptions: []}]"
        )
        #expect(try alarms.fact("lost_actions") == "topics.alerts has no subscription, topics.old is not there")
        #expect(
            try alarms.clues("notifies") == [
                "actions: \(Self.topic): topics.alerts has no subscription",
                "actions: arn:aws:sns:eu-west-1:111122223333:old: topics.old is not there",
            ])
        let none = try Alarms("alarms: [{id: x, actions: []}]")
        #expect(try none.fact("lost_actions") == "it has no action" && none.clues("notifies") == ["actions: none"])
    }
}
