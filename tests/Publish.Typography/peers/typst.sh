#!/usr/bin/env bash
# usage: typst.sh BOOK FONTS OUT.pdf   Pandoc Markdown → Typst markup (typst.lua, so that an old Pandoc will do) → Typst.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/sizes.sh"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
book=$(cd "$1" && pwd) fonts=$(cd "$2" && pwd) out=$(realpath -m "$3")
command -v pandoc >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
[ -d "$book/images" ] && ln -s "$book/images" images
meta() { sed -n "s/^$1: *\"\{0,1\}\([^\"]*\)\"\{0,1\}$/\1/p" "$book/metadata.yaml" | head -1; }
lang=$(meta lang)
pandoc -f markdown-smart-implicit_figures-tex_math_dollars "$book/metadata.yaml" "$book"/chapters/*.md -t "$here/typst.lua" -s --template "$here/book.typ" \
  -V page="$page" -V bodysize=${body}pt -V notesize=${note}pt -V toplevel="$(meta top-level-division)" -V lang2="${lang%%-*}" -V region="${lang##*-}" -o book.typ
if command -v typst >/dev/null; then
  typst compile --font-path "$fonts" --root / book.typ "$out"
else
  node "$here/typst-compile.mjs" book.typ "$out" "$fonts" /
fi
