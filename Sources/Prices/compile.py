#!/usr/bin/env python3
"""Compiles collected list prices into the bundled price book.

    compile.py FOLDER [-o Data/aws.yaml]
    compile.py FOLDER --figures

FOLDER holds ec2-ondemand.csv (instance_type, region, usd_per_hour, derived) and other.csv (service, item, region, unit,
usd, source, date). Every figure goes into the book with its source and date; one that finds no item is an error. `--figures` lists what each
row of the CSV files has become, for the tests: item, key, region, end of the tier, dollars, units they are for.
Needs Python 3.9 or later and nothing else.
"""
import argparse
import csv
import pathlib
import re
import sys
from decimal import Decimal

COLLECTED = "2026-11-22"
CHECKED = "94 figures agreed with second sources"
EVERYWHERE = "all (commercial regions)"

# (service, item of the CSV) -> (item, key, tier: amount up to which the price holds, 0 for no tiers, None for the last)
ITEMS = {
    ("EBS", "gp3 provisioned IOPS above 3000"): ("ebs.iops", "gp3", 0),
    ("EBS", "gp3 provisioned throughput above 125 MB/s"): ("ebs.throughput", "gp3", 0),
    ("EBS", "io1 provisioned IOPS"): ("ebs.iops", "io1", 0),
    ("EBS", "io2 provisioned IOPS up to 32000"): ("ebs.iops", "io2", 32000),
    ("EBS", "io2 provisioned IOPS 32001-64000"): ("ebs.iops", "io2", 64000),
    ("EBS", "io2 provisioned IOPS above 64000"): ("ebs.iops", "io2", None),
    ("EBS", "standard (magnetic) storage"): ("ebs.storage", "standard", 0),
    ("EBS", "standard (magnetic) I/O"): ("ebs.requests", "standard", 0),
    ("EBS", "snapshot standard"): ("ebs.snapshot", "standard", 0),
    ("EBS", "snapshot archive"): ("ebs.snapshot", "archive", 0),
    ("EBS", "fast snapshot restore"): ("ebs.fast_snapshot_restore", None, 0),
    ("VPC", "public IPv4 address, in use or idle (Elastic IP)"): ("vpc.public_ipv4", None, 0),
    ("VPC", "NAT gateway"): ("vpc.nat_gateway", None, 0),
    ("VPC", "NAT gateway data processed"): ("vpc.nat_gateway_data", None, 0),
    ("VPC", "interface endpoint"): ("vpc.endpoint", "interface", 0),
    ("VPC", "Site-to-Site VPN connection"): ("vpc.vpn_connection", None, 0),
    ("VPC", "transit gateway attachment"): ("vpc.transit_gateway_attachment", None, 0),
    ("VPC", "transit gateway data processed"): ("vpc.transit_gateway_data", None, 0),
    ("VPC", "Client VPN endpoint association"): ("vpc.client_vpn_association", None, 0),
    ("ELB", "Network Load Balancer"): ("elb.network", None, 0),
    ("ELB", "Application Load Balancer"): ("elb.application", None, 0),
    ("ELB", "Application Load Balancer LCU"): ("elb.capacity_unit", "application", 0),
    ("ELB", "Network Load Balancer NLCU"): ("elb.capacity_unit", "network", 0),
    ("ELB", "Gateway Load Balancer"): ("elb.gateway", None, 0),
    ("ELB", "Classic Load Balancer"): ("elb.classic", None, 0),
    ("ELB", "Classic Load Balancer data processed"): ("elb.data", "classic", 0),
    # AWS counts 1 TB as 1024 GB: the offer file of AmazonS3 ends its first range at 51200.
    ("S3", "Standard storage, first 50 TB"): ("s3.storage", "standard", 51200),
    ("S3", "Standard-IA storage"): ("s3.storage", "standard_ia", 0),
    ("S3", "One Zone-IA storage"): ("s3.storage", "onezone_ia", 0),
    ("S3", "Glacier Instant Retrieval storage"): ("s3.storage", "glacier_ir", 0),
    ("S3", "Glacier Flexible Retrieval storage"): ("s3.storage", "glacier", 0),
    ("S3", "Glacier Deep Archive storage"): ("s3.storage", "deep_archive", 0),
    ("S3", "Intelligent-Tiering frequent access storage"): ("s3.storage", "intelligent_tiering_frequent", 0),
    ("S3", "Intelligent-Tiering infrequent access storage"): ("s3.storage", "intelligent_tiering_infrequent", 0),
    ("S3", "Intelligent-Tiering archive access storage"): ("s3.storage", "intelligent_tiering_archive", 0),
    ("S3", "Intelligent-Tiering deep archive access storage"): ("s3.storage", "intelligent_tiering_deep_archive", 0),
    ("S3", "Intelligent-Tiering monitoring"): ("s3.monitoring", "intelligent_tiering", 0),
    ("S3", "PUT/COPY/POST/LIST requests Standard"): ("s3.requests", "standard_write", 0),
    ("S3", "GET requests Standard"): ("s3.requests", "standard_read", 0),
    ("RDS", "gp2 storage single-AZ"): ("rds.storage", "gp2", 0),
    ("RDS", "gp3 storage single-AZ"): ("rds.storage", "gp3", 0),
    ("RDS", "io1 storage single-AZ"): ("rds.storage", "io1", 0),
    ("RDS", "io1 provisioned IOPS single-AZ"): ("rds.iops", "io1", 0),
    ("RDS", "backup/manual snapshot storage above free allocation"): ("rds.backup", None, 0),
    ("RDS", "backup storage above free allocation"): ("rds.backup", None, 0),
    ("RDS", "extended support year 1-2"): ("rds.extended_support", "year_1_2", 0),
    ("CloudWatch", "alarm standard resolution"): ("cloudwatch.alarm", "standard", 0),
    ("CloudWatch", "alarm high resolution"): ("cloudwatch.alarm", "high_resolution", 0),
    ("CloudWatch", "alarm anomaly detection high resolution"):
        ("cloudwatch.alarm", "anomaly_detection_high_resolution", 0),
    ("CloudWatch", "custom metric, first 10000"): ("cloudwatch.metric", None, 10000),
    ("CloudWatch", "log ingestion Standard class"): ("cloudwatch.log_ingestion", "standard", 0),
    ("KMS", "customer managed key"): ("kms.key", None, 0),
    ("KMS", "requests symmetric"): ("kms.requests", "symmetric", 0),
    ("SecretsManager", "secret"): ("secretsmanager.secret", None, 0),
    ("SecretsManager", "API calls"): ("secretsmanager.requests", None, 0),
    ("EKS", "cluster control plane"): ("eks.cluster", None, 0),
}
ENGINES = {"MySQL": "mysql", "PostgreSQL": "postgres"}
# Units of the CSV -> those of books. AWS writes MB/s and MiB/s for the same throughput.
UNITS = {
    "MBps-month": "MiBps-month", "1M requests": "1000000 requests", "10000 requests": "10000 requests",
    "1000 requests": "1000 requests", "1000 objects-month": "1000 object-months", "hour per AZ": "hour",
    "alarm metric-month": "month", "alarm-month": "month", "metric-month": "month", "key-month": "month",
    "secret-month": "month",
}


