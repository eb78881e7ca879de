import { describe, expect, test } from 'vitest';
import { hourMs } from '../calendar/day.ts';
import type { Staff } from '../organisation/staff.ts';
import { at, telecom } from '../testing/organisation.ts';
import {
  after,
  amendmentOf,
  approvalOf,
  approvedBy,
  decidedAtMs,
  does,
  refundFactsFor,
  people,
  pinsFor,
  received,
  refundIn,
  says,
  staffWith,
  outcomeOf,
  type Who,
  withDeputy,
} from '../testing/refunds.ts';
import type { RefundCommand } from './command.ts';
import { authorityNow } from './decide-approval.ts';
import { isChainOutdated } from './pins.ts';
import type { Refund } from './refund.ts';

const newerPack = { ...telecom, version: 'telecom-2099.1' };
const manager = { uid: 'manager', name: '员工manager' };
const head = { uid: 'head', name: '员工head' };

/** Steps of a refund as letters, for whom they wait and who decided them. */
const stepsOf = (refund: Refund) => refund.steps.map(({ state, decidedByUid, forUid }) => [state, decidedByUid, forUid]);

describe('approving (REF-2, REF-6)', () => {
  test('given 500 yuan, the manager’s word opens the head’s step, with its reminder and its end', () => {
    expect(says(people.manager, received(), approvalOf(received()))).toEqual({
      ok: true,
      events: [
        { type: 'stepApproved', atMs: decidedAtMs, index: 0, by: manager, for: null, capFen: null },
        {
          type: 'stepOpened',
          atMs: decidedAtMs,
          index: 1,
          approverUids: ['head'],
          remindAtMs: at('2026-11-20 16:00'),
          moveUpAtMs: at('2026-11-23 11:00'),
        },
      ],
    });
  });

  test('given the last word, it is approved and the refund clerks are told', () => {
    const second = approvedBy(received(), people.manager);
    expect(says(people.head, second, approvalOf(second))).toEqual({
      ok: true,
      events: [
        { type: 'stepApproved', atMs: decidedAtMs, index: 1, by: head, for: null, capFen: null },
        { type: 'approved', atMs: decidedAtMs, earlierFen: 0, earlierIds: [], executorUids: ['other-payer', 'payer'], remindAtMs: at('2026-11-23 11:00') },
      ],
    });
  });

  test('it counts once: who decided stands in the step, and nobody is asked any more', () => {
    const approved = refundIn('approved');
    expect(stepsOf(approved)).toEqual([
      ['approved', 'manager', null],
      ['approved', 'head', null],
    ]);
    expect(approved).toMatchObject({ state: 'approved', open: true, approverUids: [], seq: 3, dueAtMs: approved.payDueAtMs });
  });

  test.each([
    [9999, '', 'approved'],
    [10_000, '', 'approved'],
    [10_001, 'manager', 'awaitingApproval'],
    [30_000, 'manager', 'awaitingApproval'],
    [30_001, 'manager head', 'awaitingApproval'],
    [100_000, 'manager head', 'awaitingApproval'],
    [100_001, 'manager head leader', 'awaitingApproval'],
  ] as const)('REF-2: %i fen need %s, each of them, in this order', (amountFen, needed, state) => {
    const approvers = needed.split(' ').filter((who) => who !== '') as ('manager' | 'head' | 'leader')[];
    let refund = received({ amountFen });
    expect(refund.state).toBe(state);
    for (const who of approvers) {
      for (const other of (['manager', 'head', 'leader'] as const).filter((one) => one !== who && !approvers.slice(0, approvers.indexOf(who)).includes(one))) {
        expect(outcomeOf(says(people[other], refund, approvalOf(refund)))).toBe('notYours');
      }
      refund = approvedBy(refund, people[who]);
    }
    expect(refund.state).toBe('approved');
  });

  test('said twice it is silence; by someone who comes after them, who was faster', () => {
    const first = received();
    const second = approvedBy(first, people.manager);
    expect(says(people.manager, second, approvalOf(first))).toEqual({ ok: true, events: [] });
    expect(says(people.manager, refundIn('approved'), approvalOf(second))).toEqual({ ok: false, refusal: { code: 'alreadyDecided', detail: 'head' } });
    expect(says(people.head, refundIn('approved'), approvalOf(second))).toEqual({ ok: true, events: [] });
    const refused = refundIn('refused');
    expect(says(people.otherManager, refused, approvalOf(first))).toEqual({ ok: false, refusal: { code: 'alreadyDecided', detail: 'manager' } });
    expect(says(people.manager, refused, { type: 'refuse', ...pinsFor(first), reason: '与账单不符' })).toEqual({ ok: true, events: [] });
    expect(outcomeOf(says(people.manager, refused, approvalOf(first)))).toBe('alreadyDecided');
  });

  test('while a question is open it waits for the answer, whoever decided before', () => {
    const second = approvedBy(received(), people.manager);
    const asked = after(second, says(people.head, second, { type: 'askMore', ...pinsFor(second), reason: '缺账单' }));
    expect(says(people.head, asked, approvalOf(asked))).toEqual({ ok: false, refusal: { code: 'notInThisState', detail: 'awaitingAnswer' } });
    const answered = after(asked, says(people.clerk, asked, amendmentOf(asked)));
    expect(outcomeOf(says(people.head, answered, approvalOf(answered)))).toBe('stepApproved approved');
  });

  test('what was withdrawn was decided by whoever withdrew it, also after an approval', () => {
    const second = approvedBy(received(), people.manager);
    const withdrawn = after(second, says(people.clerk, second, { type: 'withdraw', reason: '客户撤诉' }));
    expect(says(people.head, withdrawn, approvalOf(second))).toEqual({ ok: false, refusal: { code: 'alreadyDecided', detail: 'clerk' } });
  });
});

