import { productionClocks, quickClocks as quick } from '../autoscaler/clocks.js';
import type { QuickClocks } from '../ports/cluster-provider.js';

/** Clocks of an ephemeral cluster, as the simulator knows them: up and down fit into about two minutes instead of eight. */
export const quickClocks: QuickClocks = {
  syncPeriodSeconds: quick.syncPeriodSeconds,
  downscaleStabilizationSeconds: quick.downscaleStabilizationSeconds,
  cpuInitializationSeconds: quick.cpuInitializationPeriodSeconds,
  housekeepingSeconds: quick.housekeepingSeconds,
  metricResolutionSeconds: quick.metricResolutionSeconds,
};

/** metric-resolution of metrics-server's own manifest. */
export const usualMetricResolutionSeconds = productionClocks.metricResolutionSeconds;

export const addOnImages = {
  metrics: 'registry.k8s.io/metrics-server/metrics-server:v0.9.0',
  ingress: 'docker.io/library/traefik:v3.7.15',
} as const;
