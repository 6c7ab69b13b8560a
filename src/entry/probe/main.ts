import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROBE_READY } from '../../ports/redis-protocol.js';
import { probeService } from './service.js';

/** The door of the probe that runs in the cluster: lines in, lines out, gone with its stdin. */
const folder = process.env['REDIS_TLS'];
const pem = (file: string): string => readFileSync(path.join(folder ?? '', file), 'utf8');
const login = {
  password: process.env['REDIS_PASSWORD'] || undefined,
  tls: folder ? { ca: pem('ca.crt'), cert: pem('tls.crt'), key: pem('tls.key') } : undefined,
};
const service = probeService(login, {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
});

process.stdout.write(`${PROBE_READY}\n`);
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
lines.on('line', (line) => {
  service.answer(line).then((answer) => process.stdout.write(`${JSON.stringify(answer)}\n`));
});
lines.on('close', () => process.exit(0));
