import { deviceIdPattern } from '../../kernel/written-id.ts';
import { describe, expect, test } from 'vitest';
import { complaintId, customerName, customerPhone, formOf, originOf, recordedAtMs, token } from '../../testing/complaints.ts';
import { telecom, unitOf, units } from '../../testing/organisation.ts';
import { statusIdOf } from '../../customer/contact-key.ts';
import { numberOf } from '../../kernel/number.ts';
import {
  buildRecording,
  contactSchema,
  missingFields,
  openedContactSchema,
  pageWithoutLink,
  partialContactSchema,
  recordingSchema,
  repairRecording,
  type RecordingForm,
} from './recording.ts';

const missing = (changes: Partial<RecordingForm>) => missingFields(formOf(changes), telecom, recordedAtMs);

describe('REC-2: what a complete record holds', () => {
  test('nothing is missing', () => {
    expect(missing({})).toEqual([]);
  });

  test.each([
    ['a name', { name: '  ' }, ['name']],
    ['a name of bearable length', { name: '王'.repeat(61) }, ['name']],
    ['a number that can be called', { phone: '1380000' }, ['phone']],
    ['a number, or that there is none', { phone: '', channel: 'letter' }, ['phone']],
    ['a number at an outlet, whatever is said of it', { phone: '', channel: 'outlet', isWithoutNumber: true }, ['phone']],
    ['a number where one was begun', { phone: '138', channel: 'letter', isWithoutNumber: true }, ['phone']],
    ['a channel', { channel: '' }, ['channel']],
    ['a channel that the pack knows', { channel: 'pigeon' }, ['channel']],
    ['what happened', { what: ' ' }, ['what']],
    ['what happened in bearable length', { what: '长'.repeat(2001) }, ['what']],
    ['a category', { category: '' }, ['category']],
    ['an urgency for a network matter (SLA-2)', { category: 'T04-01' }, ['urgency']],
    ['when it happened', { occurredAtMs: null }, ['occurredAtMs']],
    ['a time that is not ahead', { occurredAtMs: recordedAtMs + 1 }, ['occurredAtMs']],
    ['something that is asked for', { asks: [] }, ['asks']],
    ['a tier', { tier: '' }, ['tier']],
    ['a region, or that nobody can tell', { homeRegion: undefined }, ['homeRegion']],
    [
      'everything, in the order of the form',
      { name: '', phone: '', channel: '', category: '', tier: '', homeRegion: undefined, what: '', occurredAtMs: null, asks: [] },
      ['phone', 'name', 'channel', 'what', 'category', 'occurredAtMs', 'asks', 'tier', 'homeRegion'],
    ],
  ])('%s', (_told, changes, fields) => {
    expect(missing(changes)).toEqual(fields);
  });

  test.each([
    ['a landline', { phone: '0517-88888888' }],
    ['a number from abroad', { phone: '+1 415 555 0123' }],
    ['a letter without a number, where that is said', { phone: '', channel: 'letter', isWithoutNumber: true }],
    ['what the regulator sent on without one', { phone: ' ', channel: 'regulatorTransfer', isWithoutNumber: true }],
    ['what the media brought without one', { phone: '', channel: 'media', isWithoutNumber: true }],
    ['a region that nobody can tell', { homeRegion: null }],
    ['a network matter with its urgency', { category: 'T04-01', urgency: 'normal' as const }],
    ['a matter of this very moment', { occurredAtMs: recordedAtMs }],
    ['no address and no mail item', { address: '', mailItem: '' }],
  ])('%s will do', (_told, changes) => {
    expect(missing(changes)).toEqual([]);
  });
});

