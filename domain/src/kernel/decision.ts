import type { refusals } from './refusals.ts';

export type RefusalCode = keyof typeof refusals;

/** Why something was refused, as data; `detail` names the field, state or limit concerned and never holds personal data. */
export interface Refusal {
  code: RefusalCode;
  detail?: string;
}

/** What deciding yields: the facts that now hold (none when there was nothing left to do), or the refusal. */
export type Decision<Event> = { ok: true; events: Event[] } | { ok: false; refusal: Refusal };

export function decided<Event>(...events: Event[]): Decision<Event> {
  return { ok: true, events };
}

export function refused(code: RefusalCode, detail?: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: detail === undefined ? { code } : { code, detail } };
}
