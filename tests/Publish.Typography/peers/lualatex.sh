#!/usr/bin/env bash
# usage: lualatex.sh BOOK FONTS OUT.pdf   Pandoc Markdown → memoir with microtype (protrusion and expansion).
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/sizes.sh"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
book=$(cd "$1" && pwd) fonts=$(cd "$2" && pwd) out=$(realpath -m "$3")
command -v pandoc >/dev/null && command -v lualatex >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
[ -d "$book/images" ] && ln -s "$book/images" images
meta() { sed -n "s/^$1: *\"\{0,1\}\([^\"]*\)\"\{0,1\}$/\1/p" "$book/metadata.yaml" | head -1; }
sed -e "s#GEOMETRY#$geometry#; s#BODYSIZE#$body#; s#BODYLEADING#$leading#; s#NOTESIZE#$note#; s#NOTELEADING#$noteleading#" -e "s#BOOKTITLE#$(meta title)#; s#MICROTYPE#\\\\microtypesetup{protrusion=true,expansion=true}#" "$here/book.tex.in" >head.tex
pandoc -f markdown-smart-implicit_figures-tex_math_dollars "$book/metadata.yaml" "$book"/chapters/*.md --pdf-engine=lualatex --toc --toc-depth=1 --top-level-division="$(meta top-level-division)" \
  -V documentclass=memoir -V classoption=openany,twoside -V indent=true -V fontsize=${body}pt -V mainfont=EBGaramond12-Regular.otf -V mainfontoptions=Path="$fonts/" \
  -V mainfontoptions=ItalicFont=EBGaramond12-Italic.otf -V mainfontoptions=BoldFont=EBGaramond12-Bold.otf -V mainfontoptions=BoldItalicFont=EBGaramond12-Italic.otf -H head.tex -o "$out"
