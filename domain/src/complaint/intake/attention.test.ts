import { describe, expect, test } from 'vitest';
import { dayMs } from '../../calendar/day.ts';
import { recordedAtMs } from '../../testing/complaints.ts';
import { post, telecom } from '../../testing/organisation.ts';
import { type EarlierComplaint, flagsOfRecording, type Flaggable, repeatsOf } from './attention.ts';
import { complaintStates } from '../complaint-values.ts';

const plain: Flaggable = { category: 'T01-01', channel: 'hotline', tier: 'ordinary', what: '客户询问月租费。', homeRegion: '320812' };
const flagsOf = (changes: Partial<Flaggable>) => flagsOfRecording({ ...plain, ...changes }, telecom);

describe('ATT-1, ATT-5: what a recording shows by itself', () => {
  test('nothing in particular', () => {
    expect(flagsOf({})).toEqual([]);
  });

  test.each([
    ['a service ordered without consent is a red line', { category: 'T03-01' }, ['red-line']],
    ['ATT-5: third-party fees', { category: 'T01-05' }, ['regulatory-risk:third-party-service']],
    ['ATT-5: free trials that bill', { category: 'T03-05' }, ['regulatory-risk:free-trial-then-bill']],
    ['ATT-5: forced brand migration', { category: 'T02-04' }, ['regulatory-risk:forced-brand-migration']],
    ['ATT-5: forced advertising', { category: 'T03-04' }, ['regulatory-risk:forced-advertising']],
    ['ATT-5: data through a wrong gateway', { category: 'T01-02' }, ['regulatory-risk:wrong-gateway-data']],
    ['ATT-5: data for multimedia messages that failed', { category: 'T04-04' }, ['regulatory-risk:failed-multimedia-charge']],
    ['sent down by the regulator', { channel: 'regulatorTransfer' }, ['escalated']],
    ['sent down by a superior office', { channel: 'superiorTransfer' }, ['escalated']],
    ['from the mayor’s hotline', { channel: 'mayorHotline' }, ['escalated']],
    ['CRI-3: from the media', { channel: 'media' }, ['important']],
    ['a walk-in visit to the leadership', { channel: 'leadershipVisit' }, ['important']],
    ['a VIP', { tier: 'vip' }, ['important']],
    ['a lawyer is named', { what: '客户说已委托律师。' }, ['important']],
    ['a suit is threatened', { what: '再不处理就起诉。' }, ['important']],
    ['CRI-4: somebody threatens to kill themselves, before all else', { what: '再不解决就跳楼', category: 'T03-01' }, ['life-threat', 'red-line', 'important']],
    ['what is denied is not threatened', { what: '客户说不会起诉，也没找记者。' }, []],
    ['a house that is named after lawyers is a place', { what: '家住律师楼旁，信号差。' }, []],
    ['important twice over is said once', { tier: 'vip', channel: 'media', what: '记者来访' }, ['important']],
    ['OWN-2: nobody can tell the home region', { homeRegion: null }, ['unknown-region']],
    [
      'all at once, in this order',
      { category: 'T03-01', channel: 'mayorHotline', tier: 'vip', homeRegion: null },
      ['red-line', 'escalated', 'important', 'unknown-region'],
    ],
    ['a half-filled form', { category: '', channel: '', tier: '', what: '' }, []],
  ])('%s', (_told, changes, flags) => {
    expect(flagsOf(changes)).toEqual(flags);
  });

  test('the post’s key accounts are important, its ordinary customers are not', () => {
    expect(flagsOfRecording({ ...plain, category: 'P01-04', tier: 'keyAccount' }, post)).toEqual(['important']);
    expect(flagsOfRecording({ ...plain, category: 'P01-04' }, post)).toEqual([]);
  });
});

describe('ATT-2: same customer, same problem, again within 30 days', () => {
  const recording = { id: 'new', category: 'T01-05', capturedAtMs: recordedAtMs };
  const earlier: EarlierComplaint = { id: 'old', category: 'T01-05', capturedAtMs: recordedAtMs - 7 * dayMs, state: 'closed' };
  const isRepeat = (changes: Partial<EarlierComplaint>) => repeatsOf(recording, [{ ...earlier, ...changes }], telecom).length === 1;

  test.each([
    ['a week ago', {}],
    ['at the same moment', { capturedAtMs: recordedAtMs }],
    ['30 days ago to the millisecond', { capturedAtMs: recordedAtMs - 30 * dayMs }],
  ])('%s it is a repeat', (_told, changes) => {
    expect(isRepeat(changes)).toBe(true);
  });

  test.each([
    ['a millisecond before the window', { capturedAtMs: recordedAtMs - 30 * dayMs - 1 }],
    ['a later one', { capturedAtMs: recordedAtMs + 1 }],
    ['another problem of the customer’s', { category: 'T01-06' }],
    ['the complaint itself', { id: 'new' }],
  ])('%s is none', (_told, changes) => {
    expect(isRepeat(changes)).toBe(false);
  });

  test.each(complaintStates)('one that is %s counts unless it was withdrawn or lives on in another', (state) => {
    expect(isRepeat({ state })).toBe(state !== 'withdrawn' && state !== 'merged');
  });

  test('all of them are named', () => {
    const found = repeatsOf(
      recording,
      [earlier, { ...earlier, id: 'older', capturedAtMs: recordedAtMs - 20 * dayMs }, { ...earlier, id: 'other', category: 'T01-01' }],
      telecom,
    );
    expect(found.map(({ id }) => id)).toEqual(['old', 'older']);
  });
});
