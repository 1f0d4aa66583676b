// The two EPUBChecks: `java`, Debian's package (4.2.6, the rules of EPUB 3.2, the version that shops still run), and `ts`, the port of
// 5.x to TypeScript. They see different faults. Every message that is a warning or worse is a finding.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { Report, readArguments } from './stage.mjs'

const given = readArguments('node epubcheck.mjs BOOK.epub --engine java|ts', ['engine']), grave = ['fatal', 'error', 'warning']
if (given.engine === 'ts') {
  const { EpubCheck } = await import('@likecoin/epubcheck-ts'), report = new Report('EPUBCheck (TypeScript)', given.file)
  const said = await EpubCheck.validate(new Uint8Array(fs.readFileSync(given.file)))
  for (const { id, severity, message, location } of said.messages)
    if (grave.includes(severity)) report.find(id, message, location ? [location.path, location.line, location.column].filter(Boolean).join(':') : null, severity)
  if (!said.valid && report.findings.length === 0) report.find('not-valid', 'the checker names no fault')
  await report.end()
} else {
  const report = new Report('EPUBCheck', given.file), work = fs.mkdtempSync(path.join(os.tmpdir(), 'epubcheck-'))
  try {
    const written = path.join(work, 'report.json')
    const ran = spawnSync('java', ['-jar', process.env.EPUBCHECK_JAR ?? '/usr/share/java/epubcheck.jar', given.file, '--json', written], { encoding: 'utf8' })
    if (!fs.existsSync(written)) report.find('no-report', `EPUBCheck wrote no report: ${ran.error?.message ?? (ran.stdout + ran.stderr).trim().slice(-2000)}`)
    else {
      const said = JSON.parse(fs.readFileSync(written, 'utf8'))
      for (const { ID, severity, message, locations } of said.messages)
        if (grave.includes(severity.toLowerCase()))
          report.find(ID, message, (locations ?? []).map(at => [at.path, at.line, at.column].join(':')).join(' ') || null, severity.toLowerCase())
      if (ran.status !== 0 && report.findings.length === 0) report.find('not-valid', `EPUBCheck ended with code ${ran.status}: ${ran.stderr.trim()}`)
      report.detail.version = said.checker.checkerVersion
    }
  } finally { fs.rmSync(work, { recursive: true, force: true }) }
  await report.end()
}
