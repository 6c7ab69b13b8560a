// Writes what is made from the tables of options and outputs: action.yml files, the schema, tables in docs. Needs lib/.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tableDocuments } from '../lib/entry/inputs/documents/documents.js';

for (const { path: file, render } of tableDocuments) {
  const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const text = render(current);
  if (text === current) continue;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
