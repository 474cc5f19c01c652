// One figure of the wall: name, light and word, the number, its change or note, and twelve periods, parts or days.
// Text is primary or secondary; colour lives in shapes, arrows and the last point (design/README.md).

import './wall-figures.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { Sparkline } from '../charts/Sparkline.tsx';
import { LightShape } from '../ui/LightShape.tsx';
import type { CountPair, FigureWords } from './wall-figures.ts';

function Note({ label, count }: { label: string; count: string }) {
	return (
		<span className="wall-note">
			{label}
			{count !== '' && (
				<>
					{' '}
					<em>{count}</em>
				</>
			)}
		</span>
	);
}

/** Bars of the next days on a wide wall; words for all but today on one display (picture 09). */
function Days({ days, isWide }: { days: readonly CountPair[]; isWide: boolean }) {
	if (!isWide) {
		return (
			<p className="wall-pairs">
				{days.slice(1, 4).map((day) => (
					<Note key={day.label} label={day.label} count={day.count} />
				))}
			</p>
		);
	}
	return (
		<ol className="wall-days">
			{days.map((day) => (
				<li key={day.label}>
					<em>{day.count}</em>
					<i style={{ height: `calc(${day.share.toFixed(3)} * (100% - 2.6em))` }} />
					<span>{day.label}</span>
				</li>
			))}
		</ol>
	);
}

function Parts({ parts }: { parts: readonly CountPair[] }) {
	return (
		<div className="wall-parts">
			<div className="wall-parts-bar" aria-hidden="true">
				{parts.map((part) => (
					<i key={part.label} style={{ flexGrow: part.share }} />
				))}
			</div>
			<p className="wall-pairs">
				{parts.map((part) => (
					<Note key={part.label} label={part.label} count={part.count} />
				))}
			</p>
		</div>
	);
}

/** A sparkline that fills its box; the box is measured, so that strokes and points keep their size. */
function FilledSpark({ words, unitPx }: { words: FigureWords; unitPx: number }) {
	const box = useRef<HTMLDivElement>(null);
	const [size, setSize] = useState({ width: 0, height: 0 });
	useLayoutEffect(() => {
		const element = box.current;
		if (element === null) return;
		const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, []);
	return (
		<div className="wall-spark" ref={box}>
			{words.body.kind === 'spark' && size.height > 0 && (
				<Sparkline
					label={words.body.label}
					values={words.body.values}
					zone={words.body.zone}
					light={words.light}
					width={size.width}
					height={size.height}
					stroke={unitPx * 0.26}
				/>
			)}
		</div>
	);
}

export function FigureCard({ words, isWide, unitPx }: { words: FigureWords; isWide: boolean; unitPx: number }) {
	const { body, change } = words;
	return (
		<article className="wall-card wall-figure" data-figure={words.key}>
			<header>
				<h2>
					{words.name}
					{words.when !== '' && <small>{words.when}</small>}
				</h2>
				{words.lightWord !== null && (
					<span className="wall-light">
						<LightShape light={words.light} size="0.86em" />
						{words.lightWord}
					</span>
				)}
			</header>
			{words.missing === null ? (
				<p className="wall-number">
					<b data-value={words.key}>{words.value}</b>
					{words.unit !== '' && <small>{words.unit}</small>}
				</p>
			) : (
				<p className="wall-number wall-missing">
					<b data-value={words.key}>{words.missing}</b>
				</p>
			)}
			<p className="wall-notes">
				{change !== null && (
					<span className="wall-note">
						{change.lead}{' '}
						{change.arrow !== '' && (
							<i className="wall-arrow" data-verdict={change.verdict}>
								{change.arrow}
							</i>
						)}
						<em>{change.amount}</em>
					</span>
				)}
				{words.noteLeft !== null && <Note {...words.noteLeft} />}
				{words.noteRight !== null && <Note {...words.noteRight} />}
			</p>
			<div className="wall-body">
				{body.kind === 'spark' && <FilledSpark words={words} unitPx={unitPx} />}
				{body.kind === 'parts' && <Parts parts={body.parts} />}
				{body.kind === 'days' && <Days days={body.days} isWide={isWide} />}
			</div>
		</article>
	);
}
