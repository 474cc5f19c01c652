// Saves the map as a PNG with title, legend, scale bar, as-of and the number of its approval where there is one.

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraLink } from '../../map/camera-link.ts';
import { drawMapPicture } from '../../map/export-picture.ts';
import { useApp } from '../../stores/StoresContext.tsx';
import { useLanguage, usePresentYear, type View } from '../../stores/use-view.ts';
import { saveFile } from '../../ui/save-file.ts';
import { formatInstant, formatPeriod } from '../../ui/time-format.ts';
import { useApproval } from '../use-approval.ts';
import { useBaseMap } from '../use-base-map.ts';
import type { MapModel } from './use-map-model.ts';

export function ExportButton({ view, model, link }: { view: View; model: MapModel; link: CameraLink }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const app = useApp((state) => state.app.value);
	const approval = useApproval();
	const base = useBaseMap();
	const [isFailed, setFailed] = useState(false);
	const { main, other } = model;

	const save = async () => {
		const area = document.querySelector<HTMLElement>('[data-map-area]');
		const legend = document.querySelector<HTMLElement>('[data-map-legend]');
		const period = formatPeriod(main.period, language);
		const against = other === null ? [] : [`${other.name} ${formatPeriod(other.period, language)}`];
		const asOf = app?.asOf ? t('mapPage.asOf', { time: formatInstant(app.asOf, language, { presentYear }) }) : '';
		const version = t('mapPage.version', { n: main.definition?.version ?? 1 });
		const picture =
			area === null || legend === null
				? null
				: drawMapPicture(area, legend, link.pictures(), {
						title: `${view.area.name} ${main.name}`,
						subtitle: [
							period,
							t(`mapLevels.${model.level}`),
							t(`mapPage.methods.${model.state.method}`),
							...against,
						].join(' • '),
						foot: [app?.centreName, asOf, version, app?.isDemo ? t('mapPage.demo') : ''].filter(Boolean).join(' • '),
						// Who made what lies under the areas is named beside the number of the map.
						approval: [approval, model.state.layers.includes('base') ? base?.attribution : '']
							.filter(Boolean)
							.join(' • '),
					});
		const blob = await new Promise<Blob | null>((resolve) =>
			picture === null ? resolve(null) : picture.toBlob(resolve, 'image/png'),
		);
		setFailed(blob === null);
		if (blob === null) return;
		saveFile(blob, `${view.area.name}-${main.name}-${main.period}.png`);
	};
	return (
		<button type="button" className="button" onClick={() => void save()}>
			<Download size={14} strokeWidth={1.75} aria-hidden />
			{t(isFailed ? 'mapPage.exportFailed' : 'mapPage.export')}
		</button>
	);
}
