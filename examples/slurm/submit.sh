#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Submits a batch to Slurm: an array with a task for each shard, and behind it the merge with the report.
# Usage: submit.sh SHARDS LIST RESULTS [OPTION_OF_SBATCH…]
#   LIST     names folders, archives and files, one a line, as every node sees them
#   RESULTS  a folder that every node sees; the report will be RESULTS/all/report/index.html
# Run it again with the same words to go on with what has failed.
set -eu
[ $# -ge 3 ] || { sed -n 's/^# Usage: //p' "$0" >&2; exit 2; }
shards=$1
FUHE_INPUT=$(realpath "$2")
FUHE_RESULTS=$(realpath -m "$3")
here=$(dirname "$(realpath "$0")")
shift 3
export FUHE_INPUT FUHE_RESULTS
mkdir -p "$FUHE_RESULTS"

array=$(sbatch --parsable --array="1-$shards" --output="$FUHE_RESULTS/shard-%a.log" "$@" "$here/score.sh")
merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes --output="$FUHE_RESULTS/merge.log" \
    "$@" "$here/merge.sh")
echo "array $array, merge $merge"
