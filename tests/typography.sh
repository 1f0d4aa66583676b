#!/usr/bin/env bash
# usage: tests/typography.sh BOOKS [NAME …]
# Sets the books in the folder BOOKS (Pandoc folders: metadata.yaml, chapters/*.md; the NAMEd ones, else all) with this program and, where they
# are installed, LuaLaTeX (memoir, microtype) and Typst, on one page: 6 × 9 in, EB Garamond 12 11/14, measure 315 pt, notes 9/11.5; and again on A5, 10/13,
# measure 300 pt, notes 8.5/11. Measures the glyphs of the PDFs and writes tests/Publish.Typography/RESULTS.md (lines, of the first size) and PAGES.md (pages, of both).
#   PUBLISH   the program to measure (else it is built)
#   FONTS     folder with EBGaramond12-{Regular,Italic,Bold}.otf (else Debian's fonts-ebgaramond)
#   PEERS     folder with PDFs already made by others, NAME-PROGRAM.pdf and NAME-PROGRAM-a5.pdf; then none is set here
#   WORK      folder for what is made (else a temporary one)
# Needs: pandoc and lualatex (texlive-luatex, texlive-latex-extra) for LuaLaTeX; typst, or node with @myriaddreamin/typst-ts-node-compiler in NODE_PATH, for Typst.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tool=$here/Publish.Typography
books=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- $(cd "$books" && for b in */metadata.yaml; do dirname "$b"; done)
work=${WORK:-$(mktemp -d)}
mkdir -p "$work"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
fonts=${FONTS:-/usr/share/fonts/opentype/ebgaramond}
[ -f "$fonts/EBGaramond12-Regular.otf" ] || { echo "EBGaramond12-Regular.otf isn't in $fonts (Debian: fonts-ebgaramond; else set FONTS)" >&2; exit 2; }
if [ -z "${PUBLISH:-}" ]; then
  dotnet build "$here/../src/Publish.Cli" -c Release -v quiet -nologo
  PUBLISH=$here/../src/Publish.Cli/bin/Release/net10.0/publish
fi
dotnet build "$tool" -c Release -v quiet -nologo

# Ours: the book's own files with a style that says what the page is; on A5 a sheet for the pages is read after it.
ours() {
  local folder=$work/$1$2
  rm -rf "$folder"
  mkdir -p "$folder/fonts"
  cp -r "$books/$1/." "$folder/"
  cp -r "$tool/measured" "$folder/"
  cp "$fonts"/EBGaramond12-{Regular,Italic,Bold}.otf "$folder/fonts/"
  sed -i '0,/^title:/s//style: measured\ntitle:/' "$folder/metadata.yaml"
  (cd "$folder" && "$PUBLISH" build . --edition print ${2:+--style "$tool/measured$2.css"}) >"$work/$1-publish$2.log" 2>&1 || { cat "$work/$1-publish$2.log" >&2; return 1; }
  cp "$folder"/out/*-print.pdf "$work/$1-publish$2.pdf"
}

lines=() pages=()
for name in "$@"; do
  for suffix in '' -a5; do
    book=$name$([ -n "$suffix" ] && echo ' on A5' || echo ' on 6 × 9 in')
    ours "$name" "$suffix"
    pages+=("$book:Publish=$work/$name-publish$suffix.pdf")
    [ -n "$suffix" ] || lines+=("$name:Publish=$work/$name-publish.pdf")
    for peer in lualatex typst; do
      pdf=${PEERS:-$work}/$name-$peer$suffix.pdf
      if [ -z "${PEERS:-}" ]; then
        SIZE=$([ -n "$suffix" ] && echo a5 || echo 6x9) bash "$tool/peers/$peer.sh" "$books/$name" "$fonts" "$pdf" >"$work/$name-$peer$suffix.log" 2>&1 || { echo "$peer: not installed, or it failed on $name ($work/$name-$peer$suffix.log)" >&2; continue; }
      fi
      [ -f "$pdf" ] || continue
      program=$([ $peer = typst ] && echo Typst || echo 'LuaLaTeX + microtype')
      pages+=("$book:$program=$pdf")
      [ -n "$suffix" ] || lines+=("$name:$program=$pdf")
    done
  done
done
for table in RESULTS PAGES; do
  measured=("${lines[@]}")
  [ $table = RESULTS ] || measured=("${pages[@]}")
  dotnet "$tool/bin/Release/net10.0/Publish.Typography.dll" "$fonts/EBGaramond12-Regular.otf" "$tool/$table.md" "${measured[@]}"
  echo "$tool/$table.md"
done
