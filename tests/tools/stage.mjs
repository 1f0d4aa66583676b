// What every judge needs: arguments, a headless Chromium that reaches nothing but this folder and the book, and one way to report.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the judges. */
export const here = path.dirname(fileURLToPath(import.meta.url))

/** Reads `FILE [--name value]…`; every option takes a value. */
export function readArguments(usage, options) {
  const read = { file: null }, given = process.argv.slice(2)
  while (given.length) {
    const word = given.shift()
    if (word.startsWith('--') && options.includes(word.slice(2)) && given.length) read[word.slice(2)] = given.shift()
    else if (!word.startsWith('--') && read.file === null) read.file = path.resolve(word)
    else stop(`usage: ${usage}`)
  }
  if (read.file === null) stop(`usage: ${usage}`)
  if (!fs.existsSync(read.file)) stop(`no such file: ${read.file}`)
  return read
}

function stop(message) {
  process.stderr.write(message + '\n')
  process.exit(2)
}

/** Gathers findings and ends the judge: one JSON object on standard output, exit code 0 (nothing found) or 1. */
export class Report {
  constructor(tool, file) { this.tool = tool; this.file = file; this.findings = []; this.detail = {} }

  /** Adds a finding; `where` is the place in the book, as close as the judge knows it. */
  find(code, message, where = null, severity = 'error') { this.findings.push({ severity, code, message, where }) }

  async end() {
    const text = JSON.stringify({ tool: this.tool, file: this.file, passed: this.findings.length === 0, findings: this.findings, ...this.detail }, null, 1)
    await new Promise(written => process.stdout.write(text + '\n', written))
    process.exit(this.findings.length === 0 ? 0 : 1)
  }
}

/** The Chromium to drive: the variable CHROMIUM, or the first of the usual names on the PATH. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const candidate = path.join(folder, name)
      if (fs.existsSync(candidate)) return candidate
    }
  return stop('no Chromium on the PATH: install the package chromium, or set CHROMIUM')
}

const mediaTypes = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.epub': 'application/epub+zip', '.pdf': 'application/pdf' }

/** Noise of the harness itself, not of the book. */
const ignoredConsole = [/allow-same-origin/, /Blocked script execution in 'about:/]

/**
 * Opens headless Chromium on a stage of its own: the origin http://localhost is answered from this folder without a server or a port
 * (`/tools/…` these files, `/book/…` the file under judgement). Any other address is refused and reported, and so is every
 * error or warning that a page says.
 */
export async function openStage(report, book) {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: findChromium(), headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--disable-extensions', '--font-render-hinting=none', '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'] })
  return {
    bookUrl: '/book/' + encodeURIComponent(path.basename(book)),
    close: () => browser.close(),
    async newPage(address, { width = 600, height = 800, dark = false } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
      await context.route(url => url.protocol === 'http:' || url.protocol === 'https:', async route => {
        const url = new URL(route.request().url()), wanted = decodeURIComponent(url.pathname)
        const file = url.origin !== 'http://localhost' ? null
          : wanted.startsWith('/book/') ? (wanted === '/book/' + path.basename(book) ? book : null)
          : wanted.startsWith('/tools/') ? path.join(here, wanted.slice('/tools'.length)) : null
        if (url.origin !== 'http://localhost') report.find('remote-resource', `the book asked for ${url.href}`)
        if (wanted === '/favicon.ico') return route.fulfill({ status: 204 })
        if (file === null || !file.startsWith(file === book ? book : here + path.sep) || !fs.existsSync(file)) return route.abort()
        return route.fulfill({ body: fs.readFileSync(file), contentType: mediaTypes[path.extname(file)] ?? 'application/octet-stream' })
      })
      // a machine that has other things to do may take its time over a picture
      context.setDefaultTimeout(120000)
      const page = await context.newPage()
      page.on('console', said => {
        const kind = said.type()
        if ((kind === 'error' || kind === 'warning') && !ignoredConsole.some(pattern => pattern.test(said.text())))
          report.find('console-' + kind, said.text())
      })
      page.on('pageerror', error => report.find('page-error', error.message))
      await page.goto('http://localhost/tools/' + address)
      await page.waitForFunction('window.ready === true')
      return page
    },
  }
}

/** Splits `items` into at most `parts` runs of neighbours, as even as can be. */
export function inRuns(items, parts) {
  const size = Math.max(1, Math.ceil(items.length / parts)), runs = []
  for (let from = 0; from < items.length; from += size) runs.push(items.slice(from, from + size))
  return runs
}
