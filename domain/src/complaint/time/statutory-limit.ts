import { findCategory } from '../../policy/category.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Recording } from '../complaint.ts';
import { serviceOfItem } from '../intake/mail-item.ts';

export type StatutoryLimit = Pack['clocks']['statutory'];

type Limited = Pick<Recording, 'category' | 'mailItem' | 'mailService'>;

/** In how many natural days law wants an answer, and which law (SLA-8): where it sets a time for the matter and others for the mail services that it may be about, the strictest. */
export function statutoryLimitOf(recording: Limited, pack: Pack): StatutoryLimit {
  const byMatter = findCategory(pack, recording.category)?.category.statutory;
  const byService = servicesOf(recording, pack, byMatter !== undefined).flatMap(({ statutory }) => statutory ?? []);
  const special = [...(byMatter ? [byMatter] : []), ...byService].toSorted((one, other) => one.days - other.days);
  return special[0] ?? pack.clocks.statutory;
}

/**
 * The service that was said and the one that the item's number says (REC-2). Where neither is there it may be any, so that not knowing costs the customer no time,
 * unless law has a time for the very matter.
 */
function servicesOf({ mailItem, mailService }: Limited, pack: Pack, isSetByMatter: boolean): Pack['mailServices'] {
  const ids = [mailService, serviceOfItem(pack, mailItem)];
  const known = pack.mailServices.filter(({ id }) => ids.includes(id));
  return known.length > 0 || isSetByMatter ? known : pack.mailServices;
}
