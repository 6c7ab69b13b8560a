import type { ToolName } from '../../ports/tools.js';

export interface LockedTool {
  readonly version: string;
  /** Below the host: `%v` version, `%o` operating system, `%a` architecture. */
  readonly path: string;
  /** Where it comes from when no mirror is given. */
  readonly host: string;
  /** SHA-256 by `os/arch`, as published beside the release. Written by `scripts/lock-tools.mjs`. */
  readonly digests: Readonly<Record<string, string>>;
}

/** The tools that this version of the gate downloads. What is not in here is refused, unless the user brings its digest. */
export const toolTable: Readonly<Record<ToolName, LockedTool>> = {
  kind: {
    version: 'v0.33.0',
    host: 'https://github.com',
    path: '/kubernetes-sigs/kind/releases/download/%v/kind-%o-%a',
    digests: {
      'linux/amd64': 'aee6151561422756b764a4ae28e7f44cda5af5a9eead3cc9985112b1de8d8e0d',
      'linux/arm64': '20022bee6cfcd5086cb7234d218e3454e6090022f2a8f55d1fa7fcf42c3867a2',
      'darwin/amd64': '5a99f26f57246dc9319dd294803313197a0f34d33c525b3ea8b655db5916ece0',
      'darwin/arm64': '0c8c7dbe5e23594a198b786c4bc13dacc101fa6196b0cb0b23a1ca44e61f4b4f',
    },
  },
  kubectl: {
    version: 'v1.34.2',
    host: 'https://dl.k8s.io',
    path: '/release/%v/bin/%o/%a/kubectl',
    digests: {
      'linux/amd64': '9591f3d75e1581f3f7392e6ad119aab2f28ae7d6c6e083dc5d22469667f27253',
      'linux/arm64': '95df604e914941f3172a93fa8feeb1a1a50f4011dfbe0c01e01b660afc8f9b85',
      'darwin/amd64': 'd2a71bb7dd7238287f2ba4efefbad4f98584170063f7d9e6c842f772d9255d45',
      'darwin/arm64': '8f38d3a38ae317b00ebf90254dc274dd28d8c6eea4a4b30c5cb12d3d27017b6d',
    },
  },
};
