// The scene 总览: map, eight figures, three sentences (pictures 08, 09). Plain props; lays out by the wall's shape.

import { useMemo } from 'react';
import type { Client } from '../client/client.ts';
import type { Language } from '../text/language.ts';
import { WALL_WORDS } from '../text/wall-words.ts';
import { formatPeriodShort } from '../ui/time-format.ts';
import { FigureCard } from './FigureCard.tsx';
import { Sentences } from './Sentences.tsx';
import { WallHeader } from './WallHeader.tsx';
import { WallMap } from './WallMap.tsx';
import type { WallState } from './wall-feed.ts';
import { isLastDayYesterday, wallFigures } from './wall-figures.ts';
import { wallHeader } from './wall-header.ts';
import type { WallLayout } from './wall-layout.ts';

export interface WallOverviewProps {
	client: Client;
	state: WallState;
	layout: WallLayout;
	language: Language;
	/** Present of the product and of the last fetch, epoch seconds. */
	nowS: number;
	fetchedAtS: number | null;
}

export function WallOverview({ client, state, layout, language, nowS, fetchedAtS }: WallOverviewProps) {
	const { app, areas, basemaps, overview, isConnected } = state;
	const words = WALL_WORDS[language];
	const figures = useMemo(() => (overview === null ? [] : wallFigures(overview, language)), [overview, language]);
	if (app === null || overview === null || areas === null) return null;
	const isWide = layout.shape !== 'single';
	const header = wallHeader({ nowS, asOf: overview.asOf, isConnected, fetchedAtS, language });
	const districtSize = [
		`${app.townCount} ${words.towns}`,
		`${app.villageCount} ${words.villages}`,
		`${app.gridCount} ${words.grids}`,
	].join(' • ');
	return (
		<>
			<WallHeader
				centreName={app.centreName}
				districtSize={isWide ? districtSize : null}
				isDemo={app.isDemo}
				isConnected={isConnected}
				header={header}
				words={words}
			/>
			<WallMap
				client={client}
				revision={app.revision}
				overview={overview}
				areas={areas}
				basemaps={basemaps}
				language={language}
				words={words}
				isWide={isWide}
				unitPx={layout.unitPx}
			/>
			<div className="wall-figures">
				{figures.map((figure) => (
					<FigureCard key={figure.key} words={figure} isWide={isWide} unitPx={layout.unitPx} />
				))}
			</div>
			<Sentences
				sentences={overview.sentences}
				month={overview.month === null ? '' : formatPeriodShort(overview.month, language)}
				lastDay={isLastDayYesterday(overview) ? words.topics.yesterday : words.topics.lastDay}
				language={language}
				words={words}
			/>
		</>
	);
}
