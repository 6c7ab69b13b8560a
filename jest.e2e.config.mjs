import base from './jest.config.mjs';

/** End to end on kind: real clusters, one after the other. `npm run test:e2e`; needs Docker, kind and the images. */
export default {
  ...base,
  testMatch: ['<rootDir>/__tests__/e2e/**/*.e2e.ts'],
  // The Redis stage by itself, and what must never be promoted, have configurations of their own: they take longer.
  testPathIgnorePatterns: ['/node_modules/', '/redis\\.e2e\\.ts$', '/lies\\.e2e\\.ts$'],
  globalSetup: '<rootDir>/__tests__/e2e/setup.mjs',
  maxWorkers: 1,
  setupFilesAfterEnv: ['<rootDir>/__tests__/integration/again.mjs'],
  testTimeout: 600_000,
  reporters: ['default'],
};
