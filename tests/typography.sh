#!/usr/bin/env bash
# usage: tests/typography.sh BOOKS [NAME …]
# Sets the books in the folder BOOKS (Pandoc folders: metadata.yaml, chapters/*.md; the NAMEd ones, else all) with this program and, where they
# are installed, LuaLaTeX (memoir, microtype) and Typst, on one page: 6 × 9 in, EB Garamond 12 11/14, measure 315 pt, notes 9/11.5. Measures the glyphs of
# the PDFs and writes tests/Publish.Typography/RESULTS.md.
#   PUBLISH   the program to measure (else it is built)
#   FONTS     folder with EBGaramond12-{Regular,Italic,Bold}.otf (else Debian's fonts-ebgaramond)
#   PEERS     folder with PDFs already made by others, NAME-PROGRAM.pdf; then none is set here
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

# Ours: the book's own files with a style that says what the page is.
ours() {
  local folder=$work/$1
  rm -rf "$folder"
  mkdir -p "$folder/fonts"
  cp -r "$books/$1/." "$folder/"
  cp -r "$tool/measured" "$folder/"
  cp "$fonts"/EBGaramond12-{Regular,Italic,Bold}.otf "$folder/fonts/"
  sed -i '0,/^title:/s//style: measured\ntitle:/' "$folder/metadata.yaml"
  (cd "$folder" && "$PUBLISH" build .) >"$work/$1.log" 2>&1 || { cat "$work/$1.log" >&2; return 1; }
  cp "$folder"/out/*-print.pdf "$work/$1-publish.pdf"
}

measured=()
for name in "$@"; do
  ours "$name"
  measured+=("$name:Publish=$work/$name-publish.pdf")
  for peer in lualatex typst; do
    pdf=${PEERS:-$work}/$name-$peer.pdf
    if [ -z "${PEERS:-}" ]; then
      bash "$tool/peers/$peer.sh" "$books/$name" "$fonts" "$pdf" >"$work/$name-$peer.log" 2>&1 || { echo "$peer: not installed, or it failed on $name ($work/$name-$peer.log)" >&2; continue; }
    fi
    [ -f "$pdf" ] && measured+=("$name:$([ $peer = typst ] && echo Typst || echo 'LuaLaTeX + microtype')=$pdf")
  done
done
dotnet "$tool/bin/Release/net10.0/Publish.Typography.dll" "$fonts/EBGaramond12-Regular.otf" "$tool/RESULTS.md" "${measured[@]}"
echo "$tool/RESULTS.md"
