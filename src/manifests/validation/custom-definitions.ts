import { isSame } from '../sameness.js';
import { type At, root } from './at.js';
import { judgeRootSchema } from './custom-schemas.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dns1035Label, dnsSubdomain } from './names.js';
import { child, flag, has, list, type Obj, optional, repeats, strings, struct, structs, text } from './values.js';
import { judgeWebhookService, judgeWebhookUrl } from './webhooks.js';

/** Several reasons are one fault here. */
function judgeLabel(name: string, at: At, faults: Faults): void {
  const reasons = dns1035Label(name);
  if (reasons.length > 0) faults.invalid(at, name, reasons.join(', '));
}

function judgeNames(names: Obj, at: At, faults: Faults): void {
  const kind = text(names, 'kind');
  const singular = text(names, 'singular') || kind.toLowerCase();
  const listKind = text(names, 'listKind') || (kind === '' ? '' : `${kind}List`);
  for (const [name, value] of Object.entries({ plural: text(names, 'plural'), singular, kind, listKind })) {
    if (value === '') faults.required(at.in(name));
    else judgeLabel(name.toLowerCase().endsWith('kind') ? value.toLowerCase() : value, at.in(name), faults);
  }
  for (const name of ['shortNames', 'categories'])
    strings(names, name).forEach((word, index) => {
      judgeLabel(word, at.in(name).item(index), faults);
    });
  if (kind !== '' && kind === listKind) faults.invalid(at.in('listKind'), listKind, 'must not be the kind');
}

function judgeColumn(column: Obj, at: At, faults: Faults): void {
  const types = ['boolean', 'date', 'integer', 'number', 'string'];
  const formats = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];
  const [type, format, path] = [text(column, 'type'), text(column, 'format'), text(column, 'jsonPath')];
  if (text(column, 'name') === '') faults.required(at.in('name'));
  if (type === '') faults.required(at.in('type'));
  else if (!types.includes(type)) faults.invalid(at.in('type'), type, `must be one of ${types.join(', ')}`);
  if (format !== '' && !formats.includes(format)) faults.invalid(at.in('format'), format, 'is no known format');
  const place = at.called('JSONPath', 'jsonPath');
  if (path === '') faults.required(place);
  else if (!path.startsWith('.')) faults.invalid(place, path, 'must start with `.`');
}

function judgeScalePath(scale: Obj, name: string, roots: readonly string[], at: At, faults: Faults): void {
  const path = text(scale, name);
  if (path === '') faults.required(at.in(name));
  else if (!roots.some((start) => path.startsWith(start)))
    faults.invalid(at.in(name), path, `must start with ${roots.join(' or ')}`);
}

function judgeSubresources(subresources: Obj | undefined, at: At, faults: Faults): void {
  const scale = child(subresources, 'scale');
  if (scale === undefined) return;
  const here = at.in('scale');
  judgeScalePath(scale, 'specReplicasPath', ['.spec.'], here, faults);
  judgeScalePath(scale, 'statusReplicasPath', ['.status.'], here, faults);
  if (text(scale, 'labelSelectorPath') !== '')
    judgeScalePath(scale, 'labelSelectorPath', ['.spec.', '.status.'], here, faults);
}

function judgeWarning(version: Obj, at: At, faults: Faults): void {
  const warning = optional(version, 'deprecationWarning');
  if (warning === undefined) return;
  if (flag(version, 'deprecated') !== true) {
    faults.invalid(at, warning, 'goes only with `deprecated: true`');
    return;
  }
  if (Buffer.byteLength(warning) > 256) faults.invalid(at, warning, 'must be no more than 256 characters');
  if (warning === '') faults.invalid(at, warning, 'must not be empty');
  if (/[\p{Cc}\p{Zl}\p{Zp}\u00a0]/u.test(warning)) faults.invalid(at, warning, 'must be printable');
}

/**
 * The parts that the server moves from the versions to `spec` where all versions have them alike, and which it then
 * calls by their place there.
 */
class Placed {
  readonly #versions: readonly Obj[];

  constructor(versions: readonly Obj[]) {
    this.#versions = versions;
  }

