#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# One shard of a batch, as a task of a job array that submit.sh submits. A task that died goes on where it was when Slurm
# queues it again: what is in its folder is not scored twice.
#SBATCH --job-name=fuhe
#SBATCH --requeue
#SBATCH --open-mode=append
set -eu
: "${FUHE_SHARDS:?}" "${FUHE_INPUT:?}" "${FUHE_RESULTS:?}"
folder=$FUHE_RESULTS/shard-$SLURM_ARRAY_TASK_ID

batch() {
    fuhe batch --quiet --fail-on never --jobs "${SLURM_CPUS_PER_TASK:-1}" -o "$folder" "$@"
}

begin() {
    batch --shard "$SLURM_ARRAY_TASK_ID/$FUHE_SHARDS" --files-from "$FUHE_INPUT"
}

status=0
if [ -e "$folder/review.sqlite" ]; then
    batch --resume || status=$?
else
    begin || status=$?
fi
# There was a folder, but no run in it yet.
if [ "$status" -eq 2 ]; then
    status=0
    begin || status=$?
fi
# Killed, for want of memory perhaps: once more, but not for ever. When a whole node fails, Slurm does the same by itself.
if [ "$status" -gt 128 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
    scontrol requeue "$SLURM_JOB_ID"
    sleep 600
fi
# Forms that cannot be read or scored are results, too.
[ "$status" -ne 3 ] || status=0
exit "$status"
