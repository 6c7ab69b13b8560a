/** What the evidence is about. Evidence for one subject never promotes another. */
export interface Subject {
  /** Commit of the checked-out tree, with `-dirty` where files differ from it; `unknown` outside a repository. */
  readonly commit: string;
  /** `sha256:` over the rendered manifests, in the order in which they are applied. */
  readonly manifests: string;
  /** Image reference → digest of the image that really ran. */
  readonly images: Readonly<Record<string, string>>;
}

/** The ways in which two subjects differ, as sentences; empty where they are the same. */
export function subjectDifferences(a: Subject, b: Subject): readonly string[] {
  const differences: string[] = [];
  if (a.commit !== b.commit) differences.push(`commit ${a.commit} is not ${b.commit}`);
  if (a.manifests !== b.manifests) differences.push(`manifests ${a.manifests} are not ${b.manifests}`);
  for (const image of new Set([...Object.keys(a.images), ...Object.keys(b.images)])) {
    const [left, right] = [a.images[image] ?? 'absent', b.images[image] ?? 'absent'];
    if (left !== right) differences.push(`image ${image} ${left} is not ${right}`);
  }
  return differences;
}
