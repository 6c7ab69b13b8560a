/** The generator's worker straight from the sources: Node strips the types, this finds `.ts` where `.js` is written. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!specifier.startsWith('.') || !specifier.endsWith('.js')) throw error;
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
});

const { serve } = await import('../../src/adapters/http/worker.ts');
serve();
