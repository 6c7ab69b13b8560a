import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { boundaryAround } from '../../../src/adapters/files/boundary.js';
import { fileSource } from '../../../src/adapters/files/source.js';
import { helmRenderer } from '../../../src/adapters/helm/renderer.js';
import { kustomizeRenderer } from '../../../src/adapters/kustomize/renderer.js';
import { nodeCommands } from '../../../src/adapters/node/commands.js';
import { readManifests } from '../../../src/manifests/read.js';
import { lintStage } from '../../../src/stages/lint/lint.js';

const options = { signal: new AbortController().signal };
const has = (program: string): boolean => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

function folderOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'sg-files-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

const map = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
const plain = fileSource({ renderers: [] });
const commands = nodeCommands({ PATH: process.env['PATH'], HOME: tmpdir() });

describe('manifests from files', () => {
  test('a folder is read by name, with its subfolders, and what is no manifest is told', async () => {
    const root = folderOf({
      'b.yaml': map('b'),
      'a/z.yml': map('z'),
      'values.yaml': 'replicas: 2\n',
      'README.md': '# kind',
      '.github/workflow.yaml': map('hidden'),
    });
    const { texts, whole, skipped } = await plain.read([root], options);
    expect(texts.map(({ file }) => path.relative(root, file))).toEqual(['a/z.yml', 'b.yaml']);
    expect(skipped.map((file) => path.relative(root, file))).toEqual(['values.yaml']);
    expect(whole).toBe(true);
  });

  test('a lone file is a part, whatever it holds', async () => {
    const root = folderOf({ 'a.yaml': 'replicas: 2\n' });
    const { texts, whole } = await plain.read([path.join(root, 'a.yaml')], options);
    expect([texts.length, whole]).toEqual([1, false]);
  });

  test('a pattern reads what it matches', async () => {
    const root = folderOf({ 'a.yaml': map('a'), 'b.yaml': map('b'), 'c.txt': '' });
    expect((await plain.read([path.join(root, '*.yaml')], options)).texts).toHaveLength(2);
  });

  test('standard input is read to its end', async () => {
    const stdin = async function* () {
      yield Buffer.from(map('in').slice(0, 5));
      yield Buffer.from(map('in').slice(5));
    };
    const { texts } = await fileSource({ renderers: [], stdin }).read(['-'], options);
    expect(texts).toEqual([{ file: '-', text: map('in') }]);
  });

  test.each([
    ['a path that is not there', () => path.join(folderOf({}), 'nope'), /nope is not there/],
    ['a pattern without a match', () => path.join(folderOf({}), '*.yaml'), /matches no file/],
    [
      'a link that leads out of the folder',
      () => {
        const root = folderOf({});
        symlinkSync('/etc/hostname', path.join(root, 'x.yaml'));
        return root;
      },
      /leads out of/,
    ],
    [
      'a link to nothing',
      () => {
        const root = folderOf({});
        symlinkSync('gone.yaml', path.join(root, 'x.yaml'));
        return root;
      },
      /is a link to nothing/,
    ],
  ])('%s is refused', async (_, make, message) => {
    await expect(plain.read([make()], options)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(message),
    });
  });

  test('what lies beyond the boundary is refused, every path of it at once, and a link within it is followed', async () => {
    const root = folderOf({ 'in/a.yaml': map('a'), 'out/b.yaml': map('b') });
    symlinkSync('../out', path.join(root, 'in/over'));
    symlinkSync('a.yaml', path.join(root, 'in/same.yaml'));
    const bounded = fileSource({ renderers: [], boundary: boundaryAround([path.join(root, 'in')]) });
    const paths = ['out', 'in/over', 'in/over/b.yaml', 'in/same.yaml'].map((name) => path.join(root, name));
    await expect(bounded.read(paths, options)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/^3 problems:(\n- .*outside of .*\/in){3}$/),
    });
    expect((await bounded.read(paths.slice(3), options)).texts).toHaveLength(1);
  });

  test('what a pattern finds has to be where the pattern looks', async () => {
    const root = folderOf({ 'in/a.yaml': map('a'), 'secret.yaml': map('b') });
    symlinkSync('../secret.yaml', path.join(root, 'in/b.yaml'));
    await expect(plain.read([path.join(root, 'in/*.yaml')], options)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/in\/b\.yaml leads to .*secret\.yaml, outside of/),
    });
  });

  test('a file over the limit is refused before it is read', async () => {
    const root = folderOf({ 'a.yaml': map('a') });
    const small = fileSource({ renderers: [], limits: { fileBytes: 10, totalBytes: 100, files: 9 } });
    await expect(small.read([root], options)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 0
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: a:1, resources: {requests: {cpu: 1}}}]
`;
const scaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 3
`;

async function placeOfReplicas(root: string): Promise<string | undefined> {
  const renderers = [
    kustomizeRenderer(commands),
    helmRenderer(commands, { release: 'web', namespace: 'shop', values: [] }),
  ];
  const clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };
  const stage = lintStage({ source: fileSource({ renderers }), clock, read: readManifests });
  const spec = { paths: [root], namespace: 'shop', kubernetesVersions: ['1.34'] };
  const { output } = await stage.run(spec, { ...options, own: async () => undefined });
  const found = output.diagnostics.find(({ rule }) => rule === 'hpa-replicas-set');
  return found && `${path.relative(root, found.at.file)}:${found.at.start.line}:${found.at.start.column}`;
}

