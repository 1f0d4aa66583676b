// pdf.js, the PDF reader of browsers: what it understands of a file, and everything it warns of while it reads all of it.
import fs from 'node:fs'
import path from 'node:path'
import { Report, openStage, readArguments } from './stage.mjs'

const given = readArguments('node pdfjs.mjs FILE.pdf [--shots FOLDER] [--shot-pages 1,2,3] [--read N]', ['shots', 'shot-pages', 'read'])
const report = new Report('pdf.js', given.file)
for (const channel of ['log', 'warn', 'error', 'info'])
  console[channel] = (...words) => report.find('pdfjs-warning', words.join(' ').replace(/^Warning: /, ''))
const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
// the renderer is not at stake here: polyfills that Node lacks are no fault of the file
report.findings = report.findings.filter(({ message }) => !/polyfill|@napi-rs\/canvas/.test(message))

try {
  const reading = pdfjs.getDocument({ data: new Uint8Array(fs.readFileSync(given.file)), verbosity: 1, useSystemFonts: false,
    stopAtErrors: true, standardFontDataUrl: path.join(path.dirname(new URL(import.meta.resolve('pdfjs-dist/package.json')).pathname), 'standard_fonts/') })
  const document = await reading.promise, metadata = await document.getMetadata()
  const targets = new Map(), pageOf = async destination => {
    const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination
    if (!explicit) return null
    const key = JSON.stringify(explicit[0])
    if (!targets.has(key)) targets.set(key, typeof explicit[0] === 'number' ? explicit[0] + 1 : await document.getPageIndex(explicit[0]) + 1)
    return targets.get(key)
  }
  const walk = async (items, depth = 0) => {
    const flat = []
    for (const item of items ?? []) flat.push({ title: item.title, depth, page: item.dest ? await pageOf(item.dest) : null, url: item.url ?? null }, ...await walk(item.items, depth + 1))
    return flat
  }
  Object.assign(report.detail, { pageCount: document.numPages, info: metadata.info, xmp: metadata.metadata?.getRaw?.() ?? null,
    marked: await document.getMarkInfo(), labels: await document.getPageLabels(), outline: await walk(await document.getOutline()),
    viewerPreferences: await document.getViewerPreferences(), pages: [] })
  for (const entry of report.detail.outline) if (entry.page === null && !entry.url) report.find('dead-outline', `the outline entry "${entry.title}" leads nowhere`)
  const roles = tree => tree ? [tree.role, ...(tree.children ?? []).flatMap(roles)].filter(Boolean) : []
  for (let number = 1; number <= Math.min(document.numPages, given.read ?? Infinity); number++) {
    const page = await document.getPage(number), text = await page.getTextContent(), tree = await page.getStructTree(), links = []
    await page.getOperatorList()
    for (const link of (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Link')) {
      const target = link.dest ? await pageOf(link.dest) : null
      links.push({ rect: link.rect, url: link.url ?? null, page: target, contents: link.contentsObj?.str ?? '' })
      if (!link.url && target === null) report.find('dead-link', 'a link leads nowhere', `page ${number}`)
    }
    report.detail.pages.push({ number, view: page.view, links, text: text.items.map(({ str, hasEOL }) => (str ?? '') + (hasEOL ? '\n' : '')).join(''),
      tagged: tree !== null, roles: roles(tree) })
    page.cleanup()
  }
  await reading.destroy()
} catch (error) { report.find('unreadable', String(error)) }

if (given.shots) {
  fs.mkdirSync(given.shots, { recursive: true })
  const stage = await openStage(report, given.file)
  try {
    const page = await stage.newPage('readers/pdfjs.html', { width: 900, height: 1200 })
    for (const number of (given['shot-pages'] ?? '1').split(',').map(Number)) {
      await page.evaluate(([url, wanted]) => showPage(url, wanted), [stage.bookUrl, number])
      await page.locator('#page').screenshot({ path: path.join(given.shots, `pdfjs-${String(number).padStart(3, '0')}.png`) })
    }
  } finally { await stage.close() }
}
await report.end()
