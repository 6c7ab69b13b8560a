import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { credentialIn } from '../credential.js';
import type { ContainerRule, Finding } from '../rule.js';

export const secretInEnv: ContainerRule = {
  id: 'secret-in-env',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation:
    'Put the value into a Secret, and take it from there with valueFrom.secretKeyRef. Change the credential: it is in the history.',
  peers: ['kube-linter/env-var-secret', 'polaris/sensitiveContainerEnvVar', 'kics/passwords_and_secrets'],
  visits: 'container',
  check({ value, path, workload, name }) {
    return asList(value['env']).flatMap((one, index): Finding[] => {
      const [variable, text] = [asString(dig(one, 'name')) ?? '', asString(dig(one, 'value'))];
      const what = text === undefined ? undefined : credentialIn(variable, text);
      if (what === undefined) return [];
      const message = `environment variable ${variable} of container ${name} holds ${what.what} in the clear`;
      return [{ on: workload.manifest, path: [...path, 'env', index, 'value'], message, severity: what.severity }];
    });
  },
};
