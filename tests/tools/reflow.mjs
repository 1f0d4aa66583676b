// Every document of an EPUB at five text sizes and three widths, with and without its style sheet: nothing may stand out sideways, be cut off or be missing.
import fs from 'node:fs'
import path from 'node:path'
import { Report, findChromium, here, readArguments } from './stage.mjs'

const given = readArguments('node reflow.mjs BOOK.epub [--shots FOLDER] [--documents N]', ['shots', 'documents'])
const report = new Report('reflow', given.file), sizes = [70, 100, 130, 170, 220], widths = [320, 600, 1024]
const { default: JSZip } = await import('jszip'), { chromium } = await import('playwright-core')
const zip = await JSZip.loadAsync(fs.readFileSync(given.file))
const types = { '.xhtml': 'application/xhtml+xml', '.html': 'application/xhtml+xml', '.htm': 'application/xhtml+xml', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.woff': 'font/woff', '.ttf': 'font/ttf', '.otf': 'font/otf' }
const text = name => zip.file(name).async('string')
const packagePath = /full-path="([^"]+)"/.exec(await text('META-INF/container.xml'))[1], folder = path.posix.dirname(packagePath)
const opf = await text(packagePath), items = new Map([...opf.matchAll(/<item\b[^>]*>/g)].map(([tag]) => [/\bid="([^"]*)"/.exec(tag)?.[1], /\bhref="([^"]*)"/.exec(tag)?.[1]]))
let documents = [...opf.matchAll(/<itemref\b[^>]*idref="([^"]*)"/g)].map(([, id]) => path.posix.join(folder, items.get(id)))
if (given.documents) documents = documents.filter((_, at) => at % Math.ceil(documents.length / Number(given.documents)) === 0)

const browser = await chromium.launch({ executablePath: findChromium(), headless: true, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] })
const open = async (width, dark) => {
  const context = await browser.newContext({ viewport: { width, height: Math.round(width * 1.4) }, colorScheme: dark ? 'dark' : 'light' })
  await context.route('**', async route => {
    const entry = zip.file(decodeURIComponent(new URL(route.request().url()).pathname.slice(1)))
    return entry ? route.fulfill({ body: await entry.async('nodebuffer'), contentType: types[path.extname(entry.name)] ?? 'application/octet-stream' }) : route.abort()
  })
  // a machine that has other things to do may take its time over a picture
  context.setDefaultTimeout(120000)
  return context.newPage()
}

/**
 * In the page: what stands out or is cut off at each text size. A reading system's margins are 5 % of the width. Without the book's sheet its own
 * still stands: words are broken where they must be, pictures fit.
 */
const measure = ({ sizes, plain }) => {
  const sheet = document.createElementNS('http://www.w3.org/1999/xhtml', 'style'), found = []
  document.head.append(sheet)
  for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) link.disabled = plain
  const limit = document.documentElement.clientWidth + 1
  const name = element => element.localName + (element.id ? '#' + element.id : element.className ? '.' + element.className : '') + ' “' + element.textContent.trim().slice(0, 40) + '”'
  for (const size of sizes) {
    sheet.textContent = `html{font-size:${size}%!important}body{margin:0 5%!important}${plain ? 'body{overflow-wrap:break-word}pre{white-space:pre-wrap}td,th{overflow-wrap:anywhere}img{max-width:100%}' : ''}`
    if (document.scrollingElement.scrollWidth > limit) {
      let worst = document.body
      for (const element of document.body.querySelectorAll('*')) if (element.getBoundingClientRect().right > limit) worst = element
      found.push({ size, code: 'sideways', message: `${name(worst)} ends at ${Math.round(worst.getBoundingClientRect().right)} of ${limit - 1}` })
    }
    for (const element of document.body.querySelectorAll('*')) {
      const { overflowX, overflowY, position } = getComputedStyle(element)
      if (position !== 'absolute' && (overflowX !== 'visible' || overflowY !== 'visible') && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
        found.push({ size, code: 'clipped', message: name(element) })
    }
  }
  for (const image of document.images) if (!image.complete || image.naturalWidth === 0) found.push({ size: 100, code: 'no-picture', message: image.getAttribute('src') })
  sheet.remove()
  for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) link.disabled = false
  return found
}

try {
  for (const width of widths) {
    const page = await open(width, false), night = given.shots ? await open(width, true) : null
    for (const [at, name] of documents.entries()) {
      await page.goto('http://localhost/' + name, { waitUntil: 'load' })
      for (const plain of [false, true])
        for (const { size, code, message } of await page.evaluate(measure, { sizes, plain }))
          report.find(code, `${width} wide, text ${size} %${plain ? ', style off' : ''}: ${message}`, name)
      if (given.shots) {
        fs.mkdirSync(given.shots, { recursive: true })
        const shot = path.join(given.shots, `${String(at + 1).padStart(3, '0')}-${path.posix.basename(name, path.posix.extname(name))}-${width}`)
        await page.addStyleTag({ content: 'body{margin:2% 5%!important}' })
        await page.screenshot({ path: shot + '-light.png' })
        await night.goto('http://localhost/' + name, { waitUntil: 'load' })
        await night.addStyleTag({ content: ':root{color-scheme:light dark}body{margin:2% 5%!important}' })
        await night.screenshot({ path: shot + '-dark.png' })
      }
    }
    await page.context().close()
    await night?.context().close()
  }
  report.detail.documents = documents
  report.detail.tried = { sizes, widths, style: ['on', 'off'] }
} catch (error) { report.find('unreadable', error.message) } finally { await browser.close() }
await report.end()
