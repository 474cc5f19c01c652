// The one way of refusing a basemap: a code for the screen and a Chinese sentence for everybody else.

import { GridHelmError } from '../../../shared/contract/errors.ts';
import type { PACK_FAULTS } from '../../../shared/contract/schemas/basemaps.ts';

export type PackFault = (typeof PACK_FAULTS)[number];

const WORDS: Record<PackFault, string> = {
	notPack: '文件不是 PMTiles（第 3 版）或 GeoJSON',
	cutOff: '文件不完整，请重新拷贝',
	damaged: '文件已损坏，其中的瓦片读不出来',
	tileType: '瓦片类型不能显示，须为矢量（MVT）、PNG、JPEG 或 WebP',
	compression: '瓦片的压缩方式不能读取，须为 gzip 或不压缩',
	geometry: 'GeoJSON 中没有线或面',
	coordinates: '坐标不是经纬度，也不是高斯投影坐标',
	elsewhere: '底图不在本区范围内，请核对文件或坐标系',
	tooLarge: 'GeoJSON 超过 64 MB，请转为 PMTiles',
	doubled: '这份底图已经添加',
	tooMany: '底图已有 12 份，请先移除不用的',
	noSpace: '磁盘空间不足',
};

/** A refusal; nothing has been changed. */
export function packFault(fault: PackFault): GridHelmError {
	return new GridHelmError('E_FILE', `底图未添加：${WORDS[fault]}。`, { fault });
}
