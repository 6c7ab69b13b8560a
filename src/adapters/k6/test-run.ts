export interface TestRunRequest {
  readonly name: string;
  readonly namespace: string;
  /** ConfigMap that holds the script, and its key. */
  readonly configMap: string;
  readonly file: string;
  /** Pods that share the load. */
  readonly parallelism: number;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A TestRun of the k6 operator (k6.io/v1alpha1), for load that one machine cannot send. Each pod takes its share of the
 * script's own schedule; `separate` keeps two of them off one node.
 */
export function testRun({ name, namespace, configMap, file, parallelism, env }: TestRunRequest): object {
  return {
    apiVersion: 'k6.io/v1alpha1',
    kind: 'TestRun',
    metadata: { name, namespace },
    spec: {
      parallelism,
      separate: parallelism > 1,
      cleanup: 'post',
      arguments: '--no-usage-report',
      script: { configMap: { name: configMap, file } },
      runner: {
        env: Object.entries(env).map(([key, value]) => ({ name: key, value })),
        securityContext: { runAsNonRoot: true, runAsUser: 12345 },
      },
    },
  };
}
