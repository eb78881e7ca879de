import { useEffect, useMemo, useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { nowMs } from '../../../platform/device/clock.ts';
import { useOutbox } from '../../../platform/outbox/outbox.ts';
import { type Earlier, newestFirst, repeatsOnPhone, repeatsOnServer } from './find-repeats.ts';

/** Repeats of what is being recorded, as soon as customer and category are known, and again when the server has answered. */
export function useRepeats(staff: Staff, pack: Pack, id: string, contactKey: string | null, category: string): Earlier[] {
  const outbox = useOutbox();
  const [fromServer, setFromServer] = useState<Earlier[]>([]);
  useEffect(() => {
    setFromServer([]);
    if (contactKey === null || category === '') return undefined;
    let isCurrent = true;
    void repeatsOnServer({ id, contactKey, category, capturedAtMs: nowMs() }, staff, pack).then((found) => isCurrent && setFromServer(found));
    return () => {
      isCurrent = false;
    };
  }, [staff, pack, id, contactKey, category]);
  return useMemo(() => {
    if (contactKey === null || category === '') return [];
    return newestFirst([...repeatsOnPhone({ id, contactKey, category, capturedAtMs: nowMs() }, outbox, pack), ...fromServer]);
  }, [outbox, pack, id, contactKey, category, fromServer]);
}
