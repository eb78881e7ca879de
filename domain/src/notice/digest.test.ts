import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StepNotice, stepNotices } from '../complaint/time/taken-step.ts';
import { randomRun } from '../testing/random-run.ts';
import { digestOf, type DigestItem } from './digest.ts';

const told = (telling: StepNotice, id: string): DigestItem => ({ telling, complaint: { id, number: `number of ${id}`, category: 'T01-05' } });

describe('SLA-6: what one run has to tell a person is one notice', () => {
  test('of one thing it is the notice of that thing', () => {
    expect(digestOf([told('overdue', 'a')])).toEqual({
      kind: 'overdue',
      complaintId: 'a',
      number: 'number of a',
      category: 'T01-05',
      counts: { overdue: 1 },
      complaintIds: ['a'],
    });
  });

  test('of several about one complaint it is the most pressing, and counts them all', () => {
    expect(digestOf([told('nearDue', 'a'), told('statutoryNear', 'a'), told('acceptOverdue', 'a')])).toMatchObject({
      kind: 'statutoryNear',
      complaintId: 'a',
      counts: { nearDue: 1, statutoryNear: 1, acceptOverdue: 1 },
      complaintIds: ['a'],
    });
  });

  test('of several complaints it is a digest that leads to none of them, the most pressing first', () => {
    expect(digestOf([told('waitEnded', 'a'), told('nearDue', 'b'), told('statutoryPassed', 'c'), told('raised', 'd'), told('overdue', 'b')])).toEqual({
      kind: 'digest',
      complaintId: null,
      number: 'number of c',
      category: null,
      counts: { nearDue: 1, overdue: 1, raised: 1, statutoryPassed: 1, waitEnded: 1 },
      complaintIds: ['c', 'd', 'b', 'a'],
    });
  });

  test('it names twenty and counts all', () => {
    const many = Array.from({ length: 500 }, (_, index) => told('overdue', `complaint-${index}`));
    const digest = digestOf(many);
    expect(digest.counts).toEqual({ overdue: 500 });
    expect(digest.complaintIds).toHaveLength(20);
    expect(digest.complaintIds[0]).toBe('complaint-0');
  });

  test('every telling has its place: none falls before the law’s time because it was forgotten', () => {
    for (const telling of stepNotices)
      expect(digestOf([told(telling, 'a'), told('statutoryPassed', 'b')]).complaintIds[0]).toBe(telling === 'statutoryPassed' ? 'a' : 'b');
  });

  test('whatever is told, nothing is lost and nothing is there twice', () => {
    const tellingsOf = fc.array(fc.tuple(fc.constantFrom(...stepNotices), fc.constantFrom('a', 'b', 'c')), { minLength: 1, maxLength: 30 });
    const property = fc.property(tellingsOf, (pairs) => {
      const all = pairs.map(([telling, id]) => told(telling, id));
      const { counts, complaintIds, complaintId } = digestOf(all);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length);
      expect([...complaintIds].sort()).toEqual([...new Set(pairs.map(([, id]) => id))].sort());
      expect(complaintId === null).toBe(complaintIds.length > 1);
    });
    fc.assert(property, randomRun(200));
  });
});
