import type { ComplaintId, EpochMs } from '../../kernel/brand.ts';
import { z } from 'zod';
import type { Staff } from '../../organisation/staff.ts';
import type { Unit } from '../../organisation/unit.ts';
import { findCategory, routeOf } from '../../policy/category.ts';
import type { Pack } from '../../policy/pack.ts';
import { packIdSchema } from '../../policy/pack-register.ts';
import { asks } from '../complaint-values.ts';
import type { Complaint, Recording } from '../complaint.ts';
import { statusIdOf } from '../../customer/contact-key.ts';
import { isPhone, normalisePhone, phoneOf, writtenPhone } from '../../customer/phone-number.ts';
import { normaliseMailItem, serviceOfItem } from './mail-item.ts';
import { concernedNumber, maskConcerned, mostConcerned } from '../../customer/concerned-number.ts';
import { maskName, maskPhone } from '../../customer/mask.ts';
import { hasVisibleName } from '../../customer/visible-name.ts';
import { isMoment } from '../../kernel/moment.ts';
import { writtenDeviceId, writtenUnitId } from '../../kernel/written-id.ts';
import { numberOf } from '../../kernel/number.ts';

/** The customer's personal data, in a document of its own: rules cannot hide a field. `token` is the secret of the status link. */
export const contactSchema = z.strictObject({
  name: z.string().trim().max(60).refine(hasVisibleName),
  phone: z.string().max(20),
  address: z.string().trim().max(200),
  /** The number or account that it is about, in full (REC-2); empty where that is the number to call. */
  concerned: z.string().max(mostConcerned).default(''),
  /** CLO-6: until when that was the customer's, where it is somebody else's today. */
  ownedUntilMs: z.int().nullable().default(null),
  token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
});
export type Contact = z.infer<typeof contactSchema>;

/** What whoever opens a contact is told: the secret of the link is no part of it. */
export const openedContactSchema = z.object({
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  concerned: z.string().default(''),
  ownedUntilMs: z.int().nullable().default(null),
});
export type OpenedContact = z.infer<typeof openedContactSchema>;

/** As much of a stored contact as the intake needs; whoever cannot be named or called still has the secret that their page follows from. */
export const partialContactSchema = z.object({
  token: contactSchema.shape.token,
  name: z.string().catch(''),
  phone: z.string().catch(''),
  concerned: z.string().catch(''),
  ownedUntilMs: z.int().nullable().catch(null),
});
export type PartialContact = z.infer<typeof partialContactSchema>;

/** A recording as stored, its moments already in milliseconds. */
export const recordingSchema = z.object({
  id: writtenDeviceId,
  number: z.string().max(20),
  pack: packIdSchema,
  packVersion: z.string().max(30),
  channel: z.string().max(30),
  category: z.string().max(10),
  tier: z.string().max(30),
  homeRegion: z.string().max(10).nullable(),
  urgency: z.enum(['critical', 'urgent', 'normal']).nullable(),
  mailItem: z.string().max(30).nullable(),
  mailService: z.string().max(30).nullable(),
  what: z.string().min(1).max(2000),
  occurredAtMs: z.int(),
  asks: z.array(z.enum(asks)).min(1).max(asks.length),
  contactMasked: z.strictObject({ name: z.string().max(20), phone: z.string().max(20) }),
  contactLast4: z.string().max(4),
  statusId: z.string().regex(/^[0-9a-f]{64}$/),
  photoCount: z.int().min(0).max(20),
  earlierIds: z.array(z.string().max(36)).max(10),
  ownerUid: z.string(),
  ownerName: z.string().max(60),
  receivingUnitId: z.string(),
  recordedInUnitId: writtenUnitId,
  capturedAtMs: z.int(),
  clockOffsetMs: z.int(),
  receivedAtMs: z.int(),
});

/** What the recording form holds; a draft may lack anything (REC-2: missing parts are asked for, never invented). */
export interface RecordingForm {
  name: string;
  phone: string;
  /** Somebody has said that what came holds no number; a draft of before that could be said does not say it. */
  isWithoutNumber?: boolean;
  address: string;
  channel: string;
  category: string;
  tier: string;
  /** Code, null for "nobody can tell", undefined while not chosen. */
  homeRegion: string | null | undefined;
  urgency: Recording['urgency'];
  /** Somebody has said that it is about another number or account than the one to call (REC-2). */
  isAboutAnother?: boolean;
  concerned?: string;
  /** CLO-6: that number is somebody else's today, and was the customer's until then. */
  isOfFormerOwner?: boolean;
  ownedUntilMs?: EpochMs | null;
  mailItem: string;
  /** Somebody has said that there is no item's number at hand. */
  isWithoutItem?: boolean;
  mailService: string | null;
  /** Somebody has said that it is about none of the services, or that nobody can tell which. */
  isServiceUnknown?: boolean;
  what: string;
  /** What a duty of law depends on, as it is typed; which of it counts, the category says (Telecom Regulations 32–34). */
  particulars?: Readonly<Record<string, string>>;
  occurredAtMs: EpochMs | null;
  asks: Recording['asks'];
}

