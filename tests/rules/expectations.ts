import { type Role, roles } from '@shouwen/domain/organisation/staff';
import { everybody, type Standing, standings, type Who } from './city.ts';

/**
 * Who may do what, after docs/contract.md and the policy, written down without a look at firestore.rules.
 * All roles work in one branch, `otherOperator` in another company; a standing says whose a complaint is, seen from there.
 */

export const operations = ['get', 'list', 'create', 'update', 'delete'] as const;
export type Operation = (typeof operations)[number];

/** One sentence of a permission: these people, when it stands to them like this. */
interface Grant {
  who: readonly Who[];
  standings: readonly Standing[];
}
type Permission = readonly Grant[];

const nobody: Permission = [];
const anyone: Permission = [{ who: everybody, standings }];

/** Active staff of the operator; a suspended person is none, whatever their token says. */
const staff: readonly Who[] = roles;
/** Active staff of either operator. */
const staffOfAll: readonly Who[] = [...roles, 'otherOperator'];

/** OWN-7: what the unit or a unit below it received or handles, and what a person owns, holds or is asked to take. Not what is above, not what is beside. */
const ofOwnBusiness = (who: readonly Who[]): Permission => [{ who, standings: ['own', 'subUnit', 'concerned'] }];

/** CLO-1: accounts are closed over a counter. */
const counterStaff: readonly Who[] = ['outletClerk', 'outletManager'];
/** Who pays, directs or audits. */
const bookReaders: readonly Who[] = ['auditor', 'refundClerk', 'centreDirector', 'companyLeader'];
/** Who answers for the policy or oversees how it is carried out. */
const policyReaders: readonly Who[] = ['administrator', 'auditor', 'centreDirector', 'companyLeader', 'qualityInspector'];
/** Who heads a unit and the people in it. */
const headsOfUnits: readonly Who[] = ['outletManager', 'hotlineDutyLeader', 'departmentHead', 'unitHead'];
/** SLA-6: who heads others' work, or oversees it. */
const boardReaders: readonly Who[] = [
  'outletManager',
  'hotlineDutyLeader',
  'complaintSupervisor',
  'centreDirector',
  'departmentHead',
  'unitHead',
  'companyLeader',
  'qualityInspector',
  'auditor',
];
/** TEL-5: who looks after what customers are told. */
const messageLeaders: readonly Role[] = ['hotlineDutyLeader', 'complaintSupervisor', 'centreDirector'];
const books = {
  get: [{ who: bookReaders, standings: ['own'] }],
  list: [{ who: bookReaders, standings: ['own'] }],
  create: nobody,
  update: nobody,
  delete: nobody,
} as const;
/** Of the own operator, one by one and listed. */
const readableBy = (who: readonly Role[]) => ({ get: [{ who, standings: ['own'] }], list: [{ who, standings: ['own'] }] }) as const;
const closed = { get: nobody, list: nobody, create: nobody, update: nobody, delete: nobody } as const;

