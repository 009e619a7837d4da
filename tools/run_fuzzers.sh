#!/usr/bin/env bash
# Runs every fuzzer of build/fuzz for the given number of seconds. A fuzzer begins with the seeds
# in fuzz/<folder>/<name>_seeds, uses the words of fuzz/<folder>/<name>.dict, and keeps what it
# found for the next time in build/fuzz/corpus/<name>. Stops at the first crash.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly seconds=${1:-60}

for fuzzer in build/fuzz/bin/*_fuzz; do
  name=$(basename "$fuzzer")
  corpus=build/fuzz/corpus/$name
  mkdir -p "$corpus"
  mapfile -t seeds < <(find fuzz -type d -name "${name}_seeds")
  mapfile -t options < <(find fuzz -type f -name "$name.dict" -printf '-dict=%p\n')
  printf '== %s\n' "$name"
  "$fuzzer" "-max_total_time=$seconds" -rss_limit_mb=2048 -timeout=20 -print_final_stats=1 \
    -artifact_prefix=build/fuzz/ "${options[@]}" "$corpus" "${seeds[@]}"
done
