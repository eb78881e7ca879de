import { assistAggregate } from '@shouwen/domain/assist/aggregate';
import type { Assist } from '@shouwen/domain/assist/assist';
import type { AssistFacts } from '@shouwen/domain/assist/assist-context';
import type { AssistCommand, AssistSystemCommand } from '@shouwen/domain/assist/command';
import type { AssistEvent } from '@shouwen/domain/assist/event';
import { canHandle } from '@shouwen/domain/complaint/relation';
import { standingAt } from '@shouwen/domain/organisation/presence';
import type { ServedAggregate } from '../journal/served-aggregate.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { decidingAssist } from './deciding-assist.ts';

const would: Partial<Record<AssistEvent['type'], string>> = { closed: 'close', cancelled: 'cancel' };

export const servedAssist: ServedAggregate<Assist, AssistCommand | AssistSystemCommand, AssistEvent, AssistFacts> = {
  ...assistAggregate,
  ...decidingAssist,
  intake: { command: { type: 'receive' } },
  due: {
    command: { type: 'stepDue' },
    describe: ({ outside }, [event]) => ({
      would: event === undefined ? null : (would[event.type] ?? (outside ? 'chase' : 'noteOverdue')),
      skip: event === undefined ? 'nothingDue' : null,
    }),
  },
  // ORG-4: what somebody has accepted and can no longer do, their unit has again. A shift that ends keeps it: its clock runs, and any colleague may take it over.
  release: {
    holderField: 'people',
    mostSteps: 1,
    stepFor: async ({ host, reader }, { assistantUid, toUnitId, state }, uid) => {
      if (assistantUid !== uid || state !== 'accepted') return null;
      const staff = await readStaff(reader, uid);
      const isThere = staff !== null && canHandle(staff.role) && standingAt(staff, host.nowMs()) !== 'gone' && staff.unitId === toUnitId;
      return isThere ? null : { command: { type: 'letGo', uid } };
    },
  },
  lost: [],
};
