import { longestOutsideName } from '@shouwen/domain/assist/assist-request';
import type { Bilingual } from '@shouwen/domain/kernel/bilingual';
import type { AskedAssist } from '../../records/assist/ask-assist.ts';

/** Whom one line names: a unit of the operator, or an office beyond it. */
export type Office = Pick<AskedAssist, 'toUnitId' | 'outside'>;

/** More than a chain has. */
export const mostOffices = 6;

interface Named {
  id: string;
  name: Bilingual;
}

/** PST-2: offices as they are typed, a line each, in the order in which the item passes them. Each once; null where there are too many, or one is too long. */
export function officesTyped(text: string, units: readonly Named[]): Office[] | null {
  const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  if (lines.length > mostOffices || lines.some((line) => line.length > longestOutsideName)) return null;
  return lines.map((line) => {
    const unit = units.find(({ name }) => name.zh === line || name.en.toLowerCase() === line.toLowerCase());
    return unit ? { toUnitId: unit.id, outside: null } : { toUnitId: null, outside: { kind: 'postOffice', name: line } };
  });
}