export type RecordingField =
  | 'name'
  | 'phone'
  | 'channel'
  | 'concerned'
  | 'ownedUntilMs'
  | 'mailItem'
  | 'mailService'
  | 'category'
  | 'tier'
  | 'homeRegion'
  | 'urgency'
  | 'what'
  | 'occurredAtMs'
  | 'asks';

/** Parts that a complete record still lacks, in the order of the form. */
export function missingFields(form: RecordingForm, pack: Pack, atMs: number): RecordingField[] {
  const place = findCategory(pack, form.category);
  const isMissing: Record<RecordingField, boolean> = {
    phone: !isPhone(form.phone) && !comesWithoutNumber(form, pack),
    name: !hasVisibleName(form.name) || form.name.length > 60,
    channel: !pack.channels.some((channel) => channel.id === form.channel),
    concerned: form.isAboutAnother === true && concernedNumber(form.concerned ?? '') === null,
    ownedUntilMs: isOfFormerOwner(form) && !isPast(form.ownedUntilMs ?? null, atMs),
    mailItem: pack.mailServices.length > 0 && form.mailItem.trim() === '' && form.isWithoutItem !== true,
    mailService: pack.mailServices.length > 0 && serviceOf(form, pack) === null && form.isServiceUnknown !== true,
    what: form.what.trim() === '' || form.what.length > 2000,
    category: place === null,
    urgency: routeOf(pack, form.category) === 'network' && form.urgency === null,
    occurredAtMs: !isPast(form.occurredAtMs, atMs),
    asks: form.asks.length === 0,
    tier: !pack.tiers.some((tier) => tier.id === form.tier),
    homeRegion: form.homeRegion === undefined,
  };
  return (Object.keys(isMissing) as RecordingField[]).filter((field) => isMissing[field]);
}

function isPast(momentMs: EpochMs | null, atMs: EpochMs): boolean {
  return momentMs !== null && momentMs <= atMs && isMoment(momentMs);
}

function isOfFormerOwner({ isAboutAnother, isOfFormerOwner: isFormer }: RecordingForm): boolean {
  return isAboutAnother === true && isFormer === true;
}

/** REC-2, PST-1: the service that was chosen, or that the item's number says. */
function serviceOf({ mailItem, mailService }: RecordingForm, pack: Pack): string | null {
  return mailService ?? serviceOfItem(pack, mailItem);
}

/** REC-2: a letter or what others sent on may hold no number at all. That is said, never guessed, and only of channels that can lack one. */
function comesWithoutNumber({ phone, channel, isWithoutNumber }: RecordingForm, pack: Pack): boolean {
  return phone.trim() === '' && isWithoutNumber === true && mayLackNumber(channel, pack);
}

/** Whether what comes through a channel can be without a number to call. */
export function mayLackNumber(channelId: string, pack: Pack): boolean {
  return pack.channels.some(({ id, mayLackNumber: may }) => id === channelId && may === true);
}

export interface RecordingOrigin {
  id: string;
  /** 128 random bits as 22 characters of base64url. */
  token: string;
  recorder: Pick<Staff, 'uid' | 'name' | 'unitId'>;
  pack: Pack;
  capturedAtMs: EpochMs;
  clockOffsetMs: number;
  photoCount: number;
  earlierIds: string[];
}

/**
 * Turns a complete form into the two documents that the phone creates in one batch. Until the server has received them,
 * `receivedAtMs` is the captured time.
 */
