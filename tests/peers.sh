#!/usr/bin/env bash
# usage: tests/peers.sh BOOKS [NAME …]
# Measures this program beside Typst, LuaLaTeX, WeasyPrint and Pandoc on the books in the folder BOOKS (Pandoc folders: metadata.yaml, chapters/*.md;
# the NAMEd ones, else moby and pepys-100k), in one run, on one page: 6 × 9 in, EB Garamond 11/14, notes at the foot. Then the print PDF of books strung
# together to 50,000 … 1,500,000 words. Writes tests/Publish.Benchmarks/RESULTS.md. A peer that isn't installed is named as missing.
#   PUBLISH    the program to measure (else a NativeAOT binary is made)
#   FONTS      folder with EBGaramond12-{Regular,Italic,Bold}.otf (else Debian's fonts-ebgaramond)
#   RUNS       runs of each, 5; SLOW_RUNS of LuaLaTeX and WeasyPrint, as many; SCALE_RUNS of each length, 3
#   SCALE      lengths in thousands of words ("50 100 200 400 800 1500"); empty for none
#   WORK       folder for what is made (else a temporary one)
#   RESULTS    where to write (else tests/Publish.Benchmarks/RESULTS.md)
# Needs python3; pdfinfo for page counts; of the peers what is there: typst or node with @myriaddreamin/typst-ts-node-compiler in NODE_PATH, pandoc,
# lualatex with memoir and microtype, weasyprint.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
peers=$here/Publish.Benchmarks/peers
templates=$here/Publish.Typography/peers
books=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- moby pepys-100k
. "$templates/sizes.sh"
runs=${RUNS:-5} slow=${SLOW_RUNS:-${RUNS:-5}} scale_runs=${SCALE_RUNS:-3}
work=${WORK:-$(mktemp -d)}
mkdir -p "$work"
results=$work/results.tsv
: >"$results"
fonts=${FONTS:-/usr/share/fonts/opentype/ebgaramond}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
cut -d' ' -f1-3 /proc/loadavg >"$work/load.txt" 2>/dev/null || echo unknown >"$work/load.txt"

if [ -z "${PUBLISH:-}" ]; then
  dotnet publish "$here/../src/Publish.Cli" -c Release --use-current-runtime -p:NuGetLockFilePath=obj/release.lock.json -o "$work/release" -v quiet -nologo
  PUBLISH=$work/release/publish
fi

measure() { python3 "$peers/measure.py" "$@"; }
has() { command -v "$1" >/dev/null 2>&1; }
meta() { sed -n "s/^$2: *\"\{0,1\}\([^\"]*\)\"\{0,1\}$/\1/p" "$books/$1/metadata.yaml" | head -1; }
reading=markdown-smart-implicit_figures-tex_math_dollars
typst_version() {
  if has typst; then typst --version
  elif has node && node -e "require('@myriaddreamin/typst-ts-node-compiler')" 2>/dev/null; then
    echo "Typst in @myriaddreamin/typst-ts-node-compiler $(node -p "require('@myriaddreamin/typst-ts-node-compiler/package.json').version" 2>/dev/null || true)"
  else return 1; fi
}

{
  echo "- Machine: $(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2>/dev/null | head -1), $(uname -sr), $(sed -n 's/^MemTotal: *\([0-9]*\).*/\1/p' /proc/meminfo 2>/dev/null | awk '{printf "%.0f GB", $1/1e6}')"
  echo "- $("$PUBLISH" --version | head -1 | sed 's/^/Publish /')"
  echo "- $(typst_version || echo 'Typst: missing')"
  echo "- $(has lualatex && lualatex --version | head -1 || echo 'LuaLaTeX: missing')"
  echo "- $(has weasyprint && weasyprint --version 2>&1 | head -1 || echo 'WeasyPrint: missing')"
  echo "- $(has pandoc && pandoc --version | head -1 || echo 'Pandoc: missing')"
} >"$work/versions.txt"