def place_of(service, item):
    """The item, key and tier of a row."""
    storage = re.fullmatch(r"(gp2|gp3|io1|io2|st1|sc1) storage", item)
    if service == "EBS" and storage:
        return "ebs.storage", storage[1], 0
    instance = re.fullmatch(r"(db\.\S+) (\S+) single-AZ", item)
    if service == "RDS" and instance:
        return "rds.instance", f"{instance[1]} {ENGINES[instance[2]]}", 0
    return ITEMS[service, item]


def public_text(source, dates):
    """The source without the numbers of a private index, which tell nobody anything."""
    source = re.sub(r"equals (\d{11})\b", lambda m: f"equals the unnamed source of {dates[m[1]]}", source)
    return re.sub(r"index id \d+", "unnamed public source", source)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def short_name(source, date, taken):
    """A name for a source in the book: the repository or publisher, and the year."""
    word = next((w for w in ["cortex", "infracost", "ligoj", "DocParser", "doit.com"] if w in source), None)
    word = (word or ("price-list" if "Price List" in source or "Pricing API" in source else "unnamed")).lower()
    word = "inferred" if source.startswith("inferred") else word.replace(".com", "")
    year = re.match(r"\d{4}", date)
    name = f"{word}-{year[0]}" if year else word
    number = 2
    base = name
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def instances(folder, lines):
    """The tables of EC2: what was listed and what was computed, sa-east-1 apart since it is older."""
    rows = list(csv.DictReader(open(folder / "ec2-ondemand.csv", encoding="utf-8")))
    regions = list(dict.fromkeys(row["region"] for row in rows))
    groups = [("ec2", [r for r in regions if r != "sa-east-1"]), ("ec2-old", ["sa-east-1"])]
    count = 0
    for name, group in groups:
        for derived in ("0", "1"):
            table = {}
            for row in rows:
                if row["region"] in group and row["derived"] == derived:
                    table.setdefault(row["instance_type"], {})[row["region"]] = row["usd_per_hour"]
                    count += 1
            suffix = "-derived" if derived == "1" else ""
            lines.append("  - item: ec2.instance")
            lines.append("    per: hour")
            lines.append(f"    from: {name}{suffix}")
            if derived == "1":
                lines.append("    derived: true")
            lines.append(f"    regions: [{', '.join(group)}]")
            lines.append("    usd:")
            for kind, prices in table.items():
                cells = ", ".join(prices.get(region, "~") for region in group)
                lines.append(f"      {kind}: [{cells}]")
    assert count == len(rows), "an EC2 figure is lost"


