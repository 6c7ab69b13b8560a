/**
 * Replays a corpus with an API server's verdicts and says how many outcomes and error fields agree:
 * `npm run parity -- FOLDER [--list] [--write docs/lint/parity-list.md]`. The last line is the sum.
 *
 * An outcome agrees when ok, invalid, undecodable, unknown-kind and empty are told apart as the server does. An error
 * agrees when we have a finding of the same stage, cause and field, and its position is the right one: the server's line
 * for what is no YAML, else the place of that path, found by another parser (the package `yaml`) and not by ours.
 */
import { writeFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import { corpus } from './corpus.mjs';

const { readManifests } = await import('../src/manifests/read.ts');
const { problemsOf } = await import('../src/manifests/judge.ts');

/** Outcome of a document by the stages of its problems. */
function outcomeOf(problems) {
  const stages = new Set(problems.map(({ stage }) => stage));
  if (stages.has('parse') || stages.has('decode')) return 'undecodable';
  if (stages.has('identify'))
    return problems.every(
      ({ stage, type }) => stage !== 'identify' || ['UnknownKind', 'Removed', 'NotServed'].includes(type),
    )
      ? 'unknown-kind'
      : 'undecodable';
  return problems.length > 0 ? 'invalid' : 'ok';
}

function parseType(diagnostic) {
  return diagnostic.message.startsWith('`---`') ? 'Separator' : 'Syntax';
}

function identityType(diagnostic) {
  if (diagnostic.message.startsWith('apiVersion')) return 'MissingVersion';
  return diagnostic.message.startsWith('kind') ? 'MissingKind' : 'NotAnObject';
}

/** Our findings by document and item: stage, type, field, first and last line. */
function ours(id, text, expected) {
  const { manifests, diagnostics } = readManifests(id, text);
  const found = new Map();
  const at = (document, item) => {
    const key = `${document}/${item ?? ''}`;
    if (!found.has(key)) found.set(key, []);
    return found.get(key);
  };
  const starts = expected.filter(({ item }) => item === undefined).map(({ docIndex, line }) => ({ docIndex, line }));
  const documentAt = (line) => starts.findLast((start) => start.line <= line)?.docIndex ?? 0;
  for (const manifest of manifests) {
    for (const problem of problemsOf(manifest)) {
      const { start, end } = manifest.locate(problem.path, problem.stage === 'strict' ? 'key' : 'value');
      at(manifest.document, manifest.item).push({ ...problem, manifest, first: start.line, last: end.line });
    }
    at(manifest.document, manifest.item);
  }
  for (const diagnostic of diagnostics) {
    const [first, last] = [diagnostic.at.start.line, diagnostic.at.end.line];
    const document = diagnostic.document ?? documentAt(diagnostic.documentLine ?? first);
    if (diagnostic.rule === 'yaml-syntax') {
      const one = { stage: 'parse', type: parseType(diagnostic), field: '', first, last };
      const target = one.type === 'Separator' ? (starts.at(-1)?.docIndex ?? 0) : document;
      at(target, undefined).push(one);
    } else if (diagnostic.rule === 'yaml-duplicate-key') {
      const field = /^`(.*)` is there twice/.exec(diagnostic.message)?.[1] ?? '';
      const key = [...manifests].findLast((manifest) => manifest.document === document);
      at(document, key?.item === undefined ? undefined : key.item).push({
        stage: 'strict',
        type: 'DuplicateKey',
        field,
        first,
        last,
        whole: diagnostic.message,
      });
    } else
      at(document, undefined).push({
        stage: 'identify',
        type: identityType(diagnostic),
        field:
          identityType(diagnostic) === 'MissingVersion'
            ? 'apiVersion'
            : identityType(diagnostic) === 'MissingKind'
              ? 'kind'
              : '',
        first,
        last,
      });
  }
  return found;
}

/** Lines of a path by the other parser: its key, its value's start and end. Undefined where that parser gives up. */
class Lines {
  #documents;
  #counter = new LineCounter();

  constructor(text) {
    try {
      this.#documents = parseAllDocuments(text, {
        lineCounter: this.#counter,
        uniqueKeys: false,
        merge: true,
        version: '1.1',
        logLevel: 'silent',
      });
    } catch {
      this.#documents = [];
    }
  }

  #line(offset) {
    return this.#counter.linePos(offset).line;
  }

  /** The entry of a key, in a mapping or in what is merged into it. */
  #pair(node, step, document) {
    const own = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
    if (own !== undefined) return own;
    for (const { key, value } of node.items) {
      if (key?.source !== '<<') continue;
      const merged = value.constructor.name === 'Alias' ? value.resolve(document) : value;
      const found = isMap(merged) ? this.#pair(merged, step, document) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** First and last line that a path covers, from its key on; of the nearest parent where it is not there. */
  of(start, path, item) {
    const document = this.#documents.find((one) => one.contents?.range && this.#line(one.contents.range[0]) >= start);
    if (document === undefined || document.contents === null) return undefined;
    let [node, first] = [document.contents, document.contents.range[0]];
    for (const step of item === undefined ? path : ['items', item, ...path]) {
      if (node?.source !== undefined && node.constructor.name === 'Alias') node = node.resolve(document);
      if (isMap(node)) {
        const pair = this.#pair(node, step, document);
        if (pair === undefined) return { first: this.#line(first), last: this.#line(first), missing: true };
        first = pair.key.range[0];
        node = pair.value;
      } else if (isSeq(node)) {
        const next = node.items[step];
        if (next === undefined) return { first: this.#line(first), last: this.#line(first), missing: true };
        first = next?.range?.[0] ?? first;
        node = next;
      } else return { first: this.#line(first), last: this.#line(first), missing: true };
    }
    const [valueStart, valueEnd] = node?.range ?? [first, first];
    return {
      first: this.#line(first),
      value: this.#line(Math.max(valueStart, first)),
      last: this.#line(Math.max(valueEnd - 1, valueStart, first)),
    };
  }
}

/** Whether our position is where the server's field is. */
function wellPlaced(error, finding, lines, verdict) {
  if (error.line !== undefined)
    return finding.first <= error.line && error.line <= Math.max(finding.last, finding.first);
  if (finding.path === undefined) return true;
  const place = lines().of(verdict.line, finding.path, verdict.item);
  if (place === undefined) return undefined;
  return finding.first >= place.first && finding.first <= (place.missing ? place.first : (place.value ?? place.last));
}

const tally = { outcomes: 0, sameOutcomes: 0, fields: 0, sameFields: 0, unplaced: 0 };
const disagreements = [];

function describe(error) {
  return `${error.stage} ${error.type} ${error.field ?? ''}${error.line === undefined ? '' : `@${error.line}`}`;
}

function compareErrors(id, verdict, found, lines, op) {
  const rest = [...found];
  for (const error of verdict.errors ?? []) {
    tally.fields++;
    const sameField = (one) =>
      (one.field ?? '') === (error.field ?? '') ||
      (one.type === 'DuplicateKey' && one.field.endsWith(`.${error.field}`));
    const same = (one) => one.stage === error.stage && one.type === error.type && sameField(one);
    const index = rest.findIndex((one) => same(one) && wellPlaced(error, one, lines, verdict) !== false);
    if (index >= 0) {
      tally.sameFields++;
      rest.splice(index, 1);
      continue;
    }
    const misplaced = rest.findIndex(same);
    disagreements.push({
      id,
      op,
      kind: verdict.kind,
      verdict,
      what:
        misplaced >= 0
          ? `wrong line: ${describe(error)} (ours ${rest[misplaced].first}-${rest[misplaced].last})`
          : `not found: ${describe(error)}`,
      detail: error.detail,
    });
    if (misplaced >= 0) rest.splice(misplaced, 1);
  }
  for (const extra of rest)
    disagreements.push({
      id,
      op,
      kind: verdict.kind,
      verdict,
      what: `only ours: ${describe(extra)}`,
      detail: extra.message,
    });
}

function judgeFile({ id, op, text, expected }) {
  const found = ours(id, text, expected);
  let made;
  const lines = () => (made ??= new Lines(text));
  for (const verdict of expected) {
    if (
      verdict.kind === 'List' &&
      verdict.apiVersion === 'v1' &&
      verdict.item === undefined &&
      verdict.outcome === 'ok'
    ) {
      tally.outcomes++;
      tally.sameOutcomes++;
      continue;
    }
    const known = found.get(`${verdict.docIndex}/${verdict.item ?? ''}`);
    const outcome = known === undefined ? 'empty' : outcomeOf(known);
    tally.outcomes++;
    if (outcome === verdict.outcome) tally.sameOutcomes++;
    else
      disagreements.push({
        id,
        op,
        kind: verdict.kind,
        verdict,
        what: `outcome: ${verdict.outcome}, ours ${outcome}`,
        detail: (known ?? []).map(describe).join('; '),
      });
    compareErrors(id, verdict, known ?? [], lines, op);
  }
}

function group(what) {
  return what
    .replaceAll(/\[[^\]]*\]/g, '[]')
    .replaceAll(/@\d+/g, '')
    .replace(/\(ours.*/, '');
}

function share(part, whole) {
  return `${whole === 0 ? '100.0' : ((100 * part) / whole).toFixed(1)} %`;
}

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run parity -- FOLDER [--list] [--write FILE]');
  process.exit(64);
}
for (const file of corpus(folder)) judgeFile(file);
const groups = [...Map.groupBy(disagreements, ({ kind, what }) => `${group(what)} · ${kind ?? ''}`)].sort(
  (a, b) => b[1].length - a[1].length,
);
if (flags.includes('--list')) {
  for (const [name, members] of groups) {
    console.log(`${members.length} × ${name}`);
    for (const { id, op, what, detail } of members.slice(0, 3))
      console.log(`    ${id}${op === undefined ? '' : ` (${op})`}: ${what} · ${detail ?? ''}`.slice(0, 400));
  }
}
if (flags.includes('--write')) {
  const rows = disagreements.map(
    ({ id, kind, verdict, what }) => `| ${id} | ${verdict.docIndex} | ${kind ?? ''} | ${what.replaceAll('|', '\\|')} |`,
  );
  writeFileSync(
    flags[flags.indexOf('--write') + 1],
    `${['| file or mutant | document | kind | disagreement |', '| --- | --- | --- | --- |', ...rows].join('\n')}\n`,
  );
}
console.log(
  `outcomes ${tally.sameOutcomes} of ${tally.outcomes} (${share(tally.sameOutcomes, tally.outcomes)}), fields ${tally.sameFields} of ${tally.fields} (${share(tally.sameFields, tally.fields)})`,
);
