import { afterAll, describe, expect, test } from 'vitest';
import telecomFile from '../../packs/telecom.json' with { type: 'json' };
import { boardQuestion } from '../board/board-question.ts';
import { startBooks, addAccount } from '../books/books.ts';
import { differencesOf } from '../books/reconcile.ts';
import { complaintFromStored } from '../complaint/stored.ts';
import { decide } from '../complaint/decide.ts';
import { evolveAll } from '../complaint/evolve.ts';
import { handlingUnit } from '../complaint/intake/assignment.ts';
import { buildRecording, recordingSchema, repairRecording } from '../complaint/intake/recording.ts';
import { honestMoment, startClocks } from '../complaint/time/clocks.ts';
import { statusViewOf } from '../complaint/view/status-view.ts';
import type { PackId } from '../kernel/brand.ts';
import { toStored } from '../kernel/stored.ts';
import { staffSchema } from '../organisation/staff.ts';
import { unitRecordSchema } from '../organisation/unit.ts';
import { buildUnits } from '../organisation/units.ts';
import { suggestRefund } from '../refund/sum/suggestion.ts';
import { complaintFromRecording } from '../complaint/complaint.ts';
import { formOf, originOf, recordedAtMs } from '../testing/complaints.ts';
import { calendar, person, unitRecord, units as telecomUnits } from '../testing/organisation.ts';
import { accountWith } from '../testing/refunds.ts';
import { changePolicy } from './change-policy.ts';
import { packSchema } from './pack.ts';
import { registeredPacks } from './pack-register.ts';
import { policyFields } from './policy-fields.ts';

// One line more in the register, and a pack of that name: all that a third operator is.
const register = registeredPacks as PackId[];
register.push('water');
afterAll(() => void register.pop());

const water = packSchema.parse({
  ...JSON.parse(JSON.stringify(telecomFile).replaceAll(/"T(\d\d)/g, '"W$1')),
  id: 'water',
  version: 'water-2026.1',
  operator: { zh: '淮安水务', en: "Huai'an Water" },
  hotline: '96390',
  regulatorHotline: '12345',
  regulator: { zh: '水务主管部门', en: 'the water authority' },
  statutoryLimits: { 'clocks.statutory.days': 10 },
  clocks: { ...telecomFile.clocks, statutory: { ...telecomFile.clocks.statutory, days: 10 } },
});

const records = [...telecomUnits.values()].map(({ id, kind, parentId, homeRegions, oversight }) =>
  unitRecordSchema.parse(unitRecord(id, kind, parentId, { pack: 'water', homeRegions, oversight, handlers: [] })),
);
const units = buildUnits(records);
const clerk = staffSchema.parse(person('clerk', 'outletClerk', 'outlet', { pack: 'water' }));
const handler = staffSchema.parse(person('handler', 'departmentHandler', 'branch', { pack: 'water' }));

/** A complaint to that operator as its phone writes it and the database keeps it. */
function recorded() {
  const { recording, contact } = buildRecording(formOf({ category: 'W01-05' }), originOf({ pack: water, recorder: clerk }));
  const { id, ...stored } = toStored(complaintFromRecording(recordingSchema.parse(recording), clerk.audience), (atMs) => ({ toMillis: () => atMs }));
  return { complaint: complaintFromStored(String(id), stored), contact };
}

/** The same, taken in and assigned. */
function assigned() {
  const { complaint, contact } = recorded();
  const { recording, flags } = repairRecording(complaint, contact, water, units);
  const clocks = startClocks(complaint, honestMoment(complaint, water), water, calendar);
  const { unit } = handlingUnit(recording, water, units);
  const assignment = {
    unitId: unit.id,
    unitAudience: unit.audience,
    handlerUid: handler.uid,
    handlerName: handler.name,
    headUid: null,
    route: 'homeRegion' as const,
  };
  return evolveAll({ ...complaint, ...recording }, [
    { type: 'received', atMs: recordedAtMs, flags, repeatOf: [], clocks },
    { type: 'assigned', atMs: recordedAtMs, assignment },
  ]);
}

describe('a third operator is data alone', () => {
  test('the register has it, and an operator that is not in the register is none', () => {
    expect(registeredPacks).toContain('water');
    expect(staffSchema.safeParse({ ...clerk, pack: 'bank' }).success).toBe(false);
    expect(packSchema.safeParse({ ...water, id: 'bank', version: 'bank-2026.1' }).success).toBe(false);
  });

  test('REC-2, OWN-2, SLA-1: a complaint to it is recorded, read back, assigned by home region and gets its clocks', () => {
    const complaint = assigned();
    expect(complaint).toMatchObject({ pack: 'water', packVersion: 'water-2026.1', state: 'assigned', handlingUnitId: 'branch', category: 'W01-05' });
    expect(complaint.clocks?.replyDueAtMs).toBeGreaterThan(recordedAtMs);
  });

  test('its people accept and answer it; the customer sees its name, its hotline and its regulator', () => {
    const context = { actor: { kind: 'staff' as const, staff: handler }, atMs: recordedAtMs + 60_000, pack: water, calendar, facts: {} };
    const accepted = decide(assigned(), { type: 'accept' }, context);
    if (!accepted.ok) throw new Error(accepted.refusal.code);
    const inHand = evolveAll(assigned(), accepted.events);
    expect(inHand).toMatchObject({ state: 'accepted', handlerUid: 'handler' });
    const { operator, hotline, regulator } = statusViewOf(inHand, water, () => null);
    expect({ operator, hotline, regulator }).toEqual({
      operator: water.operator,
      hotline: '96390',
      regulator: { zh: '水务主管部门', en: 'the water authority' },
    });
  });

  test('SLA-8: the law’s days are its own, and no administrator makes them longer', () => {
    const longer = changePolicy(water, [{ key: 'clocks.statutory.days', value: 11 }], 'water-2026.2');
    expect(longer).toMatchObject({ ok: false, refusal: { code: 'policyOutOfBounds' } });
    expect(changePolicy(water, [{ key: 'clocks.statutory.days', value: 9 }], 'water-2026.2')).toMatchObject({ ok: true, pack: { version: 'water-2026.2' } });
    expect(policyFields(water).length).toBeGreaterThan(0);
  });

  test('its money is suggested and its books are added up', () => {
    expect(suggestRefund({ method: 'single', chargedFen: 500 }, water)).toMatchObject({ amountFen: 500 });
    const books = startBooks();
    addAccount(books, accountWith({ pack: 'water', balancesFen: { cash: 0, rechargeCard: 0, promotional: 0 }, seq: 0 }));
    expect(differencesOf(books, { packOf: () => water, seen: null, orders: null })).toEqual([]);
  });

  test('its board asks the same questions', () => {
    expect(boardQuestion('overdue', water.board, recordedAtMs).where).not.toEqual([]);
  });
});