describe('a decision counts for what was seen', () => {
  const stale: [told: string, change: (pins: ReturnType<typeof pinsFor>) => Partial<ReturnType<typeof pinsFor>>][] = [
    ['an earlier version', ({ seq }) => ({ seq: seq - 1 })],
    ['a later version', ({ seq }) => ({ seq: seq + 1 })],
    ['a fen less', ({ amountFen }) => ({ amountFen: amountFen - 1 })],
    ['a fen more', ({ amountFen }) => ({ amountFen: amountFen + 1 })],
    ['other rules', () => ({ packVersion: newerPack.version })],
  ];
  const commands: [type: string, refund: Refund, by: keyof typeof people, more: object][] = [
    ['approve', received(), 'manager', { isBatch: false }],
    ['askMore', received(), 'manager', { reason: '缺账单' }],
    ['execute', refundIn('approved'), 'payer', {}],
    ['reverse', refundIn('posted'), 'director', { reason: '重复退费' }],
  ];

  test.each(commands.flatMap(([type, refund, by, more]) => stale.map(([told, change]) => ({ type, refund, by, more, told, change }))))(
    '$type that saw $told is refused',
    ({ type, refund, by, more, change }) => {
      const seen = { type, ...pinsFor(refund), ...more } as RefundCommand;
      expect(says(people[by], refund, { ...seen, ...change(pinsFor(refund)) })).toEqual({ ok: false, refusal: { code: 'requestChanged' } });
      expect(outcomeOf(says(people[by], refund, seen))).not.toBe('requestChanged');
    },
  );

  test.each(stale)('handing on to a deputy who is not asked yet, having seen %s, is refused', (_told, change) => {
    const by = withDeputy(people.manager, 'stand-in');
    const seen = { type: 'handToDeputy' as const, ...pinsFor(received()) };
    expect(outcomeOf(says(by, received(), { ...seen, ...change(pinsFor(received())) }))).toBe('requestChanged');
    expect(outcomeOf(says(by, received(), seen))).toBe('handedToDeputy');
  });

  test.each(commands.filter(([type]) => type !== 'reverse'))(
    '%s beyond what the chain covers with the others by now is refused (REF-4)',
    (type, refund, by, more) => {
      const seen = { type, ...pinsFor(refund), ...more } as RefundCommand;
      expect(outcomeOf(says(people[by], refund, seen, { earlierFen: 50_001 }))).toBe('requestChanged');
      expect(isChainOutdated(refund, refundFactsFor(refund, { earlierFen: 50_001 }))).toBe(true);
      for (const facts of [{}, { earlierFen: 50_000 }]) {
        expect(outcomeOf(says(people[by], refund, seen, facts))).not.toBe('requestChanged');
        expect(isChainOutdated(refund, refundFactsFor(refund, facts))).toBe(false);
      }
    },
  );

  test('a posted refund is reversed by what it was posted as, whatever the rules are now', () => {
    const posted = refundIn('posted');
    expect(outcomeOf(says(people.director, posted, { type: 'reverse', ...pinsFor(posted), reason: '重复退费' }, { pack: newerPack, earlierFen: 1 }))).toBe(
      'reversed',
    );
  });
});

