import { describe, expect, test } from 'vitest';
import type { StepNotice } from '../complaint/time/taken-step.ts';
import { allNoticeKinds, type AnyNoticeKind, noticeManifest } from './notice-kind.ts';
import { type PushNotice, pushTextOf } from './push-text.ts';
import { countedPhrases, pushLanguages } from './push-wording.ts';
import type { NoticeSubject } from './subject.ts';

let made = 0;

const complaint = (id: string): NoticeSubject => ({ collection: 'complaints', id });

function notice(kind: AnyNoticeKind, about: Partial<PushNotice> = {}): PushNotice {
  made += 1;
  return { id: `n${made}`, kind, number: '7K3M9-QXW2C-4', subject: complaint(`c${made}`), counts: null, ...about };
}

function digest(counts: Partial<Record<StepNotice, number>>): PushNotice {
  return notice('digest', { subject: null, counts });
}

function titles(notices: readonly PushNotice[]): string[] {
  return pushLanguages.map((language) => pushTextOf(notices, notices.length, language).title);
}

describe('one notice is one sentence with its number', () => {
  test.each([
    ['overdue', '投诉 7K3M9-QXW2C-4 已超时', 'Complaint 7K3M9-QXW2C-4 is overdue'],
    ['assignedToYou', '投诉 7K3M9-QXW2C-4 派给您', 'Complaint 7K3M9-QXW2C-4 was assigned to you'],
    ['statutoryNear', '投诉 7K3M9-QXW2C-4 临近法定期限', 'Complaint 7K3M9-QXW2C-4 nears its statutory end'],
    ['refundNeedsYou', '退费 7K3M9-QXW2C-4 等您审批', 'Refund 7K3M9-QXW2C-4 waits for your approval'],
  ] as const)('%s', (kind, chinese, english) => {
    expect(titles([notice(kind)])).toEqual([chinese, english]);
  });

  test.each(allNoticeKinds.filter((kind) => kind !== 'digest'))('%s has a sentence in both languages, which names the number and nothing else', (kind) => {
    const [chinese = '', english = ''] = titles([notice(kind)]);
    for (const title of [chinese, english]) {
      expect(title).toContain('7K3M9-QXW2C-4');
      expect(title).not.toMatch(/[{}]|undefined|元|yuan|1[3-9]\d{9}/);
    }
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(chinese).not.toMatch(/[,;:!?]/);
    expect(english).not.toMatch(/\p{Script=Han}|[\uff00-\uffef。]/u);
  });

  test('no two kinds say the same', () => {
    for (const language of ['zh', 'en'] as const) {
      const sentences = allNoticeKinds.flatMap((kind) => noticeManifest(kind).push?.[language === 'en' ? 'en' : 'zh'] ?? []);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });
});

describe('several notices are counted in one message, the most pressing first (SLA-6: a digest, not a storm)', () => {
  test('steps, and what else has happened', () => {
    const notices = [notice('assignedToYou'), digest({ nearDue: 3, overdue: 2 })];
    expect(titles(notices)).toEqual(['2 件已超时，3 件即将到期，1 件新指派', '2 overdue, 3 near due, 1 newly assigned']);
  });

  test('a digest by itself is counts already', () => {
    expect(titles([digest({ statutoryPassed: 1, overdue: 12 })])).toEqual(['1 件已过法定期限，12 件已超时', '1 past the statutory end, 12 overdue']);
  });

  test('digests of several runs are added up', () => {
    expect(titles([digest({ nearDue: 2 }), digest({ nearDue: 1, raised: 1 })])[0]).toBe('1 件上报给您，3 件即将到期');
  });

  test('one matter counts once however often it was told of, two matters twice', () => {
    const about = { subject: complaint('c'), number: '7K3M9-QXW2C-4' };
    const other = { subject: complaint('d'), number: '8K3M9-QXW2C-4' };
    expect(titles([notice('chased', about), notice('chased', about)])[0]).toBe('1 件被催办');
    expect(titles([notice('chased', about), notice('chased', other)])[0]).toBe('2 件被催办');
  });

  test('what a colleague raised counts with what the schedule raised (SLA-6)', () => {
    expect(titles([notice('raisedToYou'), notice('raised')])[0]).toBe('2 件上报给您');
  });

  test.each(allNoticeKinds.filter((kind) => kind !== 'digest'))('%s is counted in both languages', (kind) => {
    const [chinese = '', english = ''] = titles([notice(kind), notice(kind, { number: '8K3M9-QXW2C-4' })]);
    expect(chinese).toMatch(/^2 件.*\p{Script=Han}$/u);
    expect(english).toMatch(/^2 [a-z].*[a-z]$/);
  });

  test('every phrase that can be counted has its place for the count in both languages', () => {
    for (const { zh, en } of Object.values(countedPhrases)) expect([zh, en].every((phrase) => phrase.startsWith('{count} '))).toBe(true);
  });
});

describe('what a tap opens', () => {
  test('one notice opens exactly what it is about', () => {
    expect(pushTextOf([notice('overdue', { subject: complaint('c1') })], 1, 'en').url).toBe('/complaint/c1');
    expect(pushTextOf([notice('refundNeedsYou', { subject: { collection: 'refunds', id: 'r1' } })], 1, 'en').url).toBe('/refund/r1');
    expect(pushTextOf([notice('closureHeld', { subject: { collection: 'closures', id: 'l1' } })], 1, 'en').url).toBe('/closure/l1');
  });

  test('what several have in common, else the inbox', () => {
    expect(pushTextOf([notice('chased', { subject: complaint('c1') }), notice('overdue', { subject: complaint('c1') })], 2, 'en').url).toBe('/complaint/c1');
    expect(pushTextOf([notice('chased', { subject: complaint('c1') }), notice('overdue', { subject: complaint('c2') })], 2, 'en').url).toBe('/inbox');
    expect(pushTextOf([digest({ overdue: 2 })], 1, 'en').url).toBe('/worklist');
  });
});

test('more unread than told is said, because a message takes the place of the one before', () => {
  const one = [notice('chased')];
  expect(pushTextOf(one, 1, 'zh-CN').body).toBe('');
  expect(pushTextOf(one, 7, 'zh-CN').body).toBe('共 7 条未读消息');
  expect(pushTextOf(one, 7, 'en').body).toBe('7 unread in all');
});
