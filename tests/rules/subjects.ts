import type { Creation } from '../support/rules-questions.ts';
import { type Fields, Moment } from '../support/rules-values.ts';
import {
  colleague,
  complaintIdOf,
  everybody,
  leader,
  organisation,
  otherHandler,
  outletClerk,
  receivingUnitOf,
  type Standing,
  standings,
  storedComplaints,
  unitsAbove,
  type Who,
} from './city.ts';
import {
  contactViewId,
  newAttachment,
  newComplaint,
  newComplaintFor,
  newContact,
  newContactView,
  newEntry,
  newId,
  newMessage,
  newRating,
  recordingOf,
  sha256,
  storedStatus,
} from './documents.ts';
import type { Collection } from './expectations.ts';
import { belowParent, changesAbout, equals, everything, holds } from './listings.ts';
import { moneySubjects, ofOperator } from './money-subjects.ts';
import { storedBoard, storedChange, storedDevice, storedPolicyChange, storedPreferences } from './policy-documents.ts';
import type { Subject } from './subject.ts';

/** Where it makes no difference whose something is. */
const oneStanding: readonly Standing[] = ['own'];

const complaintPath = (standing: Standing): string => `complaints/${complaintIdOf(standing)}`;

function belowComplaint(name: string, content: Fields, create: (who: Who) => Creation, change: Fields): Subject {
  const pathOf = (standing: Standing): string => `${complaintPath(standing)}/${name}/stored-by-a-colleague`;
  return {
    standings,
    stored: Object.fromEntries(standings.map((standing) => [pathOf(standing), content])),
    path: pathOf,
    listing: (standing) => belowParent(complaintPath(standing), name, 30),
    creation: (standing, who) => {
      const { path, fields } = create(who);
      return [{ path: `${complaintPath(standing)}/${name}/${path}`, fields }];
    },
    change,
  };
}

function reference(name: string, id: string, content: Fields): Subject {
  return {
    standings: oneStanding,
    stored: { [`${name}/${id}`]: content },
    path: () => `${name}/${id}`,
    listing: () => everything(name, 200),
    creation: () => [{ path: `${name}/${newId()}`, fields: content }],
    change: { changed: true },
  };
}

function accessRecord(name: string): Subject {
  return ofOperator(name, 200, (pack) => ({ pack, uid: colleague.uid }), { telecom: 'one', post: 'two' });
}

/** A complaint that its recorder claims to stand to the branch in that way; `concerned` is one recorded in somebody else's name. */
function claimedComplaint(standing: Standing, who: Who): Creation[] {
  const id = newId();
  if (standing === 'concerned') return recordingOf(id, { ...newComplaint(id, who), ownerUid: colleague.uid, people: [colleague.uid] });
  return recordingOf(id, newComplaintFor(id, who, receivingUnitOf(standing)));
}

const contact: Subject = {
  standings,
  stored: Object.fromEntries(standings.map((standing) => [`${complaintPath(standing)}/private/contact`, newContact()])),
  path: (standing) => `${complaintPath(standing)}/private/contact`,
  listing: (standing) => belowParent(complaintPath(standing), 'private', 30),
  creation: (standing) => [{ path: `${complaintPath(standing)}-without-contact/private/contact`, fields: newContact() }],
  change: { phone: '13900000000' },
};

const withoutContact = Object.fromEntries(
  standings.map((standing) => [`${complaintPath(standing)}-without-contact`, storedComplaints[complaintPath(standing)] ?? {}]),
);

const members: Record<Standing, string | null> = {
  own: colleague.uid,
  subUnit: outletClerk.uid,
  otherRegion: otherHandler.uid,
  above: leader.uid,
  concerned: null,
};
const memberFor = (standing: Standing, who: Who): string => members[standing] ?? who;
const noticePath = (standing: Standing, who: Who): string => `inbox/${memberFor(standing, who)}/items/notice`;
const notice: Fields = { kind: 'assigned', complaintId: complaintIdOf('own'), read: false };
const boardPath = (standing: Standing): string => `boards/${receivingUnitOf(standing)}`;
const preferencesPath = (standing: Standing, who: Who): string => `preferences/${memberFor(standing, who)}`;
const statusOf = (who: Who): string => `status/${sha256(who)}`;

