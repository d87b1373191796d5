#!/usr/bin/env python3
"""Fills the generated parts of README.md and docs/ from what `plumb` prints, and runs the commands they show.

usage: generate.py PLUMB            rewrite what is out of date
       generate.py PLUMB --check    exit 1 if something is, or if a command shown does not do as it should

A generated part stands between `<!-- NAME -->` and `<!-- end -->`.

What the pages show is run: the README's commands, the lines of ```cel blocks (`expression  // → value`, on the inventory
that the line `// plumb eval …` names), and the tests of rules in ```yaml blocks.
"""
import concurrent.futures
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
plumb = pathlib.Path(sys.argv[1]).resolve()
check = "--check" in sys.argv
problems = []


def run(command, directory=root):
    words = shlex.split(command) if isinstance(command, str) else command
    assert words[0] == "plumb", command
    done = subprocess.run([plumb, *words[1:]], cwd=directory, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


def shown(command):
    _, output = run(command)
    lines = output.rstrip().splitlines()
    if len(lines) > 30:
        lines = lines[:24] + ["…"] + lines[-3:]
    return "```console\n$ " + command + "\n" + "\n".join(lines) + "\n```\n"


def part(match):
    name = match.group(1)
    if name.startswith("output: "):
        return f"<!-- {name} -->\n{shown(name.removeprefix('output: '))}<!-- end -->"
    if name == "rules":
        return f"<!-- rules -->\n{run('plumb rules --format markdown')[1]}<!-- end -->"
    if name == "types":
        return f"<!-- types -->\n{run('plumb types --format markdown')[1]}<!-- end -->"
    if name == "price items":
        return f"<!-- price items -->\n{run('plumb prices items --format markdown')[1]}<!-- end -->"
    if name == "functions":
        return f"<!-- functions -->\n{run('plumb functions --format markdown')[1]}<!-- end -->"
    return match.group(0)


def refresh(path):
    old = path.read_text()
    new = re.sub(r"<!-- ([a-z][^>]*?) -->\n.*?<!-- end -->", part, old, flags=re.S)
    if new == old:
        return
    if check:
        problems.append(f"{path.relative_to(root)} is out of date; run make docs")
    else:
        path.write_text(new)
        print(f"wrote {path.relative_to(root)}")


def commands():
    """Runs every `plumb` line of the README's sh blocks among the files that the README shows."""
    text = (root / "README.md").read_text()
    files = re.findall(r"<!-- file: (\S+) -->\n```yaml\n(.*?)```", text, flags=re.S)
    inventory = re.search(r"## An inventory\n\n```yaml\n(.*?)```", text, flags=re.S).group(1)
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        (directory / "inventory").mkdir()
        (directory / "inventory" / "inventory.yaml").write_text(inventory)
        (directory / "inventory-examples").symlink_to(root / "inventory-examples")
        for file, content in files:
            (directory / file).write_text(content)
        for block in re.findall(r"```sh\n(.*?)```", text, flags=re.S):
            for line in block.splitlines():
                if not line.startswith("plumb "):
                    continue
                code, output = run(line, directory)
                expected = (0, 1) if " check " in line else (0,)
                if code not in expected:
                    problems.append(f"`{line}` ended with {code}:\n{output}")


def expressions(page):
    """Evaluates the lines of ```cel blocks: the value, `error` and what it says, or true where none is written."""
    def evaluate(example):
        line, options, expression, expected = example
        code, output = run(["plumb", "eval", *options, "--", expression])
        found = output.strip() if code == 0 else "error: " + output.split("error: ", 1)[-1].splitlines()[0]
        if found != expected:
            problems.append(f"{page.relative_to(root)}:{line}: `{expression}` gives `{found}`, not `{expected}`")

    examples = []
    text = page.read_text()
    for block in re.finditer(r"```cel\n(.*?)```", text, flags=re.S):
        first = text[:block.start(1)].count("\n") + 1
        options = []
        for offset, line in enumerate(block.group(1).splitlines()):
            if line.startswith("// plumb eval"):
                options = shlex.split(line)[3:]
            elif line:
                expression, _, expected = line.partition("  // → ")
                examples.append((first + offset, options, expression.strip(), expected.strip() or "true"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(evaluate, examples))
    return len(examples)


def rules(page):
    """Runs the tests of the rules that ```yaml blocks of the page show: whole files, with rules or beside them."""
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        for number, block in enumerate(re.findall(r"```yaml\n(rules:.*?)```", page.read_text(), flags=re.S)):
            (directory / f"rules-{number}.yaml").write_text(block)
            code, output = run(f"plumb test rules-{number}.yaml", directory)
            if code != 0:
                problems.append(f"{page.relative_to(root)}: a rule's tests end with {code}:\n{output}")


pages = sorted((root / "docs").glob("*.md"))
for page in [root / "README.md", *pages]:
    refresh(page)
commands()
count = sum(expressions(page) for page in pages)
for page in pages:
    rules(page)
for problem in problems:
    print(problem, file=sys.stderr)
print(f"documentation: {count} expressions, " + ("current" if not problems else f"{len(problems)} problem(s)"))
sys.exit(1 if problems else 0)
