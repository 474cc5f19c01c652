// Twelve periods in the height of a row: line, target zone, gaps, the last point in its light's colour.
// Plain SVG; scales with its box. Must not invent a value for a gap.

import './charts.css';
import { type AnyLight, lightColour } from '../ui/LightShape.tsx';
import { type SparkZone, shapeSparkline } from './sparkline-path.ts';

export interface SparklineProps {
	/** Accessible name, as in 近 12 期，最近 93.2%. */
	label: string;
	values: readonly (number | null)[];
	zone: SparkZone;
	/** Light of the last value; `none` leaves the point in text colour. */
	light: AnyLight;
	/** CSS pixels. */
	width?: number;
	height?: number;
	/** Stroke width in CSS pixels; points follow it. */
	stroke?: number;
}

export function Sparkline({ label, values, zone, light, width = 92, height = 24, stroke = 1.3 }: SparklineProps) {
	const radius = stroke * 1.75;
	const shape = shapeSparkline({ values, zone, width, height, inset: radius + stroke * 0.5 });
	return (
		<svg
			className="sparkline"
			role="img"
			aria-label={label}
			width={width}
			height={height}
			viewBox={`0 0 ${width} ${height}`}
		>
			{shape.zone !== null && (
				<rect className="spark-zone" x={0} y={shape.zone.y} width={width} height={shape.zone.height} />
			)}
			{shape.zone?.edges.map((y) => (
				<line key={y} className="spark-edge" x1={0} x2={width} y1={y} y2={y} strokeWidth={stroke * 0.7} />
			))}
			<path className="spark-line" d={shape.line} strokeWidth={stroke} />
			{shape.gaps.map((gap) => (
				<circle key={gap.x} className="spark-gap" cx={gap.x} cy={gap.y} r={radius} strokeWidth={stroke * 0.8} />
			))}
			{shape.last !== null && (
				<circle
					className="spark-last"
					cx={shape.last.x}
					cy={shape.last.y}
					r={radius}
					fill={light === 'none' || light === 'paused' ? 'var(--text)' : lightColour(light)}
				/>
			)}
		</svg>
	);
}
