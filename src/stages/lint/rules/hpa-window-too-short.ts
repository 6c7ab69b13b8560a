import { asNumber, dig } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

/** `--horizontal-pod-autoscaler-sync-period` and `--…-downscale-stabilization`, as kube-controller-manager defaults them. */
const syncSeconds = 15;
const downscaleSeconds = 300;

export const hpaWindowTooShort: ObjectRule = {
  id: 'hpa-window-too-short',
  severity: 'warning',
  requirement: 'autoscaling',
  profile: 'kind',
  remediation: 'Give the load test more time, or set behavior.scaleDown.stabilizationWindowSeconds.',
  peers: [],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, { settings: { loadSeconds, cluster } }) {
    if (loadSeconds === undefined) return undefined;
    const window = (way: string) =>
      asNumber(dig(manifest.value, 'spec', 'behavior', way, 'stabilizationWindowSeconds'));
    const up = (window('scaleUp') ?? 0) + 2 * syncSeconds;
    const longest = cluster?.downscaleSeconds ?? Number.POSITIVE_INFINITY;
    const down = Math.min(window('scaleDown') ?? downscaleSeconds, longest) + 2 * syncSeconds;
    if (up + down <= loadSeconds) return undefined;
    return {
      on: manifest,
      path: ['spec', 'behavior', 'scaleDown', 'stabilizationWindowSeconds'],
      message: `one way up (${up} s) and down (${down} s) takes ${up + down} s or more; the load test lasts ${loadSeconds} s`,
    };
  },
};
