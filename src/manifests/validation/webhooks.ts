import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dns1035Label, dnsSubdomain, portNumber, qualifiedName } from './names.js';
import { judgeSelector } from './selectors.js';
import { child, has, number, type Obj, optional, repeats, strings, struct, structs, text } from './values.js';

const operations = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];

function judgeWildcard(words: readonly string[], at: At, faults: Faults): void {
  if (words.length > 1 && words.includes('*')) faults.invalid(at, words, 'nothing may stand beside `*`');
}

function judgeResources(resources: readonly string[], at: At, faults: Faults): void {
  if (resources.length === 0) faults.required(at);
  const [whole, parts] = [new Set<string>(), new Set<string>()];
  let plain = false;
  resources.forEach((resource, index) => {
    const slash = resource.indexOf('/');
    if (resource === '') faults.required(at.item(index));
    else if (slash < 0) plain = resource !== '*';
    else {
      const [name, part] = [resource.slice(0, slash), resource.slice(slash + 1)];
      if (whole.has(name)) faults.invalid(at.item(index), resource, `\`${name}/*\` covers it`);
      if (parts.has(part)) faults.invalid(at.item(index), resource, `\`*/${part}\` covers it`);
      if (part === '*') whole.add(name);
      if (name === '*') parts.add(part);
    }
  });
  if (resources.length > 1 && resources.includes('*/*'))
    faults.invalid(at, resources, 'nothing may stand beside `*/*`');
  if (resources.includes('*') && plain) faults.invalid(at, resources, 'no resource may stand beside `*`');
}

function judgeRule(rule: Obj, at: At, faults: Faults): void {
  const list = strings(rule, 'operations');
  if (list.length === 0) faults.required(at.in('operations'));
  judgeWildcard(list, at.in('operations'), faults);
  list.forEach((operation, index) => {
    if (!operations.includes(operation)) faults.notSupported(at.in('operations').item(index), operation, operations);
  });
  for (const name of ['apiGroups', 'apiVersions']) {
    const words = strings(rule, name);
    if (words.length === 0) faults.required(at.in(name));
    judgeWildcard(words, at.in(name), faults);
    words.forEach((word, index) => {
      if (name === 'apiVersions' && word === '') faults.required(at.in(name).item(index));
    });
  }
  judgeResources(strings(rule, 'resources'), at.in('resources'), faults);
  const scope = optional(rule, 'scope');
  const scopes = ['*', 'Cluster', 'Namespaced'];
  if (scope !== undefined && !scopes.includes(scope)) faults.notSupported(at.in('scope'), scope, scopes);
}

