import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { judgedMinor, problemsOf } from '../../src/manifests/judge.js';
import { readManifests } from '../../src/manifests/read.js';

interface Verdict {
  readonly docIndex: number;
  readonly item?: number;
  readonly kind?: string;
  readonly outcome: string;
  readonly errors?: readonly { readonly stage: string; readonly type: string; readonly field?: string }[];
}
interface Mutant {
  readonly id: string;
  readonly text: string;
  readonly expected: readonly Verdict[];
}

/** What the API server said, and what we say: stage, cause and field of each error after decoding. */
function disagreements({ id, text, expected }: Mutant): string[] {
  const { manifests } = readManifests(id, text);
  return expected.flatMap(({ docIndex, item, errors = [] }) => {
    const manifest = manifests.find((one) => one.document === docIndex && one.item === item);
    if (manifest === undefined || errors.some(({ stage, type }) => stage === 'parse' || type === 'DuplicateKey'))
      return [];
    const words = (all: readonly { stage: string; type: string; field?: string }[]): string[] =>
      all.map(({ stage, type, field = '' }) => `${stage} ${type} ${field}`).sort();
    const [ours, theirs] = [words(problemsOf(manifest, judgedMinor)), words(errors)];
    return JSON.stringify(ours) === JSON.stringify(theirs)
      ? []
      : [`${id}: server ${theirs.join(', ')}; ours ${ours.join(', ')}`];
  });
}

function readMutants(file: string): Mutant[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Mutant);
}

test('samples of the corpus: our problems are the API server’s', () => {
  const mutants = readMutants('__tests__/fixtures/corpus/mutants.jsonl');
  expect(mutants.length).toBeGreaterThan(100);
  expect(mutants.flatMap(disagreements)).toEqual([]);
});

test('mutants of our own, judged by the code of the API server: our problems are its', () => {
  const mutants = readMutants('__tests__/fixtures/corpus/generated.jsonl');
  expect(mutants.length).toBeGreaterThan(100);
  expect(mutants.flatMap(disagreements)).toEqual([]);
});

const corpus = '../shared/corpus/mutants/mutants.jsonl';
const whole = existsSync(corpus) ? test : test.skip;

whole('the whole corpus, where it is at hand: our problems are the API server’s', () => {
  expect(readMutants(corpus).flatMap(disagreements)).toEqual([]);
});