describe('refusing, and approving many at once', () => {
  test('a refusal names its reason and ends it', () => {
    const decision = says(people.manager, received(), { type: 'refuse', ...pinsFor(received()), reason: '与账单不符' });
    expect(decision).toEqual({ ok: true, events: [{ type: 'refused', atMs: decidedAtMs, index: 0, by: manager, for: null, reason: '与账单不符' }] });
    expect(after(received(), decision)).toMatchObject({
      state: 'refused',
      open: false,
      nextDueAtMs: null,
      dueAtMs: null,
      refusal: { text: '与账单不符', byUid: 'manager', byName: '员工manager', atMs: decidedAtMs },
      steps: [{ state: 'refused', decidedByUid: 'manager' }, { state: 'waiting' }],
    });
  });

  test.each([
    [9999, 'stepApproved approved'],
    [10_000, 'stepApproved approved'],
    [10_001, 'batchTooLarge'],
  ])('%i fen together with others: %s', (amountFen, told) => {
    const refund = received({ amountFen, requesterUid: 'payer' });
    expect(outcomeOf(says(people.dutyLeader, refund, { ...approvalOf(refund), isBatch: true }))).toBe(told);
    expect(outcomeOf(says(people.dutyLeader, refund, approvalOf(refund)))).toBe('stepApproved approved');
  });
});

