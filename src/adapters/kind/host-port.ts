import { createServer } from 'node:net';
import { GateError } from '../../domain/error.js';

/** A port of 127.0.0.1 that the kernel says is free, or the wanted one. Throws `PORT_TAKEN`. */
export function findHostPort(wanted: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause: NodeJS.ErrnoException) => reject(taken(wanted, cause)));
    server.listen({ host: '127.0.0.1', port: wanted ?? 0, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function taken(wanted: number | undefined, cause: NodeJS.ErrnoException): GateError {
  return new GateError(
    'PORT_TAKEN',
    `port ${wanted ?? 'any'} of 127.0.0.1 cannot be had: ${cause.code ?? cause.message}`,
    {
      hint: 'Leave `cluster-host-port` out, and a free port is chosen.',
      cause,
    },
  );
}