describe('manifests that have to be rendered', () => {
  (has('kubectl') || has('kustomize') ? test : test.skip)(
    'a finding in a rendered overlay is shown in the file that people edit (needs kubectl or kustomize)',
    async () => {
      const root = folderOf({
        'over/kustomization.yaml': 'resources: [../base]\nnamePrefix: dev-\n',
        'base/kustomization.yaml': 'resources: [web.yaml, hpa.yaml]\n',
        'base/web.yaml': deployment,
        'base/hpa.yaml': scaler,
      });
      expect(await placeOfReplicas(path.join(root, 'over'))).toBe('../base/web.yaml:6:13');
    },
  );

  (has('kubectl') || has('kustomize') ? test : test.skip)(
    'an overlay that does not render is refused with what the tool says (needs kubectl or kustomize)',
    async () => {
      const root = folderOf({ 'kustomization.yaml': 'resources: [gone.yaml]\n' });
      const source = fileSource({ renderers: [kustomizeRenderer(commands)] });
      await expect(source.read([root], options)).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        message: expect.stringContaining('gone.yaml'),
      });
    },
  );

  (has('kubectl') || has('kustomize') ? test : test.skip)(
    'an overlay over a base beyond the boundary is refused, and one within is not (needs kubectl or kustomize)',
    async () => {
      const root = folderOf({
        'in/over/kustomization.yaml': 'resources: [../../out]\n',
        'out/kustomization.yaml': 'resources: [web.yaml]\n',
        'out/web.yaml': deployment,
      });
      const read = (around: string) => {
        const boundary = boundaryAround([path.join(root, around)]);
        return fileSource({ renderers: [kustomizeRenderer(commands, boundary)], boundary }).read(
          [path.join(root, 'in/over')],
          options,
        );
      };
      await expect(read('in')).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        message: expect.stringMatching(/over takes objects from .*out\/web\.yaml, outside of .*\/in$/),
      });
      expect((await read('.')).texts).toHaveLength(1);
    },
  );

  (has('kubectl') || has('kustomize') ? test : test.skip)(
    'a text that looks like the origin of an object is a text (needs kubectl or kustomize)',
    async () => {
      const forged = 'config.kubernetes.io/origin: |\n      path: ../../../../../../etc/hostname\n';
      const root = folderOf({
        'kustomization.yaml': 'resources: [a.yaml]\n',
        'a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n    ${forged}`,
      });
      const { texts } = await fileSource({ renderers: [kustomizeRenderer(commands)] }).read([root], options);
      expect(texts.map(({ origin }) => origin?.file)).toEqual([path.join(root, 'a.yaml')]);
      expect(texts[0]?.text).toContain('etc/hostname');
    },
  );

  (has('helm') ? test : test.skip)('a chart with a link that leads out is not rendered (needs helm)', async () => {
    const root = folderOf({
      'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
      'templates/web.yaml': 'data: {{ .Files.Get "x" }}\n',
    });
    symlinkSync('/etc/hostname', path.join(root, 'x'));
    const boundary = boundaryAround([root]);
    const renderer = helmRenderer(commands, { release: 'web', namespace: 'shop', values: [] }, boundary);
    await expect(fileSource({ renderers: [renderer], boundary }).read([root], options)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/x leads out of/),
    });
  });

  (has('helm') ? test : test.skip)('a finding in a chart is shown in its template (needs helm)', async () => {
    const root = folderOf({
      'Chart.yaml': 'apiVersion: v2\nname: other-than-folder\nversion: 0.1.0\n',
      'templates/web.yaml': deployment.replace('image: a:1', 'image: "{{ .Values.image }}"'),
      'templates/hpa.yaml': scaler,
      'values.yaml': 'image: a:1\n',
    });
    expect(await placeOfReplicas(root)).toBe('templates/web.yaml:6:13');
  });
});