describe('deputies (REF-6)', () => {
  const absent = withDeputy(people.manager, 'stand-in');
  const staff = staffWith(absent);
  const approves = (fromMs: number, untilMs: number) =>
    outcomeOf(
      says(people.standIn, received(), approvalOf(received()), { staff: staffWith({ ...people.manager, deputy: { uid: 'stand-in', fromMs, untilMs } }) }),
    );

  test('a deputy decides in the name of the holder, and both stand in the step', () => {
    const decision = says(people.standIn, received(), approvalOf(received()), { staff });
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'stepApproved', by: { uid: 'stand-in' }, for: manager }, { type: 'stepOpened' }] });
    expect(after(received(), decision).steps[0]).toMatchObject({ decidedByUid: 'stand-in', forUid: 'manager', forName: '员工manager' });
  });

  test('from the first moment of the days to the last, and not one before or after', () => {
    expect([approves(decidedAtMs, decidedAtMs + hourMs), approves(decidedAtMs - hourMs, decidedAtMs)]).toEqual([
      'stepApproved stepOpened',
      'stepApproved stepOpened',
    ]);
    expect([approves(decidedAtMs + 1, decidedAtMs + hourMs), approves(decidedAtMs - hourMs, decidedAtMs - 1)]).toEqual(['notYours', 'notYours']);
  });

  test('nobody stands in for someone who was suspended, who moved, who asked or who decided before', () => {
    const gone = [
      { ...absent, active: false },
      { ...absent, unitId: 'elsewhere' },
      { ...absent, role: 'auditor' as const },
    ];
    for (const holder of gone) expect(outcomeOf(says(people.standIn, received(), approvalOf(received()), { staff: staffWith(holder) }))).toBe('notYours');
    const notAsked = staffWith(withDeputy(people.head, 'stand-in'));
    expect(outcomeOf(says(people.standIn, received(), approvalOf(received()), { staff: notAsked })), 'who is asked later').toBe('notYours');
    const ofManager = received({ requesterUid: 'manager', amountFen: 50_000 });
    const asHead = { ...absent, role: 'unitHead' as const, unitId: 'branch' };
    expect(outcomeOf(says(people.standIn, ofManager, approvalOf(ofManager), { staff: staffWith(asHead) }))).toBe('notYours');
    const second = approvedBy(received(), people.manager);
    expect(outcomeOf(says(people.standIn, second, approvalOf(second), { staff: staffWith(asHead) }))).toBe('notYours');
    expect(outcomeOf(says(people.standIn, second, approvalOf(second), { staff: staffWith(withDeputy(people.head, 'stand-in')) }))).toBe(
      'stepApproved approved',
    );
  });

  test('a colleague’s deputy stands in for them even where the first who named them may not be', () => {
    const second = approvedBy(received(), people.manager);
    const promoted = withDeputy({ ...people.manager, role: 'unitHead', unitId: 'branch' }, 'stand-in');
    const both = [promoted, ...staffWith(withDeputy(people.head, 'stand-in')).filter(({ uid }) => uid !== 'manager')];
    expect(says(people.standIn, second, approvalOf(second), { staff: both })).toMatchObject({ ok: true, events: [{ for: head }, { type: 'approved' }] });
  });

  test('REF-3: whoever was stood in for is no later step, and whoever stood in is none either', () => {
    const second = after(received(), says(people.standIn, received(), approvalOf(received()), { staff }));
    for (const uid of ['manager', 'stand-in']) {
      const promoted = { ...people.head, uid };
      expect(outcomeOf(says(promoted, second, approvalOf(second), { staff: staffWith(promoted) }))).toBe('twoSteps');
    }
    expect(outcomeOf(says(people.head, second, approvalOf(second)))).toBe('stepApproved approved');
  });

  test('REF-3: whoever has a later step stands in for nobody before it, or theirs could never be decided', () => {
    const toHead = staffWith(withDeputy(people.manager, 'head'));
    expect(received({}, { staff: toHead }).approverUids).not.toContain('head');
    expect(outcomeOf(says(people.head, received(), approvalOf(received()), { staff: toHead }))).toBe('notYours');
    const small = received({ amountFen: 30_000 });
    expect(outcomeOf(says(people.head, small, approvalOf(small), { staff: toHead }))).toBe('stepApproved approved');
  });

  test('they are asked with the holders, once each, and the requester never is', () => {
    expect(received({}, { staff: staffWith(withDeputy(people.manager, 'other-manager')) }).approverUids).toEqual(['manager', 'other-manager']);
    const told = (deputyUid: string) => does(refundIn('requested'), { type: 'receive' }, { staff: staffWith(withDeputy(people.manager, deputyUid)) });
    expect(after(refundIn('requested'), told('stand-in')).approverUids).toEqual(['manager', 'other-manager', 'stand-in']);
    expect(after(refundIn('requested'), told('clerk')).approverUids).toEqual(['manager', 'other-manager']);
  });

  test('a holder hands a step to the deputy named beforehand; said twice, or with a deputy who is asked already, it is silence', () => {
    const command = { type: 'handToDeputy' as const, ...pinsFor(received()) };
    const decision = says(absent, received(), command);
    expect(decision).toEqual({ ok: true, events: [{ type: 'handedToDeputy', atMs: decidedAtMs, by: manager, deputyUid: 'stand-in' }] });
    const handed = after(received(), decision);
    expect(handed.approverUids).toEqual(['manager', 'other-manager', 'stand-in']);
    expect(says(absent, handed, command)).toEqual({ ok: true, events: [] });
    expect(says(absent, handed, { ...command, ...pinsFor(handed) })).toEqual({ ok: true, events: [] });
  });

  test('it is handed to nobody who is gone, of the other operator, asked, decided before or has a later step', () => {
    const command = { type: 'handToDeputy' as const, ...pinsFor(received()) };
    const handsTo = (deputyUid: string, ...changed: Parameters<typeof staffWith>) => {
      const by = withDeputy(people.manager, deputyUid);
      return outcomeOf(says(by, received(), command, { staff: staffWith(by, ...changed) }));
    };
    expect(handsTo('stand-in')).toBe('handedToDeputy');
    expect(handsTo('nobody')).toBe('noDeputy');
    expect(handsTo('stand-in', { ...people.standIn, active: false })).toBe('noDeputy');
    expect(handsTo('stand-in', { ...people.standIn, pack: 'post' })).toBe('noDeputy');
    expect(handsTo('clerk')).toBe('noDeputy');
    expect(handsTo('head')).toBe('noDeputy');
    const second = approvedBy(received(), people.manager);
    const by = withDeputy(people.head, 'manager');
    expect(outcomeOf(says(by, second, { type: 'handToDeputy', ...pinsFor(second) }))).toBe('noDeputy');
    expect(outcomeOf(says(withDeputy(people.head, 'stand-in'), second, { type: 'handToDeputy', ...pinsFor(second) }))).toBe('handedToDeputy');
  });

  test('a deputy does not hand on, and one who has a deputy of their own in these days is passed over', () => {
    const command = { type: 'handToDeputy' as const, ...pinsFor(received()) };
    expect(outcomeOf(says(people.standIn, received(), command, { staff: staffWith(absent) }))).toBe('noDeputy');
    const awayToo = withDeputy(people.standIn, 'late-stand-in');
    expect(outcomeOf(says(awayToo, received(), approvalOf(received()), { staff: staffWith(absent, awayToo) }))).toBe('notYours');
    expect(outcomeOf(says(people.standIn, received(), approvalOf(received()), { staff: staffWith(absent) }))).toBe('stepApproved stepOpened');
  });

  test('ADM-5: nobody stands in above their rung, whatever stands in the document; a direct subordinate up to the cap, which the step shows', () => {
    const large = (amountFen: number) => approvedBy(received({ amountFen }), people.manager, people.head);
    const decides = (deputyUid: Who, amountFen: number) => {
      const ofLeader = staffWith(withDeputy(people.leader, people[deputyUid].uid));
      return says(people[deputyUid], large(amountFen), approvalOf(large(amountFen)), { staff: ofLeader });
    };
    for (const who of ['agent', 'clerk', 'payer', 'director'] as const) expect(outcomeOf(decides(who, 150_000))).not.toContain('stepApproved');
    expect(outcomeOf(decides('serviceHead', 200_000))).toBe('stepApproved approved');
    expect(after(large(200_000), decides('serviceHead', 200_000)).steps.at(-1)).toMatchObject({
      decidedByUid: 'service-head',
      forUid: 'leader',
      deputyCapFen: 200_000,
    });
    expect(outcomeOf(decides('serviceHead', 200_001))).toBe('deputyCapExceeded');
  });
});