# A book of its own in WORK, so that a changed word changes nobody's.
for name in "$@"; do
  rm -rf "${work:?}/$name"
  cp -rL "$books/$name" "$work/$name"
  chmod -R u+w "$work/$name"
  # The same without the list of printed pages, which needs them set: what others' EPUBs have.
  rm -rf "${work:?}/$name-bare"
  cp -r "$work/$name" "$work/$name-bare"
  rm "$work/$name-bare/metadata.yaml"
  {
    printf 'title: "%s"\nlanguage: %s\nmatter:\n  body:\n' "$(meta "$name" title)" "$(meta "$name" lang)"
    (cd "$work/$name-bare" && printf '    - chapter: %s\n' chapters/*.md)
    printf 'editions:\n  epub: { format: epub }\n'
  } >"$work/$name-bare/book.yaml"
done

ours() {
  local name=$1 out=$work/out-$1
  measure run "$results" "$name" "Publish, print PDF" "$runs" "$out/*-print.pdf" "$PUBLISH" build "$work/$name" -e print --out "$out"
  measure first "$results" "$name" "Publish, all editions" "$runs" "$out-all/*.[pe][dp][fu]*" "$PUBLISH" build "$work/$name" --out "$out-all"
  measure run "$results" "$name" "Publish, all editions, cover kept" "$runs" "$out-all/*.[pe][dp][fu]*" "$PUBLISH" build "$work/$name" --out "$out-all"
  measure first "$results" "$name" "Publish, EPUB" "$runs" "$out-epub/*.epub" "$PUBLISH" build "$work/$name" -e epub --out "$out-epub"
  measure run "$results" "$name" "Publish, EPUB, pages and cover kept" "$runs" "$out-epub/*.epub" "$PUBLISH" build "$work/$name" -e epub --out "$out-epub"
  measure first "$results" "$name" "Publish, EPUB without page list" "$runs" "$out-bare/*.epub" "$PUBLISH" build "$work/$name-bare" --out "$out-bare"
  measure run "$results" "$name" "Publish, EPUB without page list, cover kept" "$runs" "$out-bare/*.epub" "$PUBLISH" build "$work/$name-bare" --out "$out-bare"
  rm -rf "$out-watch"
  measure watch "$results" "$name" "Publish, one word changed under --watch" "$runs" "$work/$name" "$out-watch" "$PUBLISH" build "$work/$name" --watch --out "$out-watch"
}

others() {
  local name=$1 book=$work/$1 lang
  lang=$(meta "$name" lang)
  cd "$work"
  [ ! -d "$book/images" ] || ln -sfn "$book/images" images
  if has pandoc; then
    measure run "$results" "$name" "Pandoc, EPUB" "$runs" "$work/$name-pandoc.epub" pandoc -f $reading "$book/metadata.yaml" "$book"/chapters/*.md -t epub3 --toc -o "$work/$name-pandoc.epub"
  else
    measure missing "$results" "$name" "Pandoc, EPUB" "pandoc isn't installed"
  fi
  if has pandoc && typst_version >/dev/null; then
    pandoc -f $reading "$book/metadata.yaml" "$book"/chapters/*.md -t "$templates/typst.lua" -s --template "$templates/book.typ" \
      -V page="$page" -V bodysize="${body}pt" -V notesize="${note}pt" -V toplevel="$(meta "$name" top-level-division)" -V lang2="${lang%%-*}" -V region="${lang##*-}" -o "$name.typ"
    if has typst; then
      measure run "$results" "$name" "Typst, compile alone" "$runs" "$work/$name-typst.pdf" typst compile --font-path "$fonts" --root / "$name.typ" "$work/$name-typst.pdf"
    else
      measure run "$results" "$name" "Typst, compile alone" "$runs" "$work/$name-typst.pdf" node "$templates/typst-compile.mjs" "$name.typ" "$work/$name-typst.pdf" "$fonts" /
    fi
  else
    measure missing "$results" "$name" "Typst, compile alone" "typst (or pandoc, which prepares its source) isn't installed"
  fi
  if has pandoc && has lualatex; then
    sed -e "s#GEOMETRY#$geometry#; s#BODYSIZE#$body#; s#BODYLEADING#$leading#; s#NOTESIZE#$note#; s#NOTELEADING#$noteleading#" -e "s#BOOKTITLE#$(meta "$name" title)#; s#MICROTYPE#\\\\microtypesetup{protrusion=true,expansion=true}#" "$templates/book.tex.in" >head.tex
    pandoc -f $reading "$book/metadata.yaml" "$book"/chapters/*.md -s --pdf-engine=lualatex --toc --toc-depth=1 --top-level-division="$(meta "$name" top-level-division)" \
      -V documentclass=memoir -V classoption=openany,twoside -V indent=true -V fontsize=11pt -V mainfont=EBGaramond12-Regular.otf -V mainfontoptions=Path="$fonts/" \
      -V mainfontoptions=ItalicFont=EBGaramond12-Italic.otf -V mainfontoptions=BoldFont=EBGaramond12-Bold.otf -V mainfontoptions=BoldItalicFont=EBGaramond12-Italic.otf -H head.tex -o "$name.tex"
    measure run "$results" "$name" "LuaLaTeX, one run" "$slow" "$work/$name.pdf" lualatex -interaction=batchmode "$name.tex"
  else
    measure missing "$results" "$name" "LuaLaTeX, one run" "lualatex (or pandoc) isn't installed"
  fi
  if has pandoc && has weasyprint; then
    sed "s#FONTS#$fonts#" "$peers/book.css" >book.css
    pandoc -f $reading "$book/metadata.yaml" "$book"/chapters/*.md -t html5 -s --toc --toc-depth=1 --lua-filter="$peers/notes.lua" --css book.css -o "$name.html"
    measure run "$results" "$name" "WeasyPrint, layout alone" "$slow" "$work/$name-weasyprint.pdf" weasyprint -q "$name.html" "$work/$name-weasyprint.pdf"
  else
    measure missing "$results" "$name" "WeasyPrint, layout alone" "weasyprint (or pandoc) isn't installed"
  fi
}

for name in "$@"; do
  ours "$name"
  (others "$name")
done

# The books one after the other, and again from the first, to so many thousand words.
strung() {
  local words=$1 to=$work/scale-$1 count=0 n=0 file
  rm -rf "$to"
  mkdir -p "$to/chapters"
  printf -- '---\ntitle: "Books Strung Together"\nauthor:\n  - "Many Hands"\nlang: en-US\ntop-level-division: chapter\n---\n' >"$to/metadata.yaml"
  while [ "$count" -lt $((words * 1000)) ]; do
    for file in "${chapters[@]}"; do
      n=$((n + 1))
      cp "$file" "$to/chapters/$(printf %05d "$n").md"
      count=$((count + ${counted[$file]}))
      [ "$count" -lt $((words * 1000)) ] || break
    done
  done
  measure run "$results" "scale $count" "Publish, print PDF" "$scale_runs" "$to/out/*-print.pdf" "$PUBLISH" build "$to" -e print --out "$to/out"
}

if [ -n "${SCALE-50 100 200 400 800 1500}" ]; then
  chapters=()
  declare -A counted
  for name in "$@"; do
    for file in "$books/$name"/chapters/*.md; do
      # Pictures are left out: their paths are those of one book.
      ! grep -q '!\[' "$file" || continue
      chapters+=("$file")
      counted[$file]=$(wc -w <"$file")
    done
  done
  for length in ${SCALE-50 100 200 400 800 1500}; do
    strung "$length"
  done
fi

if [ -n "${STAGES-1}" ]; then
  dotnet build "$here/Publish.Benchmarks" -c Release -v quiet -nologo >/dev/null
  dotnet "$here/Publish.Benchmarks/bin/Release/net10.0/Publish.Benchmarks.dll" stages "$work/$1" 3 >"$work/stages.txt"
fi
python3 "$peers/report.py" "$results" "$work/versions.txt" "$work/stages.txt" >"${RESULTS:-$here/Publish.Benchmarks/RESULTS.md}"
echo "${RESULTS:-$here/Publish.Benchmarks/RESULTS.md}"
