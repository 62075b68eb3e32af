'use strict';
// The published TypeScript types as judge: literals are compiled against them.
const path = require('node:path');
const ts = require('typescript');
const { file } = require('./messenger.js');

// Stands nowhere; its place is beside the packages.
const name = path.join(__dirname, 'judged.ts');
const options = { strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10, types: ['node'] };
const first = "import type { MessengerClient, MessengerTypes } from 'messaging-api-messenger'; declare const file: MessengerTypes.FileData;";

/** What the compiler has against each of the literals ({ type, value }), in their order. */
function complaints(literals) {
  const source = [first, ...literals.map(({ type, value }, place) => `export const it${place}: ${type} = ${JSON.stringify(value).replaceAll(`"${file}"`, 'file')};`)].join('\n');
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (asked, ...rest) => path.resolve(asked) === name ? ts.createSourceFile(asked, source, ...rest) : read.call(host, asked, ...rest);
  const found = ts.getPreEmitDiagnostics(ts.createProgram([name], options, host))
    .map(it => ({ line: it.file ? it.file.getLineAndCharacterOfPosition(it.start).line : 0, text: ts.flattenDiagnosticMessageText(it.messageText, '\n') }));
  const elsewhere = found.filter(it => it.line === 0);
  if (elsewhere.length > 0) throw new Error(elsewhere.map(it => it.text).join('\n'));
  return literals.map((_, place) => found.filter(it => it.line === place + 1).map(it => it.text));
}

module.exports = { complaints };
