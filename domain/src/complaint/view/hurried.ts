import type { Bilingual } from '../../kernel/bilingual.ts';
import type { UnitId } from '../../kernel/brand.ts';
import { wantsLink } from '../../policy/mail-chain.ts';
import type { Pack } from '../../policy/pack.ts';
import type { AssistStanding } from '../assist-standing.ts';
import type { Complaint } from '../complaint.ts';

/** An office on the way of a mail item that was asked to hurry, and whether it has answered. */
export interface Hurried {
  who: Bilingual;
  hasAnswered: boolean;
}

const shown: readonly AssistStanding['standing'][] = ['asked', 'accepted', 'inArbitration', 'answered', 'closed'];

/** PST-2: the offices along the chain that were asked, in the order of asking: units of the operator and post offices beyond it, and nobody else. */
export function hurriedOf(
  complaint: Complaint,
  pack: Pack,
  unitName: (unitId: UnitId) => Bilingual | null,
  withoutPersons: (text: string) => string,
): Hurried[] {
  if (!wantsLink(complaint.category, pack)) return [];
  return complaint.assists
    .filter(({ standing }) => shown.includes(standing))
    .flatMap(({ toUnitId, outside, standing }) => {
      const who = toUnitId === null ? outsideOffice(outside, withoutPersons) : unitName(toUnitId);
      return who ? [{ who, hasAnswered: standing === 'answered' || standing === 'closed' }] : [];
    });
}

function outsideOffice(outside: AssistStanding['outside'], withoutPersons: (text: string) => string): Bilingual | null {
  if (outside?.kind !== 'postOffice') return null;
  const name = withoutPersons(outside.name);
  return { zh: name, en: name };
}
