import type { LoadResult } from '../../src/ports/load-generator.js';

export function send(origin: string, rate: number, seconds: number, connections: number): Promise<LoadResult>;
