#!/usr/bin/env bash
# usage: preflight.sh FILE.pdf …   (PDF/A-1b) — JSON, an object for each file; exit code 0 all pass, 1 not, 2 can't judge
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/java/classpath.sh"
exec java -cp "$here/.build/preflight:$preflight_classpath" Preflight "$@"
