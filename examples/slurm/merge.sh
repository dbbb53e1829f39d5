#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Puts the shards together and makes the report, when every task of the array has ended well. Can be queued again.
#SBATCH --job-name=fuhe-merge
#SBATCH --requeue
#SBATCH --open-mode=append
set -eu
: "${FUHE_RESULTS:?}"
folder=$FUHE_RESULTS/all

status=0
if [ -e "$folder/review.sqlite" ]; then
    fuhe batch --quiet --fail-on never --resume -o "$folder" || status=$?
else
    fuhe merge --fail-on never "$FUHE_RESULTS"/shard-*/ -o "$folder" || status=$?
fi
# Forms that cannot be read or scored are results, too; shards that do not belong together leave none.
[ "$status" -eq 0 ] || { [ "$status" -eq 3 ] && [ -e "$folder/review.sqlite" ]; } || exit "$status"
exec fuhe report "$folder"
