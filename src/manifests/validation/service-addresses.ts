import { type Address, addressForm, parseAddress } from './addresses.js';
import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { flag, has, number, type Obj, optional, strings, structs, text, texts } from './values.js';

const spec = root.in('spec');

/** The list of addresses, which the single one fills where it is absent. */
export function clusterIPs(holder: Obj): readonly string[] {
  const [one, several] = [text(holder, 'clusterIP'), strings(holder, 'clusterIPs')];
  return one !== '' && several.length === 0 && !has(holder, 'clusterIPs') ? [one] : several;
}

function judgeFamilies(holder: Obj, faults: Faults): void {
  const seen = new Set<string>();
  strings(holder, 'ipFamilies').forEach((family, index) => {
    const here = spec.in('ipFamilies').item(index);
    if (family !== 'IPv4' && family !== 'IPv6') faults.notSupported(here, family, ['IPv4', 'IPv6']);
    if (seen.has(family)) faults.duplicate(here, family);
    seen.add(family);
  });
  const policy = optional(holder, 'ipFamilyPolicy');
  const policies = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
  if (policy !== undefined && !policies.includes(policy))
    faults.notSupported(spec.in('ipFamilyPolicy'), policy, policies);
}

function judgeClusterIPs(holder: Obj, faults: Faults): void {
  const [one, several, at] = [
    text(holder, 'clusterIP'),
    clusterIPs(holder),
    spec.called('clusterIPs', has(holder, 'clusterIPs') ? 'clusterIPs' : 'clusterIP'),
  ];
  const item = (index: number): At =>
    has(holder, 'clusterIPs') ? spec.in('clusterIPs').item(index) : spec.called(`clusterIPs[${index}]`, 'clusterIP');
  if (one !== '' && several.length === 0) faults.required(at);
  else if (one !== '' && several[0] !== one) faults.invalid(at, several, 'first value must match `clusterIP`');
  else if (one === '' && several.length > 0)
    faults.invalid(at, several, 'must be empty when `clusterIP` is not specified');
  judgeFamilies(holder, faults);
  let good = true;
  several.forEach((address, index) => {
    if (index === 0 && address === 'None') {
      if (several.length === 1) return;
      faults.invalid(at, several, 'None must be the first and only value');
      good = false;
    } else if (parseAddress(address) === undefined) {
      faults.all(item(index), address, addressForm(address));
      good = false;
    }
  });
  if (several.length > 2) faults.invalid(at, several, 'may only hold up to 2 values');
  if (!good) return;
  const bits = several.map((address) => parseAddress(address)?.bits);
  if (several.length > 1 && (bits.length !== 2 || bits[0] === bits[1]))
    faults.invalid(at, several, 'may specify no more than one IP for each IP family');
  if (isHeadless(several)) return;
  strings(holder, 'ipFamilies').forEach((family, index) => {
    if (bits[index] === undefined) return;
    if ((family === 'IPv4' && bits[index] === 128) || (family === 'IPv6' && bits[index] === 32))
      faults.invalid(item(index), several[index], `expected an ${family} value`);
  });
}

export function isHeadless(several: readonly string[]): boolean {
  return several.length === 1 && several[0] === 'None';
}

function inRange(address: Address, base: string, length: number): boolean {
  const other = parseAddress(base);
  if (other === undefined || other.bits !== address.bits) return false;
  const shift = BigInt(address.bits - length);
  return address.value >> shift === other.value >> shift;
}

/** Addresses that nothing can be reached at. */
export function judgeEndpointAddress(text_: string, at: At, faults: Faults): void {
  const address = parseAddress(text_);
  if (address === undefined) faults.all(at, text_, addressForm(text_));
  else if (address.value === 0n) faults.invalid(at, text_, 'may not be unspecified');
  else if (inRange(address, '127.0.0.0', 8) || (address.bits === 128 && address.value === 1n))
    faults.invalid(at, text_, 'may not be a loopback address');
  else if (inRange(address, '169.254.0.0', 16) || inRange(address, 'fe80::', 10))
    faults.invalid(at, text_, 'may not be a link-local address');
  else if (inRange(address, '224.0.0.0', 24) || inRange(address, 'ff02::', 16))
    faults.invalid(at, text_, 'may not be a link-local multicast address');
}

/** The allocators of addresses and node ports come before all validation: what they refuse is all that is told. */
export function isUnallocated(holder: Obj, type: string, faults: Faults): boolean {
  if (type === 'ExternalName') return false;
  judgeClusterIPs(holder, faults);
  if (faults.count === 0) judgeSingleStack(holder, faults);
  if (faults.count === 0) judgeNodePorts(holder, type, faults);
  return faults.count > 0;
}

function judgeSingleStack(holder: Obj, faults: Faults): void {
  const headless = text(holder, 'clusterIP') === 'None' && texts(holder, 'selector').length === 0;
  const policy = optional(holder, 'ipFamilyPolicy') ?? (headless ? 'RequireDualStack' : 'SingleStack');
  if (policy !== 'SingleStack') return;
  const at = spec.in('ipFamilyPolicy');
  for (const several of [clusterIPs(holder), strings(holder, 'ipFamilies')])
    if (several.length === 2) faults.invalid(at, policy, 'must be PreferDualStack or RequireDualStack for two');
}

/** Node ports as the allocator gives them: ports of the same number share one. A free one is told by its port. */
export function nodePortsOf(holder: Obj, type: string, refuse?: (node: number, at: At) => void): readonly string[] {
  const ports = structs(holder, 'ports');
  const asked = ports.map((port) => number(port, 'nodePort') ?? 0);
  if (type !== 'NodePort' && type !== 'LoadBalancer') return asked.map((node) => (node === 0 ? '' : String(node)));
  const byPort = new Map<number, number | string>();
  const pairs = ports.map((port, index) => [number(port, 'port'), asked[index] ?? 0] as const);
  const firstAsked = new Map(pairs.filter(([, node]) => node !== 0).toReversed());
  const taken = new Set<number>();
  const take = (node: number, index: number): void => {
    const bad = node < 30000 || node > 32767 || taken.has(node);
    if (bad) refuse?.(node, spec.in('ports').item(index).in('nodePort'));
    taken.add(node);
  };
  const gives = type === 'NodePort' || flag(holder, 'allocateLoadBalancerNodePorts') !== false;
  return ports.map((port, index) => {
    const [own, value] = [asked[index] ?? 0, number(port, 'port') ?? 0];
    if (own === 0 && !gives) return '';
    const known = byPort.get(value);
    const wanted = firstAsked.get(value);
    if (known === undefined) {
      if (wanted !== undefined) take(wanted, index);
      byPort.set(value, wanted ?? `free for ${value}`);
      return String(wanted ?? `free for ${value}`);
    }
    if (own !== 0 && own !== known) take(own, index);
    return String(own === 0 ? known : own);
  });
}

function judgeNodePorts(holder: Obj, type: string, faults: Faults): void {
  nodePortsOf(holder, type, (node, at) => {
    if (faults.count === 0) faults.invalid(at, node, 'is taken, or not in the range of node ports, 30000-32767');
  });
  const health = number(holder, 'healthCheckNodePort') ?? 0;
  const checked = type === 'LoadBalancer' && text(holder, 'externalTrafficPolicy') === 'Local';
  if (checked && health !== 0 && (health < 30000 || health > 32767) && faults.count === 0)
    faults.invalid(spec.in('healthCheckNodePort'), health, 'is not in the range of node ports, 30000-32767');
}
