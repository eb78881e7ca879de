import type { Row } from './row.ts';

const promisedAtMs = Date.parse('2026-11-22T08:00:00+08:00');

/** A complaint that 清江浦 handles, received by someone of an outlet below it. */
export function aRow(change: Partial<Row> = {}): Row {
  return {
    id: '3f0e8c1a-5b7d-4e21-9c44-0a1b2c3d4e5f',
    number: '7K3M9-QXW2C-4',
    packVersion: 'telecom-2026.1',
    category: 'T01-05',
    tier: 'ordinary',
    homeRegion: '320812',
    urgency: null,
    mailItem: null,
    contactMasked: { name: '王**', phone: '138****1001' },
    contactLast4: '1001',
    ownerUid: 'clerk',
    ownerName: '周敏',
    receivingUnitId: 't-qjp-huaihai',
    capturedAtMs: promisedAtMs - 48 * 3_600_000,
    state: 'assigned',
    open: true,
    handlerUid: 'handler',
    handlerName: '韩梅',
    handlingUnitId: 't-qjp',
    people: ['clerk', 'handler'],
    audience: ['t-qjp-huaihai', 't-qjp', 't-city'],
    flags: [],
    repeatOf: [],
    closedAtMs: null,
    updatedAtMs: promisedAtMs,
    dueAtMs: promisedAtMs,
    escalationLevel: 0,
    nextContactAtMs: null,
    told: null,
    nearFromMs: promisedAtMs - 12 * 3_600_000,
    pausedUntilMs: null,
    isAgreed: false,
    excerpt: '话费里多了一笔35元代收信息费',
    local: false,
    ...change,
  };
}
