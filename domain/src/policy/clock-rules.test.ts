import { describe, expect, test } from 'vitest';
import { post, telecom } from '../testing/organisation.ts';
import { clockRulesSchema, defaultEscalation, escalationRulesSchema } from './clock-rules.ts';
import { packSchema } from './pack.ts';

const { acceptCounts: _counts, preHandleMinutes: _minutes, workingTime: _time, pauses: _pauses, ...olderClocks } = telecom.clocks;
const { replyDue: _replyDue, ...olderQuietHours } = telecom.clocks.quietHours;

describe('a version of the pack from before a figure could be chosen', () => {
  test('SLA-1, SLA-4, SLA-5, NET-1: reads as the figures that hold by default, which are those in force', () => {
    expect(clockRulesSchema.parse({ ...olderClocks, quietHours: olderQuietHours })).toEqual(telecom.clocks);
    expect(post.clocks).toMatchObject({ acceptCounts: 'elapsed', preHandleMinutes: 30, quietHours: { replyDue: 'defer' }, pauses: telecom.clocks.pauses });
  });

  test('SLA-6: escalates by the default line and shares', () => {
    const { escalation: _escalation, ...older } = telecom;
    expect(packSchema.parse(older).escalation).toEqual(defaultEscalation);
  });
});

describe('SLA-6: the default shares and posts, and that both packs have them', () => {
  test.each([
    ['telecom', telecom],
    ['post', post],
  ] as const)('%s', (_id, { escalation }) => {
    expect(escalation.reply.map(({ fraction, post: told }) => [fraction, told])).toEqual([
      [0.75, 'handler'],
      [1, 'teamLeader'],
      [1.5, 'unitHead'],
      [2, 'serviceHead'],
      [3, 'companyLeader'],
    ]);
    expect(escalation.line.map(({ id }) => id)).toEqual(['handler', 'teamLeader', 'unitHead', 'serviceHead', 'companyLeader']);
    expect(escalation).toMatchObject({ reassignFromLevel: 2, hardAfterReopens: 2, atNight: { urgencies: ['critical'], flags: [] } });
  });
});

describe('what is no rule about time is refused, beside its nearest right neighbour', () => {
  test.each([
    ['quiet hours at a time that there is not', { quietHours: { from: '24:00', to: '08:00', replyDue: 'defer' } }, false],
    ['quiet hours to the last minute of the day', { quietHours: { from: '23:59', to: '08:00', replyDue: 'defer' } }, true],
    ['a reply that is forgotten at night', { quietHours: { from: '22:00', to: '08:00', replyDue: 'forget' } }, false],
    ['working time that ends before it begins', { workingTime: [{ from: '17:30', to: '08:30' }] }, false],
    ['working time of no length', { workingTime: [{ from: '08:30', to: '08:30' }] }, false],
    ['working time of a minute', { workingTime: [{ from: '08:30', to: '08:31' }] }, true],
    ['no working time at all', { workingTime: [] }, false],
    ['no minutes to accept', { acceptMinutes: 0 }, false],
    ['one minute to accept', { acceptMinutes: 1 }, true],
    ['pauses without number', { pauses: { ...telecom.clocks.pauses, most: 21 } }, false],
    ['no pauses', { pauses: { ...telecom.clocks.pauses, most: 0 } }, true],
    ['a wait without length', { pauses: { ...telecom.clocks.pauses, mostHours: 0 } }, false],
  ])('%s', (_told, changes, isRight) => {
    expect(clockRulesSchema.safeParse({ ...telecom.clocks, ...changes }).success).toBe(isRight);
  });

  test.each([
    ['a step at the very start', { reply: [{ fraction: 0, post: 'handler' }] }, false],
    ['a step soon after it', { reply: [{ fraction: 0.01, post: 'handler' }] }, true],
    ['no step', { reply: [] }, false],
    ['a step for a post that there is not', { reply: [{ fraction: 1, post: 'emperor' }] }, false],
    ['a line of one', { line: defaultEscalation.line.slice(0, 1) }, false],
    ['an urgency that there is not', { atNight: { urgencies: ['mild'], flags: [] } }, false],
  ])('%s', (_told, changes, isRight) => {
    expect(escalationRulesSchema.safeParse({ ...defaultEscalation, ...changes }).success).toBe(isRight);
  });
});
