import type { UnitId } from '@shouwen/domain/kernel/brand';
import { type Board, type Counts, totalOf, type UnitCounts } from '@shouwen/domain/board/board';
import { boardQuestion, linkQuestions, type QuestionName, unitPortions } from '@shouwen/domain/board/board-question';
import { type BoardRow, boardRows } from '@shouwen/domain/board/board-rows';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { BoardRules } from '@shouwen/domain/policy/board-rules';
import type { Host } from '../host.ts';
import type { Query } from '../store.ts';

interface Counting {
  host: Host;
  unitId: UnitId;
  rules: BoardRules;
  atMs: number;
  carriesMail: boolean;
}

/** How a unit and those below it stand now, by asking the database to count: no counter is ever kept, so none can drift. */
export async function countBoard(host: Host, unit: Unit, atMs: number): Promise<Board> {
  const [units, pack] = await Promise.all([host.reference.units(), host.reference.packInForce(unit.pack, host.store)]);
  const counting = { host, unitId: unit.id, rules: pack.board, atMs, carriesMail: pack.mailChain !== null };
  const counted = await Promise.all(boardRows(unit, units).map((row) => countRow(counting, row)));
  return { unitId: unit.id, pack: unit.pack, audience: unit.audience, atMs, rules: pack.board, total: totalOf(counted), units: counted };
}

/** Most units of a city have nothing open most of the time: what could only be nought is not asked, because each question is billed. */
async function countRow(counting: Counting, row: BoardRow): Promise<UnitCounts> {
  const count = (name: QuestionName): Promise<number> => countOne(counting, row, name);
  const always = ['open', 'answeredInTime', 'answeredLate', 'untold', 'promisedAnew', 'reportedLater'] as const;
  const [open = 0, inTime = 0, late = 0, untold = 0, promisedAnew = 0, reportedLater = 0] = await Promise.all(always.map(count));
  const inTimeTold = inTime === 0 ? 0 : await count('answeredInTimeTold');
  const [overdue = 0, nearDue = 0, escalated = 0, unaccepted = 0, waiting = 0] =
    open === 0 ? [] : await Promise.all((['overdue', 'nearDue', 'escalated', 'unaccepted', 'waiting'] as const).map(count));
  const answered = { answered: inTime + late, answeredInTime: inTime, answeredInTimeTold: inTimeTold, untold, promisedAnew, reportedLater };
  const links = counting.carriesMail ? linkQuestions : [];
  const [linkAccept = 0, linkSort = 0, linkTransport = 0, linkDeliver = 0, noCover = 0] = await Promise.all(links.map(count));
  const ofLinks = { linkAccept, linkSort, linkTransport, linkDeliver, noCover };
  const counts: Counts = { open, overdue, nearDue, escalated, unaccepted, waiting, ...answered, ...ofLinks };
  return { unitId: row.unitId, ...counts };
}

async function countOne(counting: Counting, row: BoardRow, name: QuestionName): Promise<number> {
  const portions = await Promise.all(unitPortions(row.handledBy).map((unitIds) => counting.host.store.count(queryOf(counting, unitIds, name))));
  return portions.reduce((sum, portion) => sum + portion, 0);
}

function queryOf({ host, unitId, rules, atMs }: Counting, unitIds: readonly UnitId[], name: QuestionName): Omit<Query, 'limit'> {
  const { unit, where, orderBy } = boardQuestion(name, rules, atMs);
  const stored = (field: string, value: unknown): [field: string, value: unknown] =>
    Object.entries(toStored({ [field]: value }, host.timestamp))[0] ?? [field, value];
  return {
    collection: 'complaints',
    where: [
      ['audience', 'array-contains', unitId],
      [unit, 'in', unitIds],
      ...where.map(([field, operator, value]): Query['where'][number] => {
        const [storedField, storedValue] = stored(field, value);
        return [storedField, operator, storedValue];
      }),
    ],
    orderBy: [stored(orderBy[0], null)[0], orderBy[1]],
  };
}
