import { type Block, blockForm, isStrictSubset, parseAddress, parseBlock } from './addresses.js';
import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dnsLabel, dnsSubdomain, pathSegment, portName, portNumber, wildcardSubdomain } from './names.js';
import { judgeSelector } from './selectors.js';
import { child, either, has, number, type Obj, optional, strings, struct, structs, text, texts } from './values.js';

const spec = root.in('spec');

function judgeTyped(reference: Obj, at: At, faults: Faults): void {
  const group = optional(reference, 'apiGroup');
  if (group !== undefined) faults.all(at.in('apiGroup'), group, dnsSubdomain(group));
  for (const name of ['kind', 'name']) {
    if (text(reference, name) === '') faults.required(at.in(name));
    else faults.all(at.in(name), text(reference, name), pathSegment(text(reference, name)));
  }
}

function judgeServiceBackend(service: Obj, at: At, faults: Faults): void {
  const name = text(service, 'name');
  const here = at.in('service');
  if (name === '') faults.required(here.in('name'));
  else faults.all(here.in('name'), name, serviceName(name));
  const port = struct(service, 'port');
  const [portText, portCount] = [text(port, 'name'), number(port, 'number') ?? 0];
  if (portText !== '' && portCount !== 0) faults.invalid(at, '', 'port name and port number exclude each other');
  else if (portText !== '') faults.all(here.in('port').in('name'), portText, portName(portText));
  else if (portCount !== 0) faults.all(here.in('port').in('number'), portCount, portNumber(portCount));
  else faults.required(at, 'port name or number is required');
}

/** Names of Services start with a letter; a gate of 1.34 that is off by default relaxes that. */
export function serviceName(name: string): readonly string[] {
  return /^[0-9]/.test(name) && dnsLabel(name).length === 0 ? ['must start with a letter'] : dnsLabel(name);
}

function judgeBackend(backend: Obj, at: At, faults: Faults): void {
  const [resource, service] = [child(backend, 'resource'), child(backend, 'service')];
  if (resource !== undefined && service !== undefined)
    faults.invalid(at, '', 'resource and service exclude each other');
  else if (resource !== undefined) judgeTyped(resource, at.in('resource'), faults);
  else if (service !== undefined) judgeServiceBackend(service, at, faults);
  else faults.invalid(at, '', 'resource or service is required');
}

const badSequences = ['//', '/./', '/../', '%2f', '%2F'];
const badSuffixes = ['/..', '/.'];

function judgePath(path: Obj, at: At, faults: Faults): void {
  const [type, value, here] = [optional(path, 'pathType'), text(path, 'path'), at.in('path')];
  if (type === undefined) {
    faults.required(at.in('pathType'), 'pathType must be specified');
    return;
  }
  if (type === 'Exact' || type === 'Prefix') {
    if (!value.startsWith('/')) faults.invalid(here, value, 'must be an absolute path');
    for (const sequence of badSequences)
      if (value.includes(sequence)) faults.invalid(here, value, `must not contain \`${sequence}\``);
    for (const suffix of badSuffixes)
      if (value.endsWith(suffix)) faults.invalid(here, value, `cannot end with \`${suffix}\``);
  } else if (type !== 'ImplementationSpecific')
    faults.notSupported(at.in('pathType'), type, ['Exact', 'ImplementationSpecific', 'Prefix']);
  else if (value !== '' && !value.startsWith('/')) faults.invalid(here, value, 'must be an absolute path');
  judgeBackend(struct(path, 'backend'), at.in('backend'), faults);
}

function hostForm(host: string): readonly string[] {
  return host.includes('*') ? wildcardSubdomain(host) : dnsSubdomain(host);
}

function judgeRule(rule: Obj, at: At, faults: Faults): void {
  const host = text(rule, 'host');
  if (host !== '') {
    if (parseAddress(host) !== undefined) faults.invalid(at.in('host'), host, 'must be a DNS name, not an IP address');
    faults.all(at.in('host'), host, hostForm(host));
  }
  const http = child(rule, 'http');
  if (http === undefined) return;
  const paths = structs(http, 'paths');
  if (paths.length === 0) faults.required(at.in('http').in('paths'));
  paths.forEach((path, index) => {
    judgePath(path, at.in('http').in('paths').item(index), faults);
  });
}

export function judgeIngress(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const holder = struct(object, 'spec');
  const rules = structs(holder, 'rules');
  if (rules.length === 0 && !has(holder, 'defaultBackend'))
    faults.invalid(spec, [], 'either `defaultBackend` or `rules` must be specified');
  if (has(holder, 'defaultBackend')) judgeBackend(struct(holder, 'defaultBackend'), spec.in('defaultBackend'), faults);
  rules.forEach((rule, index) => {
    judgeRule(rule, spec.in('rules').item(index), faults);
  });
  structs(holder, 'tls').forEach((tls, index) => {
    const here = spec.in('tls').item(index);
    strings(tls, 'hosts').forEach((host, number_) => {
      faults.all(here.in('hosts').item(number_), host, hostForm(host));
    });
    const secret = text(tls, 'secretName');
    if (secret !== '') faults.all(here.in('secretName'), secret, dnsSubdomain(secret));
  });
  const name = optional(holder, 'ingressClassName');
  if (name !== undefined) faults.all(spec.in('ingressClassName'), name, dnsSubdomain(name));
  const annotated = new Map(texts(struct(object, 'metadata'), 'annotations')).get('kubernetes.io/ingress.class');
  if (annotated !== undefined && name !== undefined && annotated !== name) {
    const at = root.called(
      'annotations.kubernetes.io/ingress.class',
      'metadata',
      'annotations',
      'kubernetes.io/ingress.class',
    );
    faults.invalid(at, annotated, 'must match `ingressClassName` when both are specified');
  }
}

