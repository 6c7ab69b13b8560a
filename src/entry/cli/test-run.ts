import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { testRun } from '../../adapters/k6/test-run.js';
import { invalidInput } from '../../domain/error.js';
import { configFile } from '../config-file.js';
import { parseOptions } from '../inputs/parse.js';
import type { GateSpec } from '../inputs/spec.js';
import { boundaryOf } from '../named-paths.js';
import { shellTerritory } from '../territories.js';
import type { Asked } from './program.js';

/** What a ConfigMap takes, in bytes, with room for its own fields. */
const largestScript = 1_000_000;

/** `scale-gate test-run FOLDER --base-url URL`: the user's k6 script as a TestRun of the k6 operator, for `kubectl apply -f -`. */
export async function testRunCommand(asked: Asked): Promise<number> {
  const folder = asked.operands[0] ?? '.';
  const config = configFile(folder, asked.config);
  const spec = parseOptions({
    ...(config === undefined ? {} : { config }),
    given: asked.given,
    label: (name) => `--${name}`,
  });
  boundaryOf({ spec, folder, given: asked.given }, shellTerritory(folder));
  process.stdout.write(`${JSON.stringify(manifestOf(spec, folder, asked.own), null, 2)}\n`);
  return 0;
}

function manifestOf({ load, service, namespace }: GateSpec, folder: string, own: Asked['own']): object {
  const parallelism = Number(own['parallelism'] ?? 4);
  const file = load.k6Script === undefined ? undefined : path.resolve(folder, load.k6Script);
  const script = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '';
  const problems = [
    ...(file === undefined
      ? ['load.k6-script is missing']
      : script === ''
        ? [`no such script, or an empty one: ${file}`]
        : []),
    ...(Buffer.byteLength(script) > largestScript ? [`${file} is larger than a ConfigMap takes`] : []),
    ...(Number.isInteger(parallelism) && parallelism > 0 ? [] : [`--parallelism is "${String(own['parallelism'])}"`]),
  ];
  if (problems.length > 0 || file === undefined) {
    throw invalidInput(
      problems,
      'Name a k6 script with load.k6-script, and a whole number of pods with --parallelism.',
    );
  }
  const name = `${service ?? 'scale-gate'}-load`;
  const env = { BASE_URL: String(own['baseUrl']), ...(load.host === undefined ? {} : { HOST: load.host }) };
  return testRun({ name, namespace: namespace ?? 'default', file: path.basename(file), script, parallelism, env });
}
