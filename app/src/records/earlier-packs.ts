import '../platform/device/schemas-without-eval.ts';
import { useEffect, useState } from 'react';
import { type Pack, packSchema } from '@shouwen/domain/policy/pack';
import { loadFirestore } from '../platform/firestore/firebase-firestore.ts';
import { useReference } from '../platform/reference/reference.ts';

/** Versions that are no longer in force. None ever changes, so each is read once while the app runs. */
const read = new Map<string, Promise<Pack | null>>();

/** The version that a complaint or a refund goes by: it keeps the one that it was opened under. While that cannot be read, the one in force stands in for it. */
export function usePackOf(version: string | null): Pack | null {
  const inForce = useReference()?.pack ?? null;
  const [earlier, setEarlier] = useState<Pack | null>(null);
  const isEarlier = version !== null && inForce !== null && version !== inForce.version;
  useEffect(() => {
    if (!isEarlier) return undefined;
    let isCurrent = true;
    void packOf(version).then((pack) => isCurrent && setEarlier(pack));
    return () => {
      isCurrent = false;
    };
  }, [isEarlier, version]);
  return isEarlier && earlier?.version === version ? earlier : inForce;
}

function packOf(version: string): Promise<Pack | null> {
  const known = read.get(version) ?? readPack(version);
  read.set(version, known);
  return known;
}

/** What could not be read is asked for again the next time. */
async function readPack(version: string): Promise<Pack | null> {
  try {
    const { db, api } = await loadFirestore();
    const stored = await api.getDoc(api.doc(db, 'policies', version));
    return packSchema.parse(stored.data());
  } catch {
    read.delete(version);
    return null;
  }
}
