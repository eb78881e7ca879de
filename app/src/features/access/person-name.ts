import { language } from '../../platform/device/language.ts';
import { named } from '../../platform/reference/named.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';

/** A colleague by name and unit, as the directory has them. */
export function usePersonName(): (uid: string) => string {
  const staff = useReference()?.staff;
  return (uid) => {
    const person = staff?.find((one) => one.uid === uid);
    return person ? `${person.name} · ${unitName(person.unitId)}` : named('person', null, language());
  };
}