export function judgeWebhookUrl(url: string, at: At, faults: Faults): void {
  const found = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/(?:([^@/?#]*)@)?([^/?#]*))?[^?#]*(\?[^#]*)?(#.*)?$/.exec(url);
  const [, scheme = '', user, host = '', query = '', fragment = ''] = found ?? [];
  if (scheme.toLowerCase() !== 'https') faults.invalid(at, scheme, 'must be https');
  if (host === '') faults.invalid(at, host, 'must have a host');
  if (user !== undefined) faults.invalid(at, user, 'must have no user');
  if (fragment.length > 1) faults.invalid(at, fragment, 'must have no fragment');
  if (query.length > 1) faults.invalid(at, query, 'must have no query');
}

export function judgeWebhookService(service: Obj, at: At, faults: Faults): void {
  for (const name of ['name', 'namespace'])
    if (text(service, name) === '') faults.required(at.called(name === 'name' ? 'namespace' : 'name', name));
  const port = number(service, 'port') ?? 443;
  if (portNumber(port).length > 0) faults.invalid(at.in('port'), port, 'must be between 1 and 65535');
  const path = optional(service, 'path');
  if (path === undefined || path === '/' || path === '') return;
  if (path === '//') {
    faults.invalid(at.in('path'), path, 'a segment may not be empty');
    return;
  }
  if (!path.startsWith('/')) faults.invalid(at.in('path'), path, 'must start with `/`');
  for (const step of path.slice(1).replace(/\/$/, '').split('/')) {
    if (step === '') faults.invalid(at.in('path'), path, 'a segment may not be empty');
    else faults.all(at.in('path'), path, dnsSubdomain(step));
  }
}

function judgeName(name: string, at: At, faults: Faults): void {
  if (name === '') faults.required(at);
  else if (dnsSubdomain(name).length > 0) faults.invalid(at, name, dnsSubdomain(name).join(', '));
  else if (name.split('.').length < 3) faults.invalid(at, name, 'must be a domain of at least three parts');
}

function judgeVersions(hook: Obj, at: At, faults: Faults): void {
  const versions = strings(hook, 'admissionReviewVersions');
  if (versions.length === 0) {
    faults.required(at, 'one of v1 and v1beta1');
    return;
  }
  const again = repeats<string>();
  versions.forEach((version, index) => {
    if (again(version)) faults.invalid(at.item(index), version, 'is there twice');
    else faults.all(at.item(index), version, dns1035Label(version));
  });
  if (!versions.includes('v1') && !versions.includes('v1beta1'))
    faults.invalid(at, versions, 'must include one of v1 and v1beta1');
}

function judgeConditions(hook: Obj, at: At, faults: Faults): void {
  const conditions = structs(hook, 'matchConditions');
  if (conditions.length > 64) faults.tooMany(at, conditions.length, 64);
  const seen = new Set<string>();
  conditions.forEach((condition, index) => {
    const [name, here] = [text(condition, 'name'), at.item(index)];
    if (text(condition, 'expression').trim() === '') faults.required(here.in('expression'));
    if (name === '') faults.required(here.in('name'));
    else {
      faults.all(here.in('name'), name, qualifiedName(name));
      if (seen.has(name)) faults.duplicate(here.in('name'), name);
      seen.add(name);
    }
  });
}

const choices: readonly (readonly [string, readonly string[]])[] = [
  ['failurePolicy', ['Fail', 'Ignore']],
  ['matchPolicy', ['Equivalent', 'Exact']],
  ['sideEffects', ['None', 'NoneOnDryRun']],
  ['reinvocationPolicy', ['IfNeeded', 'Never']],
];

function judgeHook(hook: Obj, at: At, faults: Faults): void {
  judgeName(text(hook, 'name'), at.in('name'), faults);
  structs(hook, 'rules').forEach((rule, index) => {
    judgeRule(rule, at.in('rules').item(index), faults);
  });
  if (!has(hook, 'sideEffects')) faults.required(at.in('sideEffects'), 'must specify one of None, NoneOnDryRun');
  for (const [name, supported] of choices) {
    const value = optional(hook, name);
    if (value !== undefined && !supported.includes(value)) faults.notSupported(at.in(name), value, supported);
  }
  const seconds = number(hook, 'timeoutSeconds');
  if (seconds !== undefined && (seconds > 30 || seconds < 1))
    faults.invalid(at.in('timeoutSeconds'), seconds, 'must be between 1 and 30');
  for (const name of ['namespaceSelector', 'objectSelector']) judgeSelector(child(hook, name), at.in(name), faults);
  const client = struct(hook, 'clientConfig');
  const [url, service, here] = [optional(client, 'url'), child(client, 'service'), at.in('clientConfig')];
  if ((url === undefined) === (service === undefined))
    faults.required(here, 'exactly one of url or service is required');
  else if (url !== undefined) judgeWebhookUrl(url, here.in('url'), faults);
  else if (service !== undefined) judgeWebhookService(service, here.in('service'), faults);
  judgeConditions(hook, at.in('matchConditions'), faults);
  judgeVersions(hook, at.in('admissionReviewVersions'), faults);
}

export function judgeWebhooks(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults, false);
  const seen = new Set<string>();
  structs(object, 'webhooks').forEach((hook, index) => {
    const here = root.in('webhooks').item(index);
    judgeHook(hook, here, faults);
    const name = text(hook, 'name');
    if (name === '') return;
    if (seen.has(name)) faults.duplicate(here.in('name'), name);
    seen.add(name);
  });
}
