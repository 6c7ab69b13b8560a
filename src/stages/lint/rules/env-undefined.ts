import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { didYouMean, Names } from '../../../manifests/graph/nearness.js';
import type { ContainerRule, Finding } from '../rule.js';

const reference = /(?<!\$)\$\(([A-Za-z_][A-Za-z0-9_]*)\)/g;
/** Made by the kubelet for each Service of the namespace. */
const given = /_(SERVICE_HOST|SERVICE_PORT|PORT)(_|$)/;

/** `$(NAME)` is replaced by variables that stand before it; one that stands after it stays as text (`third_party/forked/golang/expansion`). */
export const envUndefined: ContainerRule = {
  id: 'env-undefined',
  severity: 'warning',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Define the variable in the same container, before it is used.',
  peers: [],
  visits: 'container',
  check({ value, path, workload }) {
    const env = asList(value['env']);
    if (asList(value['envFrom']).length > 0) return undefined;
    const names = env.map((one) => asString(dig(one, 'name')) ?? '');
    const first = new Map(names.map((name, index) => [name, index] as const).toReversed());
    const candidates = new Names(names);
    return env.flatMap((one, index): Finding[] =>
      [...(asString(dig(one, 'value')) ?? '').matchAll(reference)].flatMap(([, name = '']): Finding[] => {
        const position = first.get(name) ?? -1;
        if ((position >= 0 && position < index) || given.test(name)) return [];
        const why = position < 0 ? `is not defined${didYouMean(name, candidates)}` : 'is defined only after it';
        const message = `environment variable ${names[index]} uses $(${name}), which ${why}: it stays as it is written`;
        return [{ on: workload.manifest, path: [...path, 'env', index, 'value'], message }];
      }),
    );
  },
};
