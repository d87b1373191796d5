"""Validates YAML documents against a JSON Schema, as an editor does, and tells where they do not fit.

usage: validate.py SCHEMA < TASKS > RESULTS

SCHEMA is a file. TASKS is a JSON list of {"text": …} or {"path": …}; with "rules": {type: collection}, a file is a rule
file whose tests are validated as inventories. RESULTS is a JSON list with, for each task, a list of
{"place": "/security_groups/0/ingress", "keyword": "required", "message": …}.
"""
import json
import re
import sys

import yaml
from jsonschema import Draft7Validator, Draft202012Validator
from jsonschema.exceptions import best_match


class CoreLoader(yaml.SafeLoader):
    """The core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema) with merge keys, as language servers
    read it; PyYAML alone reads 22:22, on, off and dates as YAML 1.1 does."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        if not isinstance(node, yaml.MappingNode):
            return super().construct_mapping(node, deep)
        self.flatten_mapping(node)
        # Keys are names, whatever they look like.
        return {key.value: self.construct_object(value, deep=deep) for key, value in node.value}


def construct_yaml_map(loader, node):
    data = {}
    yield data
    data.update(loader.construct_mapping(node, deep=True))


def core_int(loader, node):
    text = node.value
    return int(text, 0) if text.startswith("0o") or text.startswith("0x") else int(text)


def core_float(loader, node):
    text = node.value.lower()
    return float(text.replace(".inf", "inf").replace(".nan", "nan") if "in" in text or "na" in text else text)


for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "-+.0123456789"),
    ("merge", r"<<", "<"),
]:
    CoreLoader.add_implicit_resolver(
        "tag:yaml.org,2002:" + tag, re.compile(f"^(?:{pattern})$"), [c if c != "\0" else "" for c in first]
    )
CoreLoader.add_constructor("tag:yaml.org,2002:map", construct_yaml_map)
CoreLoader.add_constructor("tag:yaml.org,2002:bool", lambda loader, node: node.value.lower() == "true")
CoreLoader.add_constructor("tag:yaml.org,2002:int", core_int)
CoreLoader.add_constructor("tag:yaml.org,2002:float", core_float)


def documents(text):
    # What is empty between two `---` is no document to anybody.
    return [document for document in yaml.load_all(text, Loader=CoreLoader) if document is not None]


def inventories(rule_file, collections):
    """The inventory of each test in a rule file."""
    for rule in rule_file["rules"]:
        for test in rule.get("tests", []):
            inventory = {"inventory": 1}
            inventory.update({key: test[key] for key in ("as_of", "account", "region") if key in test})
            for collection, resources in test.get("with", {}).items():
                inventory[collection] = list(resources or [])
            inventory.setdefault(collections[rule["resource"]], []).append(test["given"])
            yield inventory


def told(error):
    # Of the forms that a value may have, the one that was most likely meant.
    error = best_match([error]) or error
    place = "".join(f"/{part}" for part in error.absolute_path)
    return {"place": place, "keyword": error.validator, "message": error.message[:300]}


def result(task, validator):
    try:
        found = documents(task["text"] if "text" in task else open(task["path"], encoding="utf-8").read())
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        return {"documents": 0, "errors": [{"place": "", "keyword": "yaml", "message": str(error)[:300]}]}
    if "rules" in task:
        found = [inventory for document in found for inventory in inventories(document, task["rules"])]
    errors = [told(error) for document in found for error in validator.iter_errors(document)]
    return {"documents": len(found), "errors": errors}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    # The schema says 2020-12; most editors read it as draft 7, which must not make a difference.
    for draft in (Draft202012Validator, Draft7Validator):
        draft.check_schema(schema)
    tasks = json.load(sys.stdin)
    newer = Draft202012Validator(schema)
    results = [result(task, newer) for task in tasks]
    older = Draft7Validator({key: value for key, value in schema.items() if key != "$schema"})
    # Of many, some.
    step = 1 if len(tasks) < 1000 else 10
    for task, new in list(zip(tasks, results))[::step]:
        old = result(task, older)
        assert bool(old["errors"]) == bool(new["errors"]), (task, old, new)
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
