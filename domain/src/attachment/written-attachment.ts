import { z } from 'zod';
import { writtenMoment } from '../kernel/written-moment.ts';
import { photoBytesMost } from './photo-check.ts';

const pixels = z.int().min(1).max(100_000);

/** A photo as a phone sends it, its moments in milliseconds; whether it is one, functions look. */
export const writtenAttachmentSchema = z.strictObject({
  contentType: z.enum(['image/jpeg', 'image/webp']),
  bytes: z.instanceof(Uint8Array).meta({ leastBytes: 1, mostBytes: photoBytesMost }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: pixels,
  height: pixels,
  byUid: z.string(),
  capturedAtMs: writtenMoment,
  receivedAtMs: z.int(),
  check: z.literal('pending'),
});
