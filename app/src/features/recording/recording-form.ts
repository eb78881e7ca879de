import { addDays, type Day, dayOf, hourMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { isPhone, normalisePhone } from '@shouwen/domain/customer/phone-number';
import { missingFields, type RecordingField, type RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import type { Role, Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { dutyKindOf } from '@shouwen/domain/policy/service-duties';
import { particularsOf } from '../../parts/particulars/typed-particulars.ts';

const channelOfRole: Partial<Record<Role, string>> = {
  outletClerk: 'outlet',
  outletManager: 'outlet',
  hotlineAgent: 'hotline',
  hotlineDutyLeader: 'hotline',
  complaintSupervisor: 'hotline',
  fieldStaff: 'fieldVisit',
};

const lastChannelKey = 'shouwen.lastChannel';

/** The channel that someone's place of work brings with it; where it brings none, the one used last. */
export function usualChannel(staff: Pick<Staff, 'role'>, pack: Pack): string {
  const usual = channelOfRole[staff.role] ?? localStorage.getItem(lastChannelKey);
  return pack.channels.find((channel) => channel.id === usual)?.id ?? '';
}

export function rememberChannel(channel: string): void {
  localStorage.setItem(lastChannelKey, channel);
}

/** Nothing but the channel and "just now" is assumed: missing parts are asked for, never invented (REC-2). */
export function blankForm(channel: string, atMs: number): RecordingForm {
  return {
    name: '',
    phone: '',
    address: '',
    channel,
    category: '',
    tier: '',
    homeRegion: undefined,
    urgency: null,
    mailItem: '',
    mailService: null,
    what: '',
    occurredAtMs: atMs,
    asks: [],
  };
}

/** What is known of a number. */
export interface KnownCustomer {
  /** Masked: enough to recognise the customer by, and never to be written down as their name. */
  name: string;
  tier: string;
  homeRegion: string | null;
}

/**
 * Fills in what is known of the customer. What the person typed or chose stays; what was filled in for another number goes with that number.
 */
export function filledIn(form: RecordingForm, known: KnownCustomer, before: KnownCustomer | null): RecordingForm {
  return {
    ...form,
    tier: form.tier === '' || form.tier === before?.tier ? known.tier : form.tier,
    homeRegion: form.homeRegion === undefined || form.homeRegion === before?.homeRegion ? (known.homeRegion ?? undefined) : form.homeRegion,
  };
}

/** A part of the form that can lack something. */
export type RecordingPart = RecordingField | 'particulars';

/** What a complete record still lacks, and what was typed and cannot be read. */
export function missingParts(form: RecordingForm, pack: Pack, atMs: number): RecordingPart[] {
  const isUnread = dutyKindOf(form.category, pack) !== null && !particularsOf(form.particulars ?? {}).ok;
  return [...missingFields(form, pack, atMs), ...(isUnread ? (['particulars'] as const) : [])];
}

/** The number concerned, where the operator can be asked about it: whose it is today says nothing of a former owner's time (CLO-6). */
export function concernedPhone({ isAboutAnother, concerned = '', isOfFormerOwner }: RecordingForm): string | null {
  return isAboutAnother === true && isOfFormerOwner !== true && isPhone(concerned) ? normalisePhone(concerned) : null;
}

/** A day told without a time of day: noon, or now if noon is still to come. */
export function sometimeOn(day: Day, nowMs: number): number {
  return Math.min(startOfDayMs(day) + 12 * hourMs, nowMs);
}

export function yesterdayOf(nowMs: number): Day {
  return addDays(dayOf(nowMs), -1);
}

/** `2026-11-22T09:41` as a clock on a wall in the operator's zone shows it, whatever zone the phone is in (TIME). */
export function wallTimeOf(atMs: number): string {
  const day = dayOf(atMs);
  const minutes = Math.floor((atMs - startOfDayMs(day)) / 60_000);
  return `${day}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

export function momentOfWallTime(typed: string): number | null {
  const atMs = Date.parse(`${typed}:00+08:00`);
  return Number.isNaN(atMs) ? null : atMs;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
