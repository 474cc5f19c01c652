// Messages between a host and the data worker. Replies travel as JSON bytes, transferred, so that the host's main
// thread neither clones nor writes big results.

import type { Notice } from '../../shared/contract/notices.ts';
import type { Failure } from './dispatch.ts';
import type { LayerFile } from './services.ts';

export type WorkerRequest =
	| { type: 'call'; id: number; method: string; input: unknown }
	| { type: 'layer'; id: number; name: string }
	| { type: 'register'; id: number; path: string; fileName: string; isTemporary: boolean }
	| { type: 'close'; id: number };

export type WorkerMessage =
	| { type: 'ready' }
	| { type: 'startFailed'; failure: Failure }
	| { type: 'notice'; notice: Notice }
	/** A line for the operator's log, which the host keeps. */
	| { type: 'log'; line: string }
	/** JSON of a Reply, UTF-8. */
	| { type: 'reply'; id: number; json: Uint8Array<ArrayBuffer> }
	| { type: 'layer'; id: number; layer: LayerFile | null }
	| { type: 'registered'; id: number; reference: string }
	| { type: 'closed'; id: number }
	| { type: 'failed'; id: number; failure: Failure };
