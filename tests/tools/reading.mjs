// What the drivers of reading systems share: notes against what the book's model expects, and pictures of the pages.
import fs from 'node:fs'
import path from 'node:path'

const oneLine = text => text.replace(/[ \t\r\n\f]+/g, ' ').trim()

/**
 * Compares the notes a reader showed with the expected ones, each `{ "href": file of the note, "id": its id, "text": its text }`.
 * A text may be given with or without the note's number (the link back).
 */
export function compareNotes(report, expected) {
  const shown = new Map()
  for (const note of report.detail.notes) shown.set(`${path.posix.basename(note.target ?? '')}#${note.targetId}`, note)
  for (const note of expected) {
    const where = `${path.posix.basename(note.href)}#${note.id}`, found = shown.get(where), wanted = oneLine(note.text)
    shown.delete(where)
    if (!found) report.find('missing-note', `no call showed the note "${wanted}"`, where)
    else if (oneLine(found.text ?? '') !== wanted && oneLine(found.body ?? '') !== wanted)
      report.find('unexpected-text', `the reader showed "${found.text}", expected "${wanted}"`, where)
  }
  for (const [where, note] of shown) report.find('unexpected-note', `the reader showed a note that was not expected: "${note.text}"`, where)
}

/** All entries of a list, or so many, evenly chosen. */
export const some = (entries, most) => !most || entries.length <= Number(most) ? entries : entries.filter((_, at) => Math.floor(at * most / entries.length) !== Math.floor((at - 1) * most / entries.length))

/**
 * Has the reader turn to entries of a list of places (contents, page list, landmarks); `goTo` says null where it shows the place, else what is wrong. How many were
 * turned to is told with the list's name.
 */
export async function follow(report, list, entries, goTo) {
  for (const { label, href } of entries) {
    const wrong = href ? await goTo(href) : null
    if (wrong !== null) report.find('wrong-turn', `${list}: "${label}": ${wrong}`, href)
  }
  report.detail.followed = { ...report.detail.followed, [list]: entries.length }
}

/** Pictures of the first page of each section and of the first note called in each, as FOLDER/PREFIX-NN-name[-note].png. */
export async function shoot(page, folder, prefix, sections, calls, show, click) {
  fs.mkdirSync(folder, { recursive: true })
  for (const [index, section] of sections.entries()) {
    if (section.linear === false) continue
    const name = path.join(folder, `${prefix}-${String(index + 1).padStart(2, '0')}-${path.posix.basename(section.href).replace(/\W+/g, '-')}`)
    await show(index)
    await settle(page)
    await page.screenshot({ path: name + '.png' })
    const call = calls.find(each => each.section === index)
    if (!call) continue
    await click(call)
    await settle(page)
    await page.screenshot({ path: name + '-note.png' })
  }
}

/** Two frames of the page, after its fonts: what was asked for is on the screen. */
const settle = page => page.evaluate(() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))))
