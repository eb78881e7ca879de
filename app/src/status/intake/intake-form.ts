import { isPhone } from '@shouwen/domain/customer/phone-number';

/** What is typed; a moment as its field holds it. */
export interface IntakeForm {
  pack: string;
  phone: string;
  name: string;
  what: string;
  occurred: string;
  group: string;
  asks: string[];
  mailItem: string;
  mailService: string;
}

export type IntakeField = 'phone' | 'name' | 'what' | 'occurred' | 'group' | 'asks';

export const mostOfWhat = 2000;

/** Asia/Shanghai has no summer time: what a field of the page holds is that clock's, wherever the reader is. */
const offsetMs = 8 * 3_600_000;

export function fieldOfMoment(atMs: number): string {
  return new Date(atMs + offsetMs).toISOString().slice(0, 16);
}

export function momentOfField(typed: string): number | null {
  const atMs = Date.parse(`${typed}:00Z`) - offsetMs;
  return Number.isNaN(atMs) ? null : atMs;
}

export function emptyForm(pack: string, nowMs: number): IntakeForm {
  return { pack, phone: '', name: '', what: '', occurred: fieldOfMoment(nowMs), group: '', asks: [], mailItem: '', mailService: '' };
}

/** What is still to be filled in, in the order of the page. */
export function missingIn(form: IntakeForm, nowMs: number): IntakeField[] {
  const occurredAtMs = momentOfField(form.occurred);
  const what = form.what.trim();
  const isMissing: Record<IntakeField, boolean> = {
    what: what === '' || what.length > mostOfWhat,
    occurred: occurredAtMs === null || occurredAtMs > nowMs,
    group: form.group === '',
    asks: form.asks.length === 0,
    name: form.name.trim() === '' || form.name.length > 60,
    phone: !isPhone(form.phone),
  };
  return (Object.keys(isMissing) as IntakeField[]).filter((field) => isMissing[field]);
}
