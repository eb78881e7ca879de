import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LengthWordsContext } from '../ui/field/length-words.ts';

/** Gives the fields of the kit what they say by themselves, in the person's language. */
export function FieldWords({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  const words = {
    left: (count: number) => t('length.left', { left: count }),
    over: (over: number, most: number) => t('length.over', { over, most }),
  };
  return <LengthWordsContext value={words}>{children}</LengthWordsContext>;
}
