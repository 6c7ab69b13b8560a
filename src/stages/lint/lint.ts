import type { Diagnostic } from '../../domain/diagnostic.js';
import { GateError, invalidInput } from '../../domain/error.js';
import { describeLocation } from '../../domain/location.js';
import type { Stage, StageContext, StageResult } from '../../domain/stage.js';
import { type Evaluate, hasExpressions } from '../../manifests/custom/expressions.js';
import { graphOf } from '../../manifests/graph/graph.js';
import { dig } from '../../manifests/graph/json.js';
import type { Manifest } from '../../manifests/manifest.js';
import { inTime } from './budget.js';
import { ruleCatalog } from './catalog.js';
import { customRules } from './custom.js';
import { judge } from './engine.js';
import { evidenceOf, notesOf } from './evidence.js';
import { type NamedText, named, toOrigins } from './origin.js';
import { annotationWaivers } from './policy/annotation.js';
import { withoutKnown } from './policy/baseline.js';
import { commentWaivers } from './policy/comment.js';
import { containerAt } from './policy/container.js';
import { overridden, rulesOf } from './policy/selection.js';
import { configWaivers, waive } from './policy/waiving.js';
import { ranked } from './ranking.js';
import type { Lint, Rule } from './rule.js';
import type { LintSettings } from './settings.js';
import type { LintOutput, LintPorts, LintSpec, ReadResult } from './spec.js';
import { mergeVariants, type Variant } from './variants.js';

export type { LintOutput, LintPorts, LintSpec, ReadResult } from './spec.js';

/** Rules of the reader after which there is no object to judge. */
const unreadable: readonly string[] = ['yaml-syntax'];
/** Files for tools on this side of the API server: they are no objects of the cluster. */
const clientSide = /^(?:kind\.x-k8s\.io|kustomize\.config\.k8s\.io|skaffold|k3d\.io|kubeadm\.k8s\.io|ctlptl\.dev)\//;

function readAll(texts: readonly NamedText[], { read, limit }: LintPorts, paths: readonly string[]): ReadResult {
  const results = texts.map(({ name, text }) =>
    inTime(limit, { what: `reading ${name}`, characters: text.length }, () => read(name, text)),
  );
  const diagnostics = results.flatMap((one) => one.diagnostics);
  const broken = diagnostics.filter(({ rule, severity }) => severity === 'error' && unreadable.includes(rule));
  if (broken.length > 0) {
    const problems = broken.map(({ at, message }) => `${describeLocation(at)}: ${message}`);
    throw invalidInput(problems, 'Mend the YAML; nothing can be judged before it can be read.');
  }
  const manifests = results.flatMap((one) => one.manifests).filter(({ apiVersion }) => !clientSide.test(apiVersion));
  if (manifests.length > 0 || diagnostics.length > 0) return { manifests, diagnostics };
  throw new GateError('INPUT_INVALID', `no Kubernetes object in ${paths.join(', ')} (${texts.length} files read)`, {
    hint: 'Name the files or the folder that hold the manifests of the service.',
  });
}

function settingsOf(spec: LintSpec, whole: boolean): LintSettings {
  const { external = [], exposure, cluster, loadSeconds, kubernetesVersions } = spec;
  return { whole, external, exposure, cluster, loadSeconds, kubernetesVersions };
}

