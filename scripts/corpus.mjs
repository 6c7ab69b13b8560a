/** Reads a corpus of manifests with verdicts of an API server: a folder with `real/` and `mutants/`, or either of them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

function lines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function* real(folder) {
  const byFile = Map.groupBy(lines(path.join(folder, 'verdicts.jsonl')), ({ file }) => file);
  for (const [file, expected] of byFile)
    yield { id: file, text: readFileSync(path.join(folder, file), 'utf8'), expected };
}

function* mutants(folder) {
  for (const name of ['mutants.jsonl'])
    for (const { id, op, text, expected } of lines(path.join(folder, name))) yield { id, op, text, expected };
}

/** Yields `{id, text, expected}`: a file and the verdicts on its documents. */
export function* corpus(folder) {
  for (const base of [folder, path.join(folder, 'real')])
    if (existsSync(path.join(base, 'verdicts.jsonl'))) yield* real(base);
  for (const base of [folder, path.join(folder, 'mutants')])
    if (existsSync(path.join(base, 'mutants.jsonl'))) yield* mutants(base);
}
