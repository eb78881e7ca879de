import { refusals } from '@shouwen/domain/kernel/refusals';
import { inLanguage, useLanguage } from '../platform/device/language.ts';

/** The sentence for a refusal; a code that this version does not know reads as "something is missing or wrong". */
export function useRefusalSentence(): (code: string | undefined) => string {
  const reader = useLanguage();
  return (code) => inLanguage(refusalOf(code) ?? refusals.invalidEntry, reader);
}

/** Null for a code that this version does not know. */
export function refusalOf(code: string | undefined) {
  return code !== undefined && code in refusals ? refusals[code as keyof typeof refusals] : null;
}
