import { addressForm, parseAddress } from './addresses.js';
import { type At, root } from './at.js';
import { protocols } from './containers.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dnsLabel, dnsSubdomain, labelValue, portNumber, qualifiedName } from './names.js';
import { judgeEndpointAddress } from './service-addresses.js';
import { child, number, type Obj, optional, repeats, strings, structs, text } from './values.js';

function judgeAddress(address: Obj, at: At, faults: Faults): void {
  const [ip, host, node] = [text(address, 'ip'), text(address, 'hostname'), optional(address, 'nodeName')];
  if (parseAddress(ip) === undefined) faults.all(at.in('ip'), ip, addressForm(ip));
  if (host !== '') faults.all(at.in('hostname'), host, dnsLabel(host));
  if (node !== undefined) faults.all(at.in('nodeName'), node, dnsSubdomain(node));
  judgeEndpointAddress(ip, at.in('ip'), faults);
}

export function judgeEndpoints(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  structs(object, 'subsets').forEach((subset, index) => {
    const here = root.in('subsets').item(index);
    const [ready, waiting, ports] = [
      structs(subset, 'addresses'),
      structs(subset, 'notReadyAddresses'),
      structs(subset, 'ports'),
    ];
    if (ready.length === 0 && waiting.length === 0) faults.required(here, '`addresses` or `notReadyAddresses`');
    for (const name of ['addresses', 'notReadyAddresses']) {
      structs(subset, name).forEach((address, position) => {
        judgeAddress(address, here.in(name).item(position), faults);
      });
    }
    ports.forEach((port, position) => {
      judgePort(port, here.in('ports').item(position), ports.length > 1, faults);
    });
  });
}

function judgePort(port: Obj, at: At, named: boolean, faults: Faults): void {
  const [name, value, protocol] = [text(port, 'name'), number(port, 'port') ?? 0, text(port, 'protocol') || 'TCP'];
  if (named && name === '') faults.required(at.in('name'));
  else if (name !== '') faults.all(at.in('name'), name, dnsLabel(name));
  faults.all(at.in('port'), value, portNumber(value));
  if (!protocols.includes(protocol)) faults.notSupported(at.in('protocol'), protocol, protocols);
  const application = optional(port, 'appProtocol');
  if (application !== undefined) faults.all(at.in('appProtocol'), application, qualifiedName(application));
}

function judgeSliceAddress(address: string, type: string, at: At, list: At, faults: Faults): void {
  if (type === 'FQDN') {
    const name = address.replace(/\.$/, '');
    if (address === '') faults.required(at);
    else if (dnsSubdomain(name).length > 0) faults.invalid(at, address, dnsSubdomain(name).join(', '));
    else if (!name.includes('.')) faults.invalid(at, address, 'must have two parts at least');
    return;
  }
  const parsed = parseAddress(address);
  if (parsed === undefined) {
    faults.all(at, address, addressForm(address));
    return;
  }
  if (parsed.bits !== (type === 'IPv4' ? 32 : 128)) faults.invalid(list, address, `must be an ${type} address`);
  judgeEndpointAddress(address, at, faults);
}

function judgeHints(endpoint: Obj, at: At, faults: Faults): void {
  for (const [list, form] of [
    ['forZones', labelValue],
    ['forNodes', dnsSubdomain],
  ] as const) {
    const names = structs(child(endpoint, 'hints'), list).map((hint) => text(hint, 'name'));
    if (names.length > 8) faults.tooMany(at.in(list), names.length, 8);
    const again = repeats<string>();
    names.forEach((name, index) => {
      if (again(name)) faults.duplicate(at.in(list).item(index).in('name'), name);
      faults.all(at.in(list).item(index).in('name'), name, form(name));
    });
  }
}

function judgeEndpoint(endpoint: Obj, type: string, at: At, faults: Faults): void {
  const addresses = strings(endpoint, 'addresses');
  if (addresses.length === 0) faults.required(at.in('addresses'), 'must contain at least 1 address');
  else if (addresses.length > 100) faults.tooMany(at.in('addresses'), addresses.length, 100);
  addresses.forEach((address, index) => {
    if (['IPv4', 'IPv6', 'FQDN'].includes(type))
      judgeSliceAddress(address, type, at.in('addresses').item(index), at.in('addresses'), faults);
  });
  const [node, host] = [optional(endpoint, 'nodeName'), optional(endpoint, 'hostname')];
  if (node !== undefined) faults.all(at.in('nodeName'), node, dnsSubdomain(node));
  if (host !== undefined) faults.all(at.in('hostname'), host, dnsLabel(host));
  judgeHints(endpoint, at.in('hints'), faults);
}

export function judgeEndpointSlice(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const type = text(object, 'addressType');
  faults.oneOf(root.in('addressType'), type, ['FQDN', 'IPv4', 'IPv6']);
  const ports = structs(object, 'ports');
  if (ports.length > 100) faults.tooMany(root.in('ports'), ports.length, 100);
  const names = ports.map((port) => text(port, 'name'));
  const again = repeats<string>();
  ports.forEach((port, index) => {
    const here = root.in('ports').item(index);
    const [name, protocol] = [names[index] ?? '', optional(port, 'protocol') ?? 'TCP'];
    if (name !== '') faults.all(here.in('name'), name, dnsLabel(name));
    if (again(name)) faults.duplicate(here.in('name'), name);
    if (!protocols.includes(protocol)) faults.notSupported(here.in('protocol'), protocol, protocols);
    const application = optional(port, 'appProtocol');
    if (application !== undefined) faults.all(here.in('appProtocol'), application, qualifiedName(application));
  });
  const endpoints = structs(object, 'endpoints');
  if (endpoints.length > 1000) faults.tooMany(root.in('endpoints'), endpoints.length, 1000);
  endpoints.forEach((endpoint, index) => {
    judgeEndpoint(endpoint, type, root.in('endpoints').item(index), faults);
  });
}
