// usage: node typst-compile.mjs main.typ out.pdf fontdir rootdir (NODE_PATH: where @myriaddreamin/typst-ts-node-compiler is)
import { createRequire } from 'module';
import fs from 'fs'; import path from 'path';
const require = createRequire(import.meta.url);
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const [main, out, fonts, root] = process.argv.slice(2);
const c = NodeCompiler.create({ workspace: path.resolve(root), fontArgs: [{ fontPaths: [path.resolve(fonts)] }] });
const t0 = Date.now();
const r = c.compile({ mainFilePath: path.resolve(main) });
if (!r.result) { r.printDiagnostics(); process.exit(1); }
const t1 = Date.now();
fs.writeFileSync(out, c.pdf(r.result, process.env.TYPST_TAGS ? { pdfTags: process.env.TYPST_TAGS === '1' } : {}));
console.error(`pages=${r.result.numOfPages} layout=${t1 - t0}ms pdf=${Date.now() - t1}ms`);
