// Words of the map in both languages. Must hold no figures and no place names.

import type { Language } from './language.ts';

export interface MapWords {
	zoomIn: string;
	zoomOut: string;
	fit: string;
	noData: string;
	zero: string;
	kilometres: string;
	metres: string;
	/** After a class count: 63 格. Empty in English. */
	unitOf: Record<'town' | 'village' | 'grid', string>;
	listHint: string;
	unavailable: string;
}

export const MAP_WORDS: Record<Language, MapWords> = {
	'zh-CN': {
		zoomIn: '放大',
		zoomOut: '缩小',
		fit: '回到全图',
		noData: '底数未报送',
		zero: '0',
		kilometres: '公里',
		metres: '米',
		unitOf: { town: '个', village: '个', grid: '格' },
		listHint: '方向键移动，回车进入',
		unavailable: '这台机器画不出地图，读数与名单不受影响。可用方向键在名单里选地方。',
	},
	en: {
		zoomIn: 'Zoom in',
		zoomOut: 'Zoom out',
		fit: 'Whole area',
		noData: 'no base data',
		zero: 'zero',
		kilometres: 'km',
		metres: 'm',
		unitOf: { town: '', village: '', grid: '' },
		listHint: 'Arrow keys move, Enter opens',
		unavailable:
			'This machine cannot draw the map. Readings and lists are not affected; use the arrow keys to choose a place.',
	},
};
