import { photoBytesMost } from '@shouwen/domain/attachment/photo-check';
import { photoListings, storedPhotos } from '../../../tests/rules/attachments.ts';
import { askerOf, everybody, organisation, outsiders, recorder, staffOf, type Standing, storedComplaints, type Who } from '../../../tests/rules/city.ts';
import { newDocuments } from '../../../tests/rules/created-documents.ts';
import { newAttachment, newComplaint, newContact, newEntry, newId, recordingOf, storedStatus } from '../../../tests/rules/documents.ts';
import { entryPolicy } from '../../../tests/rules/field-expectations.ts';
import { belowParent, equals, everything, holds, type Listing } from '../../../tests/rules/listings.ts';
import { assistDocuments, assistPathOf, newAssist, newAssistEntry } from '../../../tests/rules/assist-documents.ts';
import { closurePathOf, newClosure, newClosureEntry, newRefund, newRefundEntry, pins, refundPathOf } from '../../../tests/rules/money-documents.ts';
import { type Journal, journals, justSignedIn, newCommand } from '../../../tests/rules/journals.ts';
import { moneyDocuments } from '../../../tests/rules/money-new-documents.ts';
import { moneySubjects } from '../../../tests/rules/money-subjects.ts';
import { type NewDocument, variantsOf, withInstead } from '../../../tests/rules/new-documents.ts';
import type { Subject } from '../../../tests/rules/subject.ts';
import { subjects as complaintSubjects } from '../../../tests/rules/subjects.ts';
import type { Creation, Questions } from '../../../tests/support/rules-questions.ts';
import { type Fields, Moment } from '../../../tests/support/rules-values.ts';
import type { Verdict } from '../../../tests/support/rules-verdict.ts';

/** One question to the rules, with the same answer however often it is asked: what it creates has an id of its own each time. */
export interface SecurityQuestion {
  says: string;
  /** The collection that it is about, so that what can tell a mutant from the original is asked first. */
  about: string;
  ask(rules: Questions): Promise<Verdict>;
}

const { uid } = recorder;
const subjects = Object.entries<Subject>(moneySubjects);
const photoSubject = complaintSubjects.attachments;
/** All that the rules decide about besides money and photos; a complaint's journal has the name that the journals of money leave it. */
const otherSubjects = Object.entries<Subject>(complaintSubjects)
  .filter(([name]) => !(name in moneySubjects) && name !== 'attachments')
  .map(([name, subject]) => [name === 'journal' ? 'complaints/journal' : name, subject] as const);

/** People suspended from jobs that may do what not every job may, and a complaint whose id no phone has made. */
export const securitySeed: Record<string, Fields> = {
  ...organisation,
  ...Object.fromEntries(
    ['auditor', 'outletClerk', 'hotlineDutyLeader'].map((role) => [`staff/suspended-${role}`, { ...staffOf(role), uid: `suspended-${role}`, active: false }]),
  ),
  ...storedComplaints,
  'complaints/mine-without-contact': { ...storedComplaints['complaints/complaint-that-is-own'], ownerUid: uid },
  'complaints/short': storedComplaints['complaints/complaint-that-is-own'] ?? {},
  ...Object.fromEntries([...subjects, ...otherSubjects].flatMap(([, { stored }]) => Object.entries(stored))),
  'status/over': { ...storedStatus(), expiresAt: new Moment(1) },
  'status/ending': { ...storedStatus(), expiresAt: new Moment(Date.now() + 24 * 3_600_000) },
  ...photoSubject.stored,
  ...storedPhotos,
};

