#!/usr/bin/env bash
# Runs every fuzzer of build/fuzz, or those named, for the given number of seconds each:
# tools/run_fuzzers.sh [SECONDS] [NAME ...]. FUZZ_JOBS of them run at once (1 unless told).
#
# A fuzzer begins with the seeds in fuzz/<folder>/<name>_seeds, uses the words of
# fuzz/<folder>/<name>.dict, and keeps what it found for the next time in
# build/fuzz/corpus/<name>. Fails if one found a fault, whose input is then in build/fuzz.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly seconds=${1:-60}
readonly parquet_seeds=build/fuzz/parquet_seeds

# A minute for one input is far from what any takes, on a machine that is shared as well (20 seconds
# were too few for the first input, which makes all rules). Parquet may hold 2 GiB by its own bound.
run_one() {
  local seconds=$1 fuzzer=$2
  local name corpus log seeds options
  name=$(basename "$fuzzer")
  corpus=build/fuzz/corpus/$name
  log=build/fuzz/$name.log
  mkdir -p "$corpus"
  mapfile -t seeds < <(find fuzz build/fuzz/parquet_seeds -type d \
    \( -name "${name}_seeds" -o -name "${name%_fuzz}_seeds" \) 2>/dev/null)
  mapfile -t options < <(find fuzz -type f -name "$name.dict" -printf '-dict=%p\n')
  if "$fuzzer" "-max_total_time=$seconds" -len_control=20 -rss_limit_mb=4096 -timeout=60 \
    "-artifact_prefix=build/fuzz/$name-" "${options[@]}" "$corpus" "${seeds[@]}" >"$log" 2>&1; then
    printf '%-28s %s\n' "$name" "$(tail -1 "$log")"
  else
    printf '%-28s FAILED, see %s\n' "$name" "$log"
    grep -aE -m1 -A8 'ERROR|runtime error|TAMIS_CHECK' "$log" || tail -20 "$log"
    return 1
  fi
}
export -f run_one

if [[ -x build/fuzz/bin/parquet_fuzz ]]; then
  build/venv/bin/python fuzz/parquet/make_seeds.py "$parquet_seeds"
fi
if (($# > 1)); then
  fuzzers=("${@:2}")
  fuzzers=("${fuzzers[@]/#/build/fuzz/bin/}")
else
  fuzzers=(build/fuzz/bin/*_fuzz)
fi
printf '%s\n' "${fuzzers[@]}" |
  xargs -P "${FUZZ_JOBS:-1}" -I{} bash -c 'run_one "$@"' _ "$seconds" {}
