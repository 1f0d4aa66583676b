#!/usr/bin/env python3
"""Measures processes for tests/peers.sh.

measure.py run RESULTS BOOK WHAT RUNS OUT CMD...    medians of wall, CPU (children included) and peak memory; pages and size of OUT
measure.py first RESULTS BOOK WHAT RUNS OUT CMD...  the same, with the folder of OUT taken away before each run
measure.py watch RESULTS BOOK WHAT RUNS FOLDER OUT CMD...   from saving one changed word to a new manifest, under "build --watch"
measure.py missing RESULTS BOOK WHAT WHY
Each appends a line to RESULTS: book, what, runs, wall s, CPU s, peak MB, pages, bytes; tabs between.
"""
import glob
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time


def pages(path):
    if not path.endswith('.pdf'):
        return ''
    try:
        told = subprocess.run(['pdfinfo', path], capture_output=True, text=True).stdout
    except FileNotFoundError:
        return ''
    found = re.search(r'^Pages: *(\d+)', told, re.M)
    return found.group(1) if found else ''


def put(results, *fields):
    line = '\t'.join(str(f) for f in fields)
    print(line, flush=True)
    with open(results, 'a') as file:
        file.write(line + '\n')


def run(results, book, what, runs, out, command, first=False):
    wall, cpu, peak = [], [], []
    for _ in range(int(runs)):
        if first:
            shutil.rmtree(os.path.dirname(out), ignore_errors=True)
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        wall.append(time.monotonic() - start)
        cpu.append(used.ru_utime + used.ru_stime)
        peak.append(used.ru_maxrss / 1024)
        if status != 0:
            put(results, book, what, 'failed: ' + (said.decode(errors='replace').strip().splitlines() or [f'status {status}'])[-1][:120])
            return
    files = sorted(glob.glob(out))
    size = sum(os.path.getsize(f) for f in files) if files else ''
    put(results, book, what, runs, f'{statistics.median(wall):.3f}', f'{statistics.median(cpu):.3f}', f'{statistics.median(peak):.0f}', pages(files[0]) if len(files) == 1 else '', size)


def watch(results, book, what, runs, folder, out, command):
    chapters = sorted(glob.glob(os.path.join(folder, 'chapters', '*.md'))) or sorted(glob.glob(os.path.join(folder, '*.md')))
    chapter = max(chapters, key=os.path.getsize)
    manifest = os.path.join(out, 'manifest.json')
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        def made(before):
            limit = time.monotonic() + 120
            while time.monotonic() < limit:
                try:
                    now = os.stat(manifest).st_mtime_ns
                    if now != before:
                        return now
                except FileNotFoundError:
                    pass
                time.sleep(0.0005)
            raise TimeoutError('no edition came')

        last = made(None)
        text = open(chapter, encoding='utf-8').read()
        at = re.compile(r'\b(the|and) ').search(text, len(text) // 2)
        times = []
        for i in range(int(runs)):
            time.sleep(0.5)
            changed = text[:at.start()] + ('words ' if i % 2 == 0 else 'letters ') + text[at.end():]
            start = time.monotonic()
            with open(chapter, 'w', encoding='utf-8') as file:
                file.write(changed)
            last = made(last)
            times.append(time.monotonic() - start)
        peak = [int(line.split()[1]) / 1024 for line in open(f'/proc/{process.pid}/status') if line.startswith('VmHWM')] if os.path.exists(f'/proc/{process.pid}/status') else []
        put(results, book, what, runs, f'{statistics.median(times):.3f}', '', f'{peak[0]:.0f}' if peak else '', '', '')
    except TimeoutError as fault:
        put(results, book, what, f'failed: {fault}')
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


if __name__ == '__main__':
    kind, rest = sys.argv[1], sys.argv[2:]
    if kind in ('run', 'first'):
        run(*rest[:5], rest[5:], kind == 'first')
    elif kind == 'watch':
        watch(*rest[:6], rest[6:])
    else:
        put(*rest[:3], 'missing: ' + rest[3])
