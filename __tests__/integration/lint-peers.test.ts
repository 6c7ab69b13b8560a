import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const has = (program: string): boolean => spawnSync('which', [program]).status === 0;
const there = has('kube-score') && has('kubeconform') && existsSync('../shared/corpus/schemas');

describe('docs/lint/peers.md', () => {
  (there ? test : test.skip)('is what kubeconform and kube-score say (skipped without them and their schemas)', () => {
    const { stdout, status } = spawnSync('node', ['bench/lint/peers.mjs', '--check'], { encoding: 'utf8' });
    expect([stdout.trim(), status]).toEqual(['docs/lint/peers.md is what the peers say', 0]);
  });
});