/** What tells the rules about money from rules that are nearly the same: sign-ins, fields, ids, lists and people. */
export function securityQuestions(): SecurityQuestion[] {
  return [
    ...questionsAboutSignIns(),
    ...[...moneyDocuments, ...assistDocuments, complaintEntry, ...newDocuments.filter(({ name }) => name === 'a new attachment')].flatMap(questionsAboutFields),
    ...journals.flatMap(questionsAboutCommands),
    ...Object.entries(creators).flatMap(([about, create]) => [...questionsAboutIds(about, create), ...questionsAboutSuspended(about, create)]),
    ...questionsAboutLists(),
    ...questionsAboutWhatIsMissing(),
    ...subjects.flatMap(([about, subject]) => questionsAboutPeople(about, subject)),
    ...questionsAboutPhotos(),
    ...otherSubjects.flatMap(([about, subject]) => [
      ...questionsAboutPeople(about, subject, everybody),
      ...questionsAboutWhatIsStored(about, subject),
      ...questionsAboutOldSignIns(about, subject),
    ]),
    ...['over', 'ending'].map((id): SecurityQuestion => ({
      says: `status: isLive expiresAt of one that is ${id}`,
      about: 'status',
      ask: (rules) => rules.get('anonymous', `status/${id}`),
    })),
    ...questionsAboutRecording(),
    ...questionsAboutSecondWord(),
  ];
}

const complaintEntry: NewDocument = {
  name: 'a new journal entry',
  policy: entryPolicy,
  valid: () => newEntry(uid),
  creation: (fields) => [{ path: `complaints/complaint-that-is-own/journal/${newId()}`, fields }],
};

/** What a person creates under an id. */
type Creator = (id: string, who: string) => { path: string; fields: Fields };

const creators: Record<string, Creator> = {
  'complaints/journal': (id, who) => ({ path: `complaints/complaint-that-is-own/journal/${id}`, fields: newEntry(who) }),
  refunds: (id, who) => ({ path: `refunds/${id}`, fields: newRefund(who) }),
  'refunds/journal': (id, who) => ({ path: `${refundPathOf('own')}/journal/${id}`, fields: newRefundEntry(who) }),
  'complaints/attachments': (id, who) => ({ path: `complaints/complaint-that-is-own/attachments/${id}`, fields: newAttachment(who) }),
  closures: (id, who) => ({ path: `closures/${id}`, fields: newClosure(who) }),
  'closures/journal': (id, who) => ({ path: `${closurePathOf('own')}/journal/${id}`, fields: newClosureEntry(who) }),
  assists: (id, who) => ({ path: `assists/${id}`, fields: newAssist(who) }),
  'assists/journal': (id, who) => ({ path: `${assistPathOf('own')}/journal/${id}`, fields: newAssistEntry(who) }),
};

function questionsAboutFields(document: NewDocument): SecurityQuestion[] {
  const path = document.creation({})[0]?.path ?? '';
  const about = path
    .split('/')
    .filter((_name, index) => index % 2 === 0)
    .join('/');
  const question = (says: string, fields: Fields): SecurityQuestion => ({
    says: `${document.name}: ${says}`,
    about,
    ask: (rules) => rules.create({ uid }, document.creation(fields)),
  });
  const { complaintId } = document.valid();
  return [
    question('as phones write it', document.valid()),
    question('with a field more than hasOnly allows', { ...document.valid(), anything: 'else' }),
    ...Object.keys(document.policy).map((field) => question(`hasOnly with something else instead of ${field}`, withInstead(document.valid(), field))),
    ...(complaintId === undefined ? [] : [question('complaintId that no phone has made', { ...document.valid(), complaintId: 'short' })]),
    ...Object.keys(document.policy).flatMap((field) => variantsOf(document, field).map(({ says, fields }) => question(`${field} ${says}`, fields))),
  ];
}