export const policy = {
  complaints: {
    get: ofOwnBusiness(staff),
    // A query is about one's own unit, with which comes all that lies below it, or about oneself. It may not name a unit below.
    list: [
      { who: staff, standings: ['own'] },
      { who: staffOfAll, standings: ['concerned'] },
    ],
    // Whoever records is the owner (OWN-1), in their own unit, in their own name.
    create: [{ who: staff, standings: ['own'] }],
    update: nobody,
    delete: nobody,
  },
  'private/contact': {
    // RET-2: a function opens it, on record and counted.
    get: nobody,
    list: nobody,
    // Together with its complaint only, never onto one that exists.
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  contactViews: {
    get: ofOwnBusiness(staff),
    list: ofOwnBusiness(staff),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  journal: {
    get: ofOwnBusiness(staff),
    list: ofOwnBusiness(staff),
    create: ofOwnBusiness(staff),
    update: nobody,
    delete: nobody,
  },
  attachments: {
    get: ofOwnBusiness(staff),
    list: ofOwnBusiness(staff),
    create: ofOwnBusiness(staff),
    update: nobody,
    delete: nobody,
  },
  // What the customer was told by message; all of an operator's, those who look after messages at the centre list.
  messages: { get: ofOwnBusiness(staff), list: ofOwnBusiness(staff), create: nobody, update: nobody, delete: nobody },
  outreachPauses: { ...closed, get: [{ who: messageLeaders, standings: ['own'] }] },
  outreachLetters: { ...closed, ...readableBy(messageLeaders) },
  // TEL-4, RET-2: what is kept of a number functions alone read, and which calls of the centre have been answered.
  optOuts: closed,
  outreachCalls: closed,
  // Whoever knows the address of a customer's page, with or without a login.
  status: { get: anyone, list: nobody, create: nobody, update: nobody, delete: nobody },
  // What customers say goes through a function that checks the secret of their link.
  replies: closed,
  // Colleagues are known to all of an operator; one's own document to oneself.
  staff: {
    get: [
      { who: staff, standings },
      { who: ['otherOperator'], standings: ['concerned'] },
    ],
    list: [{ who: staff, standings: ['own'] }],
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  units: { get: [{ who: staff, standings }], list: nobody, create: nobody, update: nobody, delete: nobody },
  // Units and colleagues as each phone of an operator keeps them.
  directories: {
    get: [
      { who: staff, standings: ['own'] },
      { who: ['otherOperator'], standings: ['concerned'] },
    ],
    list: nobody,
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  regions: { get: [{ who: staffOfAll, standings }], list: [{ who: staffOfAll, standings }], create: nobody, update: nobody, delete: nobody },
  // Which one is in force, both operators may know (see attacks.ts).
  policies: { get: [{ who: staff, standings }], list: nobody, create: nobody, update: nobody, delete: nobody },
  calendar: { get: [{ who: staffOfAll, standings }], list: [{ who: staffOfAll, standings }], create: nobody, update: nobody, delete: nobody },
  // RET-2: what stands for a customer, and whatever lies under it, functions alone read.
  customers: closed,
  complaintKeys: closed,
  installations: closed,
  // One's own notices; the only thing that a client ever changes is that they have been read.
  inbox: {
    get: [{ who: staffOfAll, standings: ['concerned'] }],
    list: [{ who: staffOfAll, standings: ['concerned'] }],
    create: nobody,
    update: [{ who: staffOfAll, standings: ['concerned'] }],
    delete: nobody,
  },
  // Each figure before and after, with who changed it and why: of one's own operator, and written by functions alone.
  policyChanges: {
    get: [{ who: policyReaders, standings: ['own'] }],
    list: [{ who: policyReaders, standings: ['own'] }],
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  // ADM-7: every act of administration, for those who confirm or answer for it; for heads those about people of their unit and below. Written by functions alone.
  changes: {
    get: [
      { who: policyReaders, standings: ['own', 'subUnit', 'otherRegion', 'above'] },
      { who: headsOfUnits, standings: ['own', 'subUnit'] },
    ],
    list: [
      { who: policyReaders, standings: ['own', 'subUnit', 'otherRegion', 'above'] },
      { who: headsOfUnits, standings: ['own'] },
    ],
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  // How one's own unit stands, and each below it.
  boards: { get: [{ who: boardReaders, standings: ['own', 'subUnit'] }], list: nobody, create: nobody, update: nobody, delete: nobody },
  preferences: { get: [{ who: staffOfAll, standings: ['concerned'] }], list: nobody, create: nobody, update: nobody, delete: nobody },
  devices: closed,
  refunds: {
    get: ofOwnBusiness(staff),
    list: [
      { who: staff, standings: ['own'] },
      { who: staffOfAll, standings: ['concerned'] },
    ],
    // In one's own name and unit, for a complaint that concerns oneself; whether one may ask for so much, the chain says (REF-2).
    create: [{ who: staff, standings: ['own'] }],
    // Not even whoever may decide: states and steps are the functions' (REF-3).
    update: nobody,
    delete: nobody,
  },
  'refunds/journal': { get: ofOwnBusiness(staff), list: ofOwnBusiness(staff), create: ofOwnBusiness(staff), update: nobody, delete: nobody },
  closures: {
    get: ofOwnBusiness(staff),
    list: [
      { who: staff, standings: ['own'] },
      { who: staffOfAll, standings: ['concerned'] },
    ],
    create: [{ who: counterStaff, standings: ['own'] }],
    update: nobody,
    delete: nobody,
  },
  'closures/journal': { get: ofOwnBusiness(staff), list: ofOwnBusiness(staff), create: ofOwnBusiness(counterStaff), update: nobody, delete: nobody },
  // AST-1, AST-3: both sides, each by their unit or by name; it is asked in one's own name about a complaint that concerns oneself.
  assists: {
    get: ofOwnBusiness(staff),
    list: [
      { who: staff, standings: ['own'] },
      { who: staffOfAll, standings: ['concerned'] },
    ],
    create: [{ who: staff, standings: ['own'] }],
    update: nobody,
    delete: nobody,
  },
  'assists/journal': { get: ofOwnBusiness(staff), list: ofOwnBusiness(staff), create: ofOwnBusiness(staff), update: nobody, delete: nobody },
  // RET-2: by exact number through a function that counts and records, and no list.
  accounts: closed,
  // Whoever has the customer’s link.
  closureStatus: { get: anyone, list: nobody, create: nobody, update: nobody, delete: nobody },
  closureEvidence: closed,
  closureLinks: closed,
  vouchers: closed,
  // REF-8: what is posted is never changed, and nobody posts by hand.
  ledger: books,
  reconciliations: books,
  exports: books,
  rechargeCards: closed,
  billingOrders: closed,
  // RET-2: who looked up what, and how much; what was said as a customer after staff had opened the contact.
  lookups: { ...books, ...readableBy(['auditor', 'qualityInspector']) },
  lookupCounts: { ...books, ...readableBy(['auditor', 'qualityInspector']) },
  contactCounts: { ...books, ...readableBy(['auditor', 'qualityInspector']) },
  doubtfulReplies: { ...books, ...readableBy(['auditor', 'qualityInspector']) },
  tickets: closed,
  throttles: closed,
  deadLetters: closed,
  migrations: closed,
} as const satisfies Record<string, Record<Operation, Permission>>;

export type Collection = keyof typeof policy;
export const collections = Object.keys(policy) as Collection[];

export function isPermitted(collection: Collection, operation: Operation, who: Who, standing: Standing): boolean {
  const permission: Permission = policy[collection][operation];
  return permission.some((grant) => grant.who.includes(who) && grant.standings.includes(standing));
}