def others(folder, lines, sources):
    """Everything else: one line an item, key and source, with its regions."""
    rows = list(csv.DictReader(open(folder / "other.csv", encoding="utf-8")))
    dates = {m: row["date"] for row in rows for m in re.findall(r"index id (\d+)", row["source"])}
    def origin_of(row):
        return public_text(row["source"], dates), row["date"]

    # The tiers of one price may come from several sources: these are told together.
    tiered = {}
    for row in rows:
        item, key, tier = place_of(row["service"], row["item"])
        if tier != 0:
            tiered.setdefault((item, key, row["region"]), {}).setdefault(origin_of(row), []).append(row["item"])
    names, figures = {}, {}
    for row in rows:
        item, key, tier = place_of(row["service"], row["item"])
        origin = origin_of(row)
        origins = tiered.get((item, key, row["region"]), {}) if tier != 0 else {}
        if len(origins) > 1:
            source = "; ".join(f"{source} for {' and '.join(parts)}" for (source, _), parts in origins.items())
            origin = (source, "; ".join(date for _, date in origins))
        if origin not in names:
            names[origin] = short_name(*origin, sources)
            sources[names[origin]] = origin
        unit = UNITS.get(row["unit"], row["unit"])
        derived = bool(re.search(r"inferred|halved|3 alarm metrics x", row["source"]))
        region = "*" if row["region"] == EVERYWHERE else row["region"]
        at = (item, key, unit, names[origin], derived)
        prices = figures.setdefault(at, {})
        if tier == 0:
            assert region not in prices, row
            prices[region] = row["usd"]
        else:
            prices.setdefault(region, []).append((tier, row["usd"]))
    for (item, key, unit, name, derived), prices in sorted(figures.items(), key=lambda f: f[0][0]):
        head = f"item: {item}" + (f", key: {key}" if key else "") + f", per: {unit}, from: {name}"
        cells = ", ".join(f"{quoted('*') if r == '*' else r}: {cell(p)}" for r, p in prices.items())
        lines.append(f"  - {{{head}{', derived: true' if derived else ''}, usd: {{{cells}}}}}")


def cell(price):
    if isinstance(price, str):
        Decimal(price)
        return price
    price.sort(key=lambda tier: (tier[0] is None, tier[0]))
    parts = [(f"up_to: {limit}, " if limit else "") + f"usd: {usd}" for limit, usd in price]
    return "[" + ", ".join("{" + part + "}" for part in parts) + "]"


def listed(folder):
    """Every row of the CSV files, a line each."""
    for row in csv.DictReader(open(folder / "ec2-ondemand.csv", encoding="utf-8")):
        yield "ec2.instance", row["instance_type"], row["region"], "-", row["usd_per_hour"], "1"
    for row in csv.DictReader(open(folder / "other.csv", encoding="utf-8")):
        item, key, tier = place_of(row["service"], row["item"])
        count = re.match(r"\d+", UNITS.get(row["unit"], row["unit"]))
        region = "*" if row["region"] == EVERYWHERE else row["region"]
        yield item, key or "", region, str(tier or "-"), row["usd"], count[0] if count else "1"


def main():
    parser = argparse.ArgumentParser(description="Compiles collected list prices into the bundled price book.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path)
    parser.add_argument("--figures", action="store_true")
    arguments = parser.parse_args()
    if arguments.figures:
        print("\n".join("\t".join(figure) for figure in listed(arguments.folder)))
        return
    list_price = f"AWS list price, Linux, shared tenancy ({CHECKED})"
    derived = "computed from another size of the family (linear in size, checked on two sizes a family and region)"
    sources = {
        "ec2": (list_price, f"{COLLECTED} (collected)"),
        "ec2-derived": (derived, f"{COLLECTED} (collected)"),
        "ec2-old": ("AWS list price, Linux, shared tenancy", "2021 (about)"),
        "ec2-old-derived": (derived, "2021 (about)"),
    }
    lines = []
    instances(arguments.folder, lines)
    others(arguments.folder, lines, sources)
    head = [
        "# AWS list prices. Written by Sources/Prices/compile.py; do not edit.",
        "prices: 1", "name: bundled list prices", f"date: {COLLECTED}", "currency: USD",
        "source: public AWS list prices in US dollars, without discounts and taxes", "sources:",
    ]
    for name, (source, date) in sources.items():
        head.append(f"  {name}: {{source: {quoted(source)}, date: {quoted(date)}}}")
    text = "\n".join(head + ["figures:"] + lines) + "\n"
    if arguments.output:
        arguments.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
