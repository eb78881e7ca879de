import { type Assignment, isAvailable } from '@shouwen/domain/complaint/intake/assignment';
import { isCritical } from '@shouwen/domain/complaint/time/plan';
import { type TakenStep, toldBySteps } from '@shouwen/domain/complaint/time/taken-step';
import type { Host } from '../host.ts';
import { changedFields } from '../journal/changed-fields.ts';
import { writesOf } from '../journal/decide-on.ts';
import { attempt, inLanes, type Outcome } from '../journal/due-pages.ts';
import type { DueWork } from '../journal/due-work.ts';
import type { OwnEntry } from '../journal/served-aggregate.ts';
import { save } from '../transaction/write.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { ChangedMeanwhile, type StoredDocument, type Transaction } from '../store.ts';
import { decideDueSteps, type DueSteps } from './decide-due-steps.ts';
import { decidingComplaint } from './deciding-complaint.ts';
import { payloadOfAssignment } from './assignment-entry.ts';
import { findAssignment } from './find-assignment.ts';
import { directoryReader, type ReadDirectory } from './read-directory.ts';
import { stepNotifier, type NoticeOfStep } from './notify-steps.ts';

/** A document that is due, and what is to be done about it or why that could not be said. */
interface Considered {
  document: StoredDocument;
  steps?: DueSteps;
  failure?: unknown;
}

/** What one run has read of who is above complaints. */
interface Run {
  host: Host;
  readDirectory: ReadDirectory;
}

/**
 * Takes the steps that are due of all complaints (SLA-6), each in a commit of its own. The document that the query brought is decided upon and its version is the
 * precondition, so nothing is read twice; a step's entry has the step's id and can exist only once. Late, twice, beside itself or cut off, it takes each
 * step once, and whoever is to be told is told.
 */
export const dueSteps: DueWork = {
  collection: 'complaints',
  pageSize: 300,
  begin: (host) => {
    const run: Run = { host, readDirectory: directoryReader(host, host.store) };
    const notify = stepNotifier(host);
    return async (due) => {
      const considered = await Promise.all(due.map((document) => consider(run, document)));
      const untold = await notify(considered.flatMap(({ steps }) => (steps ? noticesOfSteps(steps) : [])));
      return inLanes(
        considered.map((one) => [one]),
        (one) => attempt(host, one.document, () => take(run, one, untold)),
      );
    };
  },
};

async function consider({ host, readDirectory }: Run, document: StoredDocument): Promise<Considered> {
  try {
    return { document, steps: await decideDueSteps(host, readDirectory, document, host.nowMs()) };
  } catch (failure) {
    return { document, failure };
  }
}

function noticesOfSteps({ taken, after, pack }: DueSteps): NoticeOfStep[] {
  const told = { complaint: after, isCritical: isCritical(after, pack) };
  return toldBySteps(taken).map(({ id, telling, toldUid }) => ({ ...told, uid: toldUid, stepId: id, telling }));
}

async function take(run: Run, { document, steps, failure }: Considered, untold: ReadonlyMap<string, unknown>): Promise<Outcome> {
  if (!steps) throw failure;
  for (const { uid } of noticesOfSteps(steps)) if (untold.has(uid)) throw untold.get(uid);
  try {
    const outcome = await run.host.store.transaction((transaction) => saveSteps(run, transaction, document, steps));
    if (outcome === 'done') logUnnotified(run.host, document.path, steps.taken);
    return outcome;
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile) || !(await hasChanged(run.host, document))) throw error;
    return 'passedOver';
  }
}

async function saveSteps(run: Run, transaction: Transaction, document: StoredDocument, known: DueSteps): Promise<Outcome> {
  const { host } = run;
  const steps = known.taken.some(({ clock }) => clock === 'dispatch') ? await withDispatch(host, transaction, document, known) : known;
  const { before, after, events, taken, pack } = steps;
  if (events.length === 0) {
    transaction.update(document.path, changedFields(host, before, after), document.version);
    return 'passedOver';
  }
  if (!(await isSuperiorThere(transaction, steps))) {
    run.readDirectory = directoryReader(host, host.store);
    return 'passedOver';
  }
  const [units, calendar] = await Promise.all([host.reference.units(), host.reference.calendar()]);
  const change = { before, after, events, actorUid: null, facts: { pack, calendar, units, known: {} } };
  const entries = [...taken.map(entryOfStep), ...assignmentsOf(steps).map((assignment) => entryOfAssignment(assignment, taken))];
  save(transaction, await writesOf({ host, reader: transaction }, decidingComplaint, change, entries, document.version));
  return 'done';
}

/** NET-1: from the desk to an engineer, who is looked for as things stand in the transaction; all else stays as it was told. */
async function withDispatch(host: Host, transaction: Transaction, document: StoredDocument, { before, atMs, directory }: DueSteps): Promise<DueSteps> {
  const units = await host.reference.units();
  const unit = units.get(before.handlingUnitId ?? before.receivingUnitId);
  if (!unit) throw new Error(`complaint ${before.id}: its units are unknown`);
  const excludedUids = before.handlerUid === null ? [] : [before.handlerUid];
  const assignment = await findAssignment(host, transaction, { unit, route: 'dispatched' }, { category: before.category, tier: before.tier, excludedUids });
  return decideDueSteps(host, () => Promise.resolve(directory), document, atMs, assignment);
}

function assignmentsOf({ events }: DueSteps) {
  return events.flatMap((event) => (event.type === 'assigned' ? [event.assignment] : []));
}

/** ATT-4, ORG-4: whoever was there when the run read who is above may have gone since. */
async function isSuperiorThere(transaction: Transaction, steps: DueSteps): Promise<boolean> {
  const superior = assignmentsOf(steps).find(({ route }) => route === 'levelUp');
  return superior === undefined || isAvailable(await readStaff(transaction, superior.handlerUid), superior.unitId);
}

function entryOfStep({ id, ...payload }: TakenStep): OwnEntry {
  return { id, type: 'takeStep', payload };
}

function entryOfAssignment(assignment: Assignment, taken: readonly TakenStep[]): OwnEntry {
  const by = taken.findLast(({ clock }) => clock === (assignment.route === 'dispatched' ? 'dispatch' : 'reply'));
  return { id: `${by?.id}-assigned`, type: 'assign', payload: payloadOfAssignment(assignment) };
}

/** A late complaint of which nobody could be told is nothing to keep quiet about. */
function logUnnotified(host: Host, path: string, taken: readonly TakenStep[]): void {
  if (taken.some(({ clock, toldUid }) => clock === 'reply' && toldUid === null)) host.log({ severity: 'ERROR', message: 'nobody to tell', path });
}

/** Whether somebody was faster; otherwise it is the step's entry that is in the way, which must not pass in silence. */
async function hasChanged(host: Host, { path, data }: StoredDocument): Promise<boolean> {
  const now = await host.store.get(path);
  return JSON.stringify(now?.data) !== JSON.stringify(data);
}
