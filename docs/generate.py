#!/usr/bin/env python3
"""Fills the generated parts of README.md and docs/ from what `plumb` prints, and runs the commands they show.

usage: generate.py PLUMB            rewrite what is out of date
       generate.py PLUMB --check    exit 1 if something is, or if a command shown does not do as it should

A generated part stands between `<!-- NAME -->` and `<!-- end -->`.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
plumb = pathlib.Path(sys.argv[1]).resolve()
check = "--check" in sys.argv
problems = []


def run(command, directory=root):
    words = command.split()
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


for page in [root / "README.md", root / "docs" / "types.md"]:
    refresh(page)
commands()
for problem in problems:
    print(problem, file=sys.stderr)
print("documentation: " + ("current" if not problems else f"{len(problems)} problem(s)"))
sys.exit(1 if problems else 0)
