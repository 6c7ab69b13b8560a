import unit from './jest.config.mjs';

/** Real servers as local processes: Redis on loopback addresses. What is not installed is skipped, with its reason. */
export default {
  ...unit,
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/e2e/'],
  testMatch: ['**/__tests__/integration/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/__tests__/integration/again.mjs'],
  testTimeout: 300_000,
};
