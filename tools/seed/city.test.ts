import { readFileSync } from 'node:fs';
import { flagsOfRecording } from '@shouwen/domain/complaint/intake/attention';
import { designatedHandlers, handlingUnit, unitsToTry } from '@shouwen/domain/complaint/intake/assignment';
import { startClocks } from '@shouwen/domain/complaint/time/clocks';
import { isPhone } from '@shouwen/domain/customer/phone-number';
import { checkMailItem } from '@shouwen/domain/complaint/intake/mail-item';
import { missingFields } from '@shouwen/domain/complaint/intake/recording';
import { directsHandling } from '@shouwen/domain/complaint/relation';
import { endOfDayMs, hourMs } from '@shouwen/domain/calendar/day';
import type { Unit } from '@shouwen/domain/organisation/unit';
import { buildUnits } from '@shouwen/domain/organisation/units';
import { suggestCategories } from '@shouwen/domain/policy/category-search';
import { describe, expect, test } from 'vitest';
import { fromRoot } from '../project-paths.ts';
import { cityFiles, readCity } from './city-files.ts';
import { wrongReferences } from './city-references.ts';
import { formOf } from './record-cases.ts';

const city = readCity();
const units = buildUnits(city.units);
const fridayMs = Date.parse('2026-11-20T09:00:00+08:00');

/** What recording and assignment make of each told case, worked out by hand; the flags and units are those that the cases themselves expect. */
const expected: Record<string, { rule: 'SLA-1' | 'SLA-2' | 'SLA-3'; ownMs: number; statutoryDay: string; unit: string; flags: string[] }> = {
  'case-sp-fee-35': { rule: 'SLA-1', ownMs: hours(48), statutoryDay: '2026-12-05', unit: 't-qjp', flags: ['regulatory-risk:third-party-service'] },
  'case-caller-id-40-months': { rule: 'SLA-1', ownMs: hours(24), statutoryDay: '2026-12-05', unit: 't-ha', flags: ['red-line'] },
  'case-wrong-top-up': { rule: 'SLA-1', ownMs: hours(48), statutoryDay: '2026-12-05', unit: 't-ls', flags: [] },
  'case-former-owner': { rule: 'SLA-1', ownMs: hours(48), statutoryDay: '2026-12-05', unit: 't-xy', flags: [] },
  'case-network-outage': { rule: 'SLA-2', ownMs: hours(24), statutoryDay: '2026-12-05', unit: 't-net', flags: ['important'] },
  'case-interconnect': { rule: 'SLA-3', ownMs: endOfDayMs('2026-12-01'), statutoryDay: '2026-12-05', unit: 't-hz', flags: [] },
  'case-free-ringtone': { rule: 'SLA-1', ownMs: hours(24), statutoryDay: '2026-12-05', unit: 't-hy', flags: ['regulatory-risk:free-trial-then-bill'] },
  'case-forced-bundle': { rule: 'SLA-1', ownMs: hours(48), statutoryDay: '2026-12-05', unit: 't-hy', flags: [] },
  'case-plan-retired': { rule: 'SLA-1', ownMs: hours(24), statutoryDay: '2026-12-05', unit: 't-qjp', flags: ['red-line'] },
  'case-telemarketing': { rule: 'SLA-1', ownMs: hours(48), statutoryDay: '2026-12-05', unit: 't-ls', flags: ['red-line'] },
  'case-offer-ended': { rule: 'SLA-1', ownMs: hours(24), statutoryDay: '2026-12-05', unit: 't-xy', flags: [] },
  'case-ems-passed-around': { rule: 'SLA-1', ownMs: hours(48), statutoryDay: '2026-11-27', unit: 'p-ha', flags: ['escalated'] },
  'case-ems-draft': { rule: 'SLA-1', ownMs: hours(48), statutoryDay: '2026-11-27', unit: 'p-qjp', flags: [] },
};

/** What the file itself says that must come of each case. */
interface Told {
  id: string;
  expect: { flags?: string[]; handlingUnit?: string; clock?: string; s10?: string };
}
const told = (JSON.parse(readFileSync(fromRoot(cityFiles.cases), 'utf8')) as { cases: Told[] }).cases;
const cases = city.cases.map((recorded) => ({ ...recorded, pack: packOf(recorded.pack), expect: told.find(({ id }) => id === recorded.id)?.expect ?? {} }));

/** The ways in which the cases speak of a unit. */
function whatIsExpected(unit: Unit): string[] {
  const regions = unit.homeRegions.map((code) => `branch of ${city.regions.find((region) => region.code === code)?.name.zh}`);
  return unit.kind === 'network' ? ['network unit of the city'] : [...regions, unit.kind];
}

function packOf(packId: string) {
  return city.packs.find(({ id }) => id === packId) ?? fail(packId);
}

function hours(count: number): number {
  return fridayMs + count * hourMs;
}

function fail(what: string): never {
  throw new Error(`${what} is nowhere in the city`);
}

