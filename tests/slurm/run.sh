#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs examples/slurm on a cluster of five nodes, all of them this machine (cluster.sh): Debian's slurm-wlm and munge. Of one
# batch each task meets with something else half-way; of another one task fails until that is mended. Each time the report
# must be the same bytes as that of a single run.
# Usage: run.sh [FUHE_PROGRAM]; needs root, for slurmd does.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
exec </dev/null
shards=4 documents=18000 seconds=240

if [ "$(id -u)" -ne 0 ]; then
    exec sudo "$0" "$@"
fi
missing=()
for package in slurm-wlm munge sqlite3; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${missing[*]}" >&2
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
fi
if [ $# -ge 1 ]; then
    program=$(realpath "$1")
else
    [ -f build/dev/build.ninja ] || scripts/quietly.sh cmake --preset dev
    scripts/quietly.sh cmake --build build/dev
    program=$top/build/dev/bin/fuhe
fi

scratch=$(mktemp -d)
chmod 755 "$scratch" # munge wants a way to its socket that nobody else can change
. tests/slurm/cluster.sh
stop() {
    status=$?
    stop_cluster
    if [ "$status" -ne 0 ]; then
        tail -n 20 "$scratch"/log/* "$scratch"/results*/*.log 2>/dev/null || true
    fi
    rm -rf "$scratch"
}
trap stop EXIT
trap 'exit 130' INT TERM
start_cluster

# --- what is scored ---

mkdir -p "$scratch"/{forms,bin,met}
python3 - "$scratch/forms" "$documents" <<'END'
import pathlib, re, sys
source = pathlib.Path("tests/forms/yanbian-2024/department.xml").read_text(encoding="utf-8")
forms = re.findall(r"  <form .*?</form>\n", source, re.DOTALL)
for number in range(int(sys.argv[2])):
    form = forms[number % len(forms)].replace(' id="', f' id="f{number}-', 1)
    form = form.replace("</form>", "") if number % 1000 == 7 else form
    path = pathlib.Path(sys.argv[1]) / f"{number % 50:02}" / f"{number:05}.xml"
    path.parent.mkdir(exist_ok=True)
    path.write_text('<forms xmlns="urn:fuhe:form:1" region="延边">\n' + form + "</forms>\n", encoding="utf-8")
END
echo "$scratch/forms" >"$scratch/list"

# The program as the tasks find it. The first time that a shard of `results` is scored, it stops when some of it is done:
# shard 3 is killed, the others are held until something happens to their tasks. met/N: "PROCESS NODE" of shard N.
cat >"$scratch/bin/fuhe" <<END
#!/bin/sh
shard=\$(expr "\$*" : '.*--shard \([0-9]*\)/.* $scratch/list') || true
folder=$scratch/results/shard-\$shard
case "\$*" in *"-o \$folder "*) [ -z "\$shard" ] || [ -e "$scratch/met/\$shard" ] || victim=yes ;; esac
[ -n "\${victim:-}" ] || exec "$program" "\$@"
"$program" "\$@" &
until [ "\$(sqlite3 "\$folder/review.sqlite" 'SELECT count(*) FROM reading WHERE done' 2>&1)" -ge 50 ] 2>/dev/null
do kill -0 \$! || exit 99; done
kill -STOP \$!
sqlite3 "\$folder/review.sqlite" 'SELECT complete FROM run' | grep -qx 0 || exit 98
echo "\$! \$SLURMD_NODENAME" >"$scratch/met/\$shard.new"
mv "$scratch/met/\$shard.new" "$scratch/met/\$shard"
[ "\$shard" != 3 ] || kill -KILL \$!
wait \$!
END
chmod +x "$scratch/bin/fuhe"
export PATH=$scratch/bin:$PATH

"$program" batch --quiet "$scratch/forms" -o "$scratch/whole" || [ $? -eq 3 ]
"$program" report --quiet "$scratch/whole"
cd "$scratch"

submit() { # RESULTS: leaves the numbers of the jobs in $array and $merge
    local jobs
    jobs=$("$top/examples/slurm/submit.sh" "$shards" list "$1")
    echo "$1: $jobs"
    merge=${jobs##* }
    array=${jobs#array }
    array=${array%%,*}
}

check_merged() { # RESULTS
    in_state "$merge" COMPLETED || fail "$1 was not merged: $(about "$merge")"
    cmp whole/summary.json "$1/all/summary.json"
    diff -r whole/unscored "$1/all/unscored"
    diff -r whole/report "$1/all/report"
}

# --- every task meets with something ---

submit results
for shard in $(seq "$shards"); do
    await "shard $shard" test -e "met/$shard"
done
[ "$(cut -d' ' -f2 met/* | sort -u | wc -l)" -eq "$shards" ] || fail "the tasks were not on nodes of their own"
scontrol requeue "${array}_1"
read -r _ node <met/2
urgent=$(sbatch --parsable --partition=urgent --nodelist="$node" --output=urgent.log --wrap='sleep 1')
read -r process node <met/4
power_off "$node" "$process"
await "the batch" has_ended "$merge"
check_merged results
for shard in $(seq "$shards"); do
    about "${array}_$shard" | grep -qx Restarts=1 || fail "task $shard was not queued again once: $(about "${array}_$shard")"
    [ "$(sqlite3 "results/shard-$shard/review.sqlite" 'SELECT count(*) FROM run')" = 1 ] || fail "task $shard began anew"
done
in_state "$urgent" COMPLETED || fail "the urgent job did not run"
sinfo --noheader --nodes="$node" --format=%T | grep -q down || fail "$node is not down"
echo "$shards tasks, queued again by hand, pushed aside, killed, and lost with their node: the same as one run, $SECONDS s"

# --- a task fails for good ---

mkdir mended
echo "no folder" >mended/shard-2
submit mended
await "the failure" has_ended "$merge"
in_state "$merge" CANCELLED || fail "there was a merge in spite of a task that failed"
[ ! -e mended/all ] || fail "there is a merged folder in spite of a task that failed"
await "the word on it" grep -q "Not merged: shards that have not ended: 2 of $shards" mended/merge.log
grep -q "mended/shard-2" mended/shard-2.log || fail "the log does not say what failed"
rm mended/shard-2
submit mended
[ "$(scontrol show job "$array" | grep -c 'ArrayTaskId=2$\|ArrayTaskId=2 ')" = "$(scontrol show job "$array" | grep -c ArrayTaskId=)" ] ||
    fail "more than the shard that had failed was scored again"
await "what was mended" has_ended "$merge"
check_merged mended
echo "a task failed, nothing was merged; mended, the same as one run, $SECONDS s"
