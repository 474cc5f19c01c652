// Notices over server-sent events: delivered, kept alive, and caught up after a reconnect.

import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HostUnderTest, startHostUnderTest } from './host-under-test.ts';

let under: HostUnderTest;
beforeAll(async () => {
	under = await startHostUnderTest({ heartbeatMs: 40 });
});
afterAll(() => under.close());

interface Frame {
	id: string | null;
	event: string | null;
	data: unknown;
}

class Page {
	readonly frames: Frame[] = [];
	private response: IncomingMessage | null = null;

	async open(lastId?: string): Promise<void> {
		const { port } = under.host;
		const headers = { Host: `127.0.0.1:${port}`, Cookie: under.cookie, ...(lastId ? { 'Last-Event-ID': lastId } : {}) };
		this.response = await new Promise((resolve) =>
			get({ host: '127.0.0.1', port, path: '/notices', headers, agent: false }, resolve),
		);
		let text = '';
		this.response?.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
				this.frames.push(parseFrame(text.slice(0, end)));
				text = text.slice(end + 2);
			}
		});
	}

	get status(): number | undefined {
		return this.response?.statusCode;
	}
	get notices(): unknown[] {
		return this.frames.filter(({ event }) => event === null).map(({ data }) => data);
	}
	get lastId(): string {
		return this.frames.findLast(({ id }) => id !== null)?.id ?? '';
	}
	close(): void {
		this.response?.destroy();
	}
}

function parseFrame(text: string): Frame {
	const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? null;
	return { id: field('id'), event: field('event'), data: JSON.parse(field('data') ?? 'null') };
}

it('delivers notices in order and beats in between', async () => {
	const page = new Page();
	await page.open();
	expect(page.status).toBe(200);
	under.notify({ topic: 'data.changed', revision: 7 });
	under.notify({ topic: 'imports.progress', runId: 1 });
	await expect
		.poll(() => page.notices)
		.toEqual([
			{ topic: 'data.changed', revision: 7 },
			{ topic: 'imports.progress', runId: 1 },
		]);
	const before = page.frames.length;
	await expect.poll(() => page.frames.slice(before).filter(({ event }) => event === 'beat').length).toBeGreaterThan(1);
	page.close();
});

it('sends what was missed, once, to a page that comes back', async () => {
	const page = new Page();
	await page.open();
	await expect.poll(() => page.lastId).not.toBe('');
	const lastId = page.lastId;
	page.close();
	under.notify({ topic: 'data.changed', revision: 8 });
	under.notify({ topic: 'data.changed', revision: 9 });
	const again = new Page();
	await again.open(lastId);
	under.notify({ topic: 'data.changed', revision: 10 });
	await expect.poll(() => again.notices).toEqual([8, 9, 10].map((revision) => ({ topic: 'data.changed', revision })));
	again.close();
});

it('sends nothing to a page that missed nothing', async () => {
	const page = new Page();
	await page.open();
	await expect.poll(() => page.lastId).not.toBe('');
	const again = new Page();
	await again.open(page.lastId);
	await expect.poll(() => again.frames.length).toBeGreaterThan(2);
	expect(again.notices).toEqual([]);
	page.close();
	again.close();
});

it.each(['0123456789ab-3', 'nonsense', '-', '999999'])(
	'tells a page that missed too much to ask anew (%s)',
	async (lastId) => {
		const page = new Page();
		await page.open(lastId);
		await expect.poll(() => page.notices).toEqual([{ topic: 'app.stateChanged' }]);
		page.close();
	},
);

it('tells a page that slept through more than is kept to ask anew', async () => {
	const page = new Page();
	await page.open();
	await expect.poll(() => page.lastId).not.toBe('');
	page.close();
	for (let revision = 100; revision < 400; revision += 1) under.notify({ topic: 'data.changed', revision });
	const again = new Page();
	await again.open(page.lastId);
	await expect.poll(() => again.notices).toEqual([{ topic: 'app.stateChanged' }]);
	again.close();
});
