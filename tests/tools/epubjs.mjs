// epub.js, which knows no pop-ups: every note call of the book is clicked and must lead to the note, whose link back must lead to the call.
import fs from 'node:fs'
import path from 'node:path'
import { Report, inRuns, openStage, readArguments } from './stage.mjs'
import { compareNotes, follow, shoot, some } from './reading.mjs'

const given = readArguments('node epubjs.mjs BOOK.epub [--expect NOTES.json] [--shots FOLDER] [--pages N] [--places N]', ['expect', 'shots', 'pages', 'places'])
const report = new Report('epub.js', given.file), stage = await openStage(report, given.file)
const address = 'readers/epubjs.html', open = async options => {
  const page = await stage.newPage(address, options)
  return { page, book: await page.evaluate(url => openBook(url), stage.bookUrl) }
}
try {
  const first = await open(), survey = await first.page.evaluate(() => surveyNotes())
  Object.assign(report.detail, first.book)

  for (const list of ['toc', 'pageList', 'landmarks']) await follow(report, list, some(first.book[list], given.places), href => first.page.evaluate(place => goTo(place), href))

  // the first call of each section in one window, there and back, as a reader does; the others with a second window for the notes
  const alone = new Set(survey.calls.filter((call, at) => call.section !== survey.calls[at - 1]?.section))
  const runs = inRuns(survey.calls, Number(given.pages ?? 2))
  const answers = (await Promise.all(runs.map(async (run, ordinal) => {
    const { page } = ordinal === 0 ? first : await open(), told = []
    for (const batch of inRuns(run, Math.ceil(run.length / 25)))
      told.push(...await page.evaluate(async calls => { const all = []; for (const [call, alone] of calls) all.push(await clickCall(call, false, alone)); return all },
        batch.map(call => [call, alone.has(call)])))
    return told
  }))).flat()

  report.detail.notes = survey.calls.map((call, at) => ({ file: call.file, id: call.id, call: call.call, target: answers[at].target, targetId: answers[at].targetId,
    outcome: answers[at].outcome, text: answers[at].text, body: answers[at].body }))
  survey.calls.forEach((call, at) => {
    for (const { code, message } of answers[at].problems) report.find(code, `call ${call.call}: ${message}`, `${call.file}#${call.id ?? call.href}`)
  })
  if (given.expect) compareNotes(report, JSON.parse(fs.readFileSync(given.expect, 'utf8')))

  if (given.shots) for (const dark of [false, true]) {
    const { page } = await open({ dark })
    await shoot(page, path.resolve(given.shots), dark ? 'epubjs-dark' : 'epubjs-light', first.book.sections, survey.calls,
      section => page.evaluate(index => showSection(index), section), call => page.evaluate(each => clickCall(each, true), call))
  }
} catch (error) { report.find('unreadable', error.message) } finally { await stage.close() }
await report.end()
