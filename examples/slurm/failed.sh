#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Says in the log of the merge why there was none. It is started when a task of the array has failed for good.
#SBATCH --job-name=fuhe-failed
#SBATCH --open-mode=append
set -eu
# Slurm starts a copy of this script, so its neighbour is found by the folder that submit.sh named.
open=$("${FUHE_SCRIPTS:?}/open.sh")
echo "Not merged: shards that have not ended: $open of $FUHE_SHARDS. Why is in $FUHE_RESULTS/shard-N.log. When it is mended,"
echo "run submit.sh again with the same words: what has been scored is not scored again."
echo "没有合并：第 $open 份（共 $FUHE_SHARDS 份）没有做完，原因见 $FUHE_RESULTS/shard-N.log。排除后用同样的命令再运行一次 submit.sh，"
echo "已复核的不再重做。"
