/**
 * What kubeconform and kube-score say of the examples in docs/lint/rules, and of the harder ones in
 * __tests__/fixtures/peers: `node bench/lint/peers.mjs [--check]`.
 *
 * A peer misses a rule where it has no more to say of the bad example than of the good one. The tables are written to
 * docs/lint/peers.md; with `--check` they are compared with what is there. Both programs must be on the PATH.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'scale-gate-peers-'));
const schemas = process.env['KUBECONFORM_SCHEMAS'] ?? '../shared/corpus/schemas';
const file = 'docs/lint/peers.md';
const pages = 'docs/lint/rules';
const harder = '__tests__/fixtures/peers';

function exampleOf(text, heading) {
  return new RegExp(`^## ${heading}\\n\\n\`\`\`yaml\\n([\\s\\S]*?)\\n\`\`\``, 'm').exec(text)?.[1] ?? '';
}

function write(id, what, text) {
  const at = path.join(folder, `${id}-${what}.yaml`);
  writeFileSync(at, `${text}\n`);
  return at;
}

/** Checks that are not OK, by name and grade; what the objects are called does not matter. */
function kubeScore(at) {
  const { stdout } = spawnSync('kube-score', ['score', '--output-format', 'json', at], { encoding: 'utf8' });
  const complaints = (JSON.parse(stdout || '[]') ?? []).flatMap(({ checks }) =>
    checks.filter(({ skipped, grade }) => !skipped && grade < 10).map(({ check, grade }) => `${check.id} ${grade}`),
  );
  return complaints.sort();
}

function kubeconform(at) {
  const location = `${schemas}/{{ .ResourceKind }}{{ .KindSuffix }}.json`;
  const args = ['-strict', '-ignore-missing-schemas', '-schema-location', location, at];
  return spawnSync('kubeconform', args, { encoding: 'utf8' }).status === 0;
}

/** Whether a list holds something that the other does not, counted. */
function hasMore(bad, good) {
  const left = [...good];
  return bad.some((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** What is between the name of a fixture and its bad example, in one line. */
function faultOf(id) {
  const [, paragraph = ''] = readFileSync(`${harder}/${id}.md`, 'utf8').split('\n\n');
  return paragraph.replaceAll('\n', ' ');
}

function judge(id, folder = pages) {
  const text = readFileSync(`${folder}/${id}.md`, 'utf8');
  const [bad, good] = ['Bad', 'Good'].map((heading) => write(id, heading, exampleOf(text, heading)));
  return {
    conform: kubeconform(bad) ? 'misses it' : 'finds it',
    score: hasMore(kubeScore(bad), kubeScore(good)) ? 'finds it' : 'misses it',
  };
}

const ids = readdirSync(pages)
  .map((name) => name.replace(/\.md$/, ''))
  .filter((id) => / profile `(recommended|production|kind)`/.test(readFileSync(`${pages}/${id}.md`, 'utf8')));
/** Both print `development` where they were built without a version. */
function version(program, ...args) {
  const said = execFileSync(program, args, { encoding: 'utf8' });
  return /v?\d+\.[\d.]+/.exec(said)?.[0] ?? '(a build that names no version)';
}
if (!existsSync(schemas)) throw new Error(`no schemas at ${schemas}; set KUBECONFORM_SCHEMAS`);
const rows = ids.map((id) => ({ id, ...judge(id) }));
const fixtures = readdirSync(harder).map((name) => name.replace(/\.md$/, ''));
const others = fixtures.map((id) => ({ id, ...judge(id, harder) }));
const table = `# What the peers say of our examples

Each rule's page has a bad and a good example. A peer *misses* a rule where it has no more to say of the bad example than of
the good one. Made by \`node bench/lint/peers.mjs\` with kubeconform ${version('kubeconform', '-v')} (\`-strict\`) and kube-score ${version('kube-score', 'version')}.

| rule | kubeconform | kube-score |
| --- | --- | --- |
${rows.map(({ id, conform, score }) => `| [${id}](rules/${id}.md) | ${conform} | ${score} |`).join('\n')}

kubeconform misses ${rows.filter(({ conform }) => conform === 'misses it').length} of ${rows.length}, kube-score ${
  rows.filter(({ score }) => score === 'misses it').length
}.

## Where kube-score finds the easy example

kubeconform knows schemas alone, so that it misses a rule is no news. Of the rules about autoscaling, routes, secrets and Redis
that kube-score finds on their pages, each has a harder pair in \`${harder}\`:

| rule | kubeconform | kube-score | what it gets wrong |
| --- | --- | --- | --- |
${others.map(({ id, conform, score }) => `| [${id}](../../${harder}/${id}.md) | ${conform} | ${score} | ${faultOf(id)} |`).join('\n')}
`;
if (process.argv.includes('--check')) {
  const same = existsSync(file) && readFileSync(file, 'utf8') === table;
  console.log(
    same ? `${file} is what the peers say` : `${file} is not what the peers say; run node bench/lint/peers.mjs`,
  );
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(file, table);
  console.log(table.trim().split('\n').at(-1));
}
