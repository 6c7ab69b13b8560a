import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chooseNodeImage } from '../adapters/kind/node-image.js';
import type { StageContext } from '../domain/stage.js';
import { type ServiceFacts, serviceFacts } from '../manifests/service-facts.js';
import { type Parts, prepare } from '../pipeline.js';
import type { Release } from '../stages/deploy/spec.js';
import type { LintOutput } from '../stages/lint/lint.js';
import type { LoadOutput } from '../stages/load/spec.js';
import type { RedisOutput } from '../stages/redis/stage.js';
import type { Host } from './host.js';
import type { GateSpec } from './inputs/spec.js';
import { loadData, redisData } from './report-data.js';
import { collectedEarlier, type GateTools, requiredStages, type Seen, stagesToRun, subjectOf } from './run-facts.js';
import { readSecrets } from './secrets.js';
import { deploySpec, lintSpec, namespaceOf, provisionSpec } from './specs.js';
import { loadSpec, redisSpec } from './trial-specs.js';
import type { Wiring } from './wiring.js';

export type GateParts = Parts<LintOutput, Release, RedisOutput, LoadOutput>;

/** The stages of a run with their specs. What can be found wrong of the input is found here, before anything is made. */
export async function gateParts(
  spec: GateSpec,
  host: Host,
  wiring: Wiring,
  tools: GateTools,
  context: StageContext,
  seen: Seen,
): Promise<GateParts> {
  const on = stagesToRun(spec, seen);
  const secrets = on.includes('deploy') ? readSecrets(spec.deploy.secrets, host.folder, host.env) : [];
  for (const { entries } of secrets) for (const value of Object.values(entries)) tools.redactor.learn(value.reveal());
  const facts = (lint: LintOutput): ServiceFacts => serviceFacts(lint.manifests);
  const nodeImage = on.includes('provision')
    ? (spec.cluster.nodeImage ??
      (await chooseNodeImage(tools.commands, spec.cluster.kubernetesVersion, context.signal)))
    : '';
  const scratch = path.join(host.scratch, host.run);
  let namespace = spec.namespace ?? 'default';

  return {
    lint: () => {
      const prepared = prepare(wiring.lint(namespace), lintSpec(spec, host.folder, namespace), ({ diagnostics }) => ({
        diagnostics,
      }));
      return { ...prepared, run: async (inner) => remember(await prepared.run(inner)) };
    },
    provision: on.includes('provision')
      ? (lint, onUsable) => {
          const prepared = prepare(
            wiring.provision(onUsable),
            provisionSpec(spec, host.run, scratch, nodeImage, facts(lint)),
          );
          return { ...prepared, run: (inner) => privateFolder(scratch, inner).then(() => prepared.run(inner)) };
        }
      : undefined,
    prepare: (cluster, inner) => wiring.prepareNamespace(cluster, namespace, secrets, inner),
    deploy: on.includes('deploy')
      ? (lint, cluster) => {
          const prepared = prepare(wiring.deploy(), deploySpec(spec, lint, facts(lint), cluster, namespace));
          return { ...prepared, run: async (inner) => rememberRelease(await prepared.run(inner)) };
        }
      : undefined,
    redis: on.includes('redis')
      ? (cluster) => ({
          name: 'redis',
          run: async (inner) => (await wiring.redis(cluster)).run(redisSpec(spec, namespace), inner),
          data: redisData,
        })
      : undefined,
    load: on.includes('load')
      ? (lint, cluster) => ({
          name: 'load',
          run: async (inner) =>
            (await wiring.load(cluster)).run(loadSpec(spec, facts(lint), cluster, namespace), inner),
          data: loadData,
        })
      : undefined,
    promote: on.includes('promote')
      ? (stages, _lint, release) => {
          const name = 'promote' as const;
          return {
            name,
            run: async (inner) => {
              const subject = await subjectOf(host, { ...seen, ...(release === undefined ? {} : { release }) });
              const required = requiredStages(spec).filter((stage) => stage !== 'promote');
              const policy = { allowModified: spec.promote.allowModified, allowDirty: spec.promote.allowDirty };
              const before = collectedEarlier(seen, subject);
              return wiring
                .promote()
                .run(
                  { subject, collected: [{ source: 'this run', subject, stages }, ...before], required, policy },
                  inner,
                );
            },
          };
        }
      : undefined,
  };

  function remember<Result extends { readonly output: LintOutput }>(result: Result): Result {
    seen.lint = result.output;
    namespace = namespaceOf(spec, serviceFacts(result.output.manifests), host.folder);
    return result;
  }

  function rememberRelease<Result extends { readonly output: Release }>(result: Result): Result {
    seen.release = result.output;
    return result;
  }
}

async function privateFolder(folder: string, { own }: StageContext): Promise<void> {
  await own({ type: 'path', path: folder });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
