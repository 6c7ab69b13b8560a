import type { Owned } from '../domain/owned.js';

/** Deletes one kind of thing. Both acts may be repeated, and both may be asked for what was never made. */
export interface Remover<Thing> {
  /** Deletes it, or makes sure that it is being deleted. Throws when it can not. Its word is a claim. */
  remove(thing: Thing, signal: AbortSignal): Promise<void>;
  /** Looks whether it is gone: the evidence. Throws when it can not be known. */
  isGone(thing: Thing, signal: AbortSignal): Promise<boolean>;
}

export type Removers = {
  readonly [Type in Owned['type']]: Remover<Extract<Owned, { readonly type: Type }>>;
};

/** What the journal does not tell. */
export interface Strays {
  /** Processes of a run that nobody wrote down, such as a child that was at work when its parent was killed. */
  of(run: string): Promise<readonly Extract<Owned, { readonly type: 'process' }>[]>;
  /** Names of all clusters on this machine, whoever made them. Throws where there is no engine that could tell. */
  clusters(): Promise<readonly string[]>;
}
