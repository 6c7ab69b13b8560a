import * as core from '@actions/core';
import type { Sink } from '../stage-logs.js';

/** A stage is a group of the workflow log. Lines are clean before they come here. */
export const workflowSink: Sink = {
  open: (stage) => core.startGroup(stage),
  line(level, text) {
    if (level === 'debug') core.debug(text);
    else core.info(level === 'warn' ? `! ${text}` : text);
  },
  close(report) {
    core.endGroup();
    const passed = report.evidence.filter(({ verdict }) => verdict === 'pass').length;
    core.info(
      `${report.stage}: ${report.verdict} in ${(report.durationMs / 1000).toFixed(1)} s, ${passed} of ${report.evidence.length} claims observed`,
    );
  },
};
