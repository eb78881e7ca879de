import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Texts } from './texts.ts';
import { zhCN } from './zh-cn.ts';

/** Named as the domain names the sides of a bilingual text. */
export type PageLanguage = keyof StatusView['operator'];

/** A language that is ready to be shown. */
export interface Spoken {
  language: PageLanguage;
  texts: Texts;
}

export const languageTags: Record<PageLanguage, string> = { zh: 'zh-CN', en: 'en' };

/** The language chosen before in this tab, else the first of the browser's that the page speaks, else Chinese. */
export function preferredLanguage(chosen: unknown, browserLanguages: readonly string[]): PageLanguage {
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const spoken = browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((language) => language === 'zh' || language === 'en') ?? 'zh';
}

const chinese: Spoken = { language: 'zh', texts: zhCN };

/** Most customers read Chinese, so English comes only when it is wanted; should it not arrive, Chinese is better than nothing. */
export async function speak(language: PageLanguage): Promise<Spoken> {
  if (language === 'zh') return chinese;
  try {
    return { language, texts: (await import('./en.ts')).en };
  } catch {
    return chinese;
  }
}

export const LanguageContext = createContext<Spoken>(chinese);

export function usePageLanguage(): Spoken {
  return useContext(LanguageContext);
}