describe('what the phone shows of its own accord', () => {
  const absent = withDeputy(people.manager, 'stand-in');
  const standing = (refund: Refund, by: Staff) =>
    authorityNow(refund, by, { actor: { kind: 'system' }, nowMs: decidedAtMs, facts: refundFactsFor(refund, { staff: staffWith(absent) }) });

  test('whether this person can decide, and in whose name', () => {
    expect(standing(received(), people.manager)).toEqual({ for: null, capFen: null });
    expect(standing(received(), people.standIn)).toEqual({ for: manager, capFen: null });
    expect(standing(received(), people.head)).toBeNull();
    expect(standing(approvedBy(received(), people.manager), people.head)).toEqual({ for: null, capFen: null });
  });

  test('nothing for whoever asked, decided or was suspended, and nothing where nothing waits for a decision', () => {
    const promoted: Staff = { ...people.manager, role: 'unitHead', unitId: 'branch' };
    expect(standing(approvedBy(received(), people.manager), promoted)).toBeNull();
    expect(standing(received(), { ...people.manager, uid: 'clerk' })).toBeNull();
    expect(standing(received(), { ...people.manager, active: false })).toBeNull();
    for (const state of ['requested', 'awaitingAnswer', 'approved', 'withdrawn'] as const) expect(standing(refundIn(state), people.manager)).toBeNull();
  });
});

test('a refund that is taken in keeps the moment of its first reminder', () => {
  expect(received()).toMatchObject({ nextDueAtMs: at('2026-11-20 15:00'), dueAtMs: at('2026-11-23 10:00'), seq: 1, reminderCount: 0 });
});
