// Pushes from the services to every window. They say what changed, not the data; the store fetches again.

import { z } from 'zod';

export const Notice = z.discriminatedUnion('topic', [
	/** Committed data, settings or the district shown changed. */
	z.strictObject({ topic: z.literal('data.changed'), revision: z.number().int().nonnegative() }),
	/** An import run moved on; ask imports.getRun. */
	z.strictObject({ topic: z.literal('imports.progress'), runId: z.number().int().nonnegative() }),
	/** A rehearsal moved on; ask imports.getPreview. */
	z.strictObject({ topic: z.literal('imports.previewProgress'), previewId: z.number().int().nonnegative() }),
	/** The state of the product changed (preparing, read-only, service restarted); ask app.getState. */
	z.strictObject({ topic: z.literal('app.stateChanged') }),
]);
export type Notice = z.infer<typeof Notice>;
