import { root } from './at.js';
import type { Faults } from './faults.js';
import { compileSelector, judgeSelector } from './selectors.js';
import { child, flag, type Obj, struct, text, texts } from './values.js';

const nameLabels = ['job-name', 'batch.kubernetes.io/job-name'];
const uidLabels = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
/** Stands for the uid that the server will give. */
const uid = '00000000-0000-0000-0000-000000000000';

/** Without `manualSelector` the server adds to selector and labels what tells this Job apart from all others. */
function generated(object: Obj, spec: Obj): { selector: Obj | undefined; labels: ReadonlyMap<string, string> } {
  const [selector, labels] = [
    child(spec, 'selector'),
    new Map(texts(struct(struct(spec, 'template'), 'metadata'), 'labels')),
  ];
  if (flag(spec, 'manualSelector') === true) return { selector, labels };
  for (const key of nameLabels) if (!labels.has(key)) labels.set(key, text(struct(object, 'metadata'), 'name'));
  for (const key of uidLabels) if (!labels.has(key)) labels.set(key, uid);
  const matchLabels = { 'batch.kubernetes.io/controller-uid': uid, ...struct(selector, 'matchLabels') };
  return { selector: { ...selector, matchLabels }, labels };
}

/** `spec` with the labels that the server adds to its template. */
export function withGeneratedLabels(object: Obj): Obj {
  const spec = struct(object, 'spec');
  const [template, { labels }] = [struct(spec, 'template'), generated(object, spec)];
  return {
    ...spec,
    template: { ...template, metadata: { ...struct(template, 'metadata'), labels: Object.fromEntries(labels) } },
  };
}

export function hasTemplateLabels(object: Obj): boolean {
  return child(struct(struct(struct(object, 'spec'), 'template'), 'metadata'), 'labels') !== undefined;
}

export function judgeGenerated(object: Obj, spec: Obj, faults: Faults): void {
  const at = root.in('spec');
  const { selector, labels } = generated(object, spec);
  const here = at.in('template').in('metadata').in('labels');
  const matches = compileSelector(selector);
  if (flag(spec, 'manualSelector') !== true) {
    const name = text(struct(object, 'metadata'), 'name');
    for (const key of nameLabels)
      if (labels.get(key) !== name) faults.invalid(here.key(key), labels.get(key), `must be ${name}`);
    for (const key of uidLabels)
      if (labels.get(key) !== uid) faults.invalid(here.key(key), labels.get(key), 'is made by the server');
    const own = new Map([
      ...nameLabels.map((key) => [key, name] as const),
      ...uidLabels.map((key) => [key, uid] as const),
    ]);
    if (matches !== undefined && !matches(own))
      faults.invalid(at.in('selector'), child(spec, 'selector'), 'is made by the server');
  }
  if (selector === undefined) faults.required(at.in('selector'));
  judgeSelector(selector, at.in('selector'), faults);
  if (matches !== undefined && !matches(labels))
    faults.invalid(here, Object.fromEntries(labels), '`selector` does not match template `labels`');
}
