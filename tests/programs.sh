#!/usr/bin/env bash
# usage: tests/programs.sh
# Makes the program as it is released, as a dotnet tool and (on Linux, with clang or gcc) as a native binary, and builds books with both, and with the native one on
# one core: every file must have the same bytes. Nothing of it stays behind.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en SOURCE_DATE_EPOCH=1700000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
most=250000000 # bytes nuget.org takes
books=(manuscript tests/books/torture)

# PROGRAM OUT [VARIABLE=VALUE …]
build() {
  local program=$1 out=$2 book
  shift 2
  for book in "${books[@]}"; do
    env "$@" "$program" build "$book" --out "$out/$(basename "$book")" >"$out.log" 2>&1 || { cat "$out.log" >&2; exit 1; }
  done
  # What a build leaves for the next names the program that made it.
  find "$out" -name '.*' -type f -delete
}

same() { diff -rq "$1" "$2" >&2 || { echo "tests/programs.sh: $3" >&2; exit 1; }; }

dotnet pack src/Publish.Cli -c Release -p:PublishAot=false -p:NuGetLockFilePath=obj/tool.lock.json --artifacts-path "$work/build" -o "$work" -v quiet
size=$(stat -c %s "$work"/Publish.Cli.*.nupkg)
[ "$size" -lt $most ] || { echo "tests/programs.sh: the tool has $size bytes, more than nuget.org takes" >&2; exit 1; }
dotnet tool install Publish.Cli --tool-path "$work/tool" --add-source "$work" >/dev/null
build "$work/tool/publish" "$work/of-tool"
echo "tool: $((size / 1000000)) MB, ${#books[@]} books built"

case $(uname -sm) in
  'Linux x86_64') runtime=linux-x64 ;;
  'Linux aarch64') runtime=linux-arm64 ;;
  *) echo "native: not tried on this system"; exit 0 ;;
esac
dotnet publish src/Publish.Cli -c Release -r $runtime -p:NuGetLockFilePath=obj/release.lock.json --artifacts-path "$work/build" -o "$work/native" -v quiet
build "$work/native/publish" "$work/of-native"
same "$work/of-tool" "$work/of-native" "the native program's files differ from the tool's"
build "$work/native/publish" "$work/of-one" DOTNET_PROCESSOR_COUNT=1
same "$work/of-native" "$work/of-one" "files made on one core differ from those of several"
echo "native: the same files as the tool's, and on one core"
