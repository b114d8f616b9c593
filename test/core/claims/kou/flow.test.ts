import { describe, expect, it } from 'vitest';
import { KOU } from '../../../../src/core/claims/kou/all.ts';
import { LAB_KOU } from '../../../../src/core/claims/lab/kou.ts';
import { from, setScalar } from '../doctors.ts';
import { doctored, judge } from '../replay.ts';
import { describeRoom } from '../room.ts';
import { FLOW_DOCTORED, FLOW_HOLDS, FLOW_MEASURED, FLOW_PRINTED, isOfFlows } from './flow-cases.ts';
import { runOf } from './runs.ts';

describeRoom('K, of gradient flow', {
  claims: [...KOU, ...LAB_KOU].filter(isOfFlows),
  runOf,
  holds: FLOW_HOLDS,
  doctored: FLOW_DOCTORED,
  measured: FLOW_MEASURED,
  printed: FLOW_PRINTED,
});

describe('K, of gradient flow', () => {
  it('has a derivation for every claim that says something of a flow, and for no other', () => {
    for (const claim of KOU) expect(claim.flow !== undefined, claim.id).toBe(isOfFlows(claim));
  });

  it('is fitted up to the last point of a flow, whatever is thinned', () => {
    for (const { claim, verdict } of judge(runOf('flowTheoremRelu'), KOU.filter(isOfFlows))) {
      if (verdict.kind === 'measured') expect(verdict.measured.logTimes![1], claim.id).toBe(10_000);
    }
  });

  it('makes the quotient of loss slopes of the margins: slopes underflow, one before the other', () => {
    const last = doctored(
      runOf('flowTheoremRelu'),
      from(
        60,
        setScalar('lossRatio', () => Number.MAX_VALUE),
      ),
    );
    const [judged] = judge(
      last,
      KOU.filter(({ id }) => id === 'kou-margin-spread'),
    );
    expect(judged!.verdict.kind).toBe('holds');
  });

  it('leaves out what is about steps, and says so', () => {
    const { experiment } = runOf('flowRelu').start;
    const out = [...KOU, ...LAB_KOU].filter((claim) => !isOfFlows(claim));
    expect(out.map(({ id }) => id)).toEqual([
      'kou-update',
      'kou-coefficient-update',
      'kou-rho-steps',
      'kou-margin-steps',
      'lab-relu-flips',
    ]);
    expect(out[0]!.applies(experiment)).toBe('it is about steps, and gradient flow has none');
  });
});
