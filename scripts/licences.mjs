#!/usr/bin/env node
/**
 * Writes THIRD-PARTY-LICENCES: the licence of each package that can be part of a bundle, and of what it needs. `--check`
 * compares instead, and fails; so does a licence that is not on the list of those that ask for no more than to be named.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const target = 'THIRD-PARTY-LICENCES';
const free = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
  'PSF-2.0',
  'Zlib',
]);

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = Object.entries(lock.packages)
  .filter(([folder, { dev, optional, devOptional }]) => folder !== '' && !dev && !optional && !devOptional)
  .map(([folder]) => ({ folder, ...JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) }))
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));

const licenceOf = ({ license, licenses }) =>
  license?.type ?? license ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'UNKNOWN';
const isFree = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((each) => each.split(' AND ').every((part) => free.has(part.trim())));
const unfree = packages.filter((each) => !isFree(licenceOf(each)));
for (const each of unfree) console.error(`${each.name} ${each.version}: ${licenceOf(each)} is not on the list`);

const textOf = ({ folder }) => {
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying)(\.|-|$)/i.test(file));
  return name === undefined
    ? 'The package holds no text of its licence.'
    : readFileSync(path.join(folder, name), 'utf8').trim();
};
const sections = packages.map((each) => `## ${each.name} ${each.version} (${licenceOf(each)})\n\n${textOf(each)}\n`);
const head = `# Licences of what is bundled\n\nScale Gate holds code of ${packages.length} packages. Written by scripts/licences.mjs.\n`;
const text = [head, ...sections].join('\n');

const isCurrent = existsSync(target) && readFileSync(target, 'utf8') === text;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (!isCurrent) console.error(`${target} is not current: run node scripts/licences.mjs`);
console.log(`${packages.length} packages, ${unfree.length} with a licence that is not on the list`);
process.exit(unfree.length > 0 || (process.argv.includes('--check') && !isCurrent) ? 1 : 0);