/** Each parameter as it may be and may not, and each command with too many and with too few of them. */
function questionsAboutCommands(journal: Journal): SecurityQuestion[] {
  const about = `${journal.parent.split('/')[0] ?? ''}/journal`;
  const question = (says: string, type: string, payload: Fields): SecurityQuestion => ({
    says: `${journal.name} payload: ${type} ${says}`,
    about,
    ask: (rules) => rules.create(justSignedIn(), newCommand(journal, type, payload)),
  });
  const ofParameters = journal.policies.flatMap(({ types: [type = ''], parameters }) =>
    Object.keys(parameters).flatMap((name) =>
      variantsOf({ policy: parameters, valid: () => journal.longest[type] ?? {} }, name).map(({ says, fields }) => question(`${name} ${says}`, type, fields)),
    ),
  );
  const ofCommands = Object.entries(journal.longest).flatMap(([type, longest]) => [
    question('as long as it may be', type, longest),
    question('with more than hasOnly allows', type, { ...longest, anything: 'else' }),
    ...Object.keys(longest).map((name) => question(`with something else than ${name}, hasOnly`, type, withInstead(longest, name))),
    question(`of another name`, 'anything', longest),
  ]);
  return [...ofParameters, ...ofCommands];
}

function questionsAboutIds(about: string, create: Creator): SecurityQuestion[] {
  const ids: Record<string, () => string> = {
    '19 characters': () => newId().slice(0, 19),
    '20 characters': () => newId().slice(0, 20),
    '36 characters': newId,
    '37 characters': () => `${newId()}a`,
    'an underscore': () => `${newId().slice(0, 30)}_`,
    'the beginning of a customer’s entry': () => `customer-${newId().slice(0, 20)}`,
    'the beginning of a refund’s posting': () => `refund-${newId().slice(0, 20)}`,
    'the beginning of a closure’s payout': () => `closure-${newId().slice(0, 20)}`,
    'the end of a reversal': () => `${newId().slice(0, 20)}-reversal`,
  };
  return Object.entries(ids).map(([says, id]) => ({
    says: `${about}: isDeviceId matches ${says}`,
    about,
    ask: (rules) => rules.create({ uid }, [create(id(), uid)]),
  }));
}

function questionsAboutSuspended(about: string, create: Creator): SecurityQuestion[] {
  const who = 'suspended-outletClerk';
  const fieldsAs = (id: string): Fields => ({ ...create(id, uid).fields, ...whoseFields(about, who) });
  return [
    { says: `${about}: isActiveStaff`, about, ask: (rules) => rules.create({ uid: who }, [{ path: create(newId(), uid).path, fields: fieldsAs(newId()) }]) },
  ];
}

/** A document in the name of somebody who is not in the city's list of staff. */
function whoseFields(about: string, who: string): Fields {
  if (about.endsWith('attachments')) return { byUid: who };
  if (about.endsWith('journal')) return { actor: { kind: 'staff', uid: who, name: null, unitId: null } };
  return { requesterUid: who, requesterName: staffOf('outletClerk').name, people: [who] };
}

function questionsAboutSignIns(): SecurityQuestion[] {
  const about = 'refunds/journal';
  const ages = { 'none at all': null, '595 seconds ago': 595, '605 seconds ago': 605, 'a minute ago': 60, yesterday: 86_400 };
  const amounts = { '500 yuan': 500_00, 'a fen more than 500 yuan': 500_01, missing: null };
  const besidePins: Record<string, Fields> = { approve: { isBatch: false }, execute: {}, reverse: { reason: '退错了人。' }, refuse: { reason: '凭证不足。' } };
  return Object.keys(besidePins).flatMap((type) =>
    Object.entries(ages).flatMap(([age, seconds]) =>
      Object.entries(amounts).map(([amount, amountFen]): SecurityQuestion => {
        const payload = { seq: pins.seq, packVersion: pins.packVersion, ...besidePins[type], ...(amountFen === null ? {} : { amountFen }) };
        return {
          says: `isSignedInFor auth_time duration: ${type} of ${amount} amountFen, signed in ${age}`,
          about,
          ask: (rules) =>
            rules.create({ uid, authTime: seconds === null ? 'unsaid' : Math.floor(Date.now() / 1000) - seconds }, [
              { path: `${refundPathOf('own')}/journal/${newId()}`, fields: { ...newRefundEntry(uid), type, payload } },
            ]),
        };
      }),
    ),
  );
}

