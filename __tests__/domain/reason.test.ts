import { describe, expect, test } from '@jest/globals';
import { reasonOf } from '../../src/domain/reason.js';
import { isLoadData } from '../../src/domain/report-data.js';
import { inconclusive, promoted, rejected, stage } from '../reports/samples.js';

describe('the one line of a decision', () => {
  test('of a promotion names the way of the replicas and the Redis nodes, with their numbers', () => {
    expect(reasonOf(promoted)).toBe(
      '12 Redis nodes agree; HorizontalPodAutoscaler shop/session-shop went 1 → 6 → 1 under load; 14 of 14 claims were observed to hold',
    );
  });

  test('of a promotion without load says no more than was seen', () => {
    const stages = promoted.stages.filter((one) => one.stage === 'lint');
    expect(reasonOf({ ...promoted, stages })).toBe('2 of 2 claims were observed to hold');
  });

  test('of a load that moved nothing says that no scaling was shown', () => {
    const resting = promoted.stages.map((one) =>
      isLoadData(one.data)
        ? { ...one, data: { ...one.data, points: one.data.points.map((point) => ({ ...point, readyReplicas: 1 })) } }
        : one,
    );
    expect(reasonOf({ ...promoted, stages: resting })).toContain(
      'HorizontalPodAutoscaler shop/session-shop stayed at 1 under load, so that no scaling was shown',
    );
  });

  test('of a reject names the object and what was observed', () => {
    expect(reasonOf(rejected)).toContain(
      'HorizontalPodAutoscaler/session-shop: the HPA scales up by load: only 4 of 6',
    );
  });

  test('of an inability is its message', () => {
    expect(reasonOf(inconclusive)).toBe('provision: metrics-server is not ready after 60 s: 0 of 1 pods Ready');
  });

  test('of a stage that saw nothing says so', () => {
    const stages = [stage('load', 0, 1, { verdict: 'inconclusive' })];
    expect(reasonOf({ stages, skipped: [], decision: 'inconclusive' })).toBe('load: it observed nothing');
  });
});
