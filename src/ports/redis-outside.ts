import type { SessionLoad } from './redis-load.js';
import type { RedisNodes } from './redis-nodes.js';

/** The address to dial for one that the cluster announces. Asked at every dial, so that a restarted pod is followed. */
export type DialMap = (host: string, port: number) => { readonly host: string; readonly port: number };

/** The two halves of a probe in this process, with a password and a way to dial. Loaded when it is asked for. */
export type OpenOutside = (
  password: string | undefined,
  dial: DialMap,
) => Promise<{ readonly nodes: RedisNodes; readonly load: SessionLoad }>;