/** The same question to all collections of that name. */
function ofAllComplaints({ parent, structuredQuery }: Listing): Listing {
  return { parent, structuredQuery: { ...structuredQuery, from: [{ collectionId: 'messages', allDescendants: true }] } };
}

function questionsAboutLists(): SecurityQuestion[] {
  const unbounded = (listing: (limit: number | null) => Listing, most: number) => [most, most + 1, null].map(listing);
  const lists: [about: string, who: string, listings: Listing[]][] = [
    ['refunds', uid, unbounded((limit) => holds('refunds', 'audience', 't-branch', limit), 200)],
    [
      'refunds',
      uid,
      [holds('refunds', 'people', uid), holds('refunds', 'approverUids', uid), equals('refunds', 'requesterUid', uid, 50), everything('refunds', 50)],
    ],
    ['refunds/journal', uid, unbounded((limit) => belowParent(refundPathOf('own'), 'journal', limit), 200)],
    ['closures', uid, unbounded((limit) => holds('closures', 'audience', 't-branch', limit), 200)],
    ['closures', uid, [holds('closures', 'people', uid), everything('closures', 50)]],
    ['assists', uid, unbounded((limit) => holds('assists', 'audience', 't-branch', limit), 200)],
    ['assists', uid, unbounded((limit) => equals('assists', 'toUnitId', 't-branch', limit), 200)],
    ['assists', uid, unbounded((limit) => equals('assists', 'requesterUid', uid, limit), 200)],
    ['assists', uid, [holds('assists', 'people', uid), everything('assists', 50)]],
    ['assists/journal', uid, unbounded((limit) => belowParent(assistPathOf('own'), 'journal', limit), 200)],
    ['closures/journal', uid, unbounded((limit) => belowParent(closurePathOf('own'), 'journal', limit), 200)],
    ...['ledger', 'reconciliations', 'exports'].flatMap((name) =>
      ['auditor', 'suspended-auditor'].map((who): [string, string, Listing[]] => [
        name,
        who,
        [...unbounded((limit) => equals(name, 'pack', 'telecom', limit), 200), everything(name, 200), equals(name, 'pack', 'post', 200)],
      ]),
    ),
    ...['hotlineDutyLeader', 'suspended-hotlineDutyLeader', uid].map((who): [string, string, Listing[]] => [
      'messages',
      who,
      [...unbounded((limit) => ofAllComplaints(equals('messages', 'pack', 'telecom', limit)), 1000), ofAllComplaints(equals('messages', 'pack', 'post', 50))],
    ]),
  ];
  return lists.flatMap(([about, who, listings]) =>
    listings.map(({ structuredQuery, parent }, index) => ({
      says: `${about}: isBounded list ${index} by ${who} isActiveStaff`,
      about,
      ask: (rules: Questions) => rules.query({ uid: who }, structuredQuery, parent),
    })),
  );
}

function questionsAboutWhatIsMissing(): SecurityQuestion[] {
  const missing = ['refunds', 'closures', 'assists', 'ledger', 'reconciliations', 'exports'].map((name) => [name, `${name}/none-of-that-name-at-all`] as const);
  const below = ['refunds', 'closures', 'assists'].map((name) => [`${name}/journal`, `${name}/none-of-that-name-at-all/journal/one`] as const);
  const known = subjects.map(([name, { path }]) => [name, path('own', 'auditor')] as const);
  return [...missing, ...below, ...known].flatMap(([about, path]) =>
    ['auditor', 'suspended-auditor'].map((who) => ({
      says: `${about}: resource exists isActiveStaff, asked by ${who}`,
      about,
      ask: (rules: Questions) => rules.get({ uid: who }, path),
    })),
  );
}

