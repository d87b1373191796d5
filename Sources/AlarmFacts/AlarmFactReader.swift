internal import Catalog
internal import Diagnostics
package import Inventory
internal import Metrics

/// Why facts are as they are, and the facts that are worked out only when somebody reads them.
extension AlarmModel {
    // MARK: Values

    package func value(_ fact: String, at place: ReferenceTable.Place) -> FactValue? {
        guard let parts, let alarm = alarm(at: place, parts) else { return nil }
        switch fact {
        case "watches":
            var names: [String] = []
            for case .found(let resource) in alarm.links.joined() { names.append(parts.census.name(resource)) }
            let missing = missing("target_gone", at: place)
            return missing.isEmpty || !names.isEmpty ? .texts(names) : .unknown(missing)
        case "gone_targets":
            let missing = alarm.isTargetGone == nil ? missing("target_gone", at: place) : []
            return missing.isEmpty ? .texts(alarm.goneNames) : .unknown(missing)
        case "last_points":
            switch parts.reader.read(alarm) {
            case .read(let readings): return .text(readings.text)
            case .unknown(let missing): return .unknown(missing)
            }
        case "lost_actions":
            let view = parts.census.view(place)
            guard let outcomes = parts.actions.outcomes(of: view) else { return .unknown(parts.actions.missing(view)) }
            let reasons = outcomes.compactMap { if case .lost(let why) = $0.outcome { why } else { nil } }
            return .text(reasons.isEmpty ? "it has no action" : reasons.joined(separator: ", "))
        default: return nil
        }
    }

    // MARK: What is missing

    package func missing(_ fact: String, at place: ReferenceTable.Place) -> [String] {
        guard let parts else { return [] }
        let view = parts.census.view(place)
        guard let alarm = alarm(at: place, parts) else {
            return parts.census.types.kinds[Int(view.record.type)].map { parts.counts.missing(view, $0) } ?? []
        }
        switch fact {
        case "notifies": return parts.actions.missing(view)
        case "target_gone", "watches", "gone_targets":
            var names = alarm.watched.missing
            for case .unknown(let name) in alarm.links.joined() { names.append(name) }
            return names
        default:
            switch parts.reader.read(alarm) {
            case .read: return ["state"]
            case .unknown(let missing): return missing
            }
        }
    }

    // MARK: Clues

    package func clues(_ fact: String, at place: ReferenceTable.Place) -> [Clue] {
        guard let parts else { return [] }
        let census = parts.census
        guard let alarm = alarm(at: place, parts) else { return countClues(at: place, parts) }
        switch fact {
        case "notifies":
            guard let outcomes = parts.actions.outcomes(of: census.view(place)) else { return [] }
            if outcomes.isEmpty { return [Clue("actions", "none", nil)] }
            return outcomes.compactMap { arn, outcome in
                if case .lost(let why) = outcome { Clue("actions", "\(arn): \(why)", nil) } else { nil }
            }
        case "target_gone":
            return zip(alarm.watched.metrics, alarm.links).flatMap { metric, links in
                links.compactMap { link in
                    if case .gone(let name) = link {
                        Clue("\(metric.path)dimensions", "\(name) is not there", nil)
                    } else {
                        nil
                    }
                }
            }
        case "would_be", "has_data":
            guard case .read(let readings) = parts.reader.read(alarm) else { return [] }
            // Without a place, so that the finding points at the alarm: what is wrong may be the threshold.
            return [Clue(readings.path, readings.text, nil)]
        default: return []
        }
    }

    /// The alarms that look at a resource, or that none does.
    private func countClues(at place: Place, _ parts: Parts) -> [Clue] {
        let census = parts.census
        let numbers = parts.counts.alarms(at: place)
        if numbers.isEmpty {
            let collection = census.inventory.catalog.types[census.type].collection
            return [Clue(collection, "none looks at it", nil)]
        }
        return numbers.map { number in
            let alarm = census.alarms[number]
            let names = alarm.watched.metrics.compactMap(\.name).joined(separator: ", ")
            return Clue(census.name(alarm.place), "looks at \(names)", span(alarm.place, census))
        }
    }

    private func span(_ place: Place, _ census: AlarmCensus) -> SourceSpan {
        let view = census.view(place)
        return census.inventory.idSpan(of: view.record, in: view.segment)
    }
}

extension AlarmCensus.Alarm {
    /// `instances.i-1`: what the alarm looks at and the inventory lacks.
    var goneNames: [String] {
        links.joined().compactMap { if case .gone(let name) = $0 { name } else { nil } }
    }
}

extension AlarmReadings {
    /// `95.1, -, 99.8, 70 Percent (2 of the last 3 above 80; alarm at 3)`, the newest last.
    var text: String {
        // Of long ranges the latest will do.
        let shown = points.suffix(10)
        let values = shown.map { $0.isNaN ? "-" : Self.text($0) }.joined(separator: ", ")
        let comparison =
            switch conditions.comparison {
            case .greaterThan: "above"
            case .greaterThanOrEqual: "at or above"
            case .lessThan: "below"
            case .lessThanOrEqual: "at or below"
            }
        let limit = "\(comparison) \(Self.text(conditions.threshold))"
        let tally = conditions.tally(of: points)
        let absent = conditions.evaluationPeriods - tally.count
        let observed =
            absent == 0
            ? "\(tally.breaching) of the last \(tally.count) \(limit)"
            : "\(tally.breaching) of \(tally.count) \(limit), \(absent) missing"
        return (shown.count < points.count ? "…, " : "") + values + (unit.map { " \($0.rawValue)" } ?? "")
            + " (\(observed); alarm at \(conditions.datapointsToAlarm))"
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
