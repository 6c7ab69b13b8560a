import type { QuickClocks } from '../ports/cluster-provider.js';

/**
 * Clocks of an ephemeral cluster: up and down fit into about two minutes instead of eight. metrics-server refuses a
 * resolution below 10 s; the kubelet must look more often than metrics-server asks.
 */
export const quickClocks: QuickClocks = {
  syncPeriodSeconds: 5,
  downscaleStabilizationSeconds: 15,
  cpuInitializationSeconds: 30,
  housekeepingSeconds: 5,
  metricResolutionSeconds: 10,
};

/** metric-resolution of metrics-server's own manifest. */
export const usualMetricResolutionSeconds = 15;

export const addOnImages = {
  metrics: 'registry.k8s.io/metrics-server/metrics-server:v0.9.0',
  ingress: 'docker.io/library/traefik:v3.7.15',
} as const;
