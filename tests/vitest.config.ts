// How the tests run: everything without a browser side by side, the browser tests one file after the other.

import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

export default defineConfig({
	root,
	test: {
		projects: [
			{
				root,
				test: {
					name: 'node',
					include: ['tests/**/*.test.{ts,tsx}'],
					exclude: ['tests/e2e/**'],
					testTimeout: 30_000,
					hookTimeout: 120_000,
				},
			},
			{
				root,
				test: {
					name: 'browser',
					include: ['tests/e2e/**/*.test.ts'],
					fileParallelism: false,
					testTimeout: 60_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