describe('REC-4: the two documents that a phone writes', () => {
  const { recording, contact } = buildRecording(
    formOf(),
    originOf({ photoCount: 2, clockOffsetMs: -5, earlierIds: Array.from({ length: 12 }, (_, index) => `earlier-${index}`) }),
  );

  test('the contact holds who it is and the secret of the link', () => {
    expect(contact).toEqual({ name: customerName, phone: customerPhone, address: '健康东路1号', concerned: '', ownedUntilMs: null, token });
    expect(contactSchema.safeParse(contact).success).toBe(true);
  });

  test('RET-2: the recording holds nothing that tells who it is', () => {
    const text = JSON.stringify(recording);
    for (const secret of [customerName, customerPhone, '健康东路', token]) expect(text).not.toContain(secret);
    expect(recording).toMatchObject({
      contactMasked: { name: '王**', phone: '138****1001' },
      contactLast4: '1001',
    });
  });

  test('number and status page follow from what the phone made, owner and unit from who recorded it (OWN-1)', () => {
    expect(recording).toMatchObject({
      id: complaintId,
      number: numberOf(complaintId),
      statusId: statusIdOf(token),
      pack: 'telecom',
      packVersion: telecom.version,
      ownerUid: 'owner',
      receivingUnitId: 'outlet',
      recordedInUnitId: 'outlet',
      capturedAtMs: recordedAtMs,
      clockOffsetMs: -5,
      receivedAtMs: recordedAtMs,
      photoCount: 2,
    });
    expect(recording.earlierIds).toHaveLength(10);
    expect(recordingSchema.safeParse(recording).success).toBe(true);
  });

  test('what was typed is tidied: spaces, country code, mail item', () => {
    const tidy = buildRecording(formOf({ name: ' 王小明 ', phone: '+86 138-0000-1001', what: ' 乱收费 ', mailItem: 'eg 206474866 cs' }), originOf());
    expect(tidy.contact).toMatchObject({ name: customerName, phone: customerPhone });
    expect(tidy.recording).toMatchObject({ what: '乱收费', mailItem: 'EG206474866CS' });
  });

  test('an urgency is kept for network matters only, and nothing typed is null', () => {
    expect(buildRecording(formOf({ urgency: 'critical' }), originOf()).recording).toMatchObject({ urgency: null, mailItem: null });
    expect(buildRecording(formOf({ category: 'T04-01', urgency: 'critical' }), originOf()).recording.urgency).toBe('critical');
    expect(buildRecording(formOf({ homeRegion: undefined, occurredAtMs: null }), originOf()).recording).toMatchObject({
      homeRegion: null,
      occurredAtMs: recordedAtMs,
    });
  });
});

describe('REC-4: the server’s second look repairs instead of refusing', () => {
  const { recording, contact } = buildRecording(formOf(), originOf());

  test('what fits is left as it is', () => {
    expect(repairRecording(recording, contact, telecom, units)).toEqual({ recording, flags: [] });
  });

  test.each([
    ['a wrong number', { number: 'AAAAA-AAAAA-A' }],
    ['the status page of another complaint', { statusId: 'f'.repeat(64) }],
    ['digits that are not the number’s', { contactLast4: '9999' }],
    ['a mask that is none', { contactMasked: { name: customerName, phone: customerPhone } }],
  ])('%s is worked out again, and marked', (_told, wrong) => {
    expect(repairRecording({ ...recording, ...wrong }, contact, telecom, units)).toEqual({ recording, flags: ['needs-check'] });
  });

  test('a category or tier that the pack does not have becomes "other" or the default, and is marked', () => {
    expect(repairRecording({ ...recording, category: 'T77-77' }, contact, telecom, units)).toMatchObject({
      recording: { category: 'T99-01' },
      flags: ['needs-check'],
    });
    expect(repairRecording({ ...recording, tier: 'platinum' }, contact, telecom, units)).toMatchObject({
      recording: { tier: 'ordinary' },
      flags: ['needs-check'],
    });
  });

  test('ADM-6: the unit of capture stays although its owner has moved; one that the operator does not have becomes theirs, and is marked', () => {
    const moved = { ...recording, receivingUnitId: 'branch' };
    expect(repairRecording(moved, contact, telecom, units)).toEqual({ recording: { ...moved, recordedInUnitId: 'outlet' }, flags: [] });
    for (const recordedInUnitId of ['moon', 'p-city']) {
      const among = new Map([...units, ['p-city', { ...unitOf('city'), pack: 'post' as const }]]);
      const repaired = repairRecording({ ...moved, recordedInUnitId }, contact, telecom, among);
      expect(repaired).toEqual({ recording: { ...moved, recordedInUnitId: 'branch' }, flags: ['needs-check'] });
    }
  });

  test('without a contact, or with one that cannot be called, what the phone worked out stands and is marked, but for the page, which is the complaint’s own', () => {
    const ownPage = { ...recording, statusId: pageWithoutLink(recording.id) };
    expect(repairRecording(recording, null, telecom, units)).toEqual({ recording: ownPage, flags: ['needs-check'] });
    expect(repairRecording({ ...recording, statusId: 'f'.repeat(64) }, null, telecom, units)).toEqual({ recording: ownPage, flags: ['needs-check'] });
    expect(repairRecording(recording, { ...contact, phone: '' }, telecom, units)).toEqual({ recording, flags: ['needs-check'] });
    expect(repairRecording(recording, { ...contact, phone: '110' }, telecom, units)).toEqual({ recording, flags: ['needs-check'] });
  });
});

test('RET-2: no number is turned back out of what a phone writes, because nothing in it was worked out from more of the number than is shown', () => {
  const written = (phone: string): object => buildRecording(formOf({ phone }), originOf()).recording;
  expect(written('13800001001')).toEqual(written('13899991001'));
  expect(written('13800001001')).not.toEqual(written('13800001002'));
});

