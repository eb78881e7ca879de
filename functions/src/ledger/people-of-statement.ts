import type { StatementLine } from '@shouwen/domain/books/statement';
import type { StatementPeople } from '@shouwen/domain/books/statement-sheet';
import { closureFromStored } from '@shouwen/domain/closure/closure';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import { refundFromStored } from '@shouwen/domain/refund/refund';
import type { Reader } from '../store.ts';

/** Who asked for, approved and paid what a statement shows. What cannot be read any more has no names, and keeps nothing else from being shown. */
export async function readPeopleOf(reader: Reader, lines: readonly StatementLine[]): Promise<StatementPeople> {
  const causes = (kind: StatementLine['causeKind']) => lines.flatMap(({ causeKind, causeId }) => (causeKind === kind ? [causeId] : []));
  const [refunds, closures, staff] = await Promise.all([
    readEach(reader, 'refunds', causes('refund'), (id, data) => readableOrNull(refundFromStored, id, data)),
    readEach(reader, 'closures', causes('closure'), (id, data) => readableOrNull(closureFromStored, id, data)),
    readEach(
      reader,
      'staff',
      lines.flatMap(({ byUid }) => byUid ?? []),
      (_uid, { name }) => (typeof name === 'string' ? name : null),
    ),
  ]);
  return { refunds, closures, staff };
}

async function readEach<Value>(
  reader: Reader,
  collection: string,
  ids: readonly string[],
  valueOf: (id: string, data: Record<string, unknown>) => Value | null,
): Promise<Map<string, Value>> {
  const read = await Promise.all([...new Set(ids)].map((id) => reader.get(`${collection}/${id}`)));
  return new Map(
    read.flatMap((document): [string, Value][] => {
      const value = document && valueOf(document.id, document.data);
      return document && value !== null ? [[document.id, value]] : [];
    }),
  );
}
