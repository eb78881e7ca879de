import { expect, test } from 'vitest';
import cal from '@shouwen/domain/packs/calendar.json' with { type: 'json' };
import telecom from '@shouwen/domain/packs/telecom.json' with { type: 'json' };
import { hourMs } from '@shouwen/domain/calendar/day';
import { buildUnits } from '@shouwen/domain/organisation/units';
import type { UnitRecord } from '@shouwen/domain/organisation/unit';
import { packSchema } from '@shouwen/domain/policy/pack';
import type { Reference } from '../../platform/reference/reference.ts';
import { expectationsOf } from './expectations.ts';
import { blankForm } from './recording-form.ts';

const unit = (id: string, kind: UnitRecord['kind'], homeRegions: string[] = []): UnitRecord => ({
  id,
  kind,
  pack: 'telecom',
  name: { zh: id, en: id },
  parentId: id === 'city' ? null : 'city',
  homeRegions,
  headUid: null,
  handlers: [],
  oversight: false,
});
const units = buildUnits([unit('city', 'cityCompany'), unit('branch', 'branch', ['320812']), unit('network', 'network'), unit('desk', 'complaintCentre')]);
const reference = { pack: packSchema.parse(telecom), units, regions: [], staff: [], calendar: cal as unknown as Reference['calendar'] } satisfies Reference;
const atMs = Date.parse('2026-11-22T09:41:00+08:00');
const withClock = reference.pack.categories.flatMap(({ children }) => children).find(({ clock }) => clock !== undefined)?.id ?? '';
const form = { ...blankForm('outlet', atMs), what: '代收信息费', category: 'T01-05' };

test('nothing is promised before customer and category are known', () => {
  expect(expectationsOf(blankForm('outlet', atMs), reference, atMs)).toMatchObject({ flags: [], clocks: null, handler: null });
});

test('regulatory risk shows as soon as the category is chosen (ATT-5)', () => {
  expect(expectationsOf(form, reference, atMs).flags).toEqual(['regulatory-risk:third-party-service']);
});

test('the promise follows the tier, and the branch of the home region handles it (SLA-1, OWN-2)', () => {
  const { clocks, handler, flags } = expectationsOf({ ...form, tier: 'vip', homeRegion: '320812' }, reference, atMs);
  expect(clocks).toMatchObject({ rule: 'SLA-1', replyDueAtMs: atMs + 8 * hourMs });
  expect(handler?.en).toBe('branch');
  expect(flags).toContain('important');
});

test('a promise that would fall into the night is moved to its end, and says so (SLA-4)', () => {
  const eveningMs = Date.parse('2026-11-22T18:30:00+08:00');
  const known = { ...form, tier: 'vip', homeRegion: '320812' };
  expect(expectationsOf(known, reference, eveningMs)).toMatchObject({
    movedFromMs: eveningMs + 8 * hourMs,
    clocks: { replyDueAtMs: Date.parse('2026-11-23T08:00:00+08:00') },
  });
  expect(expectationsOf(known, reference, atMs).movedFromMs, 'one that falls into the day is not').toBeNull();
});

test('working days beyond the published calendar are counted cautiously, and it says from when on (SLA-3)', () => {
  const abroad = { ...form, category: withClock, tier: 'ordinary', homeRegion: '320812' };
  expect(expectationsOf(abroad, reference, Date.parse('2026-12-28T10:00:00+08:00'))).toMatchObject({ coveredUntil: '2026-12-31' });
  expect(expectationsOf(abroad, reference, atMs).coveredUntil, 'within it there is nothing to say').toBeNull();
});

test('a network complaint is promised by urgency alone and goes to the network unit (SLA-2, NET-1)', () => {
  const network = { ...form, category: reference.pack.categories.find(({ route }) => route === 'network')?.children[0]?.id ?? '' };
  expect(expectationsOf(network, reference, atMs).clocks).toBeNull();
  expect(expectationsOf({ ...network, urgency: 'urgent' as const }, reference, atMs)).toMatchObject({
    clocks: { rule: 'SLA-2', replyDueAtMs: atMs + 24 * hourMs },
    handler: { en: 'network' },
  });
});

test('where nobody can tell the region the complaint centre takes it', () => {
  expect(expectationsOf({ ...form, tier: 'ordinary', homeRegion: null }, reference, atMs)).toMatchObject({
    handler: { en: 'desk' },
    flags: ['regulatory-risk:third-party-service', 'unknown-region'],
  });
});
