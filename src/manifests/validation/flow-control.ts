import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dnsLabel, dnsSubdomain } from './names.js';
import { child, flag, has, list, number, type Obj, strings, struct, structs, text } from './values.js';

const verbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];
const subjectKinds = ['Group', 'ServiceAccount', 'User'];

function lower(kind: string): string {
  return kind.charAt(0).toLowerCase() + kind.slice(1);
}

function judgeSubjectPart(kind: string, part: Obj, at: At, faults: Faults): void {
  const name = text(part, 'name');
  if (name === '') faults.required(at.in('name'));
  else if (kind === 'ServiceAccount' && name !== '*') faults.all(at.in('name'), name, dnsSubdomain(name));
  if (kind !== 'ServiceAccount') return;
  const namespace = text(part, 'namespace');
  if (namespace === '') faults.required(at.in('namespace'));
  else faults.all(at.in('namespace'), namespace, dnsLabel(namespace));
}

function judgeSubject(subject: Obj, at: At, faults: Faults): void {
  const kind = text(subject, 'kind');
  if (!subjectKinds.includes(kind)) {
    faults.notSupported(at.in('kind'), kind, subjectKinds);
    return;
  }
  const part = child(subject, lower(kind));
  if (part === undefined) faults.required(at.in(lower(kind)), `the kind is ${kind}`);
  else judgeSubjectPart(kind, part, at.in(lower(kind)), faults);
  for (const other of subjectKinds)
    if (other !== kind && has(subject, lower(other))) faults.forbidden(at.in(lower(other)), `the kind is ${kind}`);
}

/** A list that must have an entry, and in which `*` stands alone. True where its entries remain to be judged. */
function judgeWords(rule: Obj, name: string, at: At, faults: Faults): boolean {
  const words = strings(rule, name);
  if (words.length === 0) faults.required(at.in(name));
  else if (!words.includes('*')) return true;
  else if (words.length > 1) faults.invalid(at.in(name), words, 'nothing may stand beside `*`');
  return false;
}

function judgeVerbs(rule: Obj, at: At, faults: Faults): void {
  const words = strings(rule, 'verbs');
  if (judgeWords(rule, 'verbs', at, faults) && words.some((verb) => !verbs.includes(verb)))
    faults.notSupported(at.in('verbs'), words, verbs);
}

function judgeResourceRule(rule: Obj, at: At, faults: Faults): void {
  judgeVerbs(rule, at, faults);
  judgeWords(rule, 'apiGroups', at, faults);
  judgeWords(rule, 'resources', at, faults);
  const namespaces = strings(rule, 'namespaces');
  if (namespaces.length === 0 && flag(rule, 'clusterScope') === true) return;
  if (judgeWords(rule, 'namespaces', at, faults))
    namespaces.forEach((name, index) => {
      faults.all(at.in('namespaces').item(index), name, dnsLabel(name));
    });
}

function urlReason(url: string): string {
  if (url === '') return 'must not be empty';
  if (url === '/') return '';
  if (!url.startsWith('/')) return 'must start with `/`';
  if (url.includes(' ')) return 'may not have a blank';
  if (url.includes('//')) return 'may not have `//`';
  const stars = url.split('*').length - 1;
  return stars > 1 || (stars === 1 && !url.endsWith('/*')) ? '`*` may only be the last step' : '';
}

function judgeNonResourceRule(rule: Obj, at: At, faults: Faults): void {
  judgeVerbs(rule, at, faults);
  if (!judgeWords(rule, 'nonResourceURLs', at, faults)) return;
  strings(rule, 'nonResourceURLs').forEach((url, index) => {
    const reason = urlReason(url);
    if (reason !== '') faults.invalid(at.in('nonResourceURLs').item(index), url, reason);
  });
}

function judgeFlowRule(rule: Obj, at: At, faults: Faults): void {
  if (list(rule, 'subjects').length === 0) faults.required(at.in('subjects'));
  structs(rule, 'subjects').forEach((subject, index) => {
    judgeSubject(subject, at.in('subjects').item(index), faults);
  });
  if (list(rule, 'resourceRules').length === 0 && list(rule, 'nonResourceRules').length === 0)
    faults.required(at, 'resourceRules or nonResourceRules must have an entry');
  structs(rule, 'resourceRules').forEach((one, index) => {
    judgeResourceRule(one, at.in('resourceRules').item(index), faults);
  });
  structs(rule, 'nonResourceRules').forEach((one, index) => {
    judgeNonResourceRule(one, at.in('nonResourceRules').item(index), faults);
  });
}

