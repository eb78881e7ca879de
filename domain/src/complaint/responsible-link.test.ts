import { describe, expect, test } from 'vitest';
import { complaintIn } from '../testing/complaints.ts';
import { actorOf, post, staff, unitOf } from '../testing/organisation.ts';
import { commandedAtMs, contextOf } from '../testing/sample-commands.ts';
import type { StaffCommand } from './command.ts';
import type { Complaint } from './complaint.ts';
import type { CommandFacts } from './context.ts';
import { decide } from './decide.ts';
import { evolveAll } from './evolve.ts';

type NameLink = Extract<StaffCommand, { type: 'nameLink' }>;

const late: Complaint = { ...complaintIn('inProgress'), pack: post.id, packVersion: post.version, category: 'P01-03', asks: [] };
const telecomUnit = unitOf('branch');
const postUnit = { ...telecomUnit, id: 'post-east', pack: post.id };
const deliver: NameLink = { type: 'nameLink', link: 'deliver', unitId: 'post-east', cause: 'noCover', evidence: '投递部三天无人替班', trace: null };
const answer: StaffCommand = { type: 'answer', text: '已投递,向您致歉。', checklist: [] };

const does = (command: StaffCommand, complaint = late, facts: CommandFacts = {}) =>
  decide(complaint, command, contextOf(actorOf(staff.handler), facts, commandedAtMs, post));
const receiver = (unit: typeof telecomUnit): CommandFacts => ({ receiver: { unit, staff: null } });

describe('PST-2: the responsible link of a mail item is named in the outcome', () => {
  test('an answer without it is refused, and with it is one', () => {
    expect(does(answer)).toMatchObject({ ok: false, refusal: { code: 'linkMissing' } });
    const named = does(deliver, late, receiver(postUnit));
    if (!named.ok) throw new Error('it was refused');
    const after = evolveAll(late, named.events);
    expect(after.responsible).toMatchObject({ link: 'deliver', unitId: 'post-east', cause: 'noCover', byUid: staff.handler.uid });
    expect(does(answer, after)).toMatchObject({ ok: true });
  });

  test('of a savings counter nobody asks for it, and it cannot be named', () => {
    const counter = { ...late, category: 'P11-01' };
    expect(does(answer, counter)).toMatchObject({ ok: true });
    expect(does(deliver, counter, receiver(postUnit))).toMatchObject({ ok: false, refusal: { code: 'noMailItem' } });
  });

  test('one of the operator’s own links is a unit’s, and one of this operator', () => {
    expect(does({ ...deliver, unitId: null })).toMatchObject({ ok: false, refusal: { code: 'linkWithoutUnit' } });
    expect(does(deliver, late, receiver(telecomUnit))).toMatchObject({ ok: false, refusal: { code: 'receiverUnknown' } });
    expect(does(deliver, late, { receiver: { unit: null, staff: null } })).toMatchObject({ ok: false, refusal: { code: 'receiverUnknown' } });
  });

  test('somebody outside, or nowhere that anybody could find, is no unit’s, whatever was chosen before', () => {
    for (const link of ['outside', 'notFound'] as const) {
      const named = does({ ...deliver, link });
      if (!named.ok) throw new Error(named.refusal.code);
      expect(evolveAll(late, named.events).responsible).toMatchObject({ link, unitId: null });
    }
  });

  test('a complaint that is about no mail of this operator’s pack is answered as before', () => {
    const telecom = complaintIn('inProgress');
    const result = decide({ ...telecom, asks: [] }, answer, contextOf(actorOf(staff.handler), {}));
    expect(result).toMatchObject({ ok: true });
  });
});
