import { describe, expect, test } from '@jest/globals';
import { cancellation } from '../../src/entry/cancellation.js';

describe('a run is cancelled', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s, which is named, until it is over', (name) => {
    const { signal, dispose } = cancellation(() => undefined);
    try {
      process.emit(name, name);
      expect(signal.reason).toMatchObject({ code: 'CANCELLED', message: `cancelled by ${name}` });
    } finally {
      dispose();
    }
    expect(process.listenerCount(name)).toBe(0);
  });
});
