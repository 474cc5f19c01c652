// The header of the wall: centre, scene, size of the district, age of the data, connection, date and clock.

import './wall-header.css';
import type { WallWords } from '../text/wall-words.ts';
import { LightShape } from '../ui/LightShape.tsx';
import type { HeaderWords } from './wall-header.ts';

export interface WallHeaderProps {
	centreName: string;
	/** 12 镇街 • 180 村社 • 312 网格; only where the wall is wide. */
	districtSize: string | null;
	isDemo: boolean;
	isConnected: boolean;
	header: HeaderWords;
	words: WallWords;
}

export function WallHeader({ centreName, districtSize, isDemo, isConnected, header, words }: WallHeaderProps) {
	return (
		<header className="wall-header" data-old={header.isOld || !isConnected}>
			<div className="wall-header-left">
				<h1>{centreName}</h1>
				<span className="wall-scene">{words.overview}</span>
				{districtSize !== null && <span className="wall-size">{districtSize}</span>}
			</div>
			<div className="wall-header-right">
				<span className="wall-age" data-testid="wall-age">
					<LightShape light={header.ageLight} size="0.8em" />
					<b>{header.age}</b>
					{header.ageWord !== null && <span>{header.ageWord}</span>}
				</span>
				<span className="wall-connection" data-testid="wall-connection">
					<LightShape light={isConnected ? 'green' : 'red'} size="0.7em" />
					{header.connection}
				</span>
				{isDemo && <span className="wall-demo">{words.demo}</span>}
				<span className="wall-date">{header.date}</span>
				<time className="wall-clock">{header.clock}</time>
			</div>
		</header>
	);
}
