// usage: node hyphenate.mjs HYPHEN OUT.txt.gz
// HYPHEN is the folder of npm's package "hyphen" (npm pack hyphen@1.14.1, unpacked): a hyphenator of its own, with its own copy of the patterns. Writes how it
// hyphenates 10,000 words of each language, for tests/Publish.Typesetting.Tests/Hyphenation/HyphenatorTests.cs. The words are made up of pieces of the patterns in
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

const lines = [];
for (const language of languages) {
  const { hyphenateSync } = require(path.resolve(hyphen, language));
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
  lines.push(`# ${language} ${bits.length}`, bytes.toString('base64'));
}
fs.writeFileSync(out, gzipSync(lines.join('\n') + '\n', { level: 9 }));
