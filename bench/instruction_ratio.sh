#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Instructions of each subject beside the yardstick, counted by callgrind: a second measure that no busy machine can
# disturb. What is counted is the difference between one and two turns, so start and making of forms cancel out.
# Usage: instruction_ratio.sh BENCH_SCORE [FORMS [SHAPE [SUBJECTS]]]; the first subject is the yardstick.
set -eu
bench=$1 forms=${2:-200} shape=${3:-single} subjects=${4:-bare-push bare-memory reader scorer scorer-jsonl}

# Instructions of a run of bench_score with these options.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$bench" "$@" 2>&1 | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

echo "instructions, $forms forms, shape $shape"
yardstick=
for subject in $subjects; do
    once=$(instructions --forms "$forms" --shape "$shape" --only "$subject" --passes 1)
    twice=$(instructions --forms "$forms" --shape "$shape" --only "$subject" --passes 2)
    turn=$((twice - once))
    yardstick=${yardstick:-$turn}
    awk -v name="$subject" -v turn="$turn" -v forms="$forms" -v yardstick="$yardstick" \
        'BEGIN { printf "%-13s %6.3f %10.0f a form\n", name, turn / yardstick, turn / forms }'
done
