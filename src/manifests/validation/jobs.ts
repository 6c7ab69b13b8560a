import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { hasTemplateLabels, judgeGenerated, withGeneratedLabels } from './job-labels.js';
import { judgeMetadata } from './metadata.js';
import { dnsLabel, dnsSubdomain, qualifiedName } from './names.js';
import { judgeTemplate } from './templates.js';
import { child, has, list, number, type Obj, optional, repeats, struct, structs, text } from './values.js';
import { withTemplateLabels } from './workloads.js';

const counts = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
];

function judgeIndexed(spec: Obj, at: At, faults: Faults): void {
  const [completions, parallelism, failed, backoff] = [
    'completions',
    'parallelism',
    'maxFailedIndexes',
    'backoffLimitPerIndex',
  ].map((name) => number(spec, name));
  if (completions === undefined) faults.required(at.in('completions'), 'completion mode is Indexed');
  if ((parallelism ?? 1) > 100_000)
    faults.invalid(at.in('parallelism'), parallelism, 'must be at most 100000 when completion mode is Indexed');
  if (completions !== undefined && failed !== undefined && failed > completions)
    faults.invalid(at.in('maxFailedIndexes'), failed, 'must be at most completions');
  if ((failed ?? 0) > 100_000) faults.invalid(at.in('maxFailedIndexes'), failed, 'must be at most 100000');
  if ((completions ?? 0) <= 100_000 || backoff === undefined) return;
  if (failed === undefined) faults.required(at.in('maxFailedIndexes'), 'completions is above 100000');
  if ((parallelism ?? 1) > 10_000)
    faults.invalid(at.in('parallelism'), parallelism, 'must be at most 10000 with so many completions');
  if ((failed ?? 0) > 10_000)
    faults.invalid(at.in('maxFailedIndexes'), failed, 'must be at most 10000 with so many completions');
}

function judgeMode(spec: Obj, at: At, faults: Faults): void {
  const mode = optional(spec, 'completionMode') ?? 'NonIndexed';
  if (mode !== 'NonIndexed' && mode !== 'Indexed')
    faults.notSupported(at.in('completionMode'), mode, ['NonIndexed', 'Indexed']);
  if (mode === 'Indexed') judgeIndexed(spec, at, faults);
  if (mode !== 'NonIndexed') return;
  for (const name of ['backoffLimitPerIndex', 'maxFailedIndexes'])
    if (has(spec, name)) faults.invalid(at.in(name), number(spec, name), 'requires indexed completion mode');
}

function judgeExitCodes(requirement: Obj, at: At, names: ReadonlySet<string>, faults: Faults): void {
  const operator = text(requirement, 'operator');
  faults.oneOf(at.in('operator'), operator, ['In', 'NotIn']);
  const container = optional(requirement, 'containerName');
  if (container !== undefined && !names.has(container))
    faults.invalid(at.in('containerName'), container, 'must be a container of the pod template');
  const values = list(requirement, 'values').map((value) => (typeof value === 'number' ? value : 0));
  if (values.length === 0) faults.invalid(at.in('values'), values, 'at least one value is required');
  if (values.length > 255) faults.tooMany(at.in('values'), values.length, 255);
  const again = repeats<number>();
  values.forEach((value, index) => {
    if (operator === 'In' && value === 0)
      faults.invalid(at.in('values').item(index), value, 'must not be 0 for the In operator');
    if (again(value)) faults.duplicate(at.in('values').item(index), value);
  });
  if (values.some((value, index) => (values[index - 1] ?? value) > value))
    faults.invalid(at.in('values'), values, 'must be ordered');
}

const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore'];

function judgeFailureRule(rule: Obj, at: At, spec: Obj, names: ReadonlySet<string>, faults: Faults): void {
  const action = text(rule, 'action');
  if (action === 'FailIndex' && !has(spec, 'backoffLimitPerIndex'))
    faults.invalid(at.in('action'), action, 'requires the backoffLimitPerIndex to be set');
  faults.oneOf(at.in('action'), action, actions);
  const conditions = structs(rule, 'onPodConditions');
  if (has(rule, 'onExitCodes')) judgeExitCodes(struct(rule, 'onExitCodes'), at.in('onExitCodes'), names, faults);
  if (conditions.length > 20) faults.tooMany(at.in('onPodConditions'), conditions.length, 20);
  conditions.forEach((pattern, index) => {
    const here = at.in('onPodConditions').item(index);
    faults.all(here.in('type'), text(pattern, 'type'), qualifiedName(text(pattern, 'type')));
    faults.oneOf(here.in('status'), text(pattern, 'status') || 'True', ['False', 'True', 'Unknown']);
  });
  if (has(rule, 'onExitCodes') === conditions.length > 0)
    faults.invalid(at, '', 'must have one of onExitCodes and onPodConditions');
}

function judgeFailurePolicy(spec: Obj, at: At, faults: Faults): void {
  const rules = structs(child(spec, 'podFailurePolicy'), 'rules');
  const pod = struct(struct(spec, 'template'), 'spec');
  const names = new Set(
    [...structs(pod, 'containers'), ...structs(pod, 'initContainers')].map((container) => text(container, 'name')),
  );
  if (rules.length > 20) faults.tooMany(at.in('rules'), rules.length, 20);
  rules.forEach((rule, index) => {
    judgeFailureRule(rule, at.in('rules').item(index), spec, names, faults);
  });
}

