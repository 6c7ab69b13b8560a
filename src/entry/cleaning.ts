import path from 'node:path';
import { clusterNames } from '../adapters/docker/cluster-names.js';
import { clusterRemover } from '../adapters/docker/cluster-remover.js';
import { namespaceRemover } from '../adapters/kubectl/namespace-remover.js';
import { systemClock } from '../adapters/node/clock.js';
import { pathRemover } from '../adapters/node/path-remover.js';
import { processRemover, strayProcesses } from '../adapters/node/process-remover.js';
import type { Commands } from '../ports/commands.js';
import type { Journal } from '../ports/journal.js';
import type { Log } from '../ports/log.js';
import type { TeardownPorts } from '../teardown.js';

/** Everything that teardown needs of this machine. */
export function teardownPorts(commands: Commands, journal: Journal, scratch: string, log: Log): TeardownPorts {
  return {
    journal,
    clock: systemClock,
    log,
    strays: { of: strayProcesses, clusters: () => clusterNames(commands) },
    removers: {
      'kind-cluster': clusterRemover({ commands, clock: systemClock, folder: path.dirname(scratch) }),
      namespace: namespaceRemover(commands, systemClock),
      path: pathRemover(process.cwd()),
      process: processRemover(2_000),
    },
  };
}

/**
 * A run whose process is gone, and that was last heard of so long ago, is lost: what it left is deleted by the next. Longer
 * than a job usually lasts, because the process of `provision` ends long before the job that still uses its cluster.
 */
export const lostAfterMs = 24 * 60 * 60 * 1000;
