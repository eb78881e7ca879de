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
}

/** Repeats of what is being recorded, as soon as customer and category are known: those that this phone takes for such at once, those of the server with its answer. */
export function useRepeats({ id, phone, name, category }: Recorded, answer: NumberAnswer | null, pack: Pack): Earlier[] {
  const outbox = useOutbox();
  return useMemo(() => {
    if (phone === null || category === '') return [];
    const recorded = { id, phone, name, category, capturedAtMs: nowMs() };
    // What the server knows for certain, nobody has to guess.
    const isTold = answer?.kind === 'told';
    const onPhone = repeatsOnPhone(recorded, outbox, pack, { isUnsentOnly: isTold });
    return newestFirst(isTold ? [...repeatsOf(recorded, answer.complaints, pack), ...onPhone] : onPhone);
  }, [outbox, pack, id, phone, name, category, answer]);
}
