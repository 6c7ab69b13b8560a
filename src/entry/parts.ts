import path from 'node:path';
import type { StageReport } from '../domain/report.js';
import type { StageContext, StageResult } from '../domain/stage.js';
import type { Manifest } from '../manifests/manifest.js';
import { type ServiceFacts, serviceFacts } from '../manifests/service-facts.js';
import { type Parts, type Prepared, prepare } from '../pipeline.js';
import type { Cluster } from '../ports/cluster-provider.js';
import type { Release, SecretSpec } from '../stages/deploy/spec.js';
import type { LintOutput } from '../stages/lint/lint.js';
import type { LoadOutput } from '../stages/load/spec.js';
import type { RedisOutput } from '../stages/redis/stage.js';
import { comparisonSpec, hasBaseline, requireWorkload } from './baseline.js';
import { existingCluster } from './existing-cluster.js';
import type { Host } from './host.js';
import type { GateSpec } from './inputs/spec.js';
import { readKindConfig } from './kind-config.js';
import { clusterShape, loadSeconds } from './lint-policy.js';
import { manifestPaths } from './manifest-folders.js';
import { loadData, redisData } from './report-data.js';
import { timelinePath } from './report-files.js';
import { collectedEarlier, requiredStages, type Seen, stagesToRun, subjectOf } from './run-facts.js';
import { deploySpec, lintSpec, namespaceOf, provisionSpec } from './specs.js';
import { loadSpec, redisSpec } from './trial-specs.js';
import type { Wiring } from './wiring.js';

/** The stages of a run with their specs; what one finds out is the spec of the next. */
export class GateParts implements Parts<LintOutput, Release, RedisOutput, LoadOutput> {
  readonly provision: Parts<LintOutput, Release, RedisOutput, LoadOutput>['provision'];
  readonly deploy: Parts<LintOutput, Release, RedisOutput, LoadOutput>['deploy'];
  readonly redis: Parts<LintOutput, Release, RedisOutput, LoadOutput>['redis'];
  readonly load: Parts<LintOutput, Release, RedisOutput, LoadOutput>['load'];
  readonly promote: Parts<LintOutput, Release, RedisOutput, LoadOutput>['promote'];
  readonly #spec: GateSpec;
  readonly #host: Host;
  readonly #wiring: Wiring;
  readonly #secrets: readonly SecretSpec[];
  readonly #seen: Seen;
  #namespace: string;
  #before: readonly Manifest[] | undefined;

  constructor(spec: GateSpec, host: Host, wiring: Wiring, secrets: readonly SecretSpec[], seen: Seen) {
    this.#spec = spec;
    this.#host = host;
    this.#wiring = wiring;
    this.#secrets = secrets;
    this.#seen = seen;
    this.#namespace = spec.namespace ?? 'default';
    const on = stagesToRun(spec, seen);
    this.provision = on.includes('provision') ? (lint, onUsable) => this.#provision(lint, onUsable) : undefined;
    this.deploy = on.includes('deploy') ? (lint, cluster) => this.#deploy(lint, cluster) : undefined;
    this.redis = on.includes('redis') ? (cluster) => this.#redis(cluster) : undefined;
    this.load = on.includes('load') ? (lint, cluster) => this.#load(lint, cluster) : undefined;
    this.promote = on.includes('promote') ? (stages, _, release) => this.#promote(stages, release) : undefined;
  }

  /** Where the service goes; known for sure when lint has read its manifests. */
  get namespace(): string {
    return this.#namespace;
  }

