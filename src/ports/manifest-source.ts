/** The text of one file, or of one rendering. */
export interface SourceText {
  /** Path as the user gave it, with forward slashes; `-` for standard input. */
  readonly file: string;
  readonly text: string;
  /** Whether a tool made the text: `file` then names what it was made of, and holds something else. */
  readonly rendered?: true;
  /** The file that a rendering was made of, where it tells: findings are shown there when their line is found in it. */
  readonly origin?: { readonly file: string; readonly text: string };
}

/** What is deployed together and refers to itself. */
export interface SourceSet {
  readonly texts: readonly SourceText[];
  /** Whether the set is all there is: a folder, a rendering, standard input. A lone file is a part. */
  readonly whole: boolean;
  /** Files of folders that hold no Kubernetes object: charts' values, compose files, packages. */
  readonly skipped: readonly string[];
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Value files for Helm charts, the later over the earlier. */
  readonly values?: readonly string[];
}

/** Files, folders, globs, standard input, Kustomize folders and Helm charts, as text. */
export interface ManifestSource {
  /**
   * In the order of the paths, and by name within a folder. Rejects with `INPUT_INVALID` for a path that is not there,
   * leads out of its folder, is too large, or does not render.
   */
  read(paths: readonly string[], options: ReadOptions): Promise<SourceSet>;
}

/** Makes manifests of a folder that is no plain folder. */
export interface Renderer {
  /** File names that tell such a folder. */
  readonly marks: readonly string[];
  /** Rejects with `INPUT_INVALID` and the tool's own words where the folder does not render, `TOOL_MISSING` without the tool. */
  render(folder: string, options: ReadOptions): Promise<readonly SourceText[]>;
}
