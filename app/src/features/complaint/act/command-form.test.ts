// @vitest-environment happy-dom
import { staffCommandSchema } from '@shouwen/domain/complaint/command';
import { describe, expect, test } from 'vitest';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { buildCommand, draftOf, fieldsOf, startOf } from './command-form.ts';
import { formatLocalMoment, parseLocalMoment } from '../../../platform/device/local-moment.ts';

const paid = { refundId: 'refund-1', amountFen: 100, form: 'cash' as const, standing: 'paid' as const, atMs: 0 };
const complaint = { asks: ['refund', 'apology'] as ('refund' | 'apology')[], refunds: [paid] };

describe('a form becomes a command', () => {
  test('what is missing is named by field, each thing asked for by itself (KNO-3)', () => {
    expect(buildCommand('answer', { text: '  ', 'checklist.refund': 'met' }, complaint)).toEqual({ ok: false, missing: ['text', 'checklist.apology'] });
    expect(buildCommand('handOver', {}, complaint)).toEqual({ ok: false, missing: ['toUnitId', 'reason'] });
    expect(buildCommand('assign', {}, complaint)).toEqual({ ok: false, missing: ['toUid', 'reason'] });
    expect(buildCommand('contactAttempt', {}, complaint)).toEqual({ ok: false, missing: ['result'] });
  });

  test('a complete form is a command that the schema accepts, its texts trimmed', () => {
    expect(buildCommand('answer', { text: ' 已退费 ', 'checklist.refund': 'met', 'checklist.apology': 'partly' }, complaint)).toEqual({
      ok: true,
      command: {
        type: 'answer',
        text: '已退费',
        checklist: [
          { ask: 'refund', result: 'met' },
          { ask: 'apology', result: 'partly' },
        ],
      },
    });
    expect(buildCommand('handOver', { toUnitId: 'billing', reason: '账务核实' }, complaint)).toEqual({
      ok: true,
      command: { type: 'handOver', toUnitId: 'billing', toUid: null, reason: '账务核实' },
    });
  });

  test("a moment is read in the operator's zone whatever the phone is set to, and back (TIME)", () => {
    const atMs = Date.parse('2026-11-22T08:30:00+08:00');
    expect(parseLocalMoment('2026-11-22T08:30')).toBe(atMs);
    expect(formatLocalMoment(atMs)).toBe('2026-11-22T08:30');
    expect(buildCommand('awaitCustomer', { reason: '等账单', untilAtMs: '2026-11-22T08:30' }, complaint)).toMatchObject({ command: { untilAtMs: atMs } });
    expect(buildCommand('awaitCustomer', { reason: '等账单', untilAtMs: 'soon' }, complaint)).toEqual({ ok: false, missing: ['untilAtMs'] });
  });

  test('what was recorded stands in the form that puts it right, and comes back as the same command (SLA-1…3)', () => {
    const recorded = { category: 'T01-05', tier: 'ordinary', urgency: null, need: null } as Complaint;
    const start = startOf('correct', recorded);
    expect(start).toEqual({ category: 'T01-05', tier: 'ordinary', urgency: '', need: '' });
    expect(startOf('agreeTime', recorded), 'other forms begin empty').toEqual({});
    expect(buildCommand('correct', { ...start, need: 'crossProvince', reason: '需外省核实' }, complaint)).toEqual({
      ok: true,
      command: { type: 'correct', category: 'T01-05', tier: 'ordinary', urgency: null, need: 'crossProvince', reason: '需外省核实' },
    });
    expect(buildCommand('correct', start, complaint), 'a reason is part of it').toEqual({ ok: false, missing: ['reason'] });
  });

  test('REF-1: a line of a bill is all there or not at all, and comes back into the form', () => {
    const words = { text: '误订', evidence: '订购记录' };
    expect(buildCommand('confirmCause', words, complaint)).toMatchObject({ command: { photoId: null, bill: null } });
    const typed = { ...words, 'bill.period': '2026-10', 'bill.item': '代收费', 'bill.amountFen': '35' };
    const built = buildCommand('confirmCause', { ...typed, photoId: 'd1f6a1f0-0000-4000-8000-000000000001' }, complaint);
    expect(built).toMatchObject({ command: { photoId: 'd1f6a1f0-0000-4000-8000-000000000001', bill: { period: '2026-10', item: '代收费', amountFen: 3500 } } });
    expect(built.ok && draftOf(built.command)).toEqual({ ...typed, photoId: 'd1f6a1f0-0000-4000-8000-000000000001', 'bill.amountFen': '35.00' });
    expect(buildCommand('confirmCause', { ...words, 'bill.item': '代收费' }, complaint)).toEqual({ ok: false, missing: ['bill.period', 'bill.amountFen'] });
    expect(buildCommand('confirmCause', { ...typed, 'bill.amountFen': '三十五' }, complaint)).toEqual({ ok: false, missing: ['bill.amountFen'] });
  });

  test('a time is agreed with a moment and a reason (SLA-4)', () => {
    expect(buildCommand('agreeTime', {}, complaint)).toEqual({ ok: false, missing: ['untilAtMs', 'reason'] });
    expect(buildCommand('agreeTime', { untilAtMs: '2026-11-25T10:00', reason: '客户出差' }, complaint)).toEqual({
      ok: true,
      command: { type: 'agreeTime', untilAtMs: Date.parse('2026-11-25T10:00:00+08:00'), reason: '客户出差' },
    });
  });

  test('a refused command comes back as the form that made it', () => {
    const draft = { text: '已退费', 'checklist.refund': 'met', 'checklist.apology': 'notMet' };
    const built = buildCommand('answer', draft, complaint);
    expect(built.ok && draftOf(built.command)).toEqual(draft);
  });

  test('every part of every command has its field', () => {
    for (const option of staffCommandSchema.options) {
      // How money was given is asked for below the checklist, where there is no refund.
      const parts = Object.keys(option.shape).filter((name) => !['type', 'howGiven'].includes(name));
      const asked = fieldsOf[option.shape.type.value].flatMap(({ name }) =>
        name === 'particulars' ? ['place', 'paidAtMs', 'billsFen'] : name === 'link' ? ['link', 'unitId', 'cause', 'evidence', 'trace'] : [name],
      );
      expect(asked.sort()).toEqual(parts.sort());
    }
  });
});

