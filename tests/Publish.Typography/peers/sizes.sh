# What a page of SIZE is (6x9, the default, or a5): sets geometry (memoir), page (Typst), body, leading, note and noteleading (pt).
case ${SIZE:-6x9} in
  6x9)
    geometry=paperwidth=6in,paperheight=9in,inner=0.875in,outer=0.75in,top=0.9in,bottom=0.85in
    page='width: 6in, height: 9in, margin: (inside: 0.875in, outside: 0.75in, top: 0.9in, bottom: 0.85in)'
    body=11 leading=14 note=9 noteleading=11.5 ;;
  a5)
    geometry=paperwidth=148mm,paperheight=210mm,inner=20mm,outer=22mm,top=20mm,bottom=22mm
    page='width: 148mm, height: 210mm, margin: (inside: 20mm, outside: 22mm, top: 20mm, bottom: 22mm)'
    body=10 leading=13 note=8.5 noteleading=11 ;;
  *) echo "unknown size: $SIZE (6x9, a5)" >&2; exit 2 ;;
esac
