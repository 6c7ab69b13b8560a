import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { kindOf } from '../../../manifests/graph/kind.js';
import { classesOf } from '../../../manifests/graph/reach.js';
import type { Manifest, Path } from '../../../manifests/manifest.js';
import { type Finding, hop, nameOf, type SetRule } from '../rule.js';

interface Rule {
  readonly manifest: Manifest;
  readonly path: Path;
  readonly said: string;
}

function rulesOf(manifest: Manifest, ingressClass: string): Rule[] {
  return asList(dig(manifest.value, 'spec', 'rules')).flatMap((rule, index) =>
    asList(dig(rule, 'http', 'paths')).map((one, number): Rule => {
      const said = `${asString(dig(rule, 'host')) ?? '*'}${asString(dig(one, 'path')) ?? '/'}`;
      const type = asString(dig(one, 'pathType')) ?? '';
      return {
        manifest,
        path: ['spec', 'rules', index, 'http', 'paths', number, 'path'],
        said: `${ingressClass} ${type} ${said}`,
      };
    }),
  );
}

/** Controllers keep one of two rules for the same host and path; which one depends on their age. */
export const routeDuplicate: SetRule = {
  id: 'route-duplicate',
  severity: 'warning',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Keep one rule for each host and path.',
  peers: ['kyverno/unique-ingress-paths'],
  visits: 'set',
  check(lint) {
    const { graph } = lint;
    const seen = new Map<string, Rule>();
    const canary = (manifest: Manifest) =>
      dig(manifest.value, 'metadata', 'annotations', 'nginx.ingress.kubernetes.io/canary');
    const classes = new Map(
      graph.backends
        .filter(({ manifest }) => kindOf(manifest.apiVersion, manifest.kind) === 'Ingress')
        .map((backend) => [backend.manifest, classesOf(graph, backend).join()]),
    );
    const ingresses = graph.ofKind('Ingress').filter((manifest) => canary(manifest) === undefined);
    return ingresses
      .flatMap((manifest) => rulesOf(manifest, classes.get(manifest) ?? ''))
      .flatMap((rule): Finding[] => {
        const first = seen.get(rule.said);
        if (!first) {
          seen.set(rule.said, rule);
          return [];
        }
        const what = rule.said.split(' ').at(-1);
        const message = `${what} is already routed by ${nameOf(first.manifest, lint)}`;
        return [
          { on: rule.manifest, path: rule.path, message, hops: [hop(first.manifest, first.path, 'the first rule')] },
        ];
      });
  },
};
