import { expect, test } from 'vitest';
import { complaintIn } from '../../testing/complaints.ts';
import { post, telecom } from '../../testing/organisation.ts';
import type { AssistStanding } from '../assist-standing.ts';
import { hurriedOf } from './hurried.ts';

const asked = (change: Partial<AssistStanding>): AssistStanding => ({
  assistId: 'a',
  toUnitId: null,
  outside: { kind: 'postOffice', name: '郑州邮区中心局' },
  question: '请优先处理',
  standing: 'asked',
  acceptDueAtMs: null,
  answerDueAtMs: 2,
  atMs: 1,
  ...change,
});
const late = { ...complaintIn('inProgress'), pack: post.id, category: 'P01-03' };
const seen = (assists: AssistStanding[], complaint = late, pack = post) =>
  hurriedOf(
    { ...complaint, assists },
    pack,
    (id) => ({ zh: `单位${id}`, en: `unit ${id}` }),
    (text) => text.replaceAll(/1\d{10}/g, '***'),
  );

test('PST-2: the customer sees which offices were asked, in their order, and which have answered', () => {
  expect(seen([asked({}), asked({ toUnitId: 'p-qjp-delivery', outside: null, standing: 'answered' })])).toEqual([
    { who: { zh: '郑州邮区中心局', en: '郑州邮区中心局' }, hasAnswered: false },
    { who: { zh: '单位p-qjp-delivery', en: 'unit p-qjp-delivery' }, hasAnswered: true },
  ]);
});

test('what was returned or taken back, and who else was asked, is nobody’s to see; nor is anybody’s number', () => {
  expect(seen([asked({ standing: 'returned' }), asked({ standing: 'cancelled' }), asked({ outside: { kind: 'bank', name: '某银行' } })])).toEqual([]);
  expect(seen([asked({ outside: { kind: 'postOffice', name: '郑州局 13800138000' } })])[0]?.who.zh).toBe('郑州局 ***');
  expect(seen([asked({})], { ...complaintIn('inProgress'), category: 'T01-01' }, telecom)).toEqual([]);
});
