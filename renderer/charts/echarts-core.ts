// The parts of ECharts that the charts use, registered once: lines, points, zones, flows, SVG renderer.

import { LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, ScatterChart, SankeyChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

/** Opens an ECharts drawing in an element, as SVG. */
export function openChart(element: HTMLElement) {
	return init(element, null, { renderer: 'svg' });
}
export type Chart = ReturnType<typeof openChart>;
