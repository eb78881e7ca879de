import { allowedCommands } from '@shouwen/domain/complaint/view/allowed-commands';
import { staffCommandSchema } from '@shouwen/domain/complaint/command';
import { type Complaint, untouchedProgress } from '@shouwen/domain/complaint/complaint';
import type { Role } from '@shouwen/domain/organisation/staff';
import { describe, expect, test } from 'vitest';
import { groupedCommands, mainCommand } from './main-command.ts';

const assigned = {
  ...untouchedProgress,
  id: 'c',
  ownerUid: 'owner',
  receivingUnitId: 'outlet',
  state: 'assigned',
  handlerUid: 'handler',
  handlingUnitId: 'branch',
  handlingAudience: ['branch', 'city'],
  people: ['owner', 'handler'],
  audience: ['outlet', 'branch', 'city'],
} as unknown as Complaint;
const pool = { ...assigned, handlerUid: null };
const waitingForBilling = {
  ...assigned,
  handOver: { fromUid: 'handler', fromName: '', toUnitId: 'billing', toUid: null, toName: null, reason: '', offeredAtMs: 0 },
};

function mainFor(complaint: Complaint, uid: string, role: Role, unitId: string, isAboutMail = false): string | null {
  const allowed = allowedCommands(complaint, { kind: 'staff', staff: { uid, name: uid, role, unitId, active: true, away: null } });
  return mainCommand(complaint, isAboutMail ? allowed : allowed.filter((command) => command !== 'nameLink'), uid);
}

describe('the large button', () => {
  test.each([
    ['newly mine: accept it', assigned, 'handler', 'departmentHandler', 'branch', 'accept'],
    ['in the pool, I can handle: take it', pool, 'other', 'departmentHandler', 'branch', 'accept'],
    ['in the pool, I head the unit: say who handles it', pool, 'head', 'unitHead', 'branch', 'assign'],
    ['accepted and nobody has called yet: call first', { ...assigned, state: 'accepted' }, 'handler', 'departmentHandler', 'branch', 'contactAttempt'],
    ['accepted and called: answer', { ...assigned, state: 'accepted', contactAttemptCount: 1 }, 'handler', 'departmentHandler', 'branch', 'answer'],
    ['waiting: go on', { ...assigned, state: 'awaitingCustomer' }, 'handler', 'departmentHandler', 'branch', 'resume'],
    ['answered: close, called before or not', { ...assigned, state: 'answered' }, 'owner', 'outletClerk', 'outlet', 'close'],
    ['someone else has it: the owner chases (OWN-7)', { ...assigned, state: 'inProgress' }, 'owner', 'outletClerk', 'outlet', 'chase'],
    ['nobody has it: there is nobody to chase', { ...pool, state: 'recorded' }, 'owner', 'outletClerk', 'outlet', 'note'],
    ['offered to my unit: take it over (OWN-6)', waitingForBilling, 'biller', 'departmentHandler', 'billing', 'acceptHandOver'],
    ['none of my business: nothing', assigned, 'stranger', 'outletClerk', 'elsewhere', null],
  ] as const)('%s', (_given, complaint, uid, role, unitId, expected) => {
    expect(mainFor(complaint as Complaint, uid, role, unitId)).toBe(expected);
  });

  test('of a mail item the link is named before it is answered (PST-2)', () => {
    const called = { ...assigned, state: 'accepted', contactAttemptCount: 1 } as Complaint;
    expect(mainFor(called, 'handler', 'departmentHandler', 'branch', true)).toBe('nameLink');
    const named = { ...called, responsible: { link: 'deliver' } } as Complaint;
    expect(mainFor(named, 'handler', 'departmentHandler', 'branch', true)).toBe('answer');
  });

  test('the sheet has a place for every command that staff can give', () => {
    const all = staffCommandSchema.options.map((option) => option.shape.type.value);
    expect(
      groupedCommands(all)
        .flatMap(({ commands }) => commands)
        .sort(),
    ).toEqual([...all].sort());
  });
});
