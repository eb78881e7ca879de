import { useSyncExternalStore } from 'react';
import type { Bilingual } from '@shouwen/domain/policy/bilingual';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'shouwen.language';
const listeners = new Set<() => void>();

let current: Language = localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN';

export function language(): Language {
  return current;
}

/** Keeps the choice on this device. Texts follow through i18n, which listens. */
export function setLanguage(chosen: Language): void {
  current = chosen;
  localStorage.setItem(storageKey, chosen);
  listeners.forEach((listener) => listener());
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}

/** The reader's half of a text that comes in both languages. */
export function inLanguage(text: Bilingual, reader: Language): string {
  return reader === 'en' ? text.en : text.zh;
}
