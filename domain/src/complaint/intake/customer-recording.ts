import { z } from 'zod';
import type { EpochMs } from '../../kernel/brand.ts';
import { writtenDeviceId } from '../../kernel/written-id.ts';
import { writtenMoment } from '../../kernel/written-moment.ts';
import { routeOf } from '../../policy/category.ts';
import type { CategoryGroup, Pack } from '../../policy/pack.ts';
import { packIdSchema } from '../../policy/pack-register.ts';
import { asks } from '../complaint-values.ts';
import { contactSchema, type RecordingField, type RecordingForm, missingFields } from './recording.ts';

/** What a customer sends from the public page (REC-5). The id and the secret of the link are made on their device: sent twice, it is one complaint, and they have its link before anybody has answered. */
export const customerRecordingSchema = z.strictObject({
  id: writtenDeviceId,
  token: contactSchema.shape.token,
  pack: packIdSchema,
  channel: z.enum(['web', 'app']),
  name: z.string().max(60),
  phone: z.string().max(60),
  what: z.string().max(2000),
  occurredAtMs: writtenMoment,
  asks: z.array(z.enum(asks)).max(asks.length),
  group: z.string().max(10),
  mailItem: z.string().max(30),
  mailService: z.string().max(30).nullable(),
});
export type CustomerRecording = z.infer<typeof customerRecordingSchema>;

/**
 * What is asked of a customer, as the form of staff: of which kind exactly it is, staff look (REC-2); nobody asks them for a tier. What has happened by a device whose clock runs
 * ahead has happened by the moment of telling (TIME): nobody's complaint is turned away for it.
 */
export function formOfCustomer(written: CustomerRecording, pack: Pack, atMs: EpochMs): RecordingForm {
  const { name, phone, channel, what, asks: wanted, mailItem, mailService } = written;
  const occurredAtMs = Math.min(written.occurredAtMs, atMs);
  const category = categoryIn(pack.categories.find(({ id }) => id === written.group) ?? null, what);
  return {
    name,
    phone,
    address: '',
    channel,
    category,
    tier: pack.defaultTier,
    homeRegion: null,
    urgency: routeOf(pack, category) === 'network' ? 'normal' : null,
    mailItem,
    isWithoutItem: mailItem.trim() === '',
    mailService,
    isServiceUnknown: mailService === null,
    what,
    occurredAtMs,
    asks: wanted,
  };
}

/** Of a group the kind that the most of its words speak of in the customer's own telling; the first where none does. Empty where there is no such group. */
function categoryIn(group: CategoryGroup | null, what: string): string {
  const spoken = (keywords: readonly string[]): number => keywords.filter((word) => what.includes(word)).length;
  const ranked = [...(group?.children ?? [])].sort((one, other) => spoken(other.keywords) - spoken(one.keywords));
  return ranked[0]?.id ?? '';
}

/** What a customer's recording still lacks, by the names of its own fields. */
export function missingOfCustomer(written: CustomerRecording, pack: Pack, atMs: EpochMs): (keyof CustomerRecording)[] {
  const asked: Partial<Record<RecordingField, keyof CustomerRecording>> = {
    name: 'name',
    phone: 'phone',
    channel: 'channel',
    what: 'what',
    category: 'group',
    asks: 'asks',
  };
  return missingFields(formOfCustomer(written, pack, atMs), pack, atMs).flatMap((field) => asked[field] ?? []);
}
