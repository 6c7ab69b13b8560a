import { asList, asString } from '../../../manifests/graph/json.js';
import { credentialIn } from '../credential.js';
import type { ContainerRule, Finding } from '../rule.js';

/** `--password=x`, `--password x`, `requirepass x`: what the flag is called, and what it is given. */
function given(args: readonly string[], index: number): readonly [string, string] {
  const text = args[index] ?? '';
  const equals = /^--?([\w.-]+)=([\s\S]*)$/.exec(text);
  if (equals) return [equals[1] ?? '', equals[2] ?? ''];
  const flag = /^--?([\w.-]+)$/.exec(args[index - 1] ?? '');
  return [flag?.[1] ?? '', text.startsWith('-') ? '' : text];
}

export const secretInArgs: ContainerRule = {
  id: 'secret-in-args',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Take it from a Secret through an environment variable: $(NAME) in args is replaced by it.',
  peers: [],
  visits: 'container',
  check({ value, path, workload, name }) {
    return (['command', 'args'] as const).flatMap((field) => {
      const args = asList(value[field]).map((one) => asString(one) ?? '');
      return args.flatMap((_, index): Finding[] => {
        const [flag, text] = given(args, index);
        const found = credentialIn(flag, text);
        if (!found) return [];
        const message = `${field} of container ${name} holds ${found.what} in the clear, for everyone who may list pods`;
        return [{ on: workload.manifest, path: [...path, field, index], message, severity: found.severity }];
      });
    });
  },
};
