import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { didYouMean } from '../../../manifests/graph/nearness.js';
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
    const names = env.map((one) => asString(dig(one, 'name')) ?? '');
    if (asList(value['envFrom']).length > 0) return undefined;
    return env.flatMap((one, index): Finding[] =>
      [...(asString(dig(one, 'value')) ?? '').matchAll(reference)].flatMap(([, name = '']): Finding[] => {
        const position = names.indexOf(name);
        if ((position >= 0 && position < index) || given.test(name)) return [];
        const why = position < 0 ? `is not defined${didYouMean(name, names)}` : 'is defined only after it';
        const message = `environment variable ${names[index]} uses $(${name}), which ${why}: it stays as it is written`;
        return [{ on: workload.manifest, path: [...path, 'env', index, 'value'], message }];
      }),
    );
  },
};
