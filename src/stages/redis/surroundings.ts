import type { Note } from '../../domain/evidence.js';
import { readSettings } from './configuration.js';
import { judgeEncryption } from './encryption-checks.js';
import type { Judgement } from './finding.js';
import { judgeHosting, judgePlacement, limitsOfProof, shardsIn } from './placement-checks.js';
import { judgeSettings } from './settings-checks.js';
import { takeSnapshot } from './snapshot.js';
import { judgeVersions } from './version-check.js';
import { ANSWER_MS, type Workbench } from './workbench.js';

/** Tier B: where the nodes run, what they are set to, and how they are kept. */
export interface Surroundings {
  readonly judgements: readonly Judgement[];
  readonly notes: readonly Note[];
}

export async function surroundings(bench: Workbench): Promise<Surroundings> {
  const { ground, context, spec, addresses, hosted, topology } = bench;
  const names = addresses.map(({ name }) => name);
  const [snapshot, settings, facts] = await Promise.all([
    takeSnapshot(ground.probe.nodes, names, ANSWER_MS),
    readSettings(ground.probe.nodes, hosted, names, ANSWER_MS),
    ground.hosts.facts(context.signal),
  ]);
  bench.nodeTimeoutMs = Math.max(
    ...settings.map(({ config }) => Number(config['cluster-node-timeout'] ?? spec.nodeTimeoutMs)),
  );
  const members = hosted.map(({ name, machine }) => ({ name, machine }));
  return {
    judgements: [
      ...judgePlacement(shardsIn(snapshot), members, topology),
      judgeVersions(settings),
      ...judgeSettings(settings, spec),
      ...judgeHosting(facts),
      ...(spec.tls === undefined ? [] : judgeEncryption(settings, facts, bench.clock.now())),
    ],
    notes: limitsOfProof(members, facts),
  };
}