export const subjects: Record<Collection, Subject> = {
  complaints: {
    standings,
    stored: {},
    path: complaintPath,
    listing: (standing, who) => (standing === 'concerned' ? holds('complaints', 'people', who) : holds('complaints', 'audience', receivingUnitOf(standing))),
    creation: claimedComplaint,
    change: { state: 'closed' },
  },
  'private/contact': { ...contact, stored: { ...contact.stored, ...withoutContact } },
  contactViews: belowComplaint(
    'contactViews',
    { uid: colleague.uid, at: new Moment(0) },
    (who) => ({ path: contactViewId(who), fields: newContactView(who) }),
    { at: new Moment(1) },
  ),
  journal: belowComplaint('journal', { ...newEntry(colleague.uid), outcome: 'applied' }, (who) => ({ path: newId(), fields: newEntry(who) }), {
    outcome: 'pending',
  }),
  messages: belowComplaint(
    'messages',
    { pack: 'telecom', kind: 'answered', state: 'accepted', createdAtMs: 1 },
    () => ({ path: `answered_${newId()}_0`, fields: { pack: 'telecom', kind: 'answered', state: 'accepted' } }),
    { state: 'delivered' },
  ),
  outreachPauses: {
    ...ofOperator('outreachPauses', 1, (pack) => ({ pack, isPaused: false }), { telecom: 'telecom', post: 'post' }),
    change: { isPaused: true },
  },
  outreachLetters: ofOperator('outreachLetters', 200, (pack) => ({ pack, meaning: 'unclear', text: '你是谁' }), { telecom: 'one', post: 'two' }),
  optOuts: reference('optOuts', 'key', { pack: 'telecom', optOut: null }),
  outreachCalls: reference('outreachCalls', 'call', { expiresAt: 1 }),
  // Which photos are shown before they have passed, and to whom, is tried apart.
  attachments: {
    ...belowComplaint('attachments', { ...newAttachment(colleague.uid), check: 'passed' }, (who) => ({ path: newId(), fields: newAttachment(who) }), {
      check: 'refused',
    }),
    listing: (standing) => ({ ...equals('attachments', 'check', 'passed', 30), parent: complaintPath(standing) }),
  },
  status: {
    standings: oneStanding,
    stored: Object.fromEntries(everybody.map((who) => [statusOf(who), storedStatus()])),
    path: (_standing, who) => statusOf(who),
    listing: () => everything('status', 1),
    creation: () => [{ path: `status/${sha256(newId())}`, fields: storedStatus() }],
    change: { state: 'closed' },
  },
  replies: {
    standings: oneStanding,
    stored: Object.fromEntries(
      everybody.flatMap((who) => [
        [statusOf(who), storedStatus()],
        [`${statusOf(who)}/replies/disagree-1`, newMessage('disagree')],
      ]),
    ),
    path: (_standing, who) => `${statusOf(who)}/replies/disagree-1`,
    listing: (_standing, who) => belowParent(statusOf(who), 'replies', 1),
    creation: (_standing, who) => [{ path: `${statusOf(who)}/replies/rate-1`, fields: newRating() }],
    change: { outcome: 'applied' },
  },
  staff: {
    standings,
    stored: {},
    path: (standing, who) => `staff/${memberFor(standing, who)}`,
    listing: (standing) => (standing === 'own' ? equals('staff', 'pack', 'telecom', 30) : everything('staff', 30)),
    creation: (_standing, who) => [{ path: `staff/${newId()}`, fields: { ...organisation[`staff/${colleague.uid}`], uid: who, role: 'administrator' } }],
    change: { role: 'administrator' },
  },
  units: {
    standings: standings.filter((standing) => standing !== 'concerned'),
    stored: {},
    path: (standing) => `units/${receivingUnitOf(standing)}`,
    listing: (standing) => (standing === 'own' ? equals('units', 'pack', 'telecom', 1) : everything('units', 1)),
    creation: () => [{ path: `units/${newId()}`, fields: organisation['units/t-branch'] ?? {} }],
    change: { oversight: true },
  },
  directories: ofOperator('directories', 1, (pack) => ({ pack, version: 1, units: [], staff: [] }), { telecom: 'telecom_1', post: 'post_1' }),
  regions: reference('regions', '320803', { code: '320803' }),
  policies: reference('policies', 'telecom-2026.1', { id: 'telecom', version: 'telecom-2026.1' }),
  calendar: reference('calendar', '2026', { year: 2026 }),
  customers: reference('customers', 'key', { pack: 'telecom', tier: 'standard', homeRegion: '320803', nameMasked: '王*' }),
  complaintKeys: reference('complaintKeys', 'complaint', { pack: 'telecom', contactKey: 'key' }),
  installations: reference('installations', 'telecom', { pack: 'telecom', pepperCheck: '00000000' }),
  lookups: accessRecord('lookups'),
  lookupCounts: accessRecord('lookupCounts'),
  contactCounts: accessRecord('contactCounts'),
  doubtfulReplies: accessRecord('doubtfulReplies'),
  inbox: {
    standings,
    stored: Object.fromEntries(standings.flatMap((standing) => everybody.map((who) => [noticePath(standing, who), notice]))),
    path: noticePath,
    listing: (standing, who) => belowParent(`inbox/${memberFor(standing, who)}`, 'items', 200),
    creation: (standing, who) => [{ path: `inbox/${memberFor(standing, who)}/items/${newId()}`, fields: notice }],
    change: { read: true },
  },
  policyChanges: ofOperator('policyChanges', 100, storedPolicyChange, { telecom: 'telecom-2026.2', post: 'post-2026.2' }),
  // About somebody of the unit that stands so to the branch; `concerned` is the other operator's, and names the branch all the same.
  changes: {
    standings,
    stored: Object.fromEntries(
      standings.map((standing) => {
        const isOthers = standing === 'concerned';
        const unitIds = isOthers ? ['t-branch'] : unitsAbove(receivingUnitOf(standing));
        return [`changes/${standing}`, storedChange(isOthers ? 'post' : 'telecom', unitIds)];
      }),
    ),
    path: (standing) => `changes/${standing}`,
    listing: (standing) => changesAbout(standing === 'concerned' ? 'post' : 'telecom', receivingUnitOf(standing), 100),
    creation: (standing) => [{ path: `changes/${newId()}`, fields: storedChange(standing === 'concerned' ? 'post' : 'telecom', ['t-branch']) }],
    change: { state: 'applied' },
  },
  boards: {
    standings: standings.filter((standing) => standing !== 'concerned'),
    stored: Object.fromEntries(standings.map((standing) => [boardPath(standing), storedBoard(receivingUnitOf(standing))])),
    path: boardPath,
    listing: (standing) => holds('boards', 'audience', receivingUnitOf(standing)),
    creation: (standing) => [{ path: `boards/${newId()}`, fields: storedBoard(receivingUnitOf(standing)) }],
    change: { atMs: 1 },
  },
  preferences: {
    standings,
    stored: Object.fromEntries(standings.flatMap((standing) => everybody.map((who) => [preferencesPath(standing, who), storedPreferences]))),
    path: preferencesPath,
    listing: () => everything('preferences', 1),
    creation: () => [{ path: `preferences/${newId()}`, fields: storedPreferences }],
    change: { push: false },
  },
  devices: ofOperator('devices', 1, () => storedDevice, { telecom: sha256('device'), post: sha256('other device') }),
  ...moneySubjects,
  tickets: reference('tickets', 'ticket', { statusId: sha256('page') }),
  throttles: reference('throttles', 'caller', { count: 3 }),
  deadLetters: reference('deadLetters', 'complaint', { tries: 5 }),
  migrations: reference('migrations', 'staffPresence', { at: 1 }),
};
