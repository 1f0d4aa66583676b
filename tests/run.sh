#!/usr/bin/env bash
# usage: tests/run.sh [arguments of dotnet test …]
# Passes the tests on a machine that has only the .NET SDK: installs the judges that are missing (tests/tools/setup.sh), then runs every
# test project. A missing judge fails its tests here. The last line is the sum: N passed, N failed, N skipped.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

bash tests/tools/setup.sh

export PUBLISH_REQUIRE_VALIDATORS=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
code=0
dotnet test --solution Publish.sln -c Release "$@" </dev/null 2>&1 | tee "$log" || code=$?

# dotnet's own summary stands at the end: "  total: 5", "  failed: 0", "  succeeded: 5", "  skipped: 0"
sum() { sed -n "s/^ *$1: *\([0-9][0-9]*\) *$/\1/p" "$log" | tail -n 1; }
passed=$(sum succeeded) failed=$(sum failed) skipped=$(sum skipped)
if [ -z "$passed" ]; then
  echo "tests/run.sh: dotnet test gave no summary (exit code $code)" >&2
  [ "$code" -ne 0 ] || code=1
fi
echo
echo "${passed:-0} passed, ${failed:-0} failed, ${skipped:-0} skipped"
[ "${failed:-0}" -eq 0 ] || [ "$code" -ne 0 ] || code=1
exit "$code"
