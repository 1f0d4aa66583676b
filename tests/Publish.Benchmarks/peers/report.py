#!/usr/bin/env python3
"""report.py RESULTS.tsv VERSIONS.txt STAGES.txt: writes tests/Publish.Benchmarks/RESULTS.md to standard output."""
import math
import os
import sys
import time

rows = [line.rstrip('\n').split('\t') for line in open(sys.argv[1])]
books = list(dict.fromkeys(r[0] for r in rows if not r[0].startswith('scale ')))


def number(book, what, field):
    for row in rows:
        if row[0] == book and row[1] == what and len(row) > field and row[field]:
            return float(row[field])
    return None


def ratio(a, b):
    return f'1/{b / a:.1f}' if a and b and b >= a else f'{a / b:.2f}' if a and b else '—'


print('# Speed beside others\n')
print('Written by `bash tests/peers.sh`. Medians; CPU seconds and peak memory with all children. Seconds depend on the machine: only ratios within this run mean something.')
print(f'Measured {time.strftime("%Y-%m-%d")} on {os.cpu_count()} cores, load before the run {open(os.path.join(os.path.dirname(sys.argv[1]), "load.txt")).read().strip()}.\n')
print(open(sys.argv[2]).read().strip() + '\n')
for book in books:
    print(f'## {book}\n')
    print('| | runs | wall, s | CPU, s | peak, MB | pages | kB |\n|---|--:|--:|--:|--:|--:|--:|')
    for row in rows:
        if row[0] != book:
            continue
        if len(row) < 8:
            print(f'| {row[1]} | {row[2]} | | | | | |')
            continue
        kilobytes = f'{int(row[7]) // 1000}' if row[7] else ''
        print(f'| {row[1]} | {row[2]} | {row[3]} | {row[4]} | {row[5]} | {row[6]} | {kilobytes} |')
    mine = 'Publish, print PDF'
    print('\n| ratio | wall | CPU | peak |\n|---|--:|--:|--:|')
    pairs = [(mine, 'Typst, compile alone'), (mine, 'LuaLaTeX, one run'), (mine, 'WeasyPrint, layout alone'), ('Publish, all editions', mine), ('Publish, all editions, cover kept', mine), ('Publish, EPUB', 'Pandoc, EPUB'), ('Publish, EPUB, pages and cover kept', 'Pandoc, EPUB'), ('Publish, EPUB without page list', 'Pandoc, EPUB'), ('Publish, EPUB without page list, cover kept', 'Pandoc, EPUB'), ('Publish, one word changed under --watch', 'Publish, all editions')]
    for a, b in pairs:
        if number(book, a, 3) and number(book, b, 3):
            print(f'| {a} ÷ {b} | {ratio(number(book, a, 3), number(book, b, 3))} | {ratio(number(book, a, 4), number(book, b, 4))} | {ratio(number(book, a, 5), number(book, b, 5))} |')
    print()

scale = [(float(r[0].split()[1]), float(r[3]), float(r[4]), float(r[5]), r[6]) for r in rows if r[0].startswith('scale ') and len(r) >= 8]
if scale:
    print('## Length\n\nThe print PDF of the books strung together.\n')
    print('| words | wall, s | CPU, s | peak, MB | pages |\n|--:|--:|--:|--:|--:|')
    for words, wall, cpu, peak, count in scale:
        print(f'| {words:,.0f} | {wall:.3f} | {cpu:.3f} | {peak:.0f} | {count} |')
    if len(scale) > 1:
        def exponent(field):
            xs, ys = [math.log(s[0]) for s in scale], [math.log(s[field]) for s in scale]
            mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
            return sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)
        print(f'\nExponents (1 is linear): wall {exponent(1):.2f}, CPU {exponent(2):.2f}, memory {exponent(3):.2f}.\n')

if len(sys.argv) > 3 and os.path.exists(sys.argv[3]):
    print('## Stages and their floors\n\nOne process with a just-in-time compiler, its third round (`Publish.Benchmarks stages`): wall, CPU, allocation.\n')
    for line in open(sys.argv[3]):
        print('    ' + line.rstrip())
