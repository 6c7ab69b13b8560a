import type { Location } from '../domain/location.js';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Steps from the root of an object: `['spec', 'containers', 0, 'name']`. */
export type Path = readonly (string | number)[];

/** One Kubernetes object of the input, with the way back to the characters that it was read from. */
export interface Manifest {
  readonly file: string;
  /** Number of the document in its file, as kubectl splits it, from 0. */
  readonly document: number;
  /** Number of the item where the document is a `List`. */
  readonly item?: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** As written; undefined where the object names none (or is cluster-scoped). */
  readonly namespace: string | undefined;
  /** The object as Kubernetes reads it. */
  readonly value: JsonObject;
  /**
   * Where a path is in the file: its key or its value. For what is missing: the key of the nearest parent that is there.
   * Computed on demand; nobody pays for positions that nobody asks for.
   */
  locate(path: Path, what: 'key' | 'value'): Location;
  /** The characters of what is at a path; not there for what was not read from a file. */
  written?(path: Path, what: 'key' | 'value'): string;
}
