// usage: node hyphenate.mjs HYPHEN OUT.txt.gz
// HYPHEN is the folder of npm's package "hyphen" (npm pack hyphen@1.14.1, unpacked): a hyphenator of its own, with its own copy of the patterns. Writes how it
// hyphenates 10,000 words of each language, for tests/Publish.Typesetting.Tests/Hyphenation/HyphenatorTests.cs. Of languages of which it has another version of the
// patterns (printed: how many patterns only one of the two has) it also writes how it hyphenates them by those in assets/hyphenation ("# de-1996+ …"). The words are made up of pieces of the patterns in
// assets/hyphenation by a fixed rule (Words.cs beside the test follows the same), so only the hyphens are kept: for each word a bit for every place after its first
// letter, set where a hyphen may stand; bits from the lowest of each byte, words one after the other, base64.
import { createRequire } from 'module';
import { gzipSync } from 'zlib';
import fs from 'fs';
import path from 'path';
const require = createRequire(import.meta.url);
const [hyphen, out] = process.argv.slice(2);
const assets = path.join(import.meta.dirname, '../../assets/hyphenation');
const languages = ['en-us', 'en-gb', 'de-1996', 'de-1901', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'nn', 'fi', 'pl', 'cs', 'sk', 'hu', 'ru', 'uk', 'el', 'el-polyton', 'grc', 'la'];
const count = 10_000;

function pieces(language) {
  const text = fs.readFileSync(path.join(assets, `${language}.txt`), 'utf8');
  const other = /^patterns (\S+)\.txt$/m.exec(text);
  if (other) return pieces(other[1]);
  return text.slice(text.indexOf('\npatterns\n') + 10).split('\n').map(p => p.replace(/[0-9.]/g, '')).filter(p => /^\p{L}+$/u.test(p));
}

function ours(language) {
  const text = fs.readFileSync(path.join(assets, `${language}.txt`), 'utf8');
  const other = /^patterns (\S+)\.txt$/m.exec(text);
  return other ? ours(other[1]) : text.slice(text.indexOf('\npatterns\n') + 10).split('\n').filter(p => p);
}

// npm's form of patterns: [levels, trie]; a node is the number of its levels, its children, or both. Levels begin after a leading dot.
function trie(patterns) {
  const levels = [], numbers = new Map(), root = {};
  for (const pattern of patterns) {
    const letters = pattern.replace(/[0-9]/g, '');
    const marks = [];
    let at = 0;
    for (const c of pattern) {
      if (c >= '0' && c <= '9') marks[at] = +c;
      else if (!(at === 0 && c === '.')) at++;
    }
    const key = JSON.stringify(marks);
    if (!numbers.has(key)) {
      numbers.set(key, levels.length);
      levels.push(Array.from(marks, m => m ?? 0));
    }
    let node = root;
    [...letters].forEach((c, i) => {
      const last = i === letters.length - 1;
      let next = node[c];
      if (last) node[c] = next === undefined ? numbers.get(key) : [Array.isArray(next) ? next[0] : next, numbers.get(key)];
      else if (next === undefined) node = node[c] = {};
      else if (typeof next === 'number') node = (node[c] = [{}, next])[0];
      else node = Array.isArray(next) ? next[0] : next;
    });
  }
  return [levels, root, {}];
}

function flat([levels, root]) {
  const result = new Set();
  const add = (letters, marks) => {
    let text = letters.startsWith('.') ? '.' : '';
    const rest = letters.slice(text.length);
    for (let i = 0; i <= rest.length; i++) text += (marks[i] || '') + (rest[i] ?? '');
    result.add(text);
  };
  const walk = (node, letters) => {
    for (const [c, next] of Object.entries(node)) {
      const [children, level] = Array.isArray(next) ? next : typeof next === 'number' ? [{}, next] : [next, -1];
      if (level >= 0) add(letters + c, levels[level]);
      walk(children, letters + c);
    }
  };
  walk(root, '');
  return result;
}

function* words(language) {
  const parts = pieces(language);
  let state = 1;
  const below = n => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return (state >>> 8) % n; };
  for (let i = 0; i < count; i++) {
    const length = 5 + below(12);
    let word = '';
    while (word.length < length) word += parts[below(parts.length)];
    yield word.slice(0, 20);
  }
}

function write(language, name, hyphenateSync) {
  const bits = [];
  for (const word of words(language)) {
    const hyphenated = hyphenateSync(word, { hyphenChar: '-', minWordLength: 1 });
    for (let i = 1; i < hyphenated.length; i++) {
      const here = hyphenated[i] === '-';
      bits.push(here ? 1 : 0);
      if (here) i++;
    }
  }
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  bits.forEach((bit, i) => { bytes[i >> 3] |= bit << (i & 7); });
  lines.push(`# ${name} ${bits.length}`, bytes.toString('base64'));
}

const lines = [];
for (const language of languages) {
  write(language, language, require(path.resolve(hyphen, language)).hyphenateSync);
  const file = path.resolve(hyphen, 'patterns', `${language}.js`);
  if (!fs.existsSync(file)) continue;
  const [theirs, own] = [flat(require(file)), new Set(ours(language))];
  const onlyTheirs = [...theirs].filter(p => !own.has(p) && !/['\u2019]/.test(p)), onlyOwn = [...own].filter(p => !theirs.has(p) && !/['\u2019]/.test(p));
  if (onlyTheirs.length + onlyOwn.length === 0) continue;
  console.log(`${language}: ${onlyTheirs.length} patterns only in npm's copy, ${onlyOwn.length} only in assets/hyphenation`);
  write(language, language + '+', require(path.resolve(hyphen, 'export-contract.js'))(trie(own)).hyphenateSync);
}
fs.writeFileSync(out, gzipSync(lines.join('\n') + '\n', { level: 9 }));
