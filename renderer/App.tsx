// Chooses between desk and wall; each is its own chunk, so that neither waits for the other.

import { lazy, Suspense } from 'react';
import type { Client } from './client/client.ts';

const Desk = lazy(() => import('./desk/Desk.tsx').then((module) => ({ default: module.Desk })));
const Wall = lazy(() => import('./wall/Wall.tsx').then((module) => ({ default: module.Wall })));

export function App({ client, isWall }: { client: Client; isWall: boolean }) {
	return <Suspense>{isWall ? <Wall client={client} /> : <Desk client={client} />}</Suspense>;
}
