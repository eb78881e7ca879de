import { asks, complaintStates, stages } from '@shouwen/domain/complaint/complaint-values';
import { ratingReasons } from '@shouwen/domain/complaint/command';
import { describe, expect, it } from 'vitest';
import { formatMoment } from '../moment.ts';
import { en } from './en.ts';
import { preferredLanguage } from './language.ts';
import { zhCN } from './zh-cn.ts';

describe.each([
  ['Chinese', zhCN, /[\u4e00-\u9fff]/, /已解决|圆满|解决完毕/],
  ['English', en, /^[^\u4e00-\u9fff]+$/, /\b(solved|resolved|fixed)\b/i],
])('the %s wording', (_language, texts, spoken, claim) => {
  it.each(complaintStates)('of %s says what it means and what comes next, and never claims that it is solved', (state) => {
    const { title, text, next } = texts.states[state];
    for (const words of [title, text, next]) expect(words).toMatch(spoken);
    expect(`${title} ${text}`).not.toMatch(claim);
  });

  it('differs from state to state', () => {
    expect(new Set(complaintStates.map((state) => texts.states[state].title)).size).toBe(complaintStates.length);
  });

  it('covers all that a view can hold', () => {
    const words = [
      ...stages.map((stage) => texts.stages[stage]),
      ...asks.map((ask) => texts.asks[ask]),
      ...ratingReasons.map((reason) => texts.rating.reason[reason]),
    ];
    for (const word of words) expect(word).toMatch(spoken);
  });
});

describe('a late promise', () => {
  it('names the broken promise in Chinese time', () => {
    const promisedAtMs = Date.parse('2026-11-22T16:30:00Z');
    expect(zhCN.late(formatMoment(promisedAtMs, 'zh'))).toBe(
      '我们超时了，抱歉。我们承诺在 2026年11月23日 00:30 前答复您，没有做到。这件事已上报给负责人督办。您也可以直接拨打热线催办，报上面的编号。',
    );
    expect(en.late(formatMoment(promisedAtMs, 'en'))).toMatch(/^We are late, .* by 23 November 2026 at 00:30 and have not\./);
  });
});

describe('preferredLanguage', () => {
  it.each([
    ['en', ['zh-CN'], 'en'],
    [null, ['en-GB', 'zh'], 'en'],
    [null, ['zh-TW', 'en'], 'zh'],
    [null, ['fr-FR'], 'zh'],
    ['fr', [], 'zh'],
  ])('chosen %s, browser %s: %s', (chosen, browser, expected) => {
    expect(preferredLanguage(chosen, browser)).toBe(expected);
  });
});
