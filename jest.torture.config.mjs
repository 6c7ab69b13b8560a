import base from './jest.config.mjs';

/** The long runs: `npm run torture` prints their figures. */
export default { ...base, testMatch: ['**/*.torture.ts'], testTimeout: 1_800_000 };
