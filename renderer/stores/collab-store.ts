// What the pages of working together show: queue, flow, answers, meetings, disputes and the rates above them. Keeps the last
// good answer of each.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import type { Client } from '../client/client.ts';
import { toClientError } from './client-errors.ts';
import { createLoader, type Loadable, NOTHING } from './loadable.ts';

export type Queue = MethodOutput<'collaboration.listQueue'>;
export type QueueRow = Queue['rows'][number];
export type Flow = MethodOutput<'collaboration.getFlow'>;
export type Responses = MethodOutput<'collaboration.getResponse'>;
export type Meetings = MethodOutput<'collaboration.getMeetings'>;
export type AgendaItem = Meetings['agenda'][number];
export type Disputes = MethodOutput<'collaboration.getDisputes'>;
type Rates = MethodOutput<'indicators.listReadings'>;

export interface CollabStoreState {
	queue: Loadable<Queue>;
	flow: Loadable<Flow>;
	responses: Loadable<Responses>;
	meetings: Loadable<Meetings>;
	disputes: Loadable<Disputes>;
	rates: Loadable<Rates>;
	loadQueue(area: string): void;
	loadFlow(area: string, period: string): void;
	loadResponses(area: string, period: string): void;
	loadMeetings(area: string, period: string): void;
	loadDisputes(area: string, period: string): void;
	loadRates(area: string, period: string, indicators: readonly string[]): void;
	reload(): void;
}

export type CollabStore = StoreApi<CollabStoreState>;

type Slot = 'queue' | 'flow' | 'responses' | 'meetings' | 'disputes' | 'rates';

export function createCollabStore(client: Client): CollabStore {
	return createStore<CollabStoreState>((set) => {
		const loaderOf = <M extends MethodName>(method: M, slot: Slot) =>
			createLoader(
				(input: MethodInput<M>) => client.call(method, input),
				toClientError,
				(state) => set({ [slot]: state }),
			);
		const queue = loaderOf('collaboration.listQueue', 'queue');
		const flow = loaderOf('collaboration.getFlow', 'flow');
		const responses = loaderOf('collaboration.getResponse', 'responses');
		const meetings = loaderOf('collaboration.getMeetings', 'meetings');
		const disputes = loaderOf('collaboration.getDisputes', 'disputes');
		const rates = loaderOf('indicators.listReadings', 'rates');
		return {
			queue: NOTHING,
			flow: NOTHING,
			responses: NOTHING,
			meetings: NOTHING,
			disputes: NOTHING,
			rates: NOTHING,
			loadQueue: (area) => void queue.load({ area }),
			loadFlow: (area, period) => void flow.load({ area, period }),
			loadResponses: (area, period) => void responses.load({ area, period }),
			loadMeetings: (area, period) => void meetings.load({ area, period }),
			loadDisputes: (area, period) => void disputes.load({ area, period }),
			loadRates: (area, period, indicators) => void rates.load({ areas: [area], period, indicators: [...indicators] }),
			reload() {
				for (const loader of [queue, flow, responses, meetings, disputes, rates]) void loader.reload();
			},
		};
	});
}
