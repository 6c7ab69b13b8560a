import { jest } from '@jest/globals';

// Real servers and clusters on a machine that others use: nodes that are stopped for longer than their timeout fail over
// by themselves. Each failure is printed, and asked once more; what is wrong is wrong twice.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
