import { useMemo } from 'react';
import { repeatsOf } from '@shouwen/domain/complaint/intake/attention';
import type { Pack } from '@shouwen/domain/policy/pack';
import { nowMs } from '../../../platform/device/clock.ts';
import { useOutbox } from '../../../platform/outbox/outbox.ts';
import type { NumberAnswer } from '../../../records/ask-about-number.ts';
import { type Earlier, newestFirst, repeatsOnPhone } from './find-repeats.ts';

interface Recorded {
  id: string;
  phone: string | null;
  name: string;
  category: string;
  /** Of another number that it is about. */
  concerned: string | null;
}

/**
 * Repeats of what is being recorded, as soon as customer and category are known: those that this phone takes for such at once, those of the server with its answers about
 * the number to call and the one that it is about.
 */
export function useRepeats({ id, phone, name, category, concerned }: Recorded, [answer, ofConcerned]: readonly (NumberAnswer | null)[], pack: Pack): Earlier[] {
  const outbox = useOutbox();
  return useMemo(() => {
    if (phone === null || category === '') return [];
    const recorded = { id, phone, name, category, concerned, capturedAtMs: nowMs() };
    // What the server knows for certain, nobody has to guess.
    const isTold = answer?.kind === 'told';
    const onPhone = repeatsOnPhone(recorded, outbox, pack, { isUnsentOnly: isTold });
    const told = [answer, ofConcerned].flatMap((each) => (each?.kind === 'told' ? each.complaints : []));
    return newestFirst([...repeatsOf(recorded, told, pack), ...onPhone]);
  }, [outbox, pack, id, phone, name, category, concerned, answer, ofConcerned]);
}
