import { machineFile, shaped } from '../option.js';
import { mirrorOrigin, toolVersion } from './shapes.js';

/** Options of `tools:`, for `kind` and `kubectl` where the PATH has none, or another version is wanted. */
export const toolsOptions = {
  folder: machineFile(
    'Folder with `kind` and `kubectl`, for machines without the internet: nothing is downloaded. They are verified like a download.',
  ),
  mirror: shaped(mirrorOrigin, 'Host with the same paths as the origins of kind and kubectl, to download them from.'),
  kind: shaped(
    toolVersion,
    'Version of kind, instead of the one on the PATH. One that the gate does not know needs its digest.',
  ),
  kubectl: shaped(
    toolVersion,
    'Version of kubectl, instead of the one on the PATH. One that the gate does not know needs its digest.',
  ),
} as const;
