#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs examples/slurm on a cluster of one node, this one: Debian's slurm-wlm and munge, started here with a configuration
# of their own in a temporary folder, listening to this machine only, and stopped at the end. One task is killed half-way
# and queued again; the report must be the same bytes as that of a single run.
# Usage: run.sh [FUHE_PROGRAM]; needs root, for slurmd does.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
exec </dev/null
shards=4 documents=6000 seconds=240

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
servers=()
stop() {
    status=$?
    [ ! -e "$scratch/slurm.conf" ] || scancel --quiet --full --user=root 2>/dev/null || true
    for server in "${servers[@]}"; do
        kill "$server" 2>/dev/null || true
    done
    for server in "${servers[@]}"; do
        wait "$server" 2>/dev/null || true
    done
    if [ "$status" -ne 0 ]; then
        tail -n 20 "$scratch"/log/* "$scratch"/results/*.log 2>/dev/null || true
    fi
    rm -rf "$scratch"
}
trap stop EXIT
trap 'exit 130' INT TERM

start() { # NAME COMMAND…
    local name=$1
    shift
    "$@" >"$scratch/log/$name" 2>&1 &
    servers+=($!)
}

# Waits until a command succeeds, within the time for all.
await() { # WHAT COMMAND…
    local what=$1
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$seconds" ] || { echo "waited too long: $what" >&2; exit 1; }
        sleep 0.2
    done
}

# --- the cluster ---

mkdir -p "$scratch"/{log,munge,state,spool}
chmod 755 "$scratch/munge"
dd if=/dev/urandom of="$scratch/munge/key" bs=1024 count=1 status=none
chmod 600 "$scratch/munge/key"
host=$(hostname -s)
read -r port other < <(python3 -c '
import socket
ends = [socket.socket() for _ in range(2)]
[end.bind(("127.0.0.1", 0)) for end in ends]
print(*[end.getsockname()[1] for end in ends])')
cat >"$scratch/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=$port
SlurmdPort=$other
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthType=auth/munge
AuthInfo=socket=$scratch/munge/socket,cred_expire=5
StateSaveLocation=$scratch/state
SlurmdSpoolDir=$scratch/spool
SlurmctldPidFile=$scratch/slurmctld.pid
SlurmdPidFile=$scratch/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SchedulerParameters=sched_interval=1,batch_sched_delay=0,bf_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
KillWait=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
END
export SLURM_CONF=$scratch/slurm.conf
start munged munged --foreground --force --key-file="$scratch/munge/key" --socket="$scratch/munge/socket" \
    --pid-file="$scratch/munge/pid" --log-file="$scratch/munge/log" --seed-file="$scratch/munge/seed"
await "munge" test -S "$scratch/munge/socket"
start slurmctld slurmctld -D
start slurmd slurmd -D
await "the node" sh -c 'sinfo --noheader --format=%T | grep -qx idle'

# --- what is scored ---

mkdir -p "$scratch/forms" "$scratch/bin"
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

# The program as the tasks find it: the first time that shard 3 is scored, it is killed when some of it is done.
cat >"$scratch/bin/fuhe" <<END
#!/bin/sh
case "\$*" in *"--shard 3/$shards"*) [ -e "$scratch/killed" ] || victim=yes ;; esac
[ -n "\${victim:-}" ] || exec "$program" "\$@"
"$program" "\$@" &
until [ "\$(sqlite3 "$scratch/results/shard-3/review.sqlite" 'SELECT count(*) FROM reading WHERE done' 2>&1)" -ge 50 ] 2>/dev/null
do kill -0 \$! || exit 99; done
kill -KILL \$!
wait \$!
status=\$?
sqlite3 "$scratch/results/shard-3/review.sqlite" 'SELECT complete FROM run' >"$scratch/killed"
exit \$status
END
chmod +x "$scratch/bin/fuhe"
export PATH=$scratch/bin:$PATH

"$program" batch --quiet "$scratch/forms" -o "$scratch/whole" || [ $? -eq 3 ]
"$program" report --quiet "$scratch/whole"

# --- the batch ---

cd "$scratch"
jobs=$("$top/examples/slurm/submit.sh" "$shards" list results)
echo "$jobs"
merge=${jobs##* }
finished() { scontrol show job "$merge" | grep -qE 'JobState=(COMPLETED|FAILED|CANCELLED)'; }
await "the batch" finished
scontrol show job "$merge" | grep -q JobState=COMPLETED || { scontrol show job "$merge" >&2; exit 1; }

fail() { echo "$1" >&2; exit 1; }
[ "$(cat killed)" = 0 ] || fail "the task was not killed half-way"
array=${jobs#array }
restarts=$(scontrol show job "${array%%,*}_3" | grep -o 'Restarts=[0-9]*')
[ "$restarts" = Restarts=1 ] || fail "the task that died was not queued again: $restarts"
[ "$(sqlite3 results/shard-3/review.sqlite 'SELECT count(*) FROM run')" = 1 ] || fail "the task began anew"
cmp whole/summary.json results/all/summary.json
diff -r whole/unscored results/all/unscored
diff -r whole/report results/all/report
echo "$shards tasks on $host, one killed and queued again, and the merge: the same as one run, $SECONDS s"
