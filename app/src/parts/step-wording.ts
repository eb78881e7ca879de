import '../i18n/later-texts.ts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Reference, useReference } from '../platform/reference/reference.ts';
import type { StepInEntry } from './step-in-entry.ts';

/** A step in words: what it is about and who is told, then whom it passed over and what went with it. */
export interface StepWording {
  title: string;
  /** Who is told, or that nobody is there. */
  told: string;
  details: string[];
}

/** Puts steps of the schedule into the reader's words, those that were taken as those that are to come. */
export function useStepWording(): (step: StepInEntry) => StepWording {
  const { t } = useTranslation('clocks');
  const reference = useReference();
  return (step) => wordingOf(step, t, reference);
}

/** A dispatch is told by the assignment that follows. */
function wordingOf({ telling, toldUid, toldPost, skippedIds = [], passedOver }: StepInEntry, t: TFunction<'clocks'>, reference: Reference | null): StepWording {
  const post = toldPost === null ? '' : t(`post.${toldPost}`);
  const name = reference?.staff.find(({ uid }) => uid === toldUid)?.name ?? post;
  const told = toldUid === null ? t('step.nobody') : name === post ? name : t('step.who', { name, post });
  const passed = passedOver.map((one) => t(`passedOver.${one.reason}`, { post: t(`post.${one.post}`) }));
  return {
    title: telling === 'dispatched' ? t('telling.dispatched') : t('step.told', { what: t(`telling.${telling}`), told }),
    told,
    details: [
      ...(passed.length === 0 ? [] : [t('passedOver.all', { posts: passed.join(t('passedOver.and')) })]),
      ...(skippedIds.length === 0 ? [] : [t('step.skipped', { count: skippedIds.length })]),
    ],
  };
}
