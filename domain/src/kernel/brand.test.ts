import { describe, expectTypeOf, test } from 'vitest';
import type { Account } from '../ledger/account.ts';
import type { Posting } from '../ledger/posting.ts';
import type { Closure } from '../closure/closure.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { Refund } from '../refund/refund.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Pack } from '../policy/pack.ts';
import type { AccountNo, ClosureId, ComplaintId, EpochMs, Fen, PackId, PostingId, RefundId, Uid, UnitId } from './brand.ts';

// The compiler checks these lines; running them does nothing.
describe('one kind is not taken for another', () => {
  test('ids', () => {
    expectTypeOf<ComplaintId>().not.toExtend<RefundId>();
    expectTypeOf<RefundId>().not.toExtend<ComplaintId>();
    expectTypeOf<RefundId>().not.toExtend<ClosureId>();
    expectTypeOf<ClosureId>().not.toExtend<PostingId>();
    expectTypeOf<Uid>().not.toExtend<UnitId>();
    expectTypeOf<UnitId>().not.toExtend<Uid>();
    expectTypeOf<AccountNo>().not.toExtend<Uid>();
    expectTypeOf<PackId>().not.toExtend<UnitId>();
  });

  test('money is no moment, a moment no money', () => {
    expectTypeOf<Fen>().not.toExtend<EpochMs>();
    expectTypeOf<EpochMs>().not.toExtend<Fen>();
  });

  test('lists of them neither', () => {
    expectTypeOf<Uid[]>().not.toExtend<UnitId[]>();
    expectTypeOf<Map<ComplaintId, Fen>>().not.toExtend<Map<RefundId, Fen>>();
  });
});

describe('what is read from the database says what it is', () => {
  test('a complaint', () => {
    expectTypeOf<Complaint['id']>().toEqualTypeOf<ComplaintId>();
    expectTypeOf<Complaint['ownerUid']>().toEqualTypeOf<Uid>();
    expectTypeOf<Complaint['audience']>().toEqualTypeOf<UnitId[]>();
    expectTypeOf<Complaint['dueAtMs']>().toEqualTypeOf<EpochMs | null>();
    expectTypeOf<Complaint['refunds'][number]>().toMatchObjectType<{ refundId: RefundId; amountFen: Fen }>();
    expectTypeOf<Complaint['pack']>().toEqualTypeOf<PackId>();
  });

  test('money', () => {
    expectTypeOf<Refund['id']>().toEqualTypeOf<RefundId>();
    expectTypeOf<Refund['complaintId']>().toEqualTypeOf<ComplaintId | null>();
    expectTypeOf<Closure['id']>().toEqualTypeOf<ClosureId>();
    expectTypeOf<Closure['targetAccountNo']>().toEqualTypeOf<AccountNo | null>();
    expectTypeOf<Account['balancesFen']['cash']>().toEqualTypeOf<Fen>();
    expectTypeOf<Posting['legs'][number]['amountFen']>().toEqualTypeOf<Fen>();
    expectTypeOf<Posting['postedAtMs']>().toEqualTypeOf<EpochMs>();
  });

  test('people and operators', () => {
    expectTypeOf<Staff['pack']>().toEqualTypeOf<PackId>();
    expectTypeOf<Pack['id']>().toEqualTypeOf<PackId>();
  });
});

test('a policy’s own words are taken for any of them', () => {
  expectTypeOf<'t-outlet'>().toExtend<UnitId>();
  expectTypeOf<500>().toExtend<Fen>();
});
