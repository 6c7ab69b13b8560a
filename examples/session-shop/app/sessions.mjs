import { Cluster } from 'ioredis';

const TTL_SECONDS = 1800;

/** Sessions with a sliding expiry, spread over the shards by their id. */
export function connectSessions({ REDIS_HOST: host, REDIS_PORT: port = '6379', REDIS_PASSWORD: password }) {
  if (host === undefined) throw new Error('REDIS_HOST is not set');
  const cluster = new Cluster([{ host, port: Number(port) }], {
    lazyConnect: true,
    slotsRefreshInterval: 5_000,
    // A failover takes some seconds; the defaults of ioredis give up before it ends.
    retryDelayOnFailover: 200,
    maxRedirections: 100,
    redisOptions: { password, protocol: 2, connectTimeout: 2_000, commandTimeout: 10_000 },
  });
  cluster.on('error', (error) => console.error(`redis: ${error.message}`));
  cluster.connect().catch((error) => console.error(`redis: ${error.message}`));
  const key = (id) => `session:${id}`;
  return {
    async read(id) {
      const cart = await cluster.getex(key(id), 'EX', TTL_SECONDS);
      return cart === null ? { items: 0 } : JSON.parse(cart);
    },
    async add(id) {
      const cart = await this.read(id);
      const next = { items: cart.items + 1 };
      await cluster.set(key(id), JSON.stringify(next), 'EX', TTL_SECONDS);
      return next;
    },
    close: () => cluster.disconnect(),
  };
}
