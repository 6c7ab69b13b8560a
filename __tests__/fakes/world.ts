import { describeOwned, type Owned } from '../../src/domain/owned.js';
import type { Remover, Removers, Strays } from '../../src/ports/removers.js';

/** How deleting can go wrong. `lies`: it says done and the thing is still there. */
export type RemovalFault = 'none' | 'fails-once' | 'fails' | 'hangs' | 'lies' | 'cannot-look';

/** What exists, by the name that cleanup prints, and how it resists. */
export class FakeWorld {
  readonly existing = new Map<string, RemovalFault>();
  readonly removals: string[] = [];
  readonly running = new Map<string, readonly Extract<Owned, { readonly type: 'process' }>[]>();

  make(owned: Owned, fault: RemovalFault = 'none'): void {
    this.existing.set(describeOwned(owned), fault);
  }

  get removers(): Removers {
    const remover: Remover<Owned> = { remove: (owned) => this.#remove(owned), isGone: (owned) => this.#isGone(owned) };
    return { 'kind-cluster': remover, namespace: remover, path: remover, process: remover };
  }

  get strays(): Strays {
    const names = (): readonly string[] => [...this.existing.keys()];
    return {
      of: async (run) => (this.running.get(run) ?? []).filter((owned) => this.existing.has(describeOwned(owned))),
      clusters: async () => names().flatMap((name) => /^kind-cluster (.+)$/.exec(name)?.[1] ?? []),
    };
  }

  async #remove(owned: Owned): Promise<void> {
    const name = describeOwned(owned);
    const fault = this.existing.get(name);
    this.removals.push(name);
    if (fault === 'hangs') return new Promise(() => undefined);
    if (fault === 'fails') throw new Error('the engine does not answer');
    if (fault === 'fails-once') {
      this.existing.set(name, 'none');
      throw new Error('did not receive an exit event');
    }
    if (fault === 'none') this.existing.delete(name);
  }

  async #isGone(owned: Owned): Promise<boolean> {
    const fault = this.existing.get(describeOwned(owned));
    if (fault === 'cannot-look') throw new Error('the engine does not answer');
    return fault === undefined;
  }
}