  /** The value of a part with its place, once or for each version. */
  of(name: string, above: string): { at: At; version: Obj }[] {
    const [first] = this.#versions;
    const alike = this.#versions.every((version) => isSame(version[name] ?? null, first?.[name] ?? null));
    const spec = root.in('spec');
    return (alike ? this.#versions.slice(0, 1) : this.#versions).map((version, index) => ({
      version,
      at: alike ? spec.called(above, 'versions', 0, name) : spec.in('versions').item(index).in(name),
    }));
  }
}

function hasStatus(version: Obj): boolean {
  return child(child(version, 'subresources'), 'status') !== undefined;
}

function judgeParts(versions: readonly Obj[], faults: Faults): void {
  const placed = new Placed(versions);
  const schemas = placed.of('schema', 'validation');
  const shared = schemas.length === 1;
  for (const { version, at } of schemas) {
    const schema = child(child(version, 'schema'), 'openAPIV3Schema');
    const status = shared ? versions.some(hasStatus) : hasStatus(version);
    if (schema !== undefined) judgeRootSchema(schema, status, at.in('openAPIV3Schema'), faults);
  }
  for (const { version, at } of placed.of('subresources', 'subresources'))
    judgeSubresources(child(version, 'subresources'), at, faults);
  for (const { version, at } of placed.of('additionalPrinterColumns', 'additionalPrinterColumns'))
    structs(version, 'additionalPrinterColumns').forEach((column, index) => {
      judgeColumn(column, at.item(index), faults);
    });
  for (const { version, at } of placed.of('selectableFields', 'selectableFields')) judgeSelectable(version, at, faults);
}

/** The schema at a path such as `.spec.size`; undefined where there is none. */
function schemaAt(schema: Obj | undefined, path: string): Obj | undefined {
  if (!/^(\.[A-Za-z_][A-Za-z0-9_]*)+$/.test(path)) return undefined;
  let found = schema;
  for (const step of path.slice(1).split('.'))
    found = child(child(found, 'properties'), step) ?? child(found, 'additionalProperties');
  return found;
}

function judgeSelectable(version: Obj, at: At, faults: Faults): void {
  const schema = child(child(version, 'schema'), 'openAPIV3Schema');
  const fields = structs(version, 'selectableFields');
  if (fields.length > 0 && schema === undefined) faults.invalid(at, '', 'goes only with a schema');
  const seen = new Set<string>();
  fields.forEach((field, index) => {
    const [path, here] = [text(field, 'jsonPath'), at.item(index).in('jsonPath')];
    const found = path === '.metadata' || path.startsWith('.metadata.') ? {} : schemaAt(schema, path);
    if (path === '') faults.required(here);
    else if (found === undefined) faults.invalid(here, path, 'leads to nothing in the schema');
    else if (!['string', 'boolean', 'integer'].includes(text(found, 'type')))
      faults.invalid(here, path, 'must lead to a string, boolean or integer');
    if (path !== '' && seen.has(path)) faults.duplicate(here, path);
    seen.add(path);
  });
  if (seen.size > 8) faults.tooMany(at, seen.size, 8);
}

function judgeVersions(versions: readonly Obj[], faults: Faults): void {
  const at = root.in('spec').in('versions');
  versions.forEach((version, index) => {
    const here = at.item(index);
    if (child(child(version, 'schema'), 'openAPIV3Schema') === undefined)
      faults.required(here.in('schema').in('openAPIV3Schema'));
    judgeLabel(text(version, 'name'), here.in('name'), faults);
    judgeWarning(version, here.in('deprecationWarning'), faults);
  });
  judgeParts(versions, faults);
  const names = versions.map((version) => text(version, 'name'));
  if (new Set(names).size < names.length) faults.invalid(at, names, 'must have unique names');
  const stored = versions.filter((version) => flag(version, 'storage') === true).length;
  if (stored !== 1) faults.invalid(at, stored, 'must have exactly one version with `storage: true`');
  const storedAt = root.called('status', 'spec').called('storedVersions', 'versions');
  if (stored === 0) faults.invalid(storedAt, [], 'must have a stored version');
  for (let count = 1; count < stored; count++) faults.invalid(storedAt, names, 'must have all stored versions');
  const [first = ''] = names;
  if (versions.length > 0 && dns1035Label(first).length > 0 && first !== '')
    judgeLabel(first, root.in('spec').called('version', 'versions', 0, 'name'), faults);
}

