import { searchText } from '@shouwen/domain/kernel/simplified-text';
import type { Staff } from '@shouwen/domain/organisation/staff';

type Named = Pick<Staff, 'name' | 'nameEn' | 'staffNumber' | 'unitId'>;

/** Those whose name, staff number or unit has every word that was typed, in the order of their names. */
export function peopleFound<Person extends Named>(people: readonly Person[], typed: string, unitNameOf: (person: Person) => string): Person[] {
  const words = searchText(typed).split(' ').filter(Boolean);
  const textOf = (person: Person) => searchText([person.name, person.nameEn, person.staffNumber, unitNameOf(person)].join(' '));
  return people.filter((person) => words.every((word) => textOf(person).includes(word))).toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
}
