// Beside the map: layers, tools with the readings of a selection, what was pressed, hot grids, what came back.

import { useTranslation } from 'react-i18next';
import { useLocation, useMap } from '../../stores/StoresContext.tsx';
import { formatInteger } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ChainList } from './ChainList.tsx';
import { FocusList } from './FocusList.tsx';
import { HotspotList } from './HotspotList.tsx';
import { LayerList } from './LayerList.tsx';
import type { Focus } from './MapOver.tsx';
import css from './MapSide.module.css';
import { SelectionReadings } from './SelectionReadings.tsx';
import { BUFFER_METRES, type Drawing, type Tool } from './use-drawing.ts';
import type { MapModel } from './use-map-model.ts';

const TOOLS: readonly Tool[] = ['measure', 'select', 'buffer'];

export function MapSidePanel({
	model,
	drawing,
	focus,
	onFocus,
}: {
	model: MapModel;
	drawing: Drawing;
	focus: Focus | null;
	onFocus: (focus: Focus | null) => void;
}) {
	const { t } = useTranslation();
	const layers = useLocation((state) => state.address.map.layers);
	const events = useMap((state) => state.events.value);
	const { tool } = drawing;
	return (
		<Panel title={t('mapPage.sideTitle')} isFlush className={css.panel}>
			<div className={css.body}>
				{focus !== null && <FocusList focus={focus} onClose={() => onFocus(null)} />}
				<LayerList on={layers} isHeat={model.main.isHeat} onChange={(next) => model.change({ layers: next })} />
				<section className={css.part} aria-label={t('mapPage.tools')}>
					<h3 className={css.title}>{t('mapPage.tools')}</h3>
					<div className={css.tools}>
						{TOOLS.map((one) => (
							<button
								key={one}
								type="button"
								className="button"
								aria-pressed={tool === one}
								onClick={() => drawing.choose(tool === one ? null : one)}
							>
								{t(`mapPage.${one}`)}
							</button>
						))}
						{drawing.points.length > 0 && (
							<button type="button" className="link" onClick={drawing.back}>
								{t('mapPage.back')}
							</button>
						)}
					</div>
					{tool === 'measure' && <p className={css.note}>{drawing.words ?? t('mapPage.measureHint')}</p>}
					{tool === 'buffer' && (
						<label className={css.note}>
							{t('mapSpots.bufferWidth')}{' '}
							<select value={drawing.bufferM} onChange={(event) => drawing.setBufferM(Number(event.target.value))}>
								{BUFFER_METRES.map((metres) => (
									<option key={metres} value={metres}>
										{t('mapPage.metres', { n: formatInteger(metres) })}
									</option>
								))}
							</select>
						</label>
					)}
					{(tool === 'select' || tool === 'buffer') && (
						<SelectionReadings model={model} drawing={drawing} events={layers.includes('events') ? events : null} />
					)}
				</section>
				{layers.includes('hotspots') && <HotspotList />}
				{layers.includes('chains') && <ChainList />}
			</div>
		</Panel>
	);
}
