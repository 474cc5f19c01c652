// Fails on any change of the contract until the snapshot and one line of its history change with it:
//   GRIDHELM_UPDATE_CONTRACT=1 npx vitest run tests/contract/contract-snapshot.test.ts
// then describe the change in one line of CONTRACT-HISTORY.md.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { ERROR_CODES } from '../../shared/contract/errors.ts';
import { Notice } from '../../shared/contract/notices.ts';

const SNAPSHOT = join(import.meta.dirname, 'contract.snapshot.json');
const HISTORY = join(import.meta.dirname, 'CONTRACT-HISTORY.md');

function describeContract(): string {
	const methods = Object.entries(contract).map(([name, { kind, input, output }]) => [
		name,
		{ kind, input: z.toJSONSchema(input, { io: 'input' }), output: z.toJSONSchema(output) },
	]);
	const whole = { methods: Object.fromEntries(methods), notice: z.toJSONSchema(Notice), errors: ERROR_CODES };
	return `${JSON.stringify(whole, null, '\t')}\n`;
}

const present = describeContract();
if (process.env.GRIDHELM_UPDATE_CONTRACT) writeFileSync(SNAPSHOT, present);

it('is the contract of the snapshot', () => {
	expect(existsSync(SNAPSHOT)).toBe(true);
	expect(JSON.parse(present)).toEqual(JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
});

it('has its last change described in one line of the history', () => {
	const canonical = JSON.stringify(JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
	const hash = createHash('sha256').update(canonical).digest('hex').slice(0, 12);
	const lines = readFileSync(HISTORY, 'utf8').split('\n');
	const entries = lines.filter((line) => /^- `[0-9a-f]{12}` \S.{9,}$/.test(line));
	expect(entries.at(-1), `CONTRACT-HISTORY.md must end with: - \`${hash}\` what changed`).toContain(hash);
	expect(new Set(entries).size).toBe(entries.length);
});

it('names every method <subject>.<verbNoun> and allows no unknown keys anywhere', () => {
	const openObjects: string[] = [];
	const walk = (schema: unknown, at: string) => {
		if (schema === null || typeof schema !== 'object') return;
		const { type, properties, additionalProperties } = schema as Record<string, unknown>;
		if (type === 'object' && properties !== undefined && additionalProperties !== false) openObjects.push(at);
		for (const [key, value] of Object.entries(schema)) walk(value, `${at}/${key}`);
	};
	for (const [name, { input, output }] of Object.entries(contract)) {
		expect(name).toMatch(/^[a-z]+\.[a-z]+[A-Z]\w*$/);
		walk(z.toJSONSchema(input, { io: 'input' }), `${name} input`);
		walk(z.toJSONSchema(output), `${name} output`);
	}
	expect(openObjects).toEqual([]);
});

it('has no field that could carry a person', () => {
	const personal = /phone|mobile|idCard|idNumber|reporter|citizen|plate|title|description|address/i;
	const fields = [...present.matchAll(/^\t+"(\w+)": \{$/gm)].map(([, field = '']) => field);
	// Scrubbed free text of one event (events.ts), and the title of an indicator.
	const allowed = new Set(['title', 'description', 'address']);
	expect(fields.filter((field) => personal.test(field) && !allowed.has(field))).toEqual([]);
});
