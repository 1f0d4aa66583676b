// Notes as both reading systems' harnesses see them (runs in the page).
const OPS = 'http://www.idpf.org/2007/ops'

/** The tokens of an element's epub:type and role together. */
export const kinds = element => [...(element.getAttributeNS(OPS, 'type') ?? element.getAttribute('epub:type') ?? '').split(/\s+/),
  ...(element.getAttribute('role') ?? '').split(/\s+/)].filter(Boolean)

const has = (...names) => element => kinds(element).some(kind => names.includes(kind))
export const isNoteCall = has('noteref', 'doc-noteref')
export const isBacklink = has('backlink', 'doc-backlink')
export const isNote = has('footnote', 'endnote', 'rearnote', 'doc-footnote', 'doc-endnote')

const blocks = new Set(['address', 'article', 'aside', 'blockquote', 'br', 'caption', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'footer',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'])

/** The text below a node as one line: blocks parted by a space, white space collapsed. `without` leaves elements out. */
export function readable(node, without = () => false) {
  let text = ''
  const walk = at => {
    if (at.nodeType === 3 || at.nodeType === 4) text += at.data
    else if (at.nodeType === 1 && !without(at)) {
      const block = blocks.has(at.localName)
      if (block) text += ' '
      at.childNodes.forEach(walk)
      if (block) text += ' '
    } else if (at.nodeType === 9 || at.nodeType === 11) at.childNodes.forEach(walk)
  }
  walk(node)
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim()
}

/** A note's text without the links back to its calls. */
export const readableWithoutBacklinks = node => readable(node, isBacklink)

/** A promise that fails after a while, so that a reader that never answers is a finding and not a hang. */
export const within = (milliseconds, promise, what) => Promise.race([promise,
  new Promise((_, refuse) => setTimeout(() => refuse(new Error(`${what}: no answer in ${milliseconds} ms`)), milliseconds))])
