#!/usr/bin/env bash
# Measures plumb against the bare libyaml event loop and prints Markdown. See Benchmarks/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

plumb=${PLUMB:-.build/release/plumb}
sizes=${SIZES:-10000 200000 1000000}  # numbers of security groups
mixed=${MIXED:-200000}                # number of resources of several types
metrics=${METRICS:-100000}            # number of instances with 336 points each of three metrics
runs=${RUNS:-3}                       # of each measurement on a large file; the least counts
tools=.build/bench
data=Benchmarks/data

[ -x "$plumb" ] || { echo "run.sh: $plumb is missing; run make build" >&2; exit 2; }
mkdir -p "$tools" "$data"
for tool in floor generate measure; do
    [ "$tools/$tool" -nt "Benchmarks/$tool.c" ] && continue
    libraries=
    [ "$tool" = floor ] && libraries=$(pkg-config --libs yaml-0.1)
    # shellcheck disable=SC2046,SC2086
    ${CC:-cc} -O2 $(pkg-config --cflags yaml-0.1) -o "$tools/$tool" "Benchmarks/$tool.c" $libraries
done

# inventory KIND COUNT: the path of the generated file, made anew when the generator is newer.
inventory() {
    local file=$data/$1-$2.yaml
    if [ ! "$file" -nt "$tools/generate" ]; then
        "$tools/generate" "$1" "$2" > "$file.part"
        mv "$file.part" "$file"
    fi
    echo "$file"
}

# check RUNS FILE [OPTION…]: least wall s, median wall s, least CPU s, peak MB; every verdict, and the summary as report
check() {
    local times=$1 file=$2
    shift 2
    "$tools/measure" "$times" "$plumb" check "$file" --fail-on never --quiet "$@"
}

calculate() { awk "BEGIN { printf \"$1\", $2 }"; }

echo "$(uname -sm), $(getconf _NPROCESSORS_ONLN) processors; least of $runs runs"
echo
echo "| inventory | MB | resources | floor s | plumb s, 1 job | plumb s | ratio to floor | CPU s | peak MB | peak / input | findings | s with all of them as JSON |"
echo "|---|---|---|---|---|---|---|---|---|---|---|---|"

growth=
before=
# row KIND COUNT
row() {
    local kind=$1 count=$2 file size out floor one_job wall cpu peak findings json
    file=$(inventory "$kind" "$count")
    size=$(wc -c < "$file")
    out=$("$tools/measure" "$runs" "$tools/floor" "$file")
    read -r floor _ <<< "$out"
    out=$(check "$runs" "$file" --jobs 1)
    read -r one_job _ <<< "$out"
    out=$(check "$runs" "$file")
    read -r wall _ cpu peak <<< "$out"
    findings=$("$plumb" check "$file" --fail-on never --quiet | sed -n '1s/ findings.*//p')
    out=$(check 1 "$file" --report json=/dev/null)
    read -r json _ <<< "$out"
    awk -v kind="$kind" -v size="$size" -v count="$count" -v floor="$floor" -v one="$one_job" -v wall="$wall" \
        -v cpu="$cpu" -v peak="$peak" -v findings="$findings" -v json="$json" 'BEGIN {
            mb = size / 1e6
            printf "| %s | %.1f | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.0f | %.2f | %d | %.2f |\n",
                kind, mb, count, floor, one, wall, wall / floor, cpu, peak, peak / mb, findings, json }'
    if [ "$kind" = groups ]; then
        if [ -n "$before" ]; then
            growth+=$(awk -v now="$count $wall $peak" -v then="$before" 'BEGIN {
                split(now, b); split(then, a); n = log(b[1] / a[1])
                printf "| %d to %d | %.2f | %.2f |", a[1], b[1], log(b[2] / a[2]) / n, log(b[3] / a[3]) / n }')$'\n'
        fi
        before="$count $wall $peak"
    fi
}

for size in $sizes; do row groups "$size"; done
row mixed "$mixed"
row metrics "$metrics"

if [ -n "$growth" ]; then
    printf '\n| growth, security groups | time exponent | memory exponent |\n|---|---|---|\n%s' "$growth"
fi

# One rule instead of all of them: what is left is reading and reporting, so the difference is the rules' work.
cat > "$tools/one-rule.yaml" <<'RULE'
rules:
  - id: bench-telnet-open-to-internet
    title: Telnet is reachable from the whole internet
    resource: security_group
    category: security
    severity: high
    flag:
      ingress: {admits: {source: internet, protocol: tcp, port: 23}}
    message: "{{ resource }} lets the internet reach Telnet"
    fix: Remove the entry.
RULE
count=0
for size in $sizes; do [ "$size" -le 200000 ] && count=$size; done
if [ "$count" -gt 0 ]; then
    file=$(inventory groups "$count")
    rules=$(cat rules/*.yaml | grep -c '^    resource: security_group$')
    out=$(check "$runs" "$file" --jobs 1)
    read -r _ _ all _ <<< "$out"
    out=$(check "$runs" "$file" --jobs 1 --no-builtin --rules "$tools/one-rule.yaml")
    read -r _ _ one _ <<< "$out"
    echo
    echo "One rule on one resource: (CPU s with all $rules rules $all − CPU s with one rule $one)" \
        "/ ($rules − 1) / $count = $(calculate '%.0f ns' "($all - $one) / ($rules - 1) / $count * 1e9")"
fi

file=$(inventory mixed 40)
out=$(check 30 "$file")
read -r _ cold _ <<< "$out"
out=$("$tools/measure" 30 "$plumb" --version)
read -r _ version _ <<< "$out"
echo
echo "Cold start, every built-in rule on 40 resources (median of 30): $(calculate '%.1f ms' "$cold * 1000");" \
    "\`plumb --version\`: $(calculate '%.1f ms' "$version * 1000")"

# The expression language from inside: what one evaluation costs, and reading and checking rules.
expressions=${EXPRESSIONS:-.build/release/bench-expressions}
if [ -x "$expressions" ]; then
    echo
    "$expressions" "$(inventory mixed 10000)"
fi

# Networks from inside: what arrives at every interface, one thread and two.
networks=${NETWORKS:-.build/release/bench-networks}
if [ -x "$networks" ]; then
    files=()
    for size in ${NETWORK_SIZES:-1000 10000 100000}; do files+=("$(inventory networks "$size")"); done
    for jobs in 1 2; do
        echo
        "$networks" "$jobs" "${files[@]}"
    done
fi

# Buckets from inside: policies that differ in the name of their bucket, in more than that, and not at all.
buckets=${BUCKETS:-.build/release/bench-buckets}
if [ -x "$buckets" ]; then
    size=${BUCKET_SIZE:-100000}
    echo
    "$buckets" 2 "$runs" "$(inventory policies "$size")" "$(inventory shared "$size")" "$(inventory distinct "$size")"
fi
