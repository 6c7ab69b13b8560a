import type { At } from './at.js';
import type { Faults } from './faults.js';
import { dnsLabel, labelValue, qualifiedName } from './names.js';
import { judgeNodeSelector, judgeNodeTerm, judgeSelector } from './selectors.js';
import { child, has, number, type Obj, optional, strings, struct, structs, text, texts } from './values.js';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function judgeWeight(term: Obj, at: At, faults: Faults): void {
  const weight = number(term, 'weight') ?? 0;
  if (weight <= 0 || weight > 100) faults.invalid(at.in('weight'), weight, 'must be between 1 and 100');
}

function judgeLabelKeys(keys: readonly string[], selector: Obj | undefined, at: At, faults: Faults): void {
  if (keys.length === 0) return;
  if (selector === undefined) {
    faults.forbidden(at, 'must not be specified when labelSelector is not set');
    return;
  }
  keys.forEach((key, index) => {
    faults.all(at.item(index), key, qualifiedName(key));
  });
}

/** `matchLabelKeys` and `mismatchLabelKeys`, which may not say what the selector says. */
function judgeKeyLists(term: Obj, at: At, faults: Faults): void {
  const selector = child(term, 'labelSelector');
  const [match, mismatch] = [strings(term, 'matchLabelKeys'), strings(term, 'mismatchLabelKeys')];
  judgeLabelKeys(match, selector, at.in('matchLabelKeys'), faults);
  judgeLabelKeys(mismatch, selector, at.in('mismatchLabelKeys'), faults);
  const seen = new Set(texts(selector, 'matchLabels').map(([key]) => key));
  const places = new Map(match.map((key, index) => [key, index]));
  const mismatched = new Set(mismatch);
  for (const expression of structs(selector, 'matchExpressions')) {
    const key = text(expression, 'key');
    const index = places.get(key) ?? -1;
    if (index >= 0 && seen.has(key))
      faults.invalid(at.called(`[${index}]`), key, 'is in matchLabelKeys and in labelSelector');
    seen.add(key);
  }
  match.forEach((key, index) => {
    if (mismatched.has(key))
      faults.invalid(at.in('matchLabelKeys').item(index), key, 'is in matchLabelKeys and in mismatchLabelKeys');
  });
}

function judgePodTerm(term: Obj, at: At, faults: Faults): void {
  judgeSelector(child(term, 'labelSelector'), at.in('labelSelector'), faults);
  judgeSelector(child(term, 'namespaceSelector'), at.in('namespaceSelector'), faults);
  strings(term, 'namespaces').forEach((name, index) => {
    faults.all(at.called('namespace', 'namespaces', index), name, dnsLabel(name));
  });
  judgeKeyLists(term, at, faults);
  const key = text(term, 'topologyKey');
  if (key === '') faults.required(at.in('topologyKey'), 'can not be empty');
  faults.all(at.in('topologyKey'), key, qualifiedName(key));
}

function judgePodAffinity(affinity: Obj, at: At, faults: Faults): void {
  structs(affinity, required).forEach((term, index) => {
    judgePodTerm(term, at.in(required).item(index), faults);
  });
  structs(affinity, preferred).forEach((term, index) => {
    const here = at.in(preferred).item(index);
    judgeWeight(term, here, faults);
    judgePodTerm(struct(term, 'podAffinityTerm'), here.in('podAffinityTerm'), faults);
  });
}

export function judgeAffinity(affinity: Obj | undefined, at: At, faults: Faults): void {
  const node = child(affinity, 'nodeAffinity');
  if (has(node, required)) judgeNodeSelector(struct(node, required), at.in('nodeAffinity').in(required), faults);
  structs(node, preferred).forEach((term, index) => {
    const here = at.in('nodeAffinity').in(preferred).item(index);
    judgeWeight(term, here, faults);
    judgeNodeTerm(struct(term, 'preference'), here.in('preference'), faults, false);
  });
  for (const name of ['podAffinity', 'podAntiAffinity']) {
    if (has(affinity, name)) judgePodAffinity(struct(affinity, name), at.in(name), faults);
  }
}

export function judgeEffect(effect: string, at: At, faults: Faults): void {
  if (!effects.includes(effect)) faults.notSupported(at, effect, effects);
}

export function judgeTolerations(holder: Obj, at: At, faults: Faults): void {
  structs(holder, 'tolerations').forEach((toleration, index) => {
    const here = at.item(index);
    const [key, operator, value, effect] = ['key', 'operator', 'value', 'effect'].map((name) =>
      text(toleration, name),
    ) as [string, string, string, string];
    if (key !== '') faults.all(here.in('key'), key, qualifiedName(key));
    if (key === '' && operator !== 'Exists')
      faults.invalid(here.in('operator'), operator, 'must be Exists when `key` is empty');
    if (has(toleration, 'tolerationSeconds') && effect !== 'NoExecute')
      faults.invalid(here.in('effect'), effect, 'must be NoExecute when `tolerationSeconds` is set');
    if (operator === 'Equal' || operator === '') {
      if (labelValue(value).length > 0) faults.invalid(here.in('operator'), value, labelValue(value).join('; '));
    } else if (operator !== 'Exists') faults.notSupported(here.in('operator'), operator, ['Equal', 'Exists']);
    else if (value !== '')
      faults.invalid(here.in('operator'), value, 'the value must be empty when `operator` is Exists');
    if (effect !== '') judgeEffect(effect, here.in('effect'), faults);
  });
}

export function judgeSpread(holder: Obj, at: At, faults: Faults): void {
  const constraints = structs(holder, 'topologySpreadConstraints');
  const pairOf = (one: Obj): string => `${text(one, 'topologyKey')}\n${text(one, 'whenUnsatisfiable')}`;
  const last = new Map(constraints.map((one, index) => [pairOf(one), index]));
  constraints.forEach((constraint, index) => {
    const here = at.item(index);
    const [key, action] = [text(constraint, 'topologyKey'), text(constraint, 'whenUnsatisfiable')];
    faults.positive(here.in('maxSkew'), number(constraint, 'maxSkew'));
    if (key === '') faults.required(here.in('topologyKey'), 'can not be empty');
    if (action !== 'DoNotSchedule' && action !== 'ScheduleAnyway')
      faults.notSupported(here.in('whenUnsatisfiable'), action, ['DoNotSchedule', 'ScheduleAnyway']);
    if ((last.get(pairOf(constraint)) ?? index) > index)
      faults.duplicate(here.called('{topologyKey, whenUnsatisfiable}'), `{${key}, ${action}}`);
    const domains = number(constraint, 'minDomains');
    if (domains !== undefined) {
      faults.positive(here.in('minDomains'), domains);
      if (action !== 'DoNotSchedule')
        faults.invalid(here.in('minDomains'), domains, 'goes only with whenUnsatisfiable=DoNotSchedule');
    }
    for (const name of ['nodeAffinityPolicy', 'nodeTaintsPolicy']) {
      const policy = optional(constraint, name);
      if (policy !== undefined && policy !== 'Honor' && policy !== 'Ignore')
        faults.notSupported(here.in(name), policy, ['Honor', 'Ignore']);
    }
    judgeKeyLists(constraint, here, faults);
    judgeSelector(child(constraint, 'labelSelector'), here.in('labelSelector'), faults);
  });
}
