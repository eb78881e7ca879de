import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, language, onLanguage } from '../platform/device/language.ts';
import type { LaterTexts } from './later-texts.ts';
import { chinese } from './zh-CN/all.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof chinese & LaterTexts;
  }
}

/**
 * Starts the texts in the chosen language. Chinese, the default, is part of the first load; English is fetched when it is chosen
 * and lies in the service worker's cache from then on.
 */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    resources: { 'zh-CN': chinese },
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const follow = (): Promise<void> => speak(language()).catch(() => undefined);
  onLanguage(() => void follow());
  await follow();
}

/** Where English cannot be fetched, the texts stay as they are and `lang` says what they are. */
async function speak(chosen: Language): Promise<void> {
  if (!i18next.hasResourceBundle(chosen, 'shell')) {
    const { english } = await import('./en/all.ts');
    for (const [namespace, texts] of Object.entries(english)) i18next.addResourceBundle('en', namespace, texts);
  }
  await i18next.changeLanguage(chosen);
  document.documentElement.lang = chosen;
}
