/// The rows of `OperatorTests`.
enum OperatorRows {
    typealias Row = OperatorTests.Row

    static let text: [Row] = [
        Row("instance", "name", "web", holds: ["web", "\"web\""], fails: ["Web", "webs", "\"\"", "\"we\\x62s\""]),
        Row("instance", "name", "\"\"", holds: ["\"\""], fails: ["web", "\" \""]),
        Row("instance", "name", "[web, db]", holds: ["web", "db"], fails: ["we", "\"\""]),
        Row("instance", "name", "{in: [web, db]}", holds: ["web", "db"], fails: ["d", "webdb"]),
        Row("instance", "name", "{startsWith: we}", holds: ["we", "web"], fails: ["w", "awe", "We", "\"\""]),
        Row("instance", "name", "{endsWith: eb}", holds: ["eb", "web"], fails: ["b", "webs", "\"\""]),
        Row("instance", "name", "{contains: eb}", holds: ["eb", "webs"], fails: ["e", "wEb", "e-b", "\"\""]),
        Row("instance", "name", "{containsIgnoringCase: eB}", holds: ["eb", "wEBs"], fails: ["e", "e b"]),
        Row("instance", "name", "{size: 3}", holds: ["web", "äöü", "東京都"], fails: ["we", "webs", "\"\""]),
        Row("instance", "name", "{size: {above: 2, below: 4}}", holds: ["web"], fails: ["we", "webs"]),
        Row("instance", "name", "{size: [1, 3]}", holds: ["w", "web"], fails: ["we"]),
        Row("instance", "name", "{empty: true}", holds: ["\"\""], fails: ["\" \"", "web"]),
        Row("instance", "name", "{empty: false}", holds: ["web", "\" \""], fails: ["\"\""]),
        Row("instance", "name", "{startsWith: w, endsWith: b}", holds: ["wb", "web"], fails: ["w", "b", "bw"]),
        Row("instance", "vpc", "vpc-1", holds: ["vpc-1"], fails: ["vpc-10"]),
        Row(
            "instance", "owner", "\"012345678901\"", holds: ["\"012345678901\"", "012345678901"],
            fails: ["123456789012"]),
        Row(
            "instance", "arn", "{contains: \":iam:\"}", holds: ["\"arn:aws:iam::123456789012:root\""],
            fails: ["\"arn:aws:s3:::b\""]),
        Row("instance", "region", "{startsWith: eu-}", holds: ["eu-west-1"], fails: ["us-east-1"]),
    ]

    static let ordered: [Row] = [
        Row("instance", "vcpus", "4", holds: ["4", "\"4\"", "+4", "04"], fails: ["3", "40", "-4"]),
        Row("instance", "vcpus", "[2, 4]", holds: ["2", "4"], fails: ["3"]),
        Row("instance", "vcpus", "{above: 4}", holds: ["5"], fails: ["4", "3"]),
        Row("instance", "vcpus", "{at_least: 4}", holds: ["5", "4"], fails: ["3"]),
        Row("instance", "vcpus", "{below: 4}", holds: ["3", "-5"], fails: ["4", "5"]),
        Row("instance", "vcpus", "{at_most: 4}", holds: ["3", "4"], fails: ["5"]),
        Row("instance", "vcpus", "{above: 2, below: 8, not: 4}", holds: ["3", "7"], fails: ["2", "4", "8"]),
        Row("instance", "vcpus", "{in: [2, 4]}", holds: ["2", "4"], fails: ["8"]),
        Row(
            "instance", "monthly_cost", "{above: 12.30}", holds: ["12.31", "12.300001", "$13"],
            fails: ["12.3", "0.5", "0"], missing: "state"),
        Row(
            "instance", "monthly_cost", "12.30", holds: ["12.3", "12.30", "$12.300000"], fails: ["12.31"],
            missing: "state"),
        Row(
            "snapshot", "full_size", "{at_least: 1GiB}", holds: ["1GiB", "1073741824", "2GB"],
            fails: ["1GB", "1023MiB"]),
        Row("snapshot", "full_size", "1KiB", holds: ["1024"], fails: ["1000", "1KB"]),
        Row(
            "reserved_instance", "duration", "{below: 400d}", holds: ["365d", "1h", "31536000s"],
            fails: ["400d", "401d"]),
        Row("reserved_instance", "duration", "60m", holds: ["60m", "1h", "3600s"], fails: ["61m"]),
        Row(
            "instance", "created", "{above: 2026-01-01T00:00:00Z}", holds: ["2026-01-01T00:00:01Z", "2026-01-02"],
            fails: ["2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", "2025-12-31"]),
        Row(
            "instance", "created", "{older_than: 90d}", holds: ["2026-04-01T23:59:59Z"],
            fails: ["2026-04-02T00:00:00Z", "2026-07-01"]),
        Row(
            "instance", "created", "{younger_than: 1d}", holds: ["2026-06-30T00:00:01Z", "2026-08-01"],
            fails: ["2026-06-30", "2020-01-01"]),
        Row(
            "instance", "created", "{older_than: 1d, younger_than: 3d}", holds: ["2026-06-29"],
            fails: ["2026-06-30", "2026-06-28"]),
        Row("security_group", "default", "true", holds: ["true", "True", "TRUE"], fails: ["false"]),
        Row("security_group", "default", "false", holds: ["false"], fails: ["true"]),
        Row("security_group", "default", "{in: [true]}", holds: ["true"], fails: ["false"]),
        Row("bucket", "ownership", "object_writer", holds: ["object_writer"], fails: ["bucket_owner_enforced"]),
        Row(
            "bucket", "ownership", "[object_writer, bucket_owner_preferred]",
            holds: ["object_writer", "bucket_owner_preferred"],
            fails: ["bucket_owner_enforced"]),
        Row("bucket", "ownership", "{in: [object_writer]}", holds: ["object_writer"], fails: ["bucket_owner_enforced"]),
        // A default stands for what is absent, but not for null.
        Row("bucket", "versioning", "disabled", holds: ["disabled"], fails: ["enabled"], onAbsent: .yes),
        Row("bucket", "mfa_delete", "true", holds: ["true"], fails: ["false"], onAbsent: .no),
        Row(
            "flow_log", "aggregation_interval", "{above: 60s}", holds: ["600s", "61s"], fails: ["60s"], onAbsent: .yes),
    ]