describe('told disputes, recorded on 2026-11-20 at nine', () => {
  test('each of them has its expectation here', () => {
    expect(cases.map(({ id }) => id)).toEqual(Object.keys(expected));
  });

  test.each(cases)('$id: flags (ATT-1, ATT-5)', ({ pack, ...recorded }) => {
    const flags = flagsOfRecording(recorded, pack);
    expect(flags).toEqual(expected[recorded.id]?.flags);
    expect(recorded.expect.flags ?? flags).toEqual(flags);
  });

  test.each(cases)('$id: handling unit (OWN-2, NET-1)', ({ pack, ...recorded }) => {
    const { unit } = handlingUnit({ ...recorded, pack: pack.id }, pack, units);
    expect(unit.id).toBe(expected[recorded.id]?.unit);
    expect(whatIsExpected(unit)).toContain(recorded.expect.handlingUnit ?? whatIsExpected(unit)[0]);
  });

  test.each(cases)('$id: clocks (SLA-1, SLA-2, SLA-3, SLA-8)', ({ id, pack, category, tier, urgency, mailItem, mailService, expect: wanted }) => {
    const clocks = startClocks(
      { category, tier, urgency: urgency ?? null, mailItem: mailItem ?? null, mailService: mailService ?? null },
      { atMs: fridayMs, trusted: true },
      pack,
      city.calendar,
    );
    const { rule, ownMs, statutoryDay } = expected[id] ?? fail(id);
    expect(clocks).toMatchObject({
      rule,
      ownReplyDueAtMs: ownMs,
      statutoryDueAtMs: endOfDayMs(statutoryDay),
      replyDueAtMs: Math.min(ownMs, endOfDayMs(statutoryDay)),
      calendarCovered: true,
    });
    expect(wanted.clock ?? rule).toMatch(new RegExp(`^${rule}\\b`));
  });

  test.each(cases)('$id: its category is among the first three that its telling suggests', ({ pack, category, what }) => {
    expect(suggestCategories(pack, what, 3).map(({ id }) => id)).toContain(category);
  });

  test.each(cases)('$id: nothing that a complete record holds is missing (REC-2)', ({ pack, ...recorded }) => {
    expect(missingFields(formOf({ ...recorded, pack: pack.id }, city, 0), pack, endOfDayMs('2026-11-30'))).toEqual([]);
  });

  test.each(cases.flatMap(({ id, mailItem, expect: wanted }) => (mailItem === undefined ? [] : [{ id, mailItem, wanted }])))(
    '$id: the mail item $mailItem (PST-1)',
    ({ mailItem, wanted }) => {
      expect(checkMailItem(mailItem).kind).toBe(wanted.s10);
    },
  );
});

describe('the city is in order', () => {
  test('its files parse, and none says of another what is not so', () => {
    expect(wrongReferences(city)).toEqual([]);
  });

  test('a mistake in a file is told with its place before anything is written', () => {
    const broken = (file: string) => (file.endsWith('regions.json') ? '[{"code":"3208"}]' : file.endsWith('staff.json') ? '{' : JSON.stringify([]));
    expect(() => readCity(broken)).toThrow(/regions\.json at \[0\]\.code[\s\S]*staff\.json: /);
  });

  test('OWN-2: each home region has exactly one branch of each operator', () => {
    for (const { code } of city.regions) {
      for (const pack of city.packs) expect(city.units.filter((unit) => unit.pack === pack.id && unit.homeRegions.includes(code))).toHaveLength(1);
    }
    expect(city.units.filter((unit) => unit.homeRegions.length > 0 && unit.kind !== 'branch')).toEqual([]);
  });

  test('ORG-2: a head is of the unit’s operator and may direct, the general office’s speaks instead (CRI-3), and every handler is of the unit that names them', () => {
    const staff = new Map(city.staff.map((person) => [person.uid, person]));
    const headed = city.units.map((unit) => ({ unit, head: staff.get(unit.headUid ?? '') })).filter(({ unit }) => unit.headUid !== null);
    for (const { unit, head } of headed)
      expect([unit.id, head?.pack, head && (directsHandling(head.role) || head.role === 'spokesperson')]).toEqual([unit.id, unit.pack, true]);
    for (const unit of city.units) for (const { uid } of unit.handlers) expect([unit.id, staff.get(uid)?.unitId]).toEqual([unit.id, unit.id]);
  });

  test('OWN-2, NET-1: every category of every region has its unit, and on its way up somebody to handle it', () => {
    for (const pack of city.packs) {
      for (const category of pack.categories.flatMap((group) => group.children)) {
        for (const { code } of city.regions) {
          const { unit, route } = handlingUnit({ pack: pack.id, category: category.id, homeRegion: code }, pack, units);
          const handlers = unitsToTry(unit, units).flatMap((tried) =>
            designatedHandlers(tried, { category: category.id, tier: 'ordinary', excludedUids: [] }).flat(),
          );
          expect([category.id, code, unit.pack, route === 'noUnitForRegion', handlers.length > 0]).toEqual([category.id, code, pack.id, false, true]);
        }
      }
    }
  });

  test('every customer can be called', () => {
    for (const { phone } of city.customers) expect([phone, isPhone(phone)]).toEqual([phone, true]);
    expect(new Set(city.customers.map(({ phone }) => phone)).size).toBe(city.customers.length);
  });
});
