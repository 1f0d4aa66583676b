#!/usr/bin/env bash
# usage: tests/files.sh BOOKS PEERS [NAME …]
# How large the files are: the books in the folder BOOKS (Pandoc folders; the NAMEd ones, else all) set by this program on the page of tests/typography.sh (6 × 9 in, EB Garamond 12
# 11/14, measure 315 pt, notes 9/11.5), beside the PDFs in PEERS that LuaLaTeX and Typst made of the same books on the same page in the same fonts (NAME-lualatex.pdf, NAME-typst.pdf:
# WORK of tests/typography.sh; a name's part after a hyphen may be left out). Then writing alone, from pages to bytes, of the first book. Writes tests/Publish.Benchmarks/FILES.md.
#   FONTS     folder with EBGaramond12-{Regular,Italic,Bold}.otf (else Debian's fonts-ebgaramond)
#   PUBLISH   the program (else it is built)
#   WORK      folder for what is made (else a temporary one)
# Needs pdfinfo (poppler-utils) and qpdf.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
books=$(cd "$1" && pwd) peers=$(cd "$2" && pwd)
shift 2
[ $# -gt 0 ] || set -- $(cd "$books" && for b in */metadata.yaml; do dirname "$b"; done)
work=${WORK:-$(mktemp -d)}
mkdir -p "$work"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
fonts=${FONTS:-/usr/share/fonts/opentype/ebgaramond}
[ -f "$fonts/EBGaramond12-Regular.otf" ] || { echo "EBGaramond12-Regular.otf isn't in $fonts (Debian: fonts-ebgaramond; else set FONTS)" >&2; exit 2; }
if [ -z "${PUBLISH:-}" ]; then
  dotnet build "$here/../src/Publish.Cli" -c Release -v quiet -nologo >&2
  PUBLISH=$here/../src/Publish.Cli/bin/Release/net10.0/publish
fi
dotnet build "$here/Publish.Benchmarks" -c Release -v quiet -nologo >&2

grouped() { echo "$1" | sed ':a; s/\([0-9]\)\([0-9]\{3\}\)\($\|,\)/\1,\2\3/; ta'; }
# Bytes, pages, and what the file has besides its pages.
facts() {
  local file=$1 pages has
  [ -f "$file" ] || { echo —; return; }
  pages=$(pdfinfo "$file" 2>/dev/null | sed -n 's/^Pages: *//p')
  has=$(pdfinfo "$file" 2>/dev/null | grep -q '^Tagged: *yes' && echo ', tags' || true)
  qpdf --qdf --object-streams=disable "$file" "$work/plain.pdf" 2>/dev/null || true
  has=$(grep -aqE '/Subtype /Link' "$work/plain.pdf" && echo ', links' || true)$has
  echo "$(grouped "$(stat -c %s "$file")") ($pages$has)"
}

folder() {
  rm -rf "$work/$1"
  mkdir -p "$work/$1/fonts"
  cp -rL "$books/$1/." "$work/$1/"
  chmod -R u+w "$work/$1"
  cp -r "$here/Publish.Typography/measured" "$work/$1/"
  cp "$fonts"/EBGaramond12-{Regular,Italic,Bold}.otf "$work/$1/fonts/"
  sed -i '0,/^title:/s//style: measured\ntitle:/' "$work/$1/metadata.yaml"
}

{
  cat <<'HEAD'
# How large the files are

Written by `bash tests/files.sh BOOKS PEERS`. The same texts on the same page in the same fonts (6 × 9 in, EB Garamond 12 11/14, OpenType with PostScript outlines) by three programs: this one, LuaLaTeX (memoir,
microtype) and Typst. Bytes; in brackets pages, and whether the file has links and tags. Ours for the screen has an outline, named places and page labels too, and is PDF/UA-1 and PDF/A-2a in one.

| book | ours, print | ours, links | LuaLaTeX | ours, screen | Typst |
|---|---:|---:|---:|---:|---:|
HEAD
  for name in "$@"; do
    folder "$name"
    (cd "$work/$name" && "$PUBLISH" build . -e print -e screen) >"$work/$name.log" 2>&1 || { cat "$work/$name.log" >&2; exit 1; }
    peer() { [ -f "$peers/$name-$1.pdf" ] && echo "$peers/$name-$1.pdf" || echo "$peers/${name%%-*}-$1.pdf"; }
    dotnet "$here/Publish.Benchmarks/bin/Release/net10.0/Publish.Benchmarks.dll" writing "$work/$name" >"$work/$name.writing"
    echo "| $name | $(facts "$work/$name"/out/*-print.pdf) | $(grouped "$(sed -n 's/^| yes | no | compressed | *[0-9]* | *\([0-9]*\) .*/\1/p' "$work/$name.writing")") | $(facts "$(peer lualatex)") | $(facts "$work/$name"/out/*-screen.pdf) | $(facts "$(peer typst)") |"
  done
  cat <<HEAD

“Links” is our print edition with links, outline and named places and without tags, as \`writing\` below has it. Pictures go in with at most 300 pixels an inch in
print editions, 200 in screen editions, and as they come under “links” and in the others’ files.

## Writing alone

From pages to bytes, the book “$1”, one core, .NET with its just-in-time compiler, the least of seven rounds (\`Publish.Benchmarks writing FOLDER\`). (\`WritingBenchmarks\` has the same for a book of 50,000 words, by
BenchmarkDotNet.) The first line bears the cost of compiling the rest.

HEAD
  cat "$work/$1.writing"
} >"$work/FILES.md"
cp "$work/FILES.md" "$here/Publish.Benchmarks/FILES.md"
echo "$here/Publish.Benchmarks/FILES.md"