export function buildRecording(form: RecordingForm, origin: RecordingOrigin): { recording: Recording; contact: Contact } {
  const phone = normalisePhone(form.phone);
  const contact = { name: form.name.trim(), phone: writtenPhone(form.phone), address: form.address.trim(), ...concernedBy(form, phone), token: origin.token };
  const recording: Recording = {
    id: origin.id,
    number: numberOf(origin.id),
    pack: origin.pack.id,
    packVersion: origin.pack.version,
    channel: form.channel,
    category: form.category,
    tier: form.tier,
    homeRegion: form.homeRegion ?? null,
    urgency: routeOf(origin.pack, form.category) === 'network' ? form.urgency : null,
    mailItem: form.mailItem.trim() === '' ? null : normaliseMailItem(form.mailItem),
    mailService: serviceOf(form, origin.pack),
    what: form.what.trim(),
    occurredAtMs: form.occurredAtMs ?? origin.capturedAtMs,
    asks: form.asks,
    contactMasked: { name: maskName(contact.name), phone: maskPhone(phone) },
    contactLast4: phone.slice(-4),
    statusId: statusIdOf(origin.token),
    photoCount: origin.photoCount,
    earlierIds: origin.earlierIds.slice(0, 10),
    ownerUid: origin.recorder.uid,
    ownerName: origin.recorder.name,
    receivingUnitId: origin.recorder.unitId,
    recordedInUnitId: origin.recorder.unitId,
    capturedAtMs: origin.capturedAtMs,
    clockOffsetMs: origin.clockOffsetMs,
    receivedAtMs: origin.capturedAtMs,
  };
  return { recording, contact };
}

/** Empty where it is about the number to call: one who gives that again has said no other, unless it was theirs once and they are called at it no more. */
function concernedBy(form: RecordingForm, phone: string): Pick<Contact, 'concerned' | 'ownedUntilMs'> {
  const concerned = form.isAboutAnother === true ? (concernedNumber(form.concerned ?? '') ?? '') : '';
  const ownedUntilMs = isOfFormerOwner(form) ? (form.ownedUntilMs ?? null) : null;
  return concerned === phone && ownedUntilMs === null ? { concerned: '', ownedUntilMs } : { concerned, ownedUntilMs };
}

/** What staff see of the number concerned without opening the contact (RET-2). */
export function concernedMaskedOf({ concerned, ownedUntilMs }: Pick<Contact, 'concerned' | 'ownedUntilMs'>): Complaint['concernedMasked'] {
  return concerned === '' ? null : { number: maskConcerned(concerned), ownedUntilMs };
}

/**
 * The server's second look: what the phone worked out wrongly, or an old phone could not know, is repaired and flagged `needs-check`
 * instead of refused, because a complaint must never be lost to a mistake of ours (REC-4).
 */
export function repairRecording(
  recording: Recording,
  contact: PartialContact | null,
  pack: Pack,
  units: ReadonlyMap<string, Unit>,
): { recording: Recording; flags: string[] } {
  const phone = contact ? (phoneOf(contact.phone)?.number ?? null) : null;
  const isWithoutNumber = contact?.phone === '' && mayLackNumber(recording.channel, pack);
  const shown = isWithoutNumber ? '' : phone;
  const repaired: Recording = {
    ...recording,
    number: numberOf(recording.id),
    category: findCategory(pack, recording.category) ? recording.category : lastCategory(pack),
    recordedInUnitId: units.get(recording.recordedInUnitId)?.pack === recording.pack ? recording.recordedInUnitId : recording.receivingUnitId,
    tier: pack.tiers.some((tier) => tier.id === recording.tier) ? recording.tier : pack.defaultTier,
    // The page's id follows from the secret that this contact holds, never from what a phone says: that could be somebody else's page.
    statusId: contact ? statusIdOf(contact.token) : pageWithoutLink(recording.id),
    contactLast4: shown === null ? recording.contactLast4 : shown.slice(-4),
    contactMasked: contact && shown !== null ? { name: maskName(contact.name), phone: maskPhone(shown) } : recording.contactMasked,
  };
  const isChanged = JSON.stringify(repaired) !== JSON.stringify(recording);
  const isNamed = contact !== null && hasVisibleName(contact.name);
  const isToCheck = isChanged || shown === null || !isNamed || !isMoment(recording.occurredAtMs);
  return { recording: repaired, flags: [...(isToCheck ? ['needs-check'] : []), ...(isWithoutNumber ? ['no-number'] : [])] };
}

/** The page of a complaint to which no link leads: its customer finds it by number and phone. */
export function pageWithoutLink(id: ComplaintId): string {
  return statusIdOf(`no link|${id}`);
}

/** "Other" stands last in every pack. */
function lastCategory(pack: Pack): string {
  return pack.categories.at(-1)?.children.at(-1)?.id ?? '';
}
