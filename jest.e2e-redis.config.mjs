import e2e from './jest.e2e.config.mjs';

/** The Redis stage on kind clusters of three nodes, with everything that is done to it: `npm run test:e2e:redis`. */
export default {
  ...e2e,
  testMatch: ['<rootDir>/__tests__/e2e/redis.e2e.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // All that is done to one cluster, and once more where the machine stood still.
  testTimeout: 900_000,
};
