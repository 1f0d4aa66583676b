#!/usr/bin/env bash
# usage: verapdf.sh FLAVOUR FILE.pdf …   (1b 2a 2b 2u 3a ua1 ua2 …) — JSON, an object for each file; exit code 0 all pass, 1 not, 2 can't judge
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/java/classpath.sh"
exec java -cp "$here/.build/verapdf:$verapdf_classpath" VeraPdf "$@"
