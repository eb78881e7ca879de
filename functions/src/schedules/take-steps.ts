import { isAvailable } from '@shouwen/domain/complaint/intake/assignment';
import { isCritical } from '@shouwen/domain/complaint/time/plan';
import type { TakenStep } from '@shouwen/domain/complaint/time/taken-step';
import { changedFields } from '../journal/changed-fields.ts';
import { findAssignment } from '../complaint/find-assignment.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { directoryReader, type ReadDirectory } from '../complaint/read-directory.ts';
import { saveDecision } from '../complaint/save-decision.ts';
import { systemEntry } from '../journal/system-entry.ts';
import type { Host } from '../host.ts';
import { ChangedMeanwhile, type StoredDocument, type Transaction } from '../store.ts';
import { decideDueSteps, type DueSteps } from './decide-due-steps.ts';
import { attempt, type DueResult, inDuePages, inLanes, type Outcome } from './due-pages.ts';
import { stepTeller, type Telling } from './tell-steps.ts';

const pageSize = 300;

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
 *
 * @param untilMs begins no other page then; what is left is due in the next run.
 */
export async function takeDueSteps(host: Host, untilMs = Number.MAX_SAFE_INTEGER): Promise<DueResult> {
  const run: Run = { host, readDirectory: directoryReader(host, host.store) };
  const tell = stepTeller(host);
  return inDuePages(host, { collection: 'complaints', pageSize }, untilMs, async (due) => {
    const considered = await Promise.all(due.map((document) => consider(run, document)));
    const untold = await tell(considered.flatMap(({ steps }) => (steps ? tellingsOf(steps) : [])));
    return inLanes(
      considered.map((one) => [one]),
      (one) => attempt(host, one.document, () => take(run, one, untold)),
    );
  });
}

async function consider({ host, readDirectory }: Run, document: StoredDocument): Promise<Considered> {
  try {
    return { document, steps: await decideDueSteps(host, readDirectory, document, host.nowMs()) };
  } catch (failure) {
    return { document, failure };
  }
}

/** A dispatch speaks for itself to whoever gets the complaint by it. */
function tellingsOf({ taken, after, pack }: DueSteps): Telling[] {
  const told = { complaint: after, isCritical: isCritical(after, pack) };
  return taken.flatMap(({ id, telling, toldUid }) => (toldUid === null || telling === 'dispatched' ? [] : [{ ...told, uid: toldUid, stepId: id, telling }]));
}

async function take(run: Run, { document, steps, failure }: Considered, untold: ReadonlyMap<string, unknown>): Promise<Outcome> {
  if (!steps) throw failure;
  for (const { uid } of tellingsOf(steps)) if (untold.has(uid)) throw untold.get(uid);
  try {
    const outcome = await run.host.store.transaction((transaction) => save(run, transaction, document, steps));
    if (outcome === 'done') logUntold(run.host, document.id, steps.taken);
    return outcome;
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile) || !(await hasChanged(run.host, document))) throw error;
    return 'passedOver';
  }
}

async function save(run: Run, transaction: Transaction, document: StoredDocument, known: DueSteps): Promise<Outcome> {
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
  const units = await host.reference.units();
  saveDecision(host, transaction, { before, after, events, actorUid: null, pack, units, version: document.version });
  for (const step of taken) transaction.create(`${document.path}/journal/${step.id}`, systemEntry(host, 'takeStep', payloadOf(step), after.seq));
  for (const { unitId, handlerUid, handlerName, route } of assignmentsOf(steps)) {
    const by = taken.find(({ clock }) => clock === (route === 'dispatched' ? 'dispatch' : 'reply'));
    transaction.create(`${document.path}/journal/${by?.id}-assigned`, systemEntry(host, 'assign', { unitId, handlerUid, handlerName, route }, after.seq));
  }
  return 'done';
}

/** NET-1: from the desk to an engineer, who is looked for as things stand in the transaction; all else stays as it was told. */
async function withDispatch(host: Host, transaction: Transaction, document: StoredDocument, { before, atMs, directory }: DueSteps): Promise<DueSteps> {
  const units = await host.reference.units();
  const unit = units.get(before.handlingUnitId ?? before.receivingUnitId);
  if (!unit) throw new Error(`complaint ${before.id}: its units are unknown`);
  const excludedUids = before.handlerUid === null ? [] : [before.handlerUid];
  const assignment = await findAssignment(host, transaction, { unit, route: 'dispatched' }, { category: before.category, excludedUids });
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

function payloadOf({ id: _entry, ...payload }: TakenStep): Record<string, unknown> {
  return payload;
}

/** A late complaint of which nobody could be told is nothing to keep quiet about. */
function logUntold(host: Host, complaintId: string, taken: readonly TakenStep[]): void {
  if (taken.some(({ clock, toldUid }) => clock === 'reply' && toldUid === null)) host.log({ severity: 'ERROR', message: 'nobody to tell', complaintId });
}

/** Whether somebody was faster; otherwise it is the step's entry that is in the way, which must not pass in silence. */
async function hasChanged(host: Host, { path, data }: StoredDocument): Promise<boolean> {
  const now = await host.store.get(path);
  return JSON.stringify(now?.data) !== JSON.stringify(data);
}
