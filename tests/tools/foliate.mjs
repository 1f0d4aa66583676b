// foliate-js, the engine of Foliate and Readest: every note call of the book is clicked, and every note must pop up with its own text.
import fs from 'node:fs'
import path from 'node:path'
import { Report, inRuns, openStage, readArguments } from './stage.mjs'
import { compareNotes, follow, shoot, some } from './reading.mjs'

const given = readArguments('node foliate.mjs BOOK.epub [--expect NOTES.json] [--search PHRASES.json] [--shots FOLDER] [--pages N] [--places N]', ['expect', 'search', 'shots', 'pages', 'places'])
const report = new Report('foliate-js', given.file), stage = await openStage(report, given.file)
const address = 'readers/foliate.html', open = async options => {
  const page = await stage.newPage(address, options)
  return { page, book: await page.evaluate(url => openBook(url), stage.bookUrl) }
}
try {
  const first = await open(), survey = await first.page.evaluate(() => surveyNotes())
  Object.assign(report.detail, first.book)
  for (const list of ['toc', 'pageList', 'landmarks'])
    for (const entry of first.book[list]) {
      entry.text = entry.href ? await first.page.evaluate(href => textAt(href), entry.href) : null
      if (entry.href && entry.text === null) report.find('dead-link', `${list}: "${entry.label}" leads nowhere`, entry.href)
    }
  for (const list of ['toc', 'pageList', 'landmarks']) await follow(report, list, some(first.book[list], given.places), href => first.page.evaluate(place => goTo(place), href))

  if (given.search) {
    report.detail.search = []
    for (const phrase of JSON.parse(fs.readFileSync(given.search, 'utf8'))) {
      const count = await first.page.evaluate(query => searchFor(query), phrase)
      report.detail.search.push({ phrase, count })
      if (count === 0) report.find('not-found', `the reader's search doesn't find "${phrase}"`)
    }
  }

  const runs = inRuns(survey.calls, Number(given.pages ?? 2))
  const answers = (await Promise.all(runs.map(async (run, ordinal) => {
    const { page } = ordinal === 0 ? first : await open(), told = []
    for (const batch of inRuns(run, Math.ceil(run.length / 25)))
      told.push(...await page.evaluate(async calls => { const all = []; for (const call of calls) all.push(await clickCall(call)); return all }, batch))
    return told
  }))).flat()

  report.detail.notes = survey.calls.map((call, at) => ({ file: call.file, id: call.id, call: call.call, target: answers[at].target, targetId: answers[at].targetId,
    outcome: answers[at].outcome, text: answers[at].text ?? null, body: answers[at].body ?? null }))
  survey.calls.forEach((call, at) => {
    const told = answers[at], where = `${call.file}#${call.id ?? call.href}`
    if (told.outcome !== 'popup') report.find('no-popup', `call ${call.call}: ${told.outcome} ${told.message ?? ''}`.trim(), where)
    else if (!told.visible || told.body === '') report.find('empty-popup', `call ${call.call}: the pop-up shows no text of a note`, where)
    else if (told.text !== told.own) report.find('other-text', `call ${call.call}: the pop-up shows "${told.text}", the note is "${told.own}"`, where)
    if (!told.clickable) report.find('not-clickable', `call ${call.call} takes no room on the page`, where)
  })
  const reached = new Set(answers.map(told => `${told.target}#${told.targetId}`))
  for (const note of survey.notes) if (!reached.has(note)) report.find('uncalled-note', 'no call leads to this note', note)
  if (given.expect) compareNotes(report, JSON.parse(fs.readFileSync(given.expect, 'utf8')))

  if (given.shots) for (const dark of [false, true]) {
    const { page } = await open({ dark })
    await shoot(page, path.resolve(given.shots), dark ? 'foliate-dark' : 'foliate-light', first.book.sections, survey.calls,
      section => page.evaluate(index => showSection(index), section), call => page.evaluate(each => clickCall(each), call))
  }
} catch (error) { report.find('unreadable', error.message) } finally { await stage.close() }
await report.end()
