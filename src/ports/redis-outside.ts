import type { Pulse } from './pulse.js';
import type { SessionLoad } from './redis-load.js';
import type { RedisNodes } from './redis-nodes.js';

/** The address to dial for one that the cluster announces. Asked at every dial, so that a restarted pod is followed. */
export type DialMap = (host: string, port: number) => { readonly host: string; readonly port: number };

/** How a probe makes itself known: a password, and PEM texts where TLS is spoken. */
export interface RedisLogin {
  readonly password: string | undefined;
  readonly tls?: { readonly ca: string; readonly cert?: string; readonly key?: string } | undefined;
}

/** The two halves of a probe in this process, with a password and a way to dial. Loaded when it is asked for. */
export type OpenOutside = (
  login: RedisLogin,
  dial: DialMap,
) => Promise<{ readonly nodes: RedisNodes; readonly load: SessionLoad; readonly pulse: Pulse }>;
