/** The worker thread's first file; a bundle of its own (`dist/load-worker/index.js`). */
import { serve } from './worker.js';

serve();