function judgePrecedence(value: number, name: string, at: At, faults: Faults): void {
  if (value <= 0) faults.invalid(at, value, 'must be positive');
  if (value > 10000) faults.invalid(at, value, 'must not be greater than 10000');
  if (value === 1 && name !== 'exempt') faults.invalid(at, value, 'only the schema `exempt` has 1');
}

export function judgeFlowSchema(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const [spec, at] = [struct(object, 'spec'), root.in('spec')];
  judgePrecedence(
    number(spec, 'matchingPrecedence') || 1000,
    text(struct(object, 'metadata'), 'name'),
    at.in('matchingPrecedence'),
    faults,
  );
  const method = child(spec, 'distinguisherMethod');
  const methods = ['ByNamespace', 'ByUser'];
  if (method !== undefined && !methods.includes(text(method, 'type')))
    faults.notSupported(at.in('distinguisherMethod').in('type'), text(method, 'type'), methods);
  const level = text(struct(spec, 'priorityLevelConfiguration'), 'name');
  const levelAt = at.in('priorityLevelConfiguration').in('name');
  if (level === '') faults.required(levelAt);
  else faults.all(levelAt, level, dnsSubdomain(level));
  structs(spec, 'rules').forEach((rule, index) => {
    judgeFlowRule(rule, at.in('rules').item(index), faults);
  });
}

/** Bits of a hash that dealing a hand may take, as the server estimates it. */
function entropyBits(deck: number, hand: number): number {
  return Math.ceil(Math.log2(deck) * hand);
}

function judgeQueuing(queuing: Obj, at: At, faults: Faults): void {
  const read = (name: string, fallback: number): number => number(queuing, name) || fallback;
  const [queues, hand, length] = [read('queues', 64), read('handSize', 8), read('queueLengthLimit', 50)];
  if (length <= 0) faults.invalid(at.in('queueLengthLimit'), length, 'must be positive');
  if (queues <= 0) faults.invalid(at.in('queues'), queues, 'must be positive');
  else if (queues > 10_000_000) faults.invalid(at.in('queues'), queues, 'must not be greater than 10000000');
  if (hand <= 0) faults.invalid(at.in('handSize'), hand, 'must be positive');
  else if (hand > queues) faults.invalid(at.in('handSize'), hand, 'must not be greater than queues');
  else if (entropyBits(queues, hand) > 60) faults.invalid(at.in('handSize'), hand, 'is too many for that many queues');
}

function judgeResponse(response: Obj, at: At, faults: Faults): void {
  const [type, queuing] = [text(response, 'type'), child(response, 'queuing')];
  if (type === 'Reject') {
    if (queuing !== undefined) faults.forbidden(at.in('queuing'), 'goes only with type Queue');
  } else if (type !== 'Queue') faults.notSupported(at.in('type'), type, ['Queue', 'Reject']);
  else if (queuing === undefined) faults.required(at.in('queuing'), 'the type is Queue');
  else judgeQueuing(queuing, at.in('queuing'), faults);
}

function judgeShares(part: Obj, at: At, faults: Faults): void {
  faults.nonNegative(at.in('nominalConcurrencyShares'), number(part, 'nominalConcurrencyShares'));
  const lendable = number(part, 'lendablePercent') ?? 0;
  if (lendable < 0 || lendable > 100) faults.invalid(at.in('lendablePercent'), lendable, 'must be between 0 and 100');
}

export function judgePriorityLevel(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const [spec, at] = [struct(object, 'spec'), root.in('spec')];
  const [type, limited, exempt] = [text(spec, 'type'), child(spec, 'limited'), child(spec, 'exempt')];
  if ((text(struct(object, 'metadata'), 'name') === 'exempt') !== (type === 'Exempt'))
    faults.invalid(at.in('type'), type, 'must be Exempt for the one named `exempt`, and for no other');
  if (type === 'Exempt') {
    if (limited !== undefined) faults.forbidden(at.in('limited'), 'the type is Exempt');
    if (exempt !== undefined) judgeShares(exempt, at.in('exempt'), faults);
  } else if (type === 'Limited') {
    if (exempt !== undefined) faults.forbidden(at.in('exempt'), 'the type is Limited');
    if (limited === undefined) {
      faults.required(at.in('limited'), 'the type is Limited');
      return;
    }
    judgeShares(limited, at.in('limited'), faults);
    judgeResponse(struct(limited, 'limitResponse'), at.in('limited').in('limitResponse'), faults);
    faults.nonNegative(at.in('limited').in('borrowingLimitPercent'), number(limited, 'borrowingLimitPercent'));
  } else faults.notSupported(at.in('type'), type, ['Exempt', 'Limited']);
}
