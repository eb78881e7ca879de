import { staffCommandSchema } from '@shouwen/domain/complaint/command';
import { describe, expect, test } from 'vitest';
import { buildCommand, draftOf, fieldsOf } from './command-form.ts';
import { formatLocalMoment, parseLocalMoment } from './local-moment.ts';

const complaint = { asks: ['refund', 'apology'] as ('refund' | 'apology')[] };

describe('a form becomes a command', () => {
  test('what is missing is named by field, each thing asked for by itself (KNO-3)', () => {
    expect(buildCommand('answer', { text: '  ', 'checklist.refund': 'met' }, complaint)).toEqual({ ok: false, missing: ['text', 'checklist.apology'] });
    expect(buildCommand('handOver', {}, complaint)).toEqual({ ok: false, missing: ['toUnitId', 'reason'] });
    expect(buildCommand('assign', {}, complaint)).toEqual({ ok: false, missing: ['toUid'] });
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

  test('a refused command comes back as the form that made it', () => {
    const draft = { text: '已退费', 'checklist.refund': 'met', 'checklist.apology': 'notMet' };
    const built = buildCommand('answer', draft, complaint);
    expect(built.ok && draftOf(built.command)).toEqual(draft);
  });

  test('every part of every command has its field', () => {
    for (const option of staffCommandSchema.options) {
      const parts = Object.keys(option.shape).filter((name) => name !== 'type');
      expect(fieldsOf[option.shape.type.value].map((field) => field.name).sort()).toEqual(parts.sort());
    }
  });
});
