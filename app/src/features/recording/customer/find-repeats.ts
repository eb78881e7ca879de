import { repeatsOf } from '@shouwen/domain/complaint/intake/attention';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { unsentComplaint } from '../../../platform/outbox/complaint-content.ts';
import { type Outbox } from '../../../platform/outbox/outbox-snapshot.ts';
import { runQuery } from '../../../platform/outbox/rest-commit.ts';
import { type Row, rowOf } from '../../../platform/rows/row.ts';
import { allRows } from '../../../platform/rows/row-store.ts';
import { idToken } from '../../../platform/session/session.ts';

/** An earlier complaint of the same customer about the same thing, as far as the warning tells of it. */
export type Earlier = Pick<Row, 'id' | 'number' | 'category' | 'contactKey' | 'capturedAtMs' | 'state' | 'handlerName' | 'ownerName'>;

/** What is being recorded, as far as repeats depend on it. */
export interface RepeatQuestion {
  id: string;
  contactKey: string;
  category: string;
  capturedAtMs: number;
}

/** Repeats among what this phone knows, unsent work included (ATT-2). */
export function repeatsOnPhone(recorded: RepeatQuestion, outbox: Outbox, pack: Pack): Earlier[] {
  const unsent = outbox.items.flatMap((item) => {
    const complaint = unsentComplaint(item);
    return complaint ? [{ ...complaint.recording, state: 'recorded' as const, handlerName: null }] : [];
  });
  return newestFirst(repeatsOf(recorded, [...allRows(), ...unsent], pack));
}

/** Repeats that the server knows in what this person may see; none when it cannot be asked, because recording never waits for that (REC-4). */
export async function repeatsOnServer(recorded: RepeatQuestion, staff: Staff, pack: Pack): Promise<Earlier[]> {
  const token = await idToken().catch(() => null);
  if (token === null) return [];
  const answer = await runQuery(queryFor(recorded, staff), token, 6_000);
  if (answer.kind !== 'done') return [];
  const rows = answer.body.flatMap(({ id, fields }) => readableOrNull(complaintFromStored, id, fields) ?? []).map((complaint) => rowOf(complaint));
  return newestFirst(repeatsOf(recorded, rows, pack));
}

export function newestFirst(earlier: readonly Earlier[]): Earlier[] {
  const byId = new Map(earlier.map((each) => [each.id, each]));
  return [...byId.values()].sort((one, other) => other.capturedAtMs - one.capturedAtMs);
}

function queryFor({ contactKey, category }: RepeatQuestion, staff: Staff): object {
  const where = (fieldPath: string, op: string, stringValue: string): object => ({ fieldFilter: { field: { fieldPath }, op, value: { stringValue } } });
  return {
    from: [{ collectionId: 'complaints' }],
    where: {
      compositeFilter: {
        op: 'AND',
        filters: [where('audience', 'ARRAY_CONTAINS', staff.unitId), where('contactKey', 'EQUAL', contactKey), where('category', 'EQUAL', category)],
      },
    },
    limit: 20,
  };
}