/** Every job where jobs make a difference, else those that stand for all. */
function questionsAboutPeople(about: string, subject: Subject, people?: readonly Who[]): SecurityQuestion[] {
  const typical: readonly Who[] = ['outletClerk', 'outletManager', 'unitHead', 'administrator', ...outsiders];
  const who = people ?? (subject.standings.length > 2 ? typical : everybody);
  return who.flatMap((one) =>
    subject.standings.flatMap((standing): SecurityQuestion[] => {
      const asker = askerOf(one);
      const { structuredQuery, parent } = subject.listing(standing, one);
      const says = `${about}: ${one} role, concernsMe ${standing}`;
      return [
        { says, about, ask: (rules) => rules.get(asker, subject.path(standing, one)) },
        { says, about, ask: (rules) => rules.query(asker, structuredQuery, parent) },
        { says, about, ask: (rules) => rules.create(asker, subject.creation(standing, one)) },
      ];
    }),
  );
}

/** What is there and what is not, lists with and without a bound, and what is changed besides what may be: of a colleague's and of what is the asker's own. */
function questionsAboutWhatIsStored(about: string, subject: Subject): SecurityQuestion[] {
  const standings = new Set(subject.standings.filter((_standing, index, all) => index === 0 || index === all.length - 1));
  const people = ['auditor', 'outletManager', 'outletClerk', 'suspended', 'stranger', 'anonymous'] as const;
  return people.flatMap((who) => [...standings].flatMap((standing) => questionsAboutOne(about, subject, standing, who)));
}

function questionsAboutOne(about: string, subject: Subject, standing: Standing, who: Who): SecurityQuestion[] {
  const asker = askerOf(who);
  const path = subject.path(standing, who);
  const missing = `${path.split('/').slice(0, -1).join('/')}/none-of-that-name-at-all`;
  const { structuredQuery, parent } = subject.listing(standing, who);
  const bounds = [1, 30, 31, 100, 101, 200, 201, null];
  const changes: Record<string, Fields> = {
    'of what may be': subject.change,
    'with another field, affectedKeys hasOnly': { ...subject.change, kind: 'another' },
    'to the contrary, read': { read: false },
  };
  return [
    { says: `${about}: resource null, missing, asked by ${who}`, about, ask: (rules) => rules.get(asker, missing) },
    ...bounds.map((limit): SecurityQuestion => ({
      says: `${about}: isBounded list of ${limit ?? 'any number'} ${standing} by ${who}`,
      about,
      ask: (rules) => rules.query(asker, { ...structuredQuery, limit: limit ?? undefined }, parent),
    })),
    ...Object.entries(changes).map(([says, change]): SecurityQuestion => ({
      says: `${about}: update ${says}, ${standing} by ${who}`,
      about,
      ask: (rules) => rules.update(asker, path, change),
    })),
  ];
}

/** Sign-ins of now, of a little less and a little more than a week ago, and of none that is said: about oneself, a colleague and the policy of now. */
function questionsAboutOldSignIns(about: string, subject: Subject): SecurityQuestion[] {
  const weekS = 7 * 24 * 3600;
  const ages = { now: 0, 'less than a week ago': weekS - 120, 'more than a week ago': weekS + 120, 'a month ago': 30 * 24 * 3600, 'never said': null };
  const paths = { own: (who: Who) => subject.path('own', who), oneself: (who: Who) => `staff/${who}`, current: () => 'policies/current' };
  return (['outletClerk', 'auditor', 'suspended', 'stranger'] as const).flatMap((who) =>
    Object.entries(ages).flatMap(([age, seconds]) =>
      Object.entries(paths).map(([what, path]): SecurityQuestion => ({
        says: `${about}: isWorking isEmployed auth_time ${what} of ${who}, signed in ${age}`,
        about,
        ask: (rules) => rules.get({ uid: who, authTime: seconds === null ? 'unsaid' : Math.floor(Date.now() / 1000) - seconds }, path(who)),
      })),
    ),
  );
}

