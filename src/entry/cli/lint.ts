import { existsSync, statSync } from 'node:fs';
import { sanitiseLine } from '../../domain/foreign-text.js';
import { exitCodes } from '../../domain/verdict.js';
import type { Annotation } from '../../ports/publisher.js';
import { configFile } from '../config-file.js';
import type { GateSpec } from '../inputs/spec.js';
import { usualSpec } from '../inputs/usual.js';
import { type LintRun, lintOnly } from '../lint-only.js';
import { boundaryOf } from '../named-paths.js';
import { lintSpec } from '../specs.js';
import { shellTerritory } from '../territories.js';
import { findingsText } from './findings.js';
import { mend } from './mending.js';
import type { Asked } from './program.js';

/** Paths from which on it is worth the time to load what tells V8 to be sparing. */
const many = 400;

/** `scale-gate lint [PATHS…]`: findings to standard output; exit 1 where one is a reject. */
export async function lintCommand(asked: Asked): Promise<number> {
  const { operands, own } = asked;
  const folder = onlyFolder(operands);
  const spec = await specOf(asked, folder);
  const paths = folder === undefined ? { paths: operands } : {};
  const asking = { spec, folder: folder ?? '.', given: asked.given };
  const checkout = boundaryOf(asking, shellTerritory(asking.folder));
  // Files and patterns that are typed may be anywhere.
  const boundary = folder === undefined ? undefined : checkout;
  const asStage = {
    ...lintSpec(
      folder === undefined ? { ...spec, manifests: ['-'] } : spec,
      folder ?? '.',
      spec.namespace ?? 'default',
    ),
    ...paths,
  };
  if (asStage.paths.length >= many) (await import('./engine.js')).sparingly();
  const judge = () => lintOnly(asStage, spec.service ?? folder ?? 'input', new AbortController().signal, boundary);
  const run = own['fix'] === true ? await mended(judge) : await judge();
  process.stdout.write(await rendered(String(own['format'] ?? 'text'), run));
  return exitCodes[run.decision];
}

/** Where nobody said anything, what reads configuration and flags is not loaded. */
async function specOf({ given, config: named }: Asked, folder: string | undefined): Promise<GateSpec> {
  const config = configFile(folder ?? '.', named);
  if (config === undefined && Object.keys(given).length === 0) return usualSpec();
  const { parseOptions } = await import('../inputs/parse.js');
  return parseOptions({ ...(config === undefined ? {} : { config }), given, label: (name) => `--${name}` });
}

/** The API server tells the first wrong type of an object alone, and so do we: the next is seen when it is mended. */
const mostPasses = 50;

/** Judged again after the files were mended; what was done goes to standard error, beside the findings that are left. */
async function mended(judge: () => Promise<LintRun>): Promise<LintRun> {
  let run = await judge();
  for (let pass = 0; pass < mostPasses; pass++) {
    const { lines, applied } = mend(run.output.diagnostics);
    for (const line of lines) process.stderr.write(`${sanitiseLine(line)}\n`);
    if (applied === 0) break;
    run = await judge();
  }
  return run;
}

/** The folder of a service, whose own configuration says where its manifests are; undefined for files and globs. */
function onlyFolder(operands: readonly string[]): string | undefined {
  const [first = '.', second] = operands;
  if (second !== undefined || first === '-') return undefined;
  return !existsSync(first) || statSync(first).isDirectory() ? (/[*?{[]/.test(first) ? undefined : first) : undefined;
}

function isColored(): boolean {
  return process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
}

async function rendered(format: string, run: LintRun): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../reports/json.js')).renderJson(run.report);
    case 'sarif':
      return (await import('../../reports/sarif.js')).renderSarif(run.report);
    case 'junit':
      return (await import('../../reports/junit.js')).renderJunit(run.report);
    case 'github':
      return workflowCommands((await import('../../reports/annotations.js')).annotationsOf(run.report));
    default:
      return findingsText(run.output.diagnostics, run.durationMs, isColored());
  }
}

/** Annotations as the runner reads them from a step's output. */
function workflowCommands(annotations: readonly Annotation[]): string {
  const value = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => value(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return annotations
    .map(({ level, title, message, file, startLine, startColumn, endLine, endColumn }) => {
      const properties = { title, file, line: startLine, col: startColumn, endLine, endColumn };
      const given = Object.entries(properties).flatMap(([key, one]) =>
        one === undefined ? [] : [`${key}=${property(String(one))}`],
      );
      return `::${level} ${given.join(',')}::${value(message)}\n`;
    })
    .join('');
}
