// The viewer of pdf.js, as browsers have it, in Chromium: what lies over each page as text, where a click on each link, each outline entry and each page label
// leads, and on which pages its search finds phrases.
import fs from 'node:fs'
import { Report, openStage, readArguments } from './stage.mjs'

const given = readArguments('node pdfview.mjs FILE.pdf [--search PHRASES.json]', ['search'])
const report = new Report('pdf.js viewer', given.file), stage = await openStage(report, given.file)
try {
  const page = await stage.newPage('readers/pdfview.html', { width: 700, height: 900 })
  const count = await page.evaluate(url => openFile(url), stage.bookUrl), pages = [], labels = []
  for (let number = 1; number <= count; number++) pages.push({ number, ...await page.evaluate(wanted => readPage(wanted), number) })
  for (const { number, links } of pages)
    for (const link of links.filter(({ outside }) => !outside)) {
      link.page = await page.evaluate(([anchor, from]) => followLink(anchor, from), [link.anchor, number])
      if (link.page === null) report.find('dead-link', 'a click on a link leads nowhere', `page ${number}`)
      if (!link.reached) report.find('covered-link', 'a click on a link falls on something else', `page ${number}`)
    }
  for (const { number, label } of pages) if (label !== null) labels.push({ label, number, page: await page.evaluate(wanted => followLabel(wanted), label) })
  report.detail = { pages, labels, outline: await page.evaluate(() => followOutline()), found: [] }
  if (given.search)
    for (const phrase of JSON.parse(fs.readFileSync(given.search, 'utf8')))
      report.detail.found.push({ phrase, pages: await page.evaluate(wanted => search(wanted), phrase) })
} finally { await stage.close() }
await report.end()
