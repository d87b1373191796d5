internal import Catalog
internal import Inventory

/// Whether anything comes of an alarm that goes off.
struct AlarmActions: Sendable {
    /// What one of its actions comes to.
    enum Outcome: Sendable, Equatable {
        case done
        /// Why nobody hears of it.
        case lost(String)
    }

    private let census: AlarmCensus
    private let topics: FieldSlots?
    private let topicType: Int?
    private let isConfirmed: Int

    init(_ census: AlarmCensus) {
        self.census = census
        let catalog = census.inventory.catalog
        topics = FieldSlots("topic", in: catalog)
        topicType = catalog.typeNames.index(of: "topic")
        isConfirmed = topics?.entry("subscriptions", "confirmed") ?? -1
    }

    /// The actions of an alarm, with what they come to; nil where the inventory does not say what they are.
    func outcomes(of alarm: ResourceView) -> [(arn: String, outcome: Outcome)]? {
        let actions = alarm.word(census.fields["actions"])
        guard !actions.isAbsent else { return nil }
        return alarm.list(census.fields["actions"]).map { word in
            let arn = alarm.segment.text(word)
            return (arn, outcome(of: arn))
        }
    }

    /// Whether an alarm does or tells anything when it goes off; nil where the inventory does not say.
    func notifies(_ alarm: ResourceView) -> Bool? {
        let isEnabled = alarm.word(census.fields["actions_enabled"])
        if isEnabled.isSet, isEnabled.bits == 0 { return false }
        guard let outcomes = outcomes(of: alarm) else { return nil }
        guard outcomes.contains(where: { $0.outcome == .done }) else { return false }
        return isEnabled.isSet ? true : nil
    }

    /// What the inventory would have to say.
    func missing(_ alarm: ResourceView) -> [String] {
        ["actions_enabled", "actions"].filter { alarm.word(census.fields[$0]).isAbsent }
    }

    /// CloudWatch does not test the actions of an alarm
    /// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html): a topic may be gone, and it
    /// sends nothing before its subscriber confirmed (https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html). What
    /// the inventory does not say is taken to be in order.
    private func outcome(of arn: String) -> Outcome {
        // arn:aws:sns:REGION:ACCOUNT:NAME
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[2] == "sns", let topics, let topicType else { return .done }
        let scope = AlarmCensus.Scope(account: parts[4], region: parts[3])
        switch census.find(topicType, parts[5], scope, scopeOf: { census.scope($0, topics) }) {
        case .unknown: return .done
        case .gone(let name): return .lost("\(name) is not there")
        case .found(let place):
            let view = census.view(place)
            let subscriptions = view.word(topics["subscriptions"])
            guard !subscriptions.isAbsent else { return .done }
            let entries = view.entries(topics["subscriptions"])
            if entries.isEmpty { return .lost("\(census.name(place)) has no subscription") }
            let isHeard = entries.contains { entry in
                let word = entry.own(isConfirmed)
                return !word.isSet || word.bits != 0
            }
            return isHeard ? .done : .lost("\(census.name(place)) has no confirmed subscription")
        }
    }
}