    static let networks: [Row] = [
        Row("instance", "public_ip", "8.8.4.4", holds: ["8.8.4.4"], fails: ["8.8.4.5"]),
        Row("instance", "public_ip", "[8.8.4.4, 8.8.8.8]", holds: ["8.8.4.4"], fails: ["8.8.4.5"]),
        Row("instance", "public_ip", "{in: [8.8.4.4/32]}", holds: ["8.8.4.4"], fails: ["8.8.4.5"]),
        Row(
            "instance", "public_ip", "{within: 8.8.0.0/16}", holds: ["8.8.0.0", "8.8.255.255"],
            fails: ["8.9.0.0", "\"2001:4860::1\""]),
        Row(
            "instance", "public_ip", "{within: internet}", holds: ["8.8.4.4", "\"2001:4860::1\""],
            fails: ["10.0.0.1", "127.0.0.1", "\"fd00::1\""]),
        Row("instance", "public_ip", "{public: true}", holds: ["8.8.4.4"], fails: ["192.168.0.1", "203.0.113.1"]),
        Row("instance", "public_ip", "{public: false}", holds: ["10.0.0.1"], fails: ["8.8.4.4"]),
        Row(
            "subnet", "cidr", "10.0.0.0/24", holds: ["10.0.0.0/24"],
            fails: ["10.0.0.0/25", "10.0.0.0/23", "10.0.1.0/24"]),
        Row(
            "subnet", "cidr", "{within: 10.0.0.0/8}", holds: ["10.0.0.0/8", "10.1.0.0/16"],
            fails: ["10.0.0.0/7", "11.0.0.0/8"]),
        Row(
            "subnet", "cidr", "{covers: 10.0.0.0/24}", holds: ["10.0.0.0/24", "10.0.0.0/16"],
            fails: ["10.0.0.0/25", "10.0.1.0/24"]),
        Row(
            "subnet", "cidr", "{overlaps: 10.0.0.0/24}", holds: ["10.0.0.128/25", "10.0.0.0/8"], fails: ["10.0.1.0/24"]),
        Row("subnet", "cidr", "{prefix_length: 24}", holds: ["10.0.0.0/24"], fails: ["10.0.0.0/25", "10.0.0.24/32"]),
        Row(
            "subnet", "cidr", "{prefix_length: {at_most: 16}}", holds: ["10.0.0.0/16", "0.0.0.0/0"],
            fails: ["10.0.0.0/17"]),
        Row(
            "subnet", "cidr", "{prefix_length: [16, 24]}", holds: ["10.0.0.0/16", "10.0.0.0/24"], fails: ["10.0.0.0/20"]
        ),
        Row("subnet", "cidr", "{public: true}", holds: ["8.0.0.0/8", "0.0.0.0/0"], fails: ["10.0.0.0/8"]),
        Row(
            "vpc", "cidr", "{some: {within: 10.0.0.0/8}}", holds: ["[10.0.0.0/16]", "[192.168.0.0/16, 10.0.0.0/16]"],
            fails: ["[192.168.0.0/16]", "[]"]),
        Row(
            "vpc", "cidr", "{contains: 10.0.0.0/16}", holds: ["10.0.0.0/16", "[192.168.0.0/16, 10.0.0.0/16]"],
            fails: ["[10.0.0.0/17]", "[]"]),
    ]

