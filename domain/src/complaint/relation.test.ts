import { describe, expect, test } from 'vitest';
import { roles } from '../organisation/staff.ts';
import { complaintIn, justRecorded, offered, offeredComplaintIn, poolComplaintIn } from '../testing/complaints.ts';
import { actorOf, customer, person, staff, systemActor } from '../testing/organisation.ts';
import { canHandle, directsHandling, mayOpenContact, relationsTo } from './relation.ts';

describe('how somebody stands to a complaint', () => {
  test.each([
    ['its handler', complaintIn('accepted'), staff.handler, ['handler', 'audience']],
    ['its owner, whose outlet received it', complaintIn('accepted'), staff.owner, ['owner', 'audience']],
    ['an owner who handles it as well', { ...complaintIn('accepted'), handlerUid: 'owner' }, staff.owner, ['handler', 'owner', 'audience']],
    ['the head of the unit that handles it', complaintIn('accepted'), staff.head, ['handlingHead', 'audience']],
    ['a head further up', complaintIn('accepted'), person('leader', 'companyLeader', 'city'), ['handlingHead', 'audience']],
    ['the manager of the outlet that received it directs nothing', complaintIn('accepted'), person('manager', 'outletManager', 'outlet'), ['audience']],
    ['a colleague while it has a handler', complaintIn('accepted'), staff.poolMember, ['audience']],
    ['a colleague while it lies in the pool', poolComplaintIn('assigned'), staff.poolMember, ['poolMember', 'audience']],
    ['a colleague who cannot handle', poolComplaintIn('assigned'), person('editor', 'knowledgeEditor', 'branch'), ['audience']],
    ['who it is offered to', offeredComplaintIn('accepted'), staff.receiver, ['receiver', 'audience']],
    ['a colleague of theirs', offeredComplaintIn('accepted'), staff.billingColleague, ['audience']],
    ['anyone of the desk that it is offered to', offered(complaintIn('accepted'), null), staff.billingColleague, ['receiver', 'audience']],
    ['the customer service department, which follows everything (CRI-2)', complaintIn('accepted'), staff.bystander, ['audience']],
    ['another branch', complaintIn('accepted'), staff.stranger, []],
    ['a branch before it was assigned to it', justRecorded(), person('colleague', 'departmentHandler', 'elsewhere'), []],
  ])('%s', (_told, complaint, who, relations) => {
    expect(relationsTo(complaint, actorOf(who))).toEqual(relations);
  });

  test('customer and product are only ever themselves', () => {
    expect(relationsTo(complaintIn('accepted'), customer)).toEqual(['customer']);
    expect(relationsTo(complaintIn('accepted'), systemActor)).toEqual(['system']);
  });
});

/** D directs handling, H can handle, C may open a customer's contact. */
const permissions: Record<(typeof roles)[number], string> = {
  fieldStaff: 'HC',
  outletClerk: 'HC',
  outletManager: 'DHC',
  hotlineAgent: 'HC',
  hotlineDutyLeader: 'DHC',
  complaintSupervisor: 'DHC',
  centreDirector: 'DHC',
  departmentHandler: 'HC',
  departmentHead: 'DHC',
  networkEngineer: 'HC',
  unitHead: 'DHC',
  companyLeader: 'DHC',
  refundClerk: '',
  spokesperson: 'HC',
  qualityInspector: '',
  knowledgeEditor: '',
  auditor: '',
  administrator: '',
};

test.each(roles)('ORG-3, RET-2: what the job of %s brings with it', (role) => {
  expect([directsHandling(role) && 'D', canHandle(role) && 'H', mayOpenContact(role) && 'C'].filter(Boolean).join('')).toBe(permissions[role]);
});
