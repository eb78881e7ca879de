import { describe, expect, test } from 'vitest';
import { formOf, originOf, recordedAtMs } from '../../testing/complaints.ts';
import { post, telecom } from '../../testing/organisation.ts';
import { buildRecording, concernedMaskedOf, missingFields, type RecordingForm } from './recording.ts';

const missing = (form: Partial<RecordingForm>, pack = telecom) =>
  missingFields(formOf({ category: pack === post ? 'P02-01' : 'T01-05', ...form }), pack, recordedAtMs);
const ownedUntilMs = recordedAtMs - 86_400_000;

describe('REC-2: the number concerned is a field of its own beside the contact number', () => {
  test.each<[string, Partial<RecordingForm>, string[]]>([
    ['nothing is asked where it is about the number to call', {}, []],
    ['another number is asked for where it is about one', { isAboutAnother: true }, ['concerned']],
    ['words are none', { isAboutAnother: true, concerned: '他爱人的' }, ['concerned']],
    ['another number will do', { isAboutAnother: true, concerned: '139 0000 1002' }, []],
    ['so will a broadband account', { isAboutAnother: true, concerned: 'ha0517kd8812' }, []],
    ['CLO-6: a former owner says until when it was theirs', { isAboutAnother: true, concerned: '13900001002', isOfFormerOwner: true }, ['ownedUntilMs']],
    ['CLO-6: and it was', { isAboutAnother: true, concerned: '13900001002', isOfFormerOwner: true, ownedUntilMs }, []],
    [
      'CLO-6: not until a day to come',
      { isAboutAnother: true, concerned: '13900001002', isOfFormerOwner: true, ownedUntilMs: recordedAtMs + 1 },
      ['ownedUntilMs'],
    ],
    ['what was typed before it was said to be about the number to call is asked for no more', { isAboutAnother: false, concerned: '他爱人的' }, []],
  ])('%s', (_says, form, fields) => {
    expect(missing(form)).toEqual(fields);
  });

  test('the contact has it in full, and nothing else has it (RET-2)', () => {
    const { recording, contact } = buildRecording(formOf({ isAboutAnother: true, concerned: '+86 139-0000-1002' }), originOf());
    expect(contact).toMatchObject({ concerned: '13900001002', ownedUntilMs: null });
    expect(JSON.stringify(recording)).not.toContain('1002');
    expect(concernedMaskedOf(contact)).toEqual({ number: '139****1002', ownedUntilMs: null });
  });

  test('whoever gives the number to call again has said no other one', () => {
    const { contact } = buildRecording(formOf({ isAboutAnother: true, concerned: '138 0000 1001' }), originOf());
    expect(contact.concerned).toBe('');
    expect(concernedMaskedOf(contact)).toBeNull();
  });

  test('CLO-6: with its time, where it was the customer’s once', () => {
    const form = formOf({ isAboutAnother: true, concerned: '13900001002', isOfFormerOwner: true, ownedUntilMs });
    expect(concernedMaskedOf(buildRecording(form, originOf()).contact)).toEqual({ number: '139****1002', ownedUntilMs });
    expect(concernedMaskedOf(buildRecording({ ...form, isOfFormerOwner: false }, originOf()).contact)).toEqual({ number: '139****1002', ownedUntilMs: null });
  });
});

describe('REC-2: for the post, item and service are asked for', () => {
  test.each<[string, Partial<RecordingForm>, string[]]>([
    ['both', {}, ['mailItem', 'mailService']],
    ['no item’s number at hand, which is said', { isWithoutItem: true }, ['mailService']],
    ['no service that anybody can tell, which is said', { isWithoutItem: true, isServiceUnknown: true }, []],
    ['an item of express says its service', { mailItem: 'EA123456785CS' }, []],
    ['full-width and spaced as well', { mailItem: 'ＥＡ 123 456 785 CS' }, []],
    ['a registered letter does not', { mailItem: 'RA123456785CN' }, ['mailService']],
    ['and has one that was chosen', { mailItem: 'RA123456785CN', mailService: 'letter' }, []],
  ])('%s', (_says, form, fields) => {
    expect(missing({ tier: 'ordinary', ...form }, post)).toEqual(fields);
  });

  test('an operator without mail asks for neither', () => {
    expect(missing({ mailItem: '', mailService: null })).toEqual([]);
  });

  test('EMS follows from the item’s prefix, and what was chosen stays', () => {
    const recorded = (form: Partial<RecordingForm>) => buildRecording(formOf({ category: 'P02-01', ...form }), originOf({ pack: post })).recording.mailService;
    expect(recorded({ mailItem: 'ea123456785cs' })).toBe('ems');
    expect(recorded({ mailItem: 'EA123456785CS', mailService: 'parcel' })).toBe('parcel');
    expect(recorded({ mailItem: 'RA123456785CN' })).toBeNull();
  });
});