describe('REC-2: a contact whose name nobody sees', () => {
  const { recording, contact } = buildRecording(formOf(), originOf());

  test.each(['', '  ', '\u3164', '\u2800\u115F', '\u200B'])(
    '%j is none: the form asks for it, the schema refuses it, the intake marks it and keeps page and number',
    (name) => {
      expect(missingFields(formOf({ name }), telecom, recordedAtMs)).toEqual(['name']);
      expect(contactSchema.safeParse({ ...contact, name }).success).toBe(false);
      const { recording: repaired, flags } = repairRecording(recording, { ...contact, name }, telecom, units);
      expect(flags).toEqual(['needs-check']);
      expect(repaired).toMatchObject({ statusId: recording.statusId, contactLast4: recording.contactLast4 });
    },
  );

  test('the intake reads a whole contact, and one of which only the secret is right', () => {
    const { name, phone, token: secret } = contact;
    expect(partialContactSchema.parse(contact)).toEqual({ name, phone, concerned: '', ownedUntilMs: null, token: secret });
    expect(partialContactSchema.parse({ token: secret, name: 7 })).toEqual({ name: '', phone: '', concerned: '', ownedUntilMs: null, token: secret });
    expect(partialContactSchema.safeParse({ ...contact, token: 'short' }).success).toBe(false);
    expect(openedContactSchema.parse(contact)).toEqual({ name, phone, address: contact.address, concerned: '', ownedUntilMs: null });
  });

  test('one that can be seen is taken as it is', () => {
    expect(missingFields(formOf({ name: '\u3164王' }), telecom, recordedAtMs)).toEqual([]);
    expect(contactSchema.safeParse({ ...contact, name: '\u3164王' }).success).toBe(true);
  });
});

describe('what is no recording', () => {
  const { recording, contact } = buildRecording(formOf(), originOf());

  test.each([
    ['an id that ends in a space', { id: `${complaintId} ` }],
    ['a short id', { id: 'abc' }],
    ['nothing that happened', { what: '' }],
    ['nothing asked for', { asks: [] }],
    ['something asked for that nobody can give', { asks: ['revenge'] }],
    ['a status id that is no hash', { statusId: 'abc' }],
    ['a moment that is no number', { capturedAtMs: Number.NaN }],
  ])('%s is refused', (_told, wrong) => {
    expect(recordingSchema.safeParse({ ...recording, ...wrong }).success).toBe(false);
    expect(recordingSchema.safeParse(recording).success).toBe(true);
  });

  test.each([
    ['a token that is too short', { token: 'abc' }],
    ['no name', { name: ' ' }],
    ['one field too many', { idCard: '320802199001011234' }],
  ])('a contact with %s is refused', (_told, wrong) => {
    expect(contactSchema.safeParse({ ...contact, ...wrong }).success).toBe(false);
  });

  test('ids of phones and of Firestore are ids', () => {
    for (const id of [complaintId, 'AbCdEfGhIjKlMnOpQrSt']) expect(deviceIdPattern.test(id)).toBe(true);
    for (const id of ['', 'a/b/c/d/e/f/g/h/i/j/k', 'x'.repeat(37)]) expect(deviceIdPattern.test(id)).toBe(false);
  });
});

describe('REC-2: a complaint that holds no number', () => {
  const letter = buildRecording(formOf({ phone: '', channel: 'letter', isWithoutNumber: true }), originOf());

  test('is kept without one, in both documents, and nothing is put in its place', () => {
    expect(letter.contact.phone).toBe('');
    expect(letter.recording).toMatchObject({ contactMasked: { name: '王**', phone: '' }, contactLast4: '' });
    expect(contactSchema.safeParse(letter.contact).success).toBe(true);
    expect(recordingSchema.safeParse(letter.recording).success).toBe(true);
  });

  test('is marked as such when it is taken in, and needs no check for that', () => {
    expect(repairRecording(letter.recording, letter.contact, telecom, units)).toEqual({ recording: letter.recording, flags: ['no-number'] });
  });

  test('has digits that no phone made taken out again', () => {
    const spoilt = { ...letter.recording, contactLast4: '1001', contactMasked: { name: '王**', phone: '138****1001' } };
    expect(repairRecording(spoilt, letter.contact, telecom, units)).toEqual({ recording: letter.recording, flags: ['needs-check', 'no-number'] });
  });
});

describe('REC-2: what is kept of a number', () => {
  const kept = (phone: string) => buildRecording(formOf({ phone }), originOf());

  test('one from abroad keeps its country, and is masked like any other', () => {
    expect(kept('+1 415 555 0123').contact.phone).toBe('+14155550123');
    expect(kept('+1 415 555 0123').recording).toMatchObject({ contactMasked: { phone: '+14****0123' }, contactLast4: '0123' });
  });

  test('an extension stands apart: it is dialled, and tells nobody who it is', () => {
    expect(kept('0517-83612345 转 801').contact.phone).toBe('051783612345-801');
    expect(kept('0517-83612345 转 801').recording).toMatchObject({ contactMasked: { phone: '051****2345' }, contactLast4: '2345' });
    expect(repairRecording(kept('0517-83612345-801').recording, kept('0517-83612345-801').contact, telecom, units).flags).toEqual([]);
  });
});
