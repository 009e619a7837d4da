#!/usr/bin/env bash
# Installs what a bare Debian 12 lacks to build and test Tamis, and nothing that is there already:
# Debian packages (tools/debian_packages.txt and those named as arguments) and build/venv with the
# Python packages of tools/python_requirements.txt. A second call takes a tenth of a second.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly venv=build/venv
readonly requirements=tools/python_requirements.txt

stop() {
  printf 'install_dependencies: %s\n' "$*" >&2
  exit 1
}

as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    stop "root is needed to install packages, and sudo is not there; run as root: $*"
  fi
}

# Prints the packages among "$@" that are not installed.
missing_packages() {
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Status} ${binary:Package}\n' "$@" 2>/dev/null |
    sed -n 's/^installed \([^:]*\).*/\1/p' || true)
  comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

install_packages() {
  command -v apt-get >/dev/null ||
    stop "not a Debian system; install the counterparts of tools/debian_packages.txt by hand"
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if ((${#missing[@]} == 0)); then return; fi
  printf 'Installing %d Debian packages: %s\n' "${#missing[@]}" "${missing[*]}"
  # A foreign source that does not answer must not stop us: only a missing package does.
  as_root apt-get update -qq || printf 'apt-get update had errors; going on\n' >&2
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" >/dev/null ||
    stop "apt-get could not install: ${missing[*]}"
}

# Prints a Python that can make environments: Debian's, else the one of the PATH.
find_python() {
  local python
  for python in /usr/bin/python3 python3; do
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
      printf '%s\n' "$python"
      return
    fi
  done
  stop "no python3 with the modules venv and ensurepip"
}

# The stamp is a copy of the requirements that were installed.
make_environment() {
  if cmp -s "$requirements" "$venv/installed.txt" && [[ -x $venv/bin/python ]]; then return; fi
  local python
  python=$(find_python)
  if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    mkdir -p build
    "$python" -m venv --clear "$venv"
  fi
  printf 'Installing Python packages into %s\n' "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
    --only-binary :all: --require-hashes -r "$requirements" ||
    stop "pip could not install $requirements"
  cp "$requirements" "$venv/installed.txt"
}

mapfile -t packages < <(sed 's/#.*//; s/[[:space:]]*$//; /^$/d' tools/debian_packages.txt)
install_packages "${packages[@]}" "$@"
make_environment
