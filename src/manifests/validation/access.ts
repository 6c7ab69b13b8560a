import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dnsSubdomain, pathSegment } from './names.js';
import { compileSelector, judgeSelector } from './selectors.js';
import { child, has, type Obj, strings, struct, structs, text } from './values.js';

const group = 'rbac.authorization.k8s.io';

function judgeRule(rule: Obj, at: At, namespaced: boolean, faults: Faults): void {
  if (strings(rule, 'verbs').length === 0) faults.required(at.in('verbs'), 'at least one verb');
  const urls = strings(rule, 'nonResourceURLs');
  if (urls.length > 0) {
    if (namespaced) faults.invalid(at.in('nonResourceURLs'), urls, 'a rule in a namespace has no URLs');
    if (['apiGroups', 'resources', 'resourceNames'].some((name) => strings(rule, name).length > 0)) {
      faults.invalid(at.in('nonResourceURLs'), urls, 'a rule has resources or URLs, not both');
    }
    return;
  }
  for (const name of ['apiGroups', 'resources'])
    if (strings(rule, name).length === 0) faults.required(at.in(name), 'at least one');
}

export function judgeRole(object: Obj, faults: Faults): void {
  judgeMetadata(object, pathSegment, faults);
  structs(object, 'rules').forEach((rule, index) => {
    judgeRule(rule, root.in('rules').item(index), true, faults);
  });
}

export function judgeClusterRole(object: Obj, faults: Faults): void {
  judgeMetadata(object, pathSegment, faults);
  structs(object, 'rules').forEach((rule, index) => {
    judgeRule(rule, root.in('rules').item(index), false, faults);
  });
  if (!has(object, 'aggregationRule')) return;
  const at = root.in('aggregationRule').in('clusterRoleSelectors');
  const selectors = structs(child(object, 'aggregationRule'), 'clusterRoleSelectors');
  if (selectors.length === 0) faults.required(at, 'at least one');
  selectors.forEach((selector, index) => {
    judgeSelector(selector, at.item(index), faults);
    if (compileSelector(selector) === undefined) faults.invalid(at.item(index), selector, 'invalid label selector');
  });
}

function judgeSubject(subject: Obj, at: At, namespaced: boolean, faults: Faults): void {
  const [kind, name] = [text(subject, 'kind'), text(subject, 'name')];
  const own = kind === 'User' || kind === 'Group';
  const given = text(subject, 'apiGroup') || (own ? group : '');
  if (name === '') faults.required(at.in('name'));
  if (kind === 'ServiceAccount') {
    if (name !== '') faults.all(at.in('name'), name, dnsSubdomain(name));
    if (given !== '') faults.notSupported(at.in('apiGroup'), given, ['']);
    if (!namespaced && text(subject, 'namespace') === '') faults.required(at.in('namespace'));
  } else if (!own) faults.notSupported(at.in('kind'), kind, ['ServiceAccount', 'User', 'Group']);
  else if (given !== group) faults.notSupported(at.in('apiGroup'), given, [group]);
}

function judgeBinding(kinds: readonly string[]): (object: Obj, faults: Faults) => void {
  return (object, faults) => {
    judgeMetadata(object, pathSegment, faults);
    const [role, at] = [struct(object, 'roleRef'), root.in('roleRef')];
    const given = text(role, 'apiGroup') || group;
    if (given !== group) faults.notSupported(at.in('apiGroup'), given, [group]);
    if (!kinds.includes(text(role, 'kind'))) faults.notSupported(at.in('kind'), text(role, 'kind'), kinds);
    if (text(role, 'name') === '') faults.required(at.in('name'));
    else faults.all(at.in('name'), text(role, 'name'), pathSegment(text(role, 'name')));
    structs(object, 'subjects').forEach((subject, index) => {
      judgeSubject(subject, root.in('subjects').item(index), kinds.length > 1, faults);
    });
  };
}

export const judgeRoleBinding = judgeBinding(['Role', 'ClusterRole']);
export const judgeClusterRoleBinding = judgeBinding(['ClusterRole']);
