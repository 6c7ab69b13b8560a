export interface TestRunRequest {
  readonly name: string;
  readonly namespace: string;
  /** File name of the script, and its text. */
  readonly file: string;
  readonly script: string;
  /** Pods that share the load. */
  readonly parallelism: number;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A TestRun of the k6 operator (k6.io/v1alpha1) and the ConfigMap with its script, as one List for `kubectl apply`: for load
 * that one machine cannot send. Each pod takes its share of the script's own schedule; `separate` keeps two of them off
 * one node.
 */
export function testRun({ name, namespace, file, script, parallelism, env }: TestRunRequest): object {
  const metadata = { name, namespace };
  const run = {
    apiVersion: 'k6.io/v1alpha1',
    kind: 'TestRun',
    metadata,
    spec: {
      parallelism,
      separate: parallelism > 1,
      cleanup: 'post',
      arguments: '--no-usage-report',
      script: { configMap: { name, file } },
      runner: {
        env: Object.entries(env).map(([key, value]) => ({ name: key, value })),
        securityContext: { runAsNonRoot: true, runAsUser: 12345 },
      },
    },
  };
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { [file]: script } };
  return { apiVersion: 'v1', kind: 'List', items: [configMap, run] };
}
