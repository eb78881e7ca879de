import type { Bilingual } from '@shouwen/domain/kernel/bilingual';
import { createStore } from './store.ts';
import { useStore } from './use-store.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'shouwen.language';
const current = createStore(keptLanguage(), watchOtherWindows);

export function language(): Language {
  return current.get();
}

/** Keeps the choice on this device. Texts follow through i18n, which listens. */
export function setLanguage(chosen: Language): void {
  localStorage.setItem(storageKey, chosen);
  current.set(chosen);
}

export const onLanguage = current.listen;

export function useLanguage(): Language {
  return useStore(current);
}

function keptLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN';
}

/** Windows of the app on one device speak one language: what is chosen in another one counts here too. */
function watchOtherWindows(): () => void {
  const follow = ({ key }: StorageEvent): void => void (key === storageKey && current.set(keptLanguage()));
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

/** The reader's half of a text that comes in both languages. */
export function inLanguage(text: Bilingual, reader: Language): string {
  return reader === 'en' ? text.en : text.zh;
}
