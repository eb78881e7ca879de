// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import telecom from '@shouwen/domain/packs/telecom.json' with { type: 'json' };
import { missingFields } from '@shouwen/domain/complaint/intake/recording';
import { packSchema } from '@shouwen/domain/policy/pack';
import { blankForm, filledIn, momentOfWallTime, rememberChannel, sometimeOn, usualChannel, wallTimeOf, yesterdayOf } from './recording-form.ts';

const pack = packSchema.parse(telecom);
const atMs = Date.parse('2026-11-22T09:41:00+08:00');
const wang = { name: '王**', tier: 'goTone', homeRegion: '320812' };
const li = { name: '李**', tier: 'ordinary', homeRegion: '320803' };

test('the channel follows the place of work, else the one used last (REC-1)', () => {
  rememberChannel('letter');
  expect(usualChannel({ role: 'outletClerk' }, pack)).toBe('outlet');
  expect(usualChannel({ role: 'hotlineAgent' }, pack)).toBe('hotline');
  expect(usualChannel({ role: 'fieldStaff' }, pack)).toBe('fieldVisit');
  expect(usualChannel({ role: 'unitHead' }, pack)).toBe('letter');
});

test('a blank form assumes nothing but channel and moment (REC-2)', () => {
  expect(missingFields(blankForm('outlet', atMs), pack, atMs)).toEqual(['phone', 'name', 'what', 'category', 'asks', 'tier', 'homeRegion']);
});

describe('a known number', () => {
  test('fills in what is still empty', () => {
    expect(filledIn(blankForm('outlet', atMs), wang, null)).toMatchObject({ tier: 'goTone', homeRegion: '320812' });
  });

  test('leaves alone what the person wrote', () => {
    const written = { ...blankForm('outlet', atMs), name: '王桂芳', homeRegion: null };
    expect(filledIn(written, wang, null)).toMatchObject({ name: '王桂芳', tier: 'goTone', homeRegion: null });
  });

  test('never writes a masked name down as the customer’s (RET-2)', () => {
    expect(filledIn(blankForm('outlet', atMs), wang, null).name).toBe('');
  });

  test('gives way to the next number', () => {
    const form = filledIn(blankForm('outlet', atMs), wang, null);
    expect(filledIn(form, li, wang)).toMatchObject({ tier: 'ordinary', homeRegion: '320803' });
  });

  test('without a region leaves the region to be asked for', () => {
    expect(filledIn(blankForm('outlet', atMs), { ...wang, homeRegion: null }, null).homeRegion).toBeUndefined();
  });
});

describe('when it happened, in Asia/Shanghai whatever the phone’s zone (TIME)', () => {
  test('a day without a time is its noon, and never later than now', () => {
    expect(sometimeOn('2026-11-21', atMs)).toBe(Date.parse('2026-11-21T12:00:00+08:00'));
    expect(sometimeOn('2026-11-22', atMs)).toBe(atMs);
  });

  test('yesterday is the day before, also just after midnight', () => {
    expect(yesterdayOf(Date.parse('2026-11-22T00:01:00+08:00'))).toBe('2026-11-21');
  });

  test('a typed moment comes back as typed', () => {
    expect(wallTimeOf(atMs)).toBe('2026-11-22T09:41');
    expect(momentOfWallTime('2026-11-22T09:41')).toBe(atMs);
    expect(momentOfWallTime('')).toBeNull();
  });
});
