// Copies text and says for a moment how it went. Falls back to nothing: a refused clipboard is told, not hidden.

import { useEffect, useState } from 'react';

export type CopyState = 'idle' | 'copied' | 'failed';
const SAID_FOR_MS = 2_000;

/** The state of the last copy and the function that copies; `key` tells which of several buttons it was. */
export function useCopy(): {
	state: CopyState;
	key: string | null;
	copy: (text: string, key?: string) => Promise<void>;
} {
	const [said, setSaid] = useState<{ state: CopyState; key: string | null }>({ state: 'idle', key: null });
	useEffect(() => {
		if (said.state === 'idle') return;
		const timer = setTimeout(() => setSaid({ state: 'idle', key: null }), SAID_FOR_MS);
		return () => clearTimeout(timer);
	}, [said]);
	const copy = async (text: string, key?: string) => {
		try {
			await navigator.clipboard.writeText(text);
			setSaid({ state: 'copied', key: key ?? null });
		} catch {
			setSaid({ state: 'failed', key: key ?? null });
		}
	};
	return { ...said, copy };
}