export function judgeDomainPath(value: string, at: At, faults: Faults): void {
  const slash = value.indexOf('/');
  const [domain, path] = [value.slice(0, slash), value.slice(slash + 1)];
  if (value === '') faults.required(at);
  else if (slash <= 0 || path === '') faults.invalid(at, value, 'must be a domain, `/` and a path');
  else {
    faults.all(at, domain, dnsSubdomain(domain));
    if (!/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path)) faults.invalid(at, path, 'has characters that no path has');
  }
}

export function judgeIngressClass(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const holder = struct(object, 'spec');
  const controller = text(holder, 'controller');
  if (controller.length > 250) faults.tooLong(spec.in('controller'), 250);
  judgeDomainPath(controller, spec.in('controller'), faults);
  const parameters = child(holder, 'parameters');
  if (parameters === undefined) return;
  const at = spec.in('parameters');
  judgeTyped(parameters, at, faults);
  const [scope, namespace] = [optional(parameters, 'scope') ?? 'Cluster', optional(parameters, 'namespace')];
  if (scope !== 'Cluster' && scope !== 'Namespace')
    faults.notSupported(at.in('scope'), scope, ['Cluster', 'Namespace']);
  else if (scope === 'Cluster' && namespace !== undefined) faults.forbidden(at.in('namespace'), '`scope` is Cluster');
  else if (scope === 'Namespace' && namespace === undefined)
    faults.required(at.in('namespace'), '`scope` is Namespace');
  else if (scope === 'Namespace' && namespace !== undefined)
    faults.all(at.in('namespace'), namespace, dnsLabel(namespace));
}

const protocols = ['TCP', 'UDP', 'SCTP'];

function judgePort(port: Obj, at: At, faults: Faults): void {
  const [protocol, value, end] = [optional(port, 'protocol'), either(port, 'port'), number(port, 'endPort')];
  if (protocol !== undefined && !protocols.includes(protocol))
    faults.notSupported(at.in('protocol'), protocol, protocols);
  if (typeof value === 'number') {
    faults.all(at.in('port'), value, portNumber(value));
    if (end === undefined) return;
    if (end < value) faults.invalid(at.in('endPort'), end, 'must be greater than or equal to `port`');
    faults.all(at.in('endPort'), end, portNumber(end));
    return;
  }
  if (end !== undefined) faults.invalid(at.in('endPort'), end, '`port` must be a number');
  if (value !== undefined) faults.all(at.in('port'), value, portName(value));
}

function judgeBlock(block: Obj, at: At, faults: Faults): void {
  const cidr = text(block, 'cidr');
  if (cidr === '') {
    faults.required(at.in('cidr'));
    return;
  }
  faults.all(at.in('cidr'), cidr, blockForm(cidr));
  const outer: Block | undefined = parseBlock(cidr);
  if (outer === undefined) return;
  strings(block, 'except').forEach((except, index) => {
    const here = at.in('except').item(index);
    const inner = parseBlock(except);
    if (inner === undefined) faults.all(here, except, blockForm(except));
    else if (!isStrictSubset(outer, inner)) faults.invalid(here, except, 'must be a strict subset of `cidr`');
  });
}

function judgePeer(peer: Obj, at: At, faults: Faults): void {
  const kinds = ['podSelector', 'namespaceSelector', 'ipBlock'].filter((name) => has(peer, name));
  for (const name of ['podSelector', 'namespaceSelector']) judgeSelector(child(peer, name), at.in(name), faults);
  if (has(peer, 'ipBlock')) judgeBlock(struct(peer, 'ipBlock'), at.in('ipBlock'), faults);
  if (kinds.length === 0) faults.required(at, 'must specify a peer');
  else if (kinds.length > 1 && has(peer, 'ipBlock')) faults.forbidden(at, 'ipBlock goes with no other peer');
}

export function judgeNetworkPolicy(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const holder = struct(object, 'spec');
  judgeSelector(child(holder, 'podSelector'), spec.in('podSelector'), faults);
  for (const [direction, peers] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ] as const) {
    structs(holder, direction).forEach((rule, index) => {
      const here = spec.in(direction).item(index);
      structs(rule, 'ports').forEach((port, number_) => {
        judgePort(port, here.in('ports').item(number_), faults);
      });
      structs(rule, peers).forEach((peer, number_) => {
        judgePeer(peer, here.in(peers).item(number_), faults);
      });
    });
  }
  const types = strings(holder, 'policyTypes');
  if (types.length > 2) faults.invalid(spec.in('policyTypes'), types, 'may not specify more than two');
  else {
    types.forEach((type, index) => {
      if (type !== 'Ingress' && type !== 'Egress')
        faults.notSupported(spec.in('policyTypes').item(index), type, ['Ingress', 'Egress']);
    });
  }
}