function judgeClient(client: Obj, at: At, faults: Faults): void {
  const [url, service] = [optional(client, 'url'), child(client, 'service')];
  if ((url === undefined) === (service === undefined)) faults.required(at, 'exactly one of url and service');
  else if (url !== undefined) judgeWebhookUrl(url, at.in('url'), faults);
  else if (service !== undefined) judgeWebhookService(service, at.in('service'), faults);
}

function judgeReviewVersions(versions: readonly string[], at: At, faults: Faults): void {
  if (versions.length === 0) faults.required(at);
  const again = repeats<string>();
  versions.forEach((version, index) => {
    if (again(version)) faults.invalid(at.item(index), version, 'is there twice');
    else faults.all(at.item(index), version, dns1035Label(version));
  });
  if (versions.length > 0 && !versions.includes('v1') && !versions.includes('v1beta1'))
    faults.invalid(at, versions, 'must include one of v1 and v1beta1');
}

function judgeConversion(spec: Obj, faults: Faults): void {
  const conversion = child(spec, 'conversion');
  if (conversion === undefined) return;
  const at = root.in('spec').in('conversion');
  const [strategy, webhook] = [text(conversion, 'strategy'), child(conversion, 'webhook')];
  const client = child(webhook, 'clientConfig');
  const clientAt = at.called('webhookClientConfig', 'webhook', 'clientConfig');
  const versionsAt = at.called('conversionReviewVersions', 'webhook', 'conversionReviewVersions');
  faults.oneOf(at.in('strategy'), strategy, ['None', 'Webhook']);
  if (strategy !== 'None' && flag(spec, 'preserveUnknownFields') === true)
    faults.invalid(at.in('strategy'), strategy, 'must be None where unknown fields are preserved');
  if (strategy === 'Webhook') {
    if (client === undefined) faults.required(clientAt, 'the strategy is Webhook');
    else judgeClient(client, clientAt, faults);
    judgeReviewVersions(strings(webhook, 'conversionReviewVersions'), versionsAt, faults);
    return;
  }
  if (client !== undefined) faults.forbidden(clientAt, 'goes only with the strategy Webhook');
  if (list(webhook, 'conversionReviewVersions').length > 0)
    faults.forbidden(versionsAt, 'goes only with the strategy Webhook');
}

const approval = 'api-approved.kubernetes.io';

/** Groups of the Kubernetes project need its approval. */
function judgeApproval(object: Obj, group: string, faults: Faults): void {
  if (!/(^|\.)(k8s|kubernetes)\.io$/.test(group)) return;
  const annotations = struct(struct(object, 'metadata'), 'annotations');
  const at = root.in('metadata').in('annotations').key(approval);
  const value = text(annotations, approval);
  if (value === '') faults.required(at, 'the group belongs to the Kubernetes project');
  else if (!value.startsWith('unapproved') && !/^[a-z]+:\/\/[^/]+/i.test(value))
    faults.invalid(at, value, 'must be a URL, or start with `unapproved`');
}

/** `CustomResourceDefinition`, after apiextensions-apiserver/pkg/apis/apiextensions/validation. */
export function judgeCustomDefinition(object: Obj, faults: Faults): void {
  const [spec, at] = [struct(object, 'spec'), root.in('spec')];
  const [group, names] = [text(spec, 'group'), struct(spec, 'names')];
  const wanted = `${text(names, 'plural')}.${group}`;
  judgeMetadata(
    object,
    (name) => [...dnsSubdomain(name), ...(name === wanted ? [] : [`must be \`${wanted}\``])],
    faults,
    false,
  );
  if (group === '') faults.required(at.in('group'));
  else if (dnsSubdomain(group).length > 0) faults.invalid(at.in('group'), group, dnsSubdomain(group).join(', '));
  else if (!group.includes('.')) faults.invalid(at.in('group'), group, 'must have a dot');
  faults.oneOf(at.in('scope'), text(spec, 'scope'), ['Cluster', 'Namespaced']);
  judgeVersions(structs(spec, 'versions'), faults);
  judgeNames(names, at.in('names'), faults);
  judgeConversion(spec, faults);
  judgeApproval(object, group, faults);
  if (has(spec, 'preserveUnknownFields') && flag(spec, 'preserveUnknownFields') === true)
    faults.invalid(at.in('preserveUnknownFields'), true, 'may not be true');
}
