import { describe, expect, test } from 'vitest';
import { canonicalIdentifier, defaultIdentifierForms } from './identifier.ts';
import { foldedText } from './folded-text.ts';
import { searchText } from './simplified-text.ts';

describe('what people type is one text for all ways to type it', () => {
  test.each([
    ['full-width digits', '１２３', '123'],
    ['full-width letters', 'ＡＢｃ', 'ABc'],
    ['a full-width at', 'a＠b.cn', 'a@b.cn'],
    ['full-width marks', '（１）：２；３，４！？', '(1):2;3,4!?'],
    ['a full-width dot', 'a．cn', 'a.cn'],
    ['a full-width plus', '＋８６', '+86'],
    ['the Chinese full stop stays', '好。', '好。'],
    ['a half-width one becomes it', '好｡', '好。'],
    ['compatibility forms', '①㎏ﬁ', '1kgfi'],
    ['styled digits', '𝟭𝟮𝟯', '123'],
    ['an en dash', '1–2', '1-2'],
    ['an em dash', '1—2', '1-2'],
    ['a horizontal bar', '1―2', '1-2'],
    ['a minus', '1−2', '1-2'],
    ['a full-width hyphen', '1－2', '1-2'],
    ['a small hyphen', '1﹣2', '1-2'],
    ['a hyphen that does not break', '1\u20112', '1-2'],
    ['a figure dash', '1\u20122', '1-2'],
    ['a line of a box', '1─2', '1-2'],
    ['a macron', '1\u02d72', '1-2'],
    ['a hyphen bullet', '1\u20432', '1-2'],
    ['an ideographic blank', '王\u3000明', '王 明'],
    ['a blank that does not break', '1\u00a02', '1 2'],
    ['a thin blank', '1\u20092', '1 2'],
    ['a braille blank', '1\u28002', '1 2'],
    ['a tab', '1\t2', '1 2'],
    ['a line break', '1\r\n2', '1 2'],
    ['blanks in a row', '1 \u3000 2', '1 2'],
    ['blanks around', ' \u30001 ', '1'],
    ['a zero-width blank', '1\u200b2', '12'],
    ['a joiner', '1\u200d2', '12'],
    ['a non-joiner', '1\u200c2', '12'],
    ['a mark of byte order', '\ufeff12', '12'],
    ['a word joiner', '1\u20602', '12'],
    ['a soft hyphen', '1\u00ad2', '12'],
    ['a variation selector', '1\ufe0f2', '12'],
    ['marks of direction', '\u200e1\u200f2', '12'],
    ['overrides of direction', '\u202e12\u202c', '12'],
    ['isolates of direction', '\u206612\u2069', '12'],
    ['a Hangul filler', '1\u31642', '12'],
    ['a control', '1\u00072', '12'],
    ['a combining grapheme joiner', '1\u034f2', '12'],
    ['a tag', '1\u{e0031}2', '12'],
    ['nothing but what nobody sees', '\u200b\u3000\ufeff', ''],
    ['a rare sign stays', '𠮷野家', '𠮷野家'],
    ['words stay as they are', 'Straße 3 号', 'Straße 3 号'],
  ])('%s: %j is %j', (_what, typed, folded) => {
    expect(foldedText(typed)).toBe(folded);
    expect(foldedText(folded)).toBe(folded);
  });
});

describe('looked through in simplified characters and small letters', () => {
  test.each([
    ['記者', '记者'],
    ['電視臺', '电视台'],
    ['電視台曝光', '电视台曝光'],
    ['起訴', '起诉'],
    ['法院見', '法院见'],
    ['寬帶裝機', '宽带装机'],
    ['話費亂收費', '话费乱收费'],
    ['違約金太高', '违约金太高'],
    ['郵件丟失', '邮件丢失'],
    ['包裹破損賠償', '包裹破损赔偿'],
    ['營業廳態度惡劣', '营业厅态度恶劣'],
    ['漲價沒有說明', '涨价没有说明'],
    ['訊號沒有', '讯号没有'],
    ['註銷號碼', '注销号码'],
    ['後臺扣費', '后台扣费'],
    ['裡面', '里面'],
    ['ＶＯＬＴＥ', 'volte'],
    ['王小明', '王小明'],
    ['乾淨', '干净'],
    ['於', '於'],
  ])('%s is %s', (typed, searched) => {
    expect(searchText(typed)).toBe(searched);
    expect(searchText(searched)).toBe(searched);
  });
});

describe('identifiers are folded before they are compared or kept', () => {
  test.each([
    ['mailItem', 'ＥＧ２０６４７４８６６ＣＳ', 'EG206474866CS'],
    ['mailItem', 'EG 206—474—866 cs\u200b', 'EG206474866CS'],
    ['rechargeCard', '８８１１—２２３３', '88112233'],
    ['voucher', 'ＰＺ－００１\u3000', 'PZ001'],
    ['paper', '３２０８１２１９９００１０１０１１ｘ', '32081219900101011X'],
    ['account', 'Ａ２００６－１４５０', 'A2006-1450'],
    ['account', 'A2006─1450', 'A2006-1450'],
  ] as const)('%s %j', (kind, typed, kept) => {
    expect(canonicalIdentifier(typed, defaultIdentifierForms[kind])).toBe(kept);
  });
});
