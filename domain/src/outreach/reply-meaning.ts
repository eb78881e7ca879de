import { foldedText } from '../kernel/folded-text.ts';
import type { OutreachRules } from '../policy/outreach-rules.ts';

/** TEL-4: whether a reply says that its sender wants no more messages: one of the words and nothing else, however it is typed. */
export function wantsNoMore(text: string, { optOutWords }: Pick<OutreachRules, 'optOutWords'>): boolean {
  const said = plain(text);
  return optOutWords.some((word) => plain(word) === said);
}

function plain(text: string): string {
  return foldedText(text)
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')
    .toUpperCase();
}
