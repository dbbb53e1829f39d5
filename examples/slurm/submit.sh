#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Submits a batch to Slurm: an array with a task for each shard, behind it the merge with the report, or, when a task has
# failed, a word on what is to be done.
# Usage: submit.sh SHARDS LIST RESULTS [OPTION_OF_SBATCH…]
#   LIST     names folders, archives and files, one a line, as every node sees them
#   RESULTS  a folder that every node sees; the report will be RESULTS/all/report/index.html
# Run it again with the same words when something has failed and is mended: only shards that have not ended are scored.
set -eu
[ $# -ge 3 ] || { sed -n 's/^# Usage: //p' "$0" >&2; exit 2; }
FUHE_SHARDS=$1
FUHE_INPUT=$(realpath "$2")
FUHE_RESULTS=$(realpath -m "$3")
FUHE_SCRIPTS=$(dirname "$(realpath "$0")")
shift 3
export FUHE_SHARDS FUHE_INPUT FUHE_RESULTS FUHE_SCRIPTS
mkdir -p "$FUHE_RESULTS"

open=$("$FUHE_SCRIPTS/open.sh")
behind=''
if [ -n "$open" ]; then
    array=$(sbatch --parsable --array="$open" --output="$FUHE_RESULTS/shard-%a.log" "$@" "$FUHE_SCRIPTS/score.sh")
    behind=--dependency=afterok:$array
    sbatch --parsable --dependency="afternotok:$array" --kill-on-invalid-dep=yes --output="$FUHE_RESULTS/merge.log" "$@" \
        "$FUHE_SCRIPTS/failed.sh" >/dev/null
fi
merge=$(sbatch --parsable ${behind:+"$behind"} --kill-on-invalid-dep=yes --output="$FUHE_RESULTS/merge.log" \
    "$@" "$FUHE_SCRIPTS/merge.sh")
echo "array ${array:-none}, merge $merge"
