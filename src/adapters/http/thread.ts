/** The worker thread's first file; a bundle of its own (`dist/load-worker/index.js`). */
import { setPriority } from 'node:os';
import { serve } from './worker.js';

/**
 * The service under test often shares this machine, and takes all of it when it is loaded. On Linux the priority is the
 * calling thread's alone; without the right to raise it, the send lag tells whether it was needed.
 */
function goFirst(): void {
  try {
    setPriority(0, -10);
  } catch {
    return;
  }
}

goFirst();

serve();
