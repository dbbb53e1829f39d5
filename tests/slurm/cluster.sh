# SPDX-License-Identifier: Apache-2.0
# A cluster of several nodes on this one machine, for run.sh to read in: munged, slurmctld and a slurmd for each node, with a
# configuration of their own in $scratch, listening to this machine only.

nodes=5

servers=()
start() { # NAME COMMAND…
    local name=$1
    shift
    "$@" >"$scratch/log/$name" 2>&1 &
    servers+=($!)
}

stop_cluster() {
    [ ! -e "$scratch/slurm.conf" ] || scancel --quiet --full --user=root 2>/dev/null || true
    kill "${servers[@]}" 2>/dev/null || true
    wait "${servers[@]}" 2>/dev/null || true
}

fail() { echo "$1" >&2; exit 1; }

# Waits until a command succeeds, within the time for all.
await() { # WHAT COMMAND…
    local what=$1
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$seconds" ] || fail "waited too long: $what"
        sleep 0.2
    done
}

free_ports() { # COUNT
    python3 -c '
import socket, sys
ends = [socket.socket() for _ in range(int(sys.argv[1]))]
[end.bind(("127.0.0.1", 0)) for end in ends]
print(*[end.getsockname()[1] for end in ends])' "$1"
}

# Nodes that do not answer are given up after some seconds, and their tasks are queued again. Jobs of the partition "urgent"
# push those of "all" aside.
configure() {
    local host ports number
    host=$(hostname -s)
    read -r -a ports < <(free_ports $((nodes + 1)))
    cat <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=${ports[nodes]}
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthType=auth/munge
AuthInfo=socket=$scratch/munge/socket,cred_expire=5
StateSaveLocation=$scratch/state
SlurmdSpoolDir=$scratch/spool/%n
SlurmctldPidFile=$scratch/slurmctld.pid
SlurmdPidFile=$scratch/slurmd-%n.pid
SlurmdParameters=config_overrides
SlurmdTimeout=6
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SchedulerParameters=sched_interval=1,batch_sched_delay=0,bf_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
PreemptType=preempt/partition_prio
PreemptMode=REQUEUE
KillWait=2
END
    for ((number = 1; number <= nodes; number++)); do
        echo "NodeName=node$number NodeHostname=$host NodeAddr=127.0.0.1 Port=${ports[number - 1]} CPUs=1 State=UNKNOWN"
    done
    echo "PartitionName=all Nodes=ALL Default=YES PriorityTier=1 State=UP"
    echo "PartitionName=urgent Nodes=ALL PriorityTier=10 PreemptMode=OFF State=UP"
}

all_idle() { [ "$(sinfo --noheader --partition=all --responding --states=idle --format=%D)" = "$nodes" ]; }

start_cluster() {
    local number
    mkdir -p "$scratch"/{log,munge,state,spool}
    chmod 755 "$scratch/munge"
    dd if=/dev/urandom of="$scratch/munge/key" bs=1024 count=1 status=none
    chmod 600 "$scratch/munge/key"
    configure >"$scratch/slurm.conf"
    export SLURM_CONF=$scratch/slurm.conf
    start munged munged --foreground --force --key-file="$scratch/munge/key" --socket="$scratch/munge/socket" \
        --pid-file="$scratch/munge/pid" --log-file="$scratch/munge/log" --seed-file="$scratch/munge/seed"
    await "munge" test -S "$scratch/munge/socket"
    start slurmctld slurmctld -D
    for ((number = 1; number <= nodes; number++)); do
        start "slurmd-node$number" slurmd -D -N "node$number"
    done
    await "the nodes" all_idle
}

# What scontrol says of a job, or of a task "JOB_N": "Restarts=1" and the like, one a line.
about() { scontrol --oneliner show job "$1" | tr ' ' '\n'; }
in_state() { about "$1" | grep -qxE "JobState=($2)"; } # JOB STATE|STATE…
has_ended() { in_state "$1" 'COMPLETED|FAILED|CANCELLED|TIMEOUT'; }

# A node as if its machine had lost power: its servants and everything that they had started die at once.
power_off() { # NODE PROCESS: one that runs on it
    local pid=$2 doomed=("$2") server
    server=$(cat "$scratch/slurmd-$1.pid")
    until grep -q '^slurmstepd' "/proc/$pid/comm"; do
        pid=$(awk '/^PPid:/ { print $2 }' "/proc/$pid/status")
        [ "$pid" -gt 1 ] || fail "the process is no task's"
        doomed+=("$pid")
    done
    kill -KILL "$server" "${doomed[@]}" 2>/dev/null || true # some end with those before them
    wait "$server" 2>/dev/null || true
}
