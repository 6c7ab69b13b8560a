/** The generator's worker thread straight from the sources. */
import './sources.mjs';

const { serve } = await import('../../src/adapters/http/worker.ts');
serve();