/** Number of indexes in `1,3-5`; undefined where it is no such list, or goes beyond the completions. */
function countIndexes(words: string, completions: number): number | undefined {
  let [total, last] = [0, -1];
  for (const word of words === '' ? [] : words.split(',')) {
    const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(word) ?? [];
    const [first, end] = [Number(from), Number(to ?? from)];
    if (
      from === undefined ||
      first >= completions ||
      end >= completions ||
      first <= last ||
      end < first ||
      (to !== undefined && end === first)
    )
      return undefined;
    total += end - first + 1;
    last = end;
  }
  return total;
}

function judgeSuccessRule(rule: Obj, at: At, completions: number, faults: Faults): void {
  const [count, indexes] = [number(rule, 'succeededCount'), optional(rule, 'succeededIndexes')];
  if (count === undefined && indexes === undefined) faults.required(at, 'succeededCount or succeededIndexes');
  const total = indexes === undefined ? undefined : countIndexes(indexes, completions);
  if (indexes !== undefined && total === undefined)
    faults.invalid(at.in('succeededIndexes'), indexes, 'must be a rising list of indexes below completions');
  if (count === undefined) return;
  faults.nonNegative(at.in('succeededCount'), count);
  if (count > completions) faults.invalid(at.in('succeededCount'), count, 'must be at most completions');
  if (indexes !== undefined && count > (total ?? 0))
    faults.invalid(at.in('succeededCount'), count, 'must be at most the number of indexes');
}

function judgeSuccessPolicy(spec: Obj, at: At, faults: Faults): void {
  if (text(spec, 'completionMode') !== 'Indexed') {
    faults.invalid(at, '', 'requires indexed completion mode');
    return;
  }
  const rules = structs(child(spec, 'successPolicy'), 'rules');
  if (rules.length === 0) faults.required(at.in('rules'), 'at least one rule');
  if (rules.length > 20) faults.tooMany(at.in('rules'), rules.length, 20);
  rules.forEach((rule, index) => {
    judgeSuccessRule(rule, at.in('rules').item(index), number(spec, 'completions') ?? 0, faults);
  });
}

function judgeReplacement(spec: Obj, at: At, faults: Faults): void {
  const policy = optional(spec, 'podReplacementPolicy');
  if (policy === undefined) return;
  const supported = has(spec, 'podFailurePolicy') ? ['Failed'] : ['Failed', 'TerminatingOrFailed'];
  if (!supported.includes(policy)) faults.notSupported(at, policy, supported);
}

function judgeEnding(spec: Obj, at: At, faults: Faults): void {
  const policy = text(struct(struct(spec, 'template'), 'spec'), 'restartPolicy') || 'Always';
  const here = at.in('template').in('spec').in('restartPolicy');
  if (policy === 'Always') faults.required(here, 'a Job needs OnFailure or Never');
  else if (policy !== 'OnFailure' && policy !== 'Never') faults.notSupported(here, policy, ['OnFailure', 'Never']);
  else if (has(spec, 'podFailurePolicy') && policy !== 'Never')
    faults.invalid(here, policy, 'podFailurePolicy goes only with Never');
}

function managedBy(name: string): readonly string[] {
  const [domain = '', ...path] = name.split('/');
  if (domain === '' || path.length === 0 || path.join('/') === '') return ['must be a domain, `/` and a path'];
  return [
    ...dnsSubdomain(domain),
    ...(/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path.join('/'))
      ? []
      : ['its path has characters that are not allowed']),
  ];
}

/** `spec` of a Job or of a CronJob's template. */
export function judgeJobSpec(spec: Obj, at: At, faults: Faults): void {
  for (const name of counts) faults.nonNegative(at.in(name), number(spec, name));
  if (has(spec, 'maxFailedIndexes') && !has(spec, 'backoffLimitPerIndex'))
    faults.required(at.in('backoffLimitPerIndex'), 'maxFailedIndexes is specified');
  const manager = optional(spec, 'managedBy');
  if (manager !== undefined) {
    faults.all(at.in('managedBy'), manager, managedBy(manager));
    if (manager.length > 63) faults.tooLong(at.in('managedBy'), 63);
  }
  judgeMode(spec, at, faults);
  if (has(spec, 'podFailurePolicy')) judgeFailurePolicy(spec, at.in('podFailurePolicy'), faults);
  if (has(spec, 'successPolicy')) judgeSuccessPolicy(spec, at.in('successPolicy'), faults);
  judgeReplacement(spec, at.in('podReplacementPolicy'), faults);
  judgeTemplate(struct(spec, 'template'), at.in('template'), faults);
  judgeEnding(spec, at, faults);
}

export function judgeJob(object: Obj, faults: Faults): void {
  const spec = withGeneratedLabels(object);
  judgeMetadata(withTemplateLabels({ ...object, spec: hasTemplateLabels(object) ? spec : {} }), dnsSubdomain, faults);
  judgeGenerated(object, struct(object, 'spec'), faults);
  judgeJobSpec(spec, root.in('spec'), faults);
  const [name, completions] = [text(struct(object, 'metadata'), 'name'), number(spec, 'completions') ?? 0];
  if (text(spec, 'completionMode') !== 'Indexed' || completions <= 0) return;
  const reasons = dnsLabel(`${name}-${completions - 1}`);
  if (reasons.length > 0)
    faults.invalid(root.in('metadata').in('name'), name, `the pod's hostname ${name}-${completions - 1} ${reasons[0]}`);
}
