internal import Metrics

/// Describes the series of a resource as `SeriesDecoder` reads them.
struct MetricsSchema {
    let definitions: Definitions

    /// Names of metrics, each with a series or a list of them.
    func metrics() -> SchemaValue {
        definitions.reference("value.metrics") {
            let series = definitions.reference("value.series") { self.series() }
            return [
                "description":
                    "What CloudWatch measured: a series for each metric, or a list of them, one a statistic.",
                "type": "object",
                "additionalProperties": ["anyOf": [series, ["type": "array", "items": series]]],
            ]
        }
    }

    private func series() -> SchemaValue {
        let time: SchemaValue = [
            "description": "Time of the first value, as 2026-01-31T00:00:00Z.", "type": "string",
        ]
        let values: SchemaValue = [
            "description": "The points at even distances; null for a missing one.", "type": ["array", "null"],
            "items": ["type": ["number", "null"]],
        ]
        let points: SchemaValue = [
            "description": "Points in any order, each a time and a value.", "type": "array",
            "items": ["type": "array", "minItems": 2, "maxItems": 2],
        ]
        return [
            "type": "object", "required": ["stat", "period"],
            "properties": [
                "stat": [
                    "description": "Average, Sum, Minimum, Maximum, SampleCount, or a percentile such as p99.",
                    "type": "string", "examples": .texts(Statistic.names),
                ],
                "unit": [
                    "description": "Unit, in the words of CloudWatch.",
                    "enum": .list(MetricUnit.allCases.map { .text($0.rawValue) } + [.null]),
                ],
                "period": [
                    "description": "Time that one point sums up: 5m, 1h, 1d or a number of seconds.",
                    "type": ["string", "integer"],
                ],
                "start": time, "values": values, "points": points,
            ],
            "additionalProperties": false,
        ]
    }
}
