// Ace by DAISY: the accessibility of an EPUB. Every assertion that doesn't pass is a finding.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { Report, findChromium, here, readArguments } from './stage.mjs'

const given = readArguments('node ace.mjs BOOK.epub', []), report = new Report('Ace', given.file)
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'ace-'))
try {
  const run = () => spawnSync(process.execPath, [path.join(here, 'node_modules/@daisy/ace-cli/bin/ace.js'), '-f', '-s', '-o', path.join(work, 'report'), given.file],
    { encoding: 'utf8', env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: findChromium(), XDG_STATE_HOME: work, XDG_CONFIG_HOME: work } })
  const written = path.join(work, 'report', 'report.json')
  // Ace gives its browser five seconds to start, too few on a machine that has much else to do: then it is asked again.
  let ran = run()
  for (let left = 5; left > 0 && !fs.existsSync(written); left--) ran = run()
  if (!fs.existsSync(written)) report.find('no-report', `Ace wrote no report: ${(ran.stdout + ran.stderr).trim().slice(-2000)}`)
  else {
    const said = JSON.parse(fs.readFileSync(written, 'utf8'))
    for (const document of said.assertions)
      for (const { 'earl:test': test, 'earl:result': result } of document.assertions)
        if (result['earl:outcome'] !== 'pass')
          report.find(test['dct:title'], `${test['earl:impact']}: ${result['dct:description'].trim()}`,
            [document['earl:testSubject'].url, result['earl:pointer']?.css?.[0]].filter(Boolean).join(' '), test['earl:impact'])
    if (said['earl:result']['earl:outcome'] !== 'pass' && report.findings.length === 0) report.find('fail', 'Ace fails the book and names no rule')
    report.detail.documents = said.assertions.map(document => document['earl:testSubject'].url)
    report.detail.accessibility = said['a11y-metadata'] ?? null
    report.detail.outlines = said.outlines ?? null
    report.detail.properties = said.properties ?? null
  }
} finally { fs.rmSync(work, { recursive: true, force: true }) }
await report.end()
