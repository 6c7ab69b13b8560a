import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { owed, runGate, runGateUntilItTells } from './gate.js';

const corpus = path.resolve('../shared/corpus/real/fluxcd__flagger');
const given = ['test__workloads__deployment.yaml', 'test__workloads__secret.yaml'];

describe('podinfo', () => {
  test('goes through the gate with a ten-line configuration', async () => {
    const config = readFileSync('examples/podinfo/scale-gate.yml', 'utf8');
    expect(config.trim().split('\n').length).toBeLessThanOrEqual(10);
    const ran = await runGateUntilItTells(['run', 'examples/podinfo']);
    console.log(`podinfo: ${ran.seconds.toFixed(0)} s: ${ran.report?.decision}: ${ran.report?.reason}`);
    expect([ran.code, ran.report?.decision, ran.left]).toEqual([...owed(ran, 0, 'promote'), []]);
  });

  const there = given.every((file) => existsSync(path.join(corpus, file)));
  (there ? test : test.skip)(
    'as another project deploys it, unchanged, rolls out and answers (needs the corpus in ../shared)',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'sg-podinfo-'));
      mkdirSync(path.join(folder, 'k8s'));
      for (const file of given) cpSync(path.join(corpus, file), path.join(folder, 'k8s', file));
      writeFileSync(path.join(folder, 'k8s', 'routing.yaml'), readFileSync('examples/podinfo/k8s/routing.yaml'));
      const config = [
        'service: podinfo',
        'stages: [lint, provision, deploy, promote]',
        'deploy:',
        '  path: /healthz',
        '  images: { "ghcr.io/stefanprodan/podinfo:6.0.0": "ghcr.io/stefanprodan/podinfo:6.9.2" }',
      ];
      writeFileSync(path.join(folder, 'scale-gate.yml'), `${config.join('\n')}\n`);
      const ran = await runGate(['run', folder]);
      console.log(`podinfo as deployed elsewhere: ${ran.seconds.toFixed(0)} s: ${ran.report?.reason}`);
      expect([ran.code, ran.report?.stages.find(({ stage }) => stage === 'deploy')?.verdict, ran.left]).toEqual([
        0,
        'pass',
        [],
      ]);
      rmSync(folder, { recursive: true, force: true });
    },
  );
});