  lint(): Prepared<LintOutput> {
    const shape = this.provision === undefined ? undefined : clusterShape(this.#spec);
    const seconds = this.load === undefined ? undefined : loadSeconds(this.#spec);
    const spec = {
      ...lintSpec(this.#spec, this.#host.folder, this.#namespace),
      ...(shape === undefined ? {} : { cluster: shape }),
      ...(seconds === undefined ? {} : { loadSeconds: seconds }),
    };
    const prepared = prepare(this.#wiring.lint(this.#namespace), spec, ({ diagnostics }) => ({ diagnostics }));
    const seen = after(prepared, ({ output }) => {
      this.#seen.lint = output;
      this.#namespace = namespaceOf(this.#spec, factsOf(output), this.#host.folder);
    });
    return this.load !== undefined && hasBaseline(this.#spec) ? this.#withBaseline(seen) : seen;
  }

  /** The baseline is read before there is a cluster: what cannot be compared is said before it costs minutes. */
  #withBaseline(lint: Prepared<LintOutput>): Prepared<LintOutput> {
    const run = async (context: StageContext): Promise<StageResult<LintOutput>> => {
      const { baseline } = this.#spec.load;
      const paths = baseline && manifestPaths(path.resolve(this.#host.folder, baseline), this.#spec.manifests);
      const result = await lint.run(context);
      this.#before = paths ? await this.#wiring.manifests(paths, this.#namespace, context.signal) : undefined;
      requireWorkload(result.output.manifests, this.#before);
      return result;
    };
    return { ...lint, run };
  }

  prepare(cluster: Cluster, context: StageContext): Promise<void> {
    return this.#wiring.prepareNamespace(cluster, this.#namespace, this.#secrets, context);
  }

  #provision(lint: LintOutput, onUsable: (cluster: Cluster) => void): Prepared<Cluster> {
    const { cluster } = this.#spec;
    if (cluster.mode === 'existing') {
      return prepare(this.#wiring.attach(onUsable), {
        cluster: existingCluster(cluster, this.#host.env),
        timeoutSeconds: cluster.timeoutSeconds,
      });
    }
    const scratch = path.join(this.#host.scratch, this.#host.run);
    const config = readKindConfig(cluster.kindConfig, this.#host.folder);
    const prepared = prepare(
      this.#wiring.provision(onUsable),
      provisionSpec(this.#spec, this.#host.run, scratch, factsOf(lint), config),
    );
    return { ...prepared, run: (context) => this.#wiring.privateFolder().then(() => prepared.run(context)) };
  }

  #deploy(lint: LintOutput, cluster: Cluster): Prepared<Release> {
    const prepared = prepare(
      this.#wiring.deploy(),
      deploySpec(this.#spec, lint, factsOf(lint), cluster, this.#namespace),
    );
    return after(prepared, ({ output }) => {
      this.#seen.release = output;
    });
  }

  #redis(cluster: Cluster): Prepared<RedisOutput> {
    const run = async (context: StageContext): Promise<StageResult<RedisOutput>> =>
      (await this.#wiring.redis(cluster)).run(redisSpec(this.#spec, this.#namespace), context);
    return { name: 'redis', run, data: redisData };
  }

  #load(lint: LintOutput, cluster: Cluster): Prepared<LoadOutput> {
    const { folder } = this.#host;
    const run = async (context: StageContext): Promise<StageResult<LoadOutput>> => {
      const stage = await this.#wiring.load(cluster, timelinePath(this.#spec, folder));
      const comparison = hasBaseline(this.#spec)
        ? comparisonSpec(this.#spec, lint.manifests, this.#before, cluster, this.#namespace)
        : null;
      return stage.run(loadSpec(this.#spec, factsOf(lint), cluster, this.#namespace, folder, comparison), context);
    };
    return { name: 'load', run, data: loadData };
  }

  #promote(stages: readonly StageReport[], release: Release | undefined): Prepared<unknown> {
    const { allowModified, allowDirty } = this.#spec.promote;
    const run = async (context: StageContext): Promise<StageResult<unknown>> => {
      const subject = await subjectOf(this.#host, { ...this.#seen, ...(release === undefined ? {} : { release }) });
      const collected = [{ source: 'this run', subject, stages }, ...collectedEarlier(this.#seen, subject)];
      const required = requiredStages(this.#spec).filter((stage) => stage !== 'promote');
      return this.#wiring
        .promote()
        .run({ subject, collected, required, policy: { allowModified, allowDirty } }, context);
    };
    return { name: 'promote', run };
  }
}

function factsOf({ manifests }: LintOutput): ServiceFacts {
  return serviceFacts(manifests);
}

/** Looks at a stage's result before it goes on. */
function after<Output>(prepared: Prepared<Output>, look: (result: StageResult<Output>) => void): Prepared<Output> {
  const run = async (context: StageContext): Promise<StageResult<Output>> => {
    const result = await prepared.run(context);
    look(result);
    return result;
  };
  return { ...prepared, run };
}