/** A complaint with one thing in it that its recorder does not answer for, or without its contact; and a contact for one that is somebody else's. */
function questionsAboutRecording(): SecurityQuestion[] {
  const about = 'complaints';
  const record = (says: string, content: (id: string) => Creation[]): SecurityQuestion => ({
    says: `${about}: isRecordedBy ${says}`,
    about,
    ask: (rules) => rules.create({ uid }, content(newId())),
  });
  const wrong: Fields = {
    ownerUid: 'colleague',
    ownerName: '别人',
    receivingUnitId: 't-other',
    pack: 'post',
    people: [uid, 'colleague'],
    audience: ['t-other'],
    receivedAt: new Moment(1),
  };
  return [
    record('as phones write it', (id) => recordingOf(id, newComplaint(id, uid))),
    ...Object.entries(wrong).map(([field, value]) => record(`with another ${field}`, (id) => recordingOf(id, { ...newComplaint(id, uid), [field]: value }))),
    record('isNewComplaint with a field more', (id) => recordingOf(id, { ...newComplaint(id, uid), anything: 'else' })),
    record('isNewContact with a field more in its contact', (id) => recordingOf(id, newComplaint(id, uid), { ...newContact(), anything: 'else' })),
    record('exists complaintPath with a contact for one of one’s own that is there', () => [
      { path: 'complaints/mine-without-contact/private/contact', fields: newContact() },
    ]),
    record('existsAfter without its contact', (id) => recordingOf(id, newComplaint(id, uid)).slice(0, 1)),
    record('getAfter with a contact alone', (id) => [{ path: `complaints/${id}/private/contact`, fields: newContact() }]),
    record('exists with a contact for one that is there', () => [{ path: 'complaints/short/private/contact', fields: newContact() }]),
    record('isDeviceId with a short id', () => recordingOf('short-id', newComplaint('short-id', uid))),
  ];
}

/** What heads are asked for where an outlet has nobody else, and what is the counter's alone. */
function questionsAboutSecondWord(): SecurityQuestion[] {
  const about = 'closures/journal';
  const closureJournal = journals.find(({ name }) => name === 'Closure');
  return (['unitHead', 'outletManager', 'outletClerk', 'auditor', 'administrator'] as const).flatMap((who) =>
    Object.entries(closureJournal?.longest ?? {}).map(([type, payload]): SecurityQuestion => ({
      says: `${about}: saysAboutClosures ${type} role ${who}`,
      about,
      ask: (rules) => rules.create({ uid: who }, [{ path: `${closurePathOf('own')}/journal/${newId()}`, fields: { ...newClosureEntry(who), type, payload } }]),
    })),
  );
}

/** Before and after they were looked at, one's own, a colleague's and another branch's, and one that never arrived. */
function questionsAboutPhotos(): SecurityQuestion[] {
  const about = 'complaints/attachments';
  const missing = 'complaints/complaint-that-is-own/attachments/none-of-that-name-at-all';
  const askers = [uid, 'suspended-outletClerk'];
  const gets = [...Object.keys(storedPhotos), missing].flatMap((path) =>
    askers.map((who): SecurityQuestion => ({
      says: `${about}: resource mayBeShown check byUid ${path} ${who}`,
      about,
      ask: (rules) => rules.get({ uid: who }, path),
    })),
  );
  const lists = photoListings.flatMap(({ structuredQuery, parent }, index) =>
    askers.map((who): SecurityQuestion => ({
      says: `${about}: isBounded list ${index} mayBeShown check byUid ${who}`,
      about,
      ask: (rules) => rules.query({ uid: who }, structuredQuery, parent),
    })),
  );
  const sizes = [photoBytesMost - 1, photoBytesMost, photoBytesMost + 1].map((length): SecurityQuestion => ({
    says: `${about}: bytes size ${length}`,
    about,
    ask: (rules) =>
      rules.create({ uid }, [
        { path: `complaints/complaint-that-is-own/attachments/${newId()}`, fields: { ...newAttachment(uid), bytes: new Uint8Array(length) } },
      ]),
  }));
  return [...sizes, ...gets, ...lists, ...questionsAboutPeople(about, photoSubject)];
}
