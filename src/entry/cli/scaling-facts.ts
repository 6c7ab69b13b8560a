import type { HpaSpec } from '../../autoscaler/hpa.js';
import { milliOf } from '../../autoscaler/quantity.js';
import type { ContainerFacts, WorkloadFacts } from '../../autoscaler/workload-facts.js';
import { GateError } from '../../domain/error.js';
import type { Json, JsonObject, Manifest } from '../../manifests/manifest.js';

/** An HPA of the manifests with the workload that it scales. */
export interface ScalingFacts {
  readonly name: string;
  readonly hpa: HpaSpec;
  readonly workload: WorkloadFacts;
}

/** Every HPA of the input. Throws `INPUT_INVALID` where there is none, or one whose target is not in the input. */
export function scalingFacts(manifests: readonly Manifest[]): readonly ScalingFacts[] {
  const autoscalers = manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
  if (autoscalers.length === 0) {
    throw new GateError('INPUT_INVALID', `no HorizontalPodAutoscaler among ${manifests.length} objects`, {
      hint: 'Name the manifests with the HPA and the workload that it scales.',
    });
  }
  return autoscalers.map(({ name, value }) => {
    const hpa = value['spec'] as unknown as HpaSpec;
    const { kind = '', name: target = '' } = hpa.scaleTargetRef ?? {};
    const workload = manifests.find((one) => one.kind === kind && one.name === target);
    if (workload === undefined) {
      throw new GateError(
        'INPUT_INVALID',
        `HorizontalPodAutoscaler/${name} scales ${kind}/${target}, which is not in the input`,
        { hint: 'Name the manifest of the workload too.' },
      );
    }
    return { name, hpa, workload: workloadFacts(workload) };
  });
}

function workloadFacts({ kind, name, value }: Manifest): WorkloadFacts {
  const spec = object(value['spec']);
  const pod = object(object(spec['template'])['spec']);
  const replicas = spec['replicas'];
  const sidecars = list(pod['initContainers']).filter((one) => one['restartPolicy'] === 'Always');
  return {
    name: `${kind} ${name}`,
    replicas: typeof replicas === 'number' ? replicas : null,
    containers: [
      ...list(pod['containers']).map((one) => containerFacts(one, false)),
      ...sidecars.map((one) => containerFacts(one, true)),
    ],
  };
}

function containerFacts(container: JsonObject, sidecar: boolean): ContainerFacts {
  const resources = object(container['resources']);
  return {
    name: String(container['name'] ?? ''),
    sidecar,
    cpuRequestMilli: cpu(object(resources['requests'])['cpu']),
    cpuLimitMilli: cpu(object(resources['limits'])['cpu']),
    readinessProbe: container['readinessProbe'] !== undefined,
  };
}

function cpu(value: Json | undefined): number | null {
  const milli = value === undefined || value === null ? undefined : milliOf(String(value));
  return milli === undefined ? null : Number(milli);
}

function object(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function list(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(object) : [];
}
