/**
 * Makes src/manifests/schema/table.ts from the OpenAPI files of Kubernetes releases:
 * `node scripts/schema-table.mjs 1.29=FOLDER … 1.36=FOLDER`, where a FOLDER is the Go module k8s.io/kubernetes of that
 * release (`go mod download -json k8s.io/kubernetes@v1.34.4` prints it). The newest one is the base; what an older one
 * has besides, and what came later, is marked with its versions.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const prefix = '#/definitions/';
const scalars = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'q',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'p',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 't',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'T',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'o',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Patch': 'o',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'o',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON': '*',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray': 'A',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': 'B',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray': 'S',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus': 'o',
};
const formats = { int32: 'i', int64: 'l', byte: 'y', double: 'd' };
const plain = { string: 's', boolean: 'b', integer: 'l', number: 'd', object: 'o' };

function typeOf(schema) {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(prefix.length);
    return scalars[name] ?? `#${name}#`;
  }
  if (schema.type === 'array') return `[${typeOf(schema.items)}`;
  if (schema.additionalProperties !== undefined) return `{${typeOf(schema.additionalProperties)}`;
  return formats[schema.format] ?? plain[schema.type] ?? '*';
}

function fieldsOf(definition) {
  const required = new Set(definition.required);
  const fields = new Map();
  for (const [name, schema] of Object.entries(definition.properties ?? {})) {
    const keys = schema['x-kubernetes-list-map-keys'];
    fields.set(
      name,
      typeOf(schema) + (required.has(name) ? '!' : '') + (keys === undefined ? '' : `@${keys.join('+')}`),
    );
  }
  return fields;
}

/** Kinds that can be created, by `group/version/Kind`, with `N` where they live in namespaces. */
function servedKinds(paths) {
  const served = new Map();
  for (const [path, verbs] of Object.entries(paths)) {
    const gvk = verbs.post?.['x-kubernetes-group-version-kind'];
    if (gvk === undefined || !/^\/apis?\/(?:[^/]+\/)?v[^/]+\/(?:namespaces\/\{namespace\}\/)?[a-z]+$/.test(path))
      continue;
    const id = `${gvk.group}/${gvk.version}/${gvk.kind}`;
    served.set(id, path.includes('{namespace}') || served.get(id) === 'N' ? 'N' : 'C');
  }
  return served;
}

function read(folder) {
  const { definitions, paths } = JSON.parse(readFileSync(`${folder}/api/openapi-spec/swagger.json`, 'utf8'));
  const served = servedKinds(paths);
  const types = new Map();
  for (const [name, definition] of Object.entries(definitions)) {
    if (scalars[name] !== undefined) continue;
    const kinds = new Map();
    const list = definition['x-kubernetes-group-version-kind'] ?? [];
    for (const { group, version, kind } of list.length === 1 ? list : []) {
      const id = `${group}/${version}/${kind}`;
      kinds.set(id, served.get(id) ?? 'X');
    }
    types.set(name, { kinds, fields: fieldsOf(definition) });
  }
  return types;
}

/** Notes `>33` where something came with 1.33 and `<36` where 1.36 is without it. */
function marks(has, minors) {
  const first = minors.findIndex(has);
  const last = minors.findLastIndex(has);
  return (first > 0 ? `>${minors[first]}` : '') + (last < minors.length - 1 ? `<${minors[last + 1]}` : '');
}

const releases = process.argv.slice(2).map((argument) => {
  const [version, folder] = argument.split('=');
  return { minor: Number(version.split('.')[1]), types: read(folder) };
});
releases.sort((a, b) => a.minor - b.minor);
const minors = releases.map(({ minor }) => minor);
const names = [...new Set(releases.flatMap(({ types }) => [...types.keys()]))].sort();
const number = new Map(names.map((name, index) => [name, index]));

function newest(find) {
  for (const { types } of releases.toReversed()) {
    const found = find(types);
    if (found !== undefined) return found;
  }
  return undefined;
}

function union(name, part) {
  const keys = new Set(releases.flatMap(({ types }) => [...(types.get(name)?.[part].keys() ?? [])]));
  return [...keys].sort().map((key) => {
    const value = newest((types) => types.get(name)?.[part].get(key));
    const known = releases.filter(({ types }) => types.has(name)).map(({ minor }) => minor);
    const has = (minor) =>
      releases
        .find((release) => release.minor === minor)
        ?.types.get(name)
        ?.[part].has(key) === true;
    return { key, value, marks: marks(has, part === 'kinds' ? minors : known) };
  });
}

const lines = names.map((name) => {
  const kinds = union(name, 'kinds').map(({ key, value, marks: range }) => `${key}=${value}${range}`);
  const fields = union(name, 'fields').map(({ key, value, marks: range }) => `${key}:${value}${range}`);
  const text = `${name.split('.').at(-1)} ${kinds.join(',')} ${fields.join(' ')}`;
  return text.replaceAll(/#([^#]+)#/g, (_, target) => String(number.get(target)));
});
const body = JSON.stringify(lines.join('\n')).replaceAll("'", "\\'").slice(1, -1).replaceAll('\\"', '"');
writeFileSync(
  'src/manifests/schema/table.ts',
  `/** Made by scripts/schema-table.mjs from the OpenAPI files of Kubernetes 1.${minors.join(', 1.')}. Do not edit. */\n` +
    `export const minors = [${minors.join(', ')}] as const;\n\n` +
    `/** One type a line: name, kinds, fields. Types: see type.ts. */\nexport const table =\n  '${body}';\n`,
);
console.log(`${lines.length} types, ${body.length} characters`);
