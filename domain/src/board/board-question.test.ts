import { describe, expect, test } from 'vitest';
import { at, telecom } from '../testing/organisation.ts';
import { boardQuestion, mostUnitsAsked, questionNames, startOfMonthMs, unitPortions } from './board-question.ts';

const nowMs = at('2026-11-20 09:00');
const alternativesTaken = 30;

describe('what a board counts', () => {
  test('TIME: the month begins at 00:00 of its first day in Asia/Shanghai', () => {
    expect(startOfMonthMs(at('2026-11-01 00:00'))).toBe(at('2026-11-01 00:00'));
    expect(startOfMonthMs(at('2026-11-01 00:00') - 1)).toBe(at('2026-10-01 00:00'));
    expect(startOfMonthMs(nowMs)).toBe(at('2026-11-01 00:00'));
  });

  test('SLA-6: due now is overdue and no longer near due', () => {
    const rules = { ...telecom.board, nearDueHours: 2 };
    expect(boardQuestion('overdue', rules, nowMs).where).toContainEqual(['dueAtMs', '<=', nowMs]);
    const { where } = boardQuestion('nearDue', rules, nowMs);
    expect(where).toContainEqual(['dueAtMs', '>=', nowMs + 1]);
    expect(where).toContainEqual(['dueAtMs', '<=', at('2026-11-20 11:00')]);
  });

  test('the pack says from which step on a complaint counts as escalated', () => {
    expect(boardQuestion('escalated', { ...telecom.board, escalatedFromLevel: 4 }, nowMs).where).toContainEqual(['escalationLevel', '>=', 4]);
  });

  test.each(questionNames)('%s never asks for more alternatives than a database takes', (name) => {
    const states = boardQuestion(name, telecom.board, nowMs).where.map(([, operator, value]) => (operator === 'in' && Array.isArray(value) ? value.length : 1));
    expect(mostUnitsAsked * Math.max(...states)).toBeLessThanOrEqual(alternativesTaken);
  });

  test('of many units each is asked for once', () => {
    const ids = Array.from({ length: 2 * mostUnitsAsked + 1 }, (_, index) => `unit-${index}`);
    expect(unitPortions(ids).map(({ length }) => length)).toEqual([mostUnitsAsked, mostUnitsAsked, 1]);
    expect(unitPortions(ids).flat()).toEqual(ids);
  });
});