describe('REF-7: money that an answer calls given', () => {
  const draft = { text: '已答复', 'checklist.refund': 'met', 'checklist.apology': 'met' };
  const without = { ...complaint, refunds: [] };

  test('without a refund, how it was given is asked for, and sent with it', () => {
    expect(buildCommand('answer', draft, without)).toEqual({ ok: false, missing: ['howGiven'] });
    expect(buildCommand('answer', { ...draft, howGiven: ' 次月减免 ' }, without)).toMatchObject({ command: { howGiven: '次月减免' } });
    expect(buildCommand('answer', { ...draft, 'checklist.refund': 'notMet' }, without)).toMatchObject({ ok: true });
  });

  test('with one that is paid or on its way it is not, and what was typed before is left out', () => {
    for (const standing of ['paid', 'approved', 'asked'] as const) {
      const built = buildCommand('answer', { ...draft, howGiven: '减免' }, { ...complaint, refunds: [{ ...paid, standing }] });
      expect(built.ok && built.command).toEqual(expect.not.objectContaining({ howGiven: expect.anything() }));
      expect(built.ok).toBe(true);
    }
  });

  test('a refused answer comes back with it', () => {
    const command = { type: 'answer' as const, text: '好', checklist: [{ ask: 'refund' as const, result: 'met' as const }], howGiven: '减免' };
    expect(draftOf(command)).toMatchObject({ 'checklist.refund': 'met', howGiven: '减免' });
  });
});
