import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { complaintIn } from '@shouwen/domain/testing/complaints';
import { leaders } from '@shouwen/domain/testing/leaders';
import { calendar, person, telecom, units } from '@shouwen/domain/testing/organisation';
import { expect, test } from 'vitest';
import type { ComplaintView } from '../complaint-view.ts';
import { foreseenRefusal, seeing } from './foreseen-refusal.ts';

const receiver = person('other-handler', 'departmentHandler', 'network');
const handler = person('handler', 'departmentHandler', 'branch');
const view = {
  complaint: complaintIn('inProgress'),
  predictContext: {
    actor: { kind: 'staff', staff: handler },
    nowMs: Date.now(),
    pack: telecom,
    calendar,
    units,
    staff: [...Object.values(leaders), handler, receiver],
  },
} as unknown as ComplaintView;
const toThem: StaffCommand = { type: 'handOver', toUnitId: 'network', toUid: receiver.uid, reason: '归网络' };
const knowing = (...people: (typeof receiver)[]) => seeing(view, new Map(people.map((one) => [one.uid, one])));

test('ORG-4, OWN-6: a hand-over to whoever is off shift or suspended is foreseen to be refused, one to whoever is there is not', () => {
  expect(foreseenRefusal(knowing({ ...receiver, onDuty: false }), toThem)).toBe('receiverNotAvailable');
  expect(foreseenRefusal(knowing({ ...receiver, active: false }), toThem)).toBe('receiverNotAvailable');
  expect(foreseenRefusal(knowing(receiver), toThem)).toBeNull();
  expect(foreseenRefusal(knowing({ ...receiver, onDuty: false }), { ...toThem, toUid: null })).toBeNull();
});

test('of whom nothing is known at present, it is foreseen that they are there: the server sees whether they are', () => {
  expect(foreseenRefusal(knowing(), toThem)).toBeNull();
  expect(foreseenRefusal({ ...view, predictContext: null }, toThem)).toBeNull();
});