interface Judged {
  readonly lint: Lint;
  readonly texts: readonly NamedText[];
  readonly read: ReadResult;
  /** Of all texts together. */
  readonly characters: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** One state of the service: as it is, or as it was. */
async function judgeState(
  paths: readonly string[],
  spec: LintSpec,
  state: State,
  values: readonly string[] = [],
): Promise<Judged> {
  const { ports, rules, context, base } = state;
  const set = await ports.source.read(paths, { signal: context.signal, values });
  const texts = named(set.texts);
  const read = readAll(texts, ports, paths);
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const what = `judging the objects of ${paths.join(', ')}`;
  const evaluate = await expressionsFor(read.manifests, state);
  const always = evaluate !== undefined || (spec.custom ?? []).length > 0;
  return inTime(ports.limit, { what, characters, always }, () => {
    const graph = graphOf(read.manifests, spec.namespace);
    const lint = { graph, settings: settingsOf(spec, set.whole), ...(base ? { base: base.lint.graph } : {}) };
    const validated = ports.validate?.(read.manifests, spec.kubernetesVersions, state.definitions, evaluate) ?? [];
    return { lint, texts, read, characters, diagnostics: [...read.diagnostics, ...validated, ...judge(lint, rules)] };
  });
}

/** The language of schemas' expressions, loaded where an object is of a kind whose definition has some. */
async function expressionsFor(
  manifests: readonly Manifest[],
  { ports: { language }, definitions }: State,
): Promise<Evaluate | undefined> {
  const made = [...definitions, ...manifests].filter(({ kind }) => kind === 'CustomResourceDefinition');
  if (language === undefined || made.length === 0) return undefined;
  const kinds = new Set(
    made.filter(({ value }) => hasExpressions(value)).map(({ value }) => dig(value, 'spec', 'names', 'kind')),
  );
  return manifests.some(({ kind }) => kinds.has(kind)) ? (await language()).evaluate : undefined;
}

interface State {
  readonly ports: LintPorts;
  readonly rules: readonly Rule[];
  readonly context: StageContext;
  readonly definitions: readonly Manifest[];
  readonly base?: Judged;
}

/** Definitions of custom resources that are given beside the input; what else lies there is passed over. */
async function definitionsOf(
  { definitions = [] }: LintSpec,
  { source, read }: LintPorts,
  { signal }: StageContext,
): Promise<readonly Manifest[]> {
  if (definitions.length === 0) return [];
  const { texts } = await source.read(definitions, { signal });
  const found = texts
    .flatMap(({ file, text }) => read(file, text).manifests)
    .filter(({ kind }) => kind === 'CustomResourceDefinition');
  if (found.length > 0) return found;
  throw invalidInput(
    [`no CustomResourceDefinition in ${definitions.join(', ')}`],
    'Name the files or folders of `lint.definitions` that hold them.',
  );
}

async function selectedRules(spec: LintSpec, { language }: LintPorts): Promise<readonly Rule[]> {
  const own = spec.custom ?? [];
  const taken = ruleCatalog.map(({ id }) => id);
  if (own.length > 0 && !language)
    throw invalidInput(['rules of your own need a language, and none is wired'], 'Take them out.');
  const custom = own.length > 0 && language ? customRules(own, await language(), taken) : [];
  const { profile = 'recommended', rules: overrides = {}, locked = [] } = spec;
  return rulesOf([...ruleCatalog, ...custom], { profile, overrides, locked });
}

function variantsOf({ paths, variants = [] }: LintSpec): readonly [Variant, ...Variant[]] {
  const [first = { name: '', paths, values: [] }, ...others] = variants;
  return [first, ...others];
}

/** Severities, the base and ignores, in this order: an ignore of a finding that the base has is no unused one. */
function applyPolicy(judged: Judged, base: Judged | undefined, spec: LintSpec, today: string) {
  const { locked = [], rules = {}, ignores = [] } = spec;
  const severe = overridden(judged.diagnostics, rules, locked);
  const known = [...(spec.known ?? []), ...(base?.diagnostics ?? []).map(({ fingerprint }) => fingerprint)];
  const fresh = known.length > 0 ? withoutKnown(severe, known) : severe;
  const waivers = [
    ...judged.texts.flatMap(({ name, text }) => commentWaivers(name, text)),
    ...annotationWaivers(judged.lint.graph),
    ...configWaivers(ignores),
  ];
  const waived = waive(fresh, waivers, {
    locked,
    today,
    configFile: spec.configFile ?? 'scale-gate.yml',
    containerOf: containerAt(judged.lint.graph),
  });
  return { ignored: waived.ignored, diagnostics: ranked(toOrigins(waived.diagnostics, judged.texts)) };
}

/** Judges manifests before there is a cluster: reading, schemas, the object graph and the rules over it. */
export function lintStage(ports: LintPorts): Stage<LintSpec, LintOutput> {
  return {
    name: 'lint',
    plan: ({ paths, kubernetesVersions, base }) => [
      `read the manifests in ${paths.join(', ')}`,
      `judge them for Kubernetes ${kubernetesVersions.join(', ')} with ${ruleCatalog.length} rules`,
      ...(base ? [`leave out what ${base.paths.join(', ')} has too`] : []),
    ],
    async run(spec, context): Promise<StageResult<LintOutput>> {
      const rules = await selectedRules(spec, ports);
      const definitions = await definitionsOf(spec, ports, context);
      const state = { ports, rules, context, definitions };
      const base = spec.base && (await judgeState(spec.base.paths, spec, state));
      const at = new Date(ports.clock.now()).toISOString();
      const [first, ...others] = variantsOf(spec);
      const judge = async ({ name, paths, values }: Variant) => {
        const judged = await judgeState(paths, spec, { ...state, ...(base ? { base } : {}) }, values);
        const { characters } = judged;
        const policy = inTime(ports.limit, { what: `ignores of ${paths.join(', ')}`, characters }, () =>
          applyPolicy(judged, base, spec, at.slice(0, 10)),
        );
        return { name, judged, ...policy };
      };
      const deployed = await judge(first);
      const all = [deployed];
      for (const variant of others) all.push(await judge(variant));
      const diagnostics = others.length === 0 ? deployed.diagnostics : ranked(mergeVariants(all));
      const { judged, ignored } = deployed;
      const { graph } = judged.lint;
      return {
        evidence: evidenceOf(diagnostics, { rules, graph, at, failOn: spec.failOn ?? 'error' }),
        notes: notesOf(diagnostics, graph, ignored.length),
        output: { manifests: judged.read.manifests, diagnostics, graph, ignored },
      };
    },
  };
}
