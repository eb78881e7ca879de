import { describe, expect, test } from 'vitest';
import postFile from '../../packs/post.json' with { type: 'json' };
import { messageKinds } from '../policy/outreach-rules.ts';
import { wholePackSchema } from '../policy/whole-pack.ts';
import { complaintIn, customerName, customerPhone, token } from '../testing/complaints.ts';
import { at, telecom } from '../testing/organisation.ts';
import { newMessage } from './messages-of.ts';
import { placeholdersOf, segmentsOf, textOf, wholeText } from './message-text.ts';
import { wantsNoMore } from './reply-meaning.ts';

const packs = [telecom, wholePackSchema.parse(postFile)];
const refundId = 'c1f6a1f0-0000-4000-8000-000000000001';
const refund = { refundId, amountFen: 9_999_999, form: 'balanceCredit' as const, standing: 'paid' as const, atMs: 1 };
const complaint = { ...complaintIn('inProgress'), refunds: [refund] };
const context = { complaint, pagesUrl: 'https://shouwen.example.cn', token };

describe('the words of messages', () => {
  test.each(packs.flatMap((pack) => messageKinds.map((kind) => [pack.id, kind, pack] as const)))('%s %s fits two parts and names nobody', (_id, kind, pack) => {
    if (!pack.outreach) throw new Error('the pack says nothing of messages');
    const cause = { kind, mark: '1', causeAtMs: at('2026-12-12 12:12'), aboutAtMs: at('2026-12-13 12:12'), refundId };
    const { text, signature, parameters } = textOf(newMessage(cause, complaint, pack, pack.outreach, 0), { ...context, pack }, pack.outreach);
    expect(segmentsOf(wholeText({ signature, text }))).toBeLessThanOrEqual(2);
    expect(text).not.toMatch(/[{}]/);
    expect(Object.values(parameters).every((value) => value !== '')).toBe(true);
    for (const secret of [customerName, customerPhone, complaint.what, complaint.handlerName ?? '']) expect(text).not.toContain(secret);
  });

  test('an answer says where it is, and for how long it can be disagreed with', () => {
    if (!telecom.outreach) throw new Error('the pack says nothing of messages');
    const message = newMessage({ kind: 'answered', mark: '0', causeAtMs: 1 }, complaint, telecom, telecom.outreach, 0);
    expect(textOf(message, { ...context, pack: telecom }, telecom.outreach)).toEqual({
      template: 'SW-05',
      parameters: { link: `https://shouwen.example.cn/s#${token}`, days: '15' },
      text: `您的问题已答复：https://shouwen.example.cn/s#${token} 不满意可在15日内点“没有解决”`,
      signature: '淮安移动',
    });
  });

  test('seventy characters are one part, then sixty-seven each: one Chinese character makes all of it UCS-2', () => {
    expect([1, 70, 71, 134, 135, 201, 202].map((length) => segmentsOf('您'.repeat(length)))).toEqual([1, 1, 2, 2, 3, 3, 4]);
  });

  test('what stands in braces is known once', () => {
    expect(placeholdersOf('{link} 或 {hotline}，{link}')).toEqual(['link', 'hotline']);
  });
});

test('a pack whose words or limits are none is no pack for functions', () => {
  expect(wholePackSchema.safeParse(postFile).success).toBe(true);
  expect(wholePackSchema.safeParse({ ...postFile, outreach: null }).success).toBe(true);
  expect(wholePackSchema.safeParse({ ...postFile, outreach: { ...postFile.outreach, mostPerDay: 0 } }).success).toBe(false);
});

describe('TEL-4: a reply that wants no more', () => {
  if (!telecom.outreach) throw new Error('the pack says nothing of messages');
  const { outreach } = telecom;
  test.each(['T', 't', ' TD ', '退订', '退订。', 'n', 'Ｎ', '0000'])('%s', (text) => expect(wantsNoMore(text, outreach)).toBe(true));
  test.each(['T恤', '不退订', '没解决', 'NO', '00000', '', '我不要退订'])('and not %s', (text) => expect(wantsNoMore(text, outreach)).toBe(false));
});
