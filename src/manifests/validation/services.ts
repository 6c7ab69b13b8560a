import { blockForm } from './addresses.js';
import { type At, root } from './at.js';
import { protocols } from './containers.js';
import type { Faults } from './faults.js';
import { judgeLabels, judgeMetadata } from './metadata.js';
import { dns1035Label, dnsLabel, dnsSubdomain, portNumber, qualifiedName } from './names.js';
import { judgePort } from './probes.js';
import { clusterIPs, isHeadless, isUnallocated, judgeEndpointAddress, nodePortsOf } from './service-addresses.js';
import { child, either, has, number, type Obj, optional, strings, struct, structs, text, texts } from './values.js';

const spec = root.in('spec');
const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];

function judgeServicePort(port: Obj, at: At, named: boolean, seen: Set<string>, faults: Faults): void {
  const name = text(port, 'name');
  if (named && name === '') faults.required(at.in('name'));
  else if (name !== '') {
    faults.all(at.in('name'), name, dnsLabel(name));
    if (seen.has(name)) faults.duplicate(at.in('name'), name);
    seen.add(name);
  }
  const value = number(port, 'port') ?? 0;
  faults.all(at.in('port'), value, portNumber(value));
  const protocol = text(port, 'protocol') || 'TCP';
  if (!protocols.includes(protocol)) faults.notSupported(at.in('protocol'), protocol, protocols);
  const target = either(port, 'targetPort');
  judgePort(target === undefined || target === 0 || target === '' ? value : target, at.in('targetPort'), faults);
  const application = optional(port, 'appProtocol');
  if (application !== undefined) faults.all(at.in('appProtocol'), application, qualifiedName(application));
}

function judgePorts(holder: Obj, type: string, faults: Faults): void {
  const ports = structs(holder, 'ports');
  const given = nodePortsOf(holder, type);
  const [names, nodePorts, pairs] = [new Set<string>(), new Set<string>(), new Set<string>()];
  ports.forEach((port, index) => {
    const here = spec.in('ports').item(index);
    judgeServicePort(port, here, ports.length > 1, names, faults);
    const protocol = text(port, 'protocol') || 'TCP';
    const node = given[index] ?? '';
    if (type === 'ClusterIP' && node !== '')
      faults.forbidden(here.in('nodePort'), 'may not be used when `type` is ClusterIP');
    if (node !== '' && nodePorts.has(`${protocol}/${node}`)) faults.duplicate(here.in('nodePort'), node);
    nodePorts.add(`${protocol}/${node}`);
    const pair = `${protocol}/${number(port, 'port') ?? 0}`;
    if (pairs.has(pair)) faults.duplicate(here, pair);
    pairs.add(pair);
  });
}

function judgeExternalName(holder: Obj, faults: Faults): void {
  if (clusterIPs(holder).length > 0)
    faults.forbidden(
      spec.called('clusterIPs', has(holder, 'clusterIPs') ? 'clusterIPs' : 'clusterIP'),
      'may not be set for ExternalName services',
    );
  if (strings(holder, 'ipFamilies').length > 0)
    faults.forbidden(spec.in('ipFamilies'), 'may not be set for ExternalName services');
  if (has(holder, 'ipFamilyPolicy'))
    faults.forbidden(spec.in('ipFamilyPolicy'), 'may not be set for ExternalName services');
  const name = text(holder, 'externalName').replace(/\.$/, '');
  if (name === '') faults.required(spec.in('externalName'));
  else faults.all(spec.in('externalName'), name, dnsSubdomain(name));
}

function judgeAffinity(holder: Obj, faults: Faults): void {
  const affinity = text(holder, 'sessionAffinity') || 'None';
  const config = child(holder, 'sessionAffinityConfig');
  if (affinity !== 'None' && affinity !== 'ClientIP')
    faults.notSupported(spec.in('sessionAffinity'), affinity, ['ClientIP', 'None']);
  const seconds = number(child(config, 'clientIP'), 'timeoutSeconds');
  if (affinity !== 'ClientIP' || seconds === undefined || (seconds > 0 && seconds <= 86400)) return;
  faults.invalid(
    spec.in('sessionAffinityConfig').in('clientIP').in('timeoutSeconds'),
    seconds,
    'must be greater than 0 and less than 86400',
  );
}

