import e2e from './jest.e2e.config.mjs';

/** What must never be promoted, on one real kind cluster: `npm run test:e2e:lies`. */
export default {
  ...e2e,
  testMatch: ['<rootDir>/__tests__/e2e/lies.e2e.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
