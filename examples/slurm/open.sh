#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints the numbers of the shards that have not ended well, as an array of Slurm is given them: "2,5,6".
set -eu
: "${FUHE_SHARDS:?}" "${FUHE_RESULTS:?}"
open=''
for shard in $(seq "$FUHE_SHARDS"); do
    grep -qs '"complete":true' "$FUHE_RESULTS/shard-$shard/summary.json" || open=$open${open:+,}$shard
done
echo "$open"
