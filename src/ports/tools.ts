/** Programs that the gate needs and can bring along. */
export type ToolName = 'kind' | 'kubectl';

export interface Tools {
  /** Absolute path of a program that may be run. Throws `TOOL_MISSING` or `TOOL_UNTRUSTED`. */
  provide(tool: ToolName, signal: AbortSignal): Promise<string>;
}
