import { z } from 'zod';
import { customerCommandSchema } from './command.ts';

/** `createdAt` is the server's time of the request. */
const fields = { createdAt: z.unknown(), outcome: z.literal('pending') };
const [rate, addInformation, disagree] = customerCommandSchema.options;

/** A reply as the customer's page creates it: what the customer says, when, and that nothing came of it yet. */
export const writtenReplySchema = z.discriminatedUnion('type', [rate.extend(fields), addInformation.extend(fields), disagree.extend(fields)]);
