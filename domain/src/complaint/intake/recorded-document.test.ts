import { describe, expect, test } from 'vitest';
import { formOf, originOf } from '../../testing/complaints.ts';
import { recordedDocumentSchema } from './recorded-document.ts';
import { buildRecording } from './recording.ts';

describe('REC-4: what the rules let a phone create', () => {
  const { id: _id, ...recording } = buildRecording(formOf(), originOf()).recording;
  const created = { ...recording, state: 'recorded', open: true, people: [recording.ownerUid], audience: [recording.receivingUnitId] };

  test('is what it builds from the form', () => {
    expect(recordedDocumentSchema.safeParse(created).error).toBeUndefined();
  });

  test.each([{ state: 'assigned' }, { open: false }, { handlerUid: recording.ownerUid }, { what: '' }, { contactKey: null }, { recordedInUnitId: 'T/outlet' }])(
    'is not that with %j',
    (change) => {
      expect(recordedDocumentSchema.safeParse({ ...created, ...change }).success).toBe(false);
    },
  );
});
