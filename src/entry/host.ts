import type { StageReport } from '../domain/report.js';
import type { StageName } from '../domain/stage.js';
import type { Boundary } from '../ports/boundary.js';
import type { Log } from '../ports/log.js';
import type { Bundle } from './bundles.js';

/** What a door knows of the place that it stands in. */
export interface Host {
  /** Name of the run; clusters and folders are called after it. */
  readonly run: string;
  readonly version: string;
  /** Folder of the service. */
  readonly folder: string;
  /** What may be read for the run; all of the machine where it is not said. */
  readonly boundary?: Boundary;
  /** Folder under which a run keeps what is private to it. */
  readonly scratch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logs: {
    log(stage: StageName): Log;
    begin(stage: StageName): void;
    end(report: StageReport): void;
  };
  /** File of another bundle beside this one: the load generator's thread, the Redis probe. */
  bundle(name: Bundle): URL;
  /** Commit of the checkout, `unknown` outside a repository. */
  commit(): Promise<string>;
}