    static let collections: [Row] = [
        Row("instance", "product_codes", "{contains: a}", holds: ["[a]", "[b, a]", "a"], fails: ["[b, aa]", "[]"]),
        Row("instance", "product_codes", "{some: {startsWith: a}}", holds: ["[b, ab]"], fails: ["[b]", "[]"]),
        Row("instance", "product_codes", "{some: [a, b]}", holds: ["[c, b]"], fails: ["[c]", "[]"]),
        Row(
            "instance", "product_codes", "{every: {startsWith: a}}", holds: ["[]", "[a, ab]"], fails: ["[a, b]"],
            onNull: .yes),
        Row(
            "instance", "product_codes", "{none: {startsWith: a}}", holds: ["[]", "[b]"], fails: ["[b, ab]"],
            onNull: .yes),
        Row("instance", "product_codes", "{size: 2}", holds: ["[a, b]", "[a, a]"], fails: ["[a]", "[]", "[a, b, c]"]),
        Row("instance", "product_codes", "{size: {above: 1}}", holds: ["[a, b]"], fails: ["[a]", "a"]),
        // There is no element where there is no list.
        Row("instance", "product_codes", "{size: 0}", holds: ["[]"], fails: ["[a]"], onNull: .yes),
        Row("instance", "product_codes", "{empty: true}", holds: ["[]"], fails: ["[a]", "a"], onNull: .yes),
        Row("instance", "product_codes", "{empty: false}", holds: ["[a]"], fails: ["[]"]),
        Row(
            "instance", "tags", "{has_keys: [Owner]}", holds: ["{Owner: x}", "{A: b, Owner: \"\"}"],
            fails: ["{}", "{owner: x}"]),
        Row(
            "instance", "tags", "{has_keys: [A, B]}", holds: ["{A: x, B: y, C: z}"], fails: ["{A: x}", "{B: y}", "{}"]),
        Row("instance", "tags", "{has_keys: A}", holds: ["{A: x}"], fails: ["{}"]),
        Row(
            "instance", "tags", "{key: {A: x}}", holds: ["{A: x}", "{B: y, A: x}"], fails: ["{A: y}", "{a: x}", "{}"]),
        Row(
            "instance", "tags", "{key: {A: {startsWith: x}, B: y}}", holds: ["{A: xx, B: y}"],
            fails: ["{A: xx}", "{B: y}", "{A: x, B: z}"]),
        Row(
            "instance", "tags", "{key: {A: null}}", holds: ["{}", "{B: x}"], fails: ["{A: x}", "{A: \"\"}"],
            onNull: .yes),
        Row(
            "instance", "tags", "{key: {A: {exists: true}}}", holds: ["{A: x}", "{A: \"\"}"], fails: ["{}", "{B: x}"]),
        Row("instance", "tags", "{key: {A: [x, y]}}", holds: ["{A: y}"], fails: ["{A: z}", "{}"]),
        Row("instance", "tags", "{size: {at_least: 1}}", holds: ["{A: x}"], fails: ["{}"]),
        Row("instance", "tags", "{empty: true}", holds: ["{}"], fails: ["{A: x}"], onNull: .yes),
    ]

    static let presence: [Row] = [
        Row("instance", "name", "null", holds: [], fails: ["web", "\"\"", "\"null\"", "\"~\""], onNull: .yes),
        Row("instance", "name", "~", holds: ["~", "Null", ""], fails: ["web"], onNull: .yes),
        Row("instance", "name", "{exists: true}", holds: ["web", "\"\""], fails: []),
        Row("instance", "name", "{exists: false}", holds: ["~"], fails: ["web"], onNull: .yes),
        Row("instance", "name", "{stated: true}", holds: ["web", "\"\""], fails: [], onNull: .yes, onAbsent: .no),
        Row("instance", "name", "{stated: false}", holds: [], fails: ["web"], onAbsent: .yes),
        Row("instance", "tags", "{exists: true}", holds: ["{}", "{A: x}"], fails: []),
        Row("instance", "tags", "null", holds: [], fails: ["{}"], onNull: .yes),
        Row("instance", "product_codes", "{exists: true}", holds: ["[]", "[a]"], fails: []),
        Row("bucket", "encryption", "null", holds: [], fails: ["{algorithm: aes256}"], onNull: .yes),
        Row("bucket", "encryption", "{exists: true}", holds: ["{algorithm: aes256}"], fails: []),
        Row(
            "bucket", "encryption", "{stated: true}", holds: ["{algorithm: aes256}"], fails: [], onNull: .yes,
            onAbsent: .no),
        Row("bucket", "policy", "{exists: true}", holds: ["{Statement: []}", "\"{}\""], fails: []),
        Row("bucket", "policy", "null", holds: [], fails: ["{Statement: []}"], onNull: .yes),
        Row("instance", "name", "{not: web}", holds: ["db"], fails: ["web"], onNull: .yes),
        Row("instance", "name", "{not: null}", holds: ["db", "\"\""], fails: []),
        Row(
            "instance", "name", "{any: [web, null, {startsWith: d}]}", holds: ["web", "db"], fails: ["app"],
            onNull: .yes),
        Row("instance", "name", "{all: [{startsWith: w}, {not: web}]}", holds: ["www"], fails: ["web", "db"]),
        Row(
            "instance", "name", "{any: [null, {stated: false}]}", holds: [], fails: ["web"], onNull: .yes,
            onAbsent: .yes),
        Row("instance", "name", "{all: [{stated: true}, web]}", holds: ["web"], fails: ["db"], onAbsent: .no),
    ]
}