function judgeSourceRanges(object: Obj, holder: Obj, type: string, faults: Faults): void {
  const ranges = strings(holder, 'loadBalancerSourceRanges');
  const at = spec.called('LoadBalancerSourceRanges', 'loadBalancerSourceRanges');
  const key = 'service.beta.kubernetes.io/load-balancer-source-ranges';
  const annotation = new Map(texts(struct(object, 'metadata'), 'annotations')).get(key);
  if (ranges.length > 0) {
    if (type !== 'LoadBalancer') faults.forbidden(at, 'may only be used when `type` is LoadBalancer');
    ranges.forEach((range, index) => {
      faults.all(at.item(index), range.trim(), blockForm(range.trim()));
    });
  } else if (annotation !== undefined) {
    const here = root.in('metadata').in('annotations').key(key);
    if (type !== 'LoadBalancer') faults.forbidden(here, 'may only be used when `type` is LoadBalancer');
    for (const range of annotation.trim() === '' ? [] : annotation.split(','))
      faults.all(here, range.trim(), blockForm(range.trim()));
  }
}

function judgeTraffic(holder: Obj, type: string, faults: Faults): void {
  const reachable =
    type === 'LoadBalancer' ||
    type === 'NodePort' ||
    (type === 'ClusterIP' && strings(holder, 'externalIPs').length > 0);
  const policy = text(holder, 'externalTrafficPolicy');
  const at = spec.in('externalTrafficPolicy');
  if (!reachable && policy !== '') faults.invalid(at, policy, 'may only be set for externally-accessible services');
  else if (reachable && policy !== '' && policy !== 'Cluster' && policy !== 'Local')
    faults.notSupported(at, policy, ['Cluster', 'Local']);
  const health = number(holder, 'healthCheckNodePort') ?? 0;
  const checked = type === 'LoadBalancer' && policy === 'Local';
  const here = spec.in('healthCheckNodePort');
  if (!checked && health !== 0)
    faults.invalid(here, health, 'may only be set when `type` is LoadBalancer and `externalTrafficPolicy` is Local');
  else if (checked && health !== 0) {
    faults.all(here, health, portNumber(health));
  }
}

function judgeChoices(holder: Obj, type: string, faults: Faults): void {
  const inner = optional(holder, 'internalTrafficPolicy');
  if (inner !== undefined && inner !== 'Cluster' && inner !== 'Local')
    faults.notSupported(spec.in('internalTrafficPolicy'), inner, ['Cluster', 'Local']);
  const distribution = optional(holder, 'trafficDistribution');
  const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
  if (distribution !== undefined && !distributions.includes(distribution))
    faults.notSupported(spec.in('trafficDistribution'), distribution, distributions);
  if (has(holder, 'allocateLoadBalancerNodePorts') && type !== 'LoadBalancer')
    faults.forbidden(spec.in('allocateLoadBalancerNodePorts'), 'may only be used when `type` is LoadBalancer');
  const balancer = optional(holder, 'loadBalancerClass');
  if (balancer === undefined) return;
  if (type === 'LoadBalancer') faults.all(spec.in('loadBalancerClass'), balancer, qualifiedName(balancer));
  else faults.forbidden(spec.in('loadBalancerClass'), 'may only be used when `type` is LoadBalancer');
}

export function judgeService(object: Obj, faults: Faults): void {
  const holder = struct(object, 'spec');
  const [type, addresses] = [text(holder, 'type') || 'ClusterIP', clusterIPs(holder)];
  if (isUnallocated(holder, type, faults)) return;
  judgeMetadata(object, dns1035Label, faults);
  const headless = isHeadless(addresses);
  if (structs(holder, 'ports').length === 0 && !headless && type !== 'ExternalName') faults.required(spec.in('ports'));
  if (headless && (type === 'LoadBalancer' || type === 'NodePort')) {
    const at = has(holder, 'clusterIPs') ? spec.in('clusterIPs').item(0) : spec.called('clusterIPs[0]', 'clusterIP');
    faults.invalid(at, 'None', `may not be set to None for ${type} services`);
  }
  if (type === 'ExternalName') judgeExternalName(holder, faults);
  judgeLabels(holder, 'selector', spec.in('selector'), faults);
  judgeAffinity(holder, faults);
  strings(holder, 'externalIPs').forEach((address, index) => {
    judgeEndpointAddress(address, spec.in('externalIPs').item(index), faults);
  });
  if (!types.includes(type)) faults.notSupported(spec.in('type'), type, types);
  judgeSourceRanges(object, holder, type, faults);
  judgeChoices(holder, type, faults);
  judgeTraffic(holder, type, faults);
  judgePorts(holder, type, faults);
}
