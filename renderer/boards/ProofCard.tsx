// The proof card: how a figure comes about, from all records to numerator and denominator (picture 04).
// Shows what the services proved; computes nothing but the printed division.

import { ChartLine, Image } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorDefinition } from '../stores/app-store.ts';
import type { FigureRef, Proof } from '../stores/readings-store.ts';
import { useApp, useReadings, useStores } from '../stores/StoresContext.tsx';
import { useLanguage, usePresentYear } from '../stores/use-view.ts';
import { CardHead } from '../ui/CardHead.tsx';
import { EmptyNote } from '../ui/EmptyNote.tsx';
import { Figure } from '../ui/Figure.tsx';
import { formatInteger } from '../ui/format.ts';
import { LightShape } from '../ui/LightShape.tsx';
import { Term } from '../ui/Term.tsx';
import { formatInstant, formatPeriod } from '../ui/time-format.ts';
import { useModal } from '../ui/use-modal.ts';
import { FailureNote } from './FailureNote.tsx';
import css from './ProofCard.module.css';
import { ProofFiles } from './ProofFiles.tsx';
import { ProofLadder } from './ProofLadder.tsx';
import { copyProof } from './proof-picture.ts';
import { describeProof, splitDefinition } from './proof-words.ts';
import { goalLine, indicatorName, kindOf, readingText, unitOf } from './reading-words.ts';

function CompositionBar({ proof }: { proof: Proof }) {
	const { t } = useTranslation();
	const parts = proof.parts.filter((part) => part.count > 0);
	const sum = parts.reduce((total, part) => total + part.count, 0);
	if (sum === 0) return null;
	return (
		<>
			<div className={css.bar} aria-hidden>
				{parts.map((part) => (
					<i key={part.part} data-light={part.light} style={{ flexGrow: part.count }} />
				))}
			</div>
			<p className={css.parts}>
				{proof.parts.map((part) => (
					<span key={part.part}>
						<LightShape light={part.light} /> {t(`parts.${part.part}`)} <b>{formatInteger(part.count)}</b>
					</span>
				))}
				<span className={css.sum}>{t('proof.sum', { n: formatInteger(sum) })}</span>
			</p>
		</>
	);
}

function Variants({
	proof,
	definition,
	figure,
}: {
	proof: Proof;
	definition: IndicatorDefinition | undefined;
	figure: FigureRef;
}) {
	const { t } = useTranslation();
	const language = useLanguage();
	const { readings } = useStores();
	const others = proof.variants.filter((variant) => variant.variant !== proof.reading.variant);
	if (others.length === 0) return null;
	const labelOf = (name: string) => {
		const label = definition?.variants.find((variant) => variant.name === name)?.label;
		return label ? (language === 'en' ? label.en : label.zh) : name;
	};
	return (
		<>
			<h3 className={css.heading}>{t('proof.variants')}</h3>
			<ul>
				{others.map((variant) => {
					const words = readingText(variant, kindOf(definition), t);
					return (
						<li key={variant.variant}>
							<button
								type="button"
								className={css.variant}
								onClick={() => readings.getState().openProof({ ...figure, variant: variant.variant })}
							>
								<span>{labelOf(variant.variant)}</span>
								<b>
									{words.text}
									{words.isFigure && unitOf(definition, language) === '%' ? '%' : ''}
								</b>
								<span className={css.division}>
									{variant.num !== null && variant.den !== null
										? `${formatInteger(variant.num)} ÷ ${formatInteger(variant.den)}`
										: ''}
								</span>
							</button>
						</li>
					);
				})}
			</ul>
		</>
	);
}

function ProofBody({ proof, figure }: { proof: Proof; figure: FigureRef }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const definition = useApp((state) => state.definitions.get(figure.indicator));
	const { reading } = proof;
	const words = readingText(reading, kindOf(definition), t);
	const text = describeProof(proof, definition, language, presentYear, t);
	const [first, rest] = splitDefinition(text.definition);
	const board = useReadings((state) => state.board.value);
	const row = board?.rows.find(
		(one) =>
			one.reading.indicator === reading.indicator &&
			one.reading.area === reading.area &&
			one.reading.period === reading.period,
	);
	return (
		<>
			<div className={css.lead}>
				<Figure text={words.text} unit={words.isFigure ? unitOf(definition, language) : ''} size="card" />
				<div className={css.state}>
					<b>
						<LightShape light={reading.light} /> {t(`words.${reading.light}`)}
					</b>
					<span>{goalLine(row ?? { band: null, note: null }, definition, language, t)}</span>
				</div>
				<div className={css.sumup}>
					{text.division !== null && <b>{text.division}</b>}
					<span>{t('proof.check', { code: proof.checkCode })}</span>
				</div>
			</div>
			<CompositionBar proof={proof} />
			<div className={css.columns}>
				<ProofLadder proof={proof} isLive={definition?.isLive ?? false} />
				<section>
					<h3 className={css.heading}>
						<Term id="definition">{t('proof.definition')}</Term> <span className="tag">v{proof.version}</span>
					</h3>
					<p className={css.definition}>{first}</p>
					{rest !== '' && (
						<details className={css.more}>
							<summary>{t('proof.fullText')}</summary>
							<p className={css.definition}>{rest}</p>
						</details>
					)}
					<Variants proof={proof} definition={definition} figure={figure} />
				</section>
			</div>
			<ProofFiles proof={proof} />
		</>
	);
}

function Actions({ proof, figure, onClose }: { proof: Proof; figure: FigureRef; onClose: () => void }) {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { location } = useStores();
	const definition = useApp((state) => state.definitions.get(figure.indicator));
	const [copied, setCopied] = useState<'idle' | 'picture' | 'text' | 'failed'>('idle');
	const missed = proof.den === null || proof.num === null ? 0 : proof.den - proof.num;
	const list = (part: 'all' | 'missed') => {
		onClose();
		location
			.getState()
			.openEvents({ state: null, lights: [], proof: { ...figure, variant: proof.reading.variant, part } });
	};
	const copiedWords = {
		idle: 'proof.copyPicture',
		picture: 'proof.copied',
		text: 'proof.copiedText',
		failed: 'proof.copyFailed',
	} as const;
	const canList = proof.recordTotal > 0;
	const hasMissed = missed > 0 && definition?.valueKind === 'ratio';
	return (
		<footer className={css.foot}>
			{canList && (
				<button type="button" className="button button-primary" onClick={() => list('all')}>
					{t('proof.list', { n: formatInteger(proof.recordTotal) })}
				</button>
			)}
			{hasMissed && (
				<button type="button" className="button" onClick={() => list('missed')}>
					{t('proof.missed', { n: formatInteger(missed) })}
				</button>
			)}
			<span className={css.gap} />
			<button
				type="button"
				className="button"
				onClick={async () => {
					const words = describeProof(proof, definition, language, presentYear, t);
					setCopied(await copyProof(words, proof.reading.light));
				}}
			>
				<Image size={15} strokeWidth={1.75} aria-hidden />
				<span aria-live="polite">{t(copiedWords[copied])}</span>
			</button>
			<button
				type="button"
				className="button"
				onClick={() => {
					onClose();
					location.getState().goTo({ page: 'overview', indicator: figure.indicator, area: figure.area });
				}}
			>
				<ChartLine size={15} strokeWidth={1.75} aria-hidden />
				{t('proof.indicator')}
			</button>
		</footer>
	);
}

export function ProofCard() {
	const { t } = useTranslation();
	const language = useLanguage();
	const presentYear = usePresentYear();
	const { readings } = useStores();
	const figure = useReadings((state) => state.proofOf);
	const proof = useReadings((state) => state.proof);
	const definition = useApp((state) => (figure ? state.definitions.get(figure.indicator) : undefined));
	const area = useApp((state) => (figure ? state.tree.byCode.get(figure.area) : undefined));
	const dialog = useModal();
	if (figure === null) return null;
	const close = () => readings.getState().closeProof();
	const { value } = proof;
	const period = formatPeriod(figure.period, language);
	const finality =
		value === null
			? ''
			: definition?.isLive
				? t('proof.live')
				: !value.reading.complete
					? t('proof.running')
					: value.reading.final
						? t('proof.sealed')
						: t('proof.provisional');
	const asOf =
		value?.reading.asOf == null
			? ''
			: t('header.asOf', { time: formatInstant(value.reading.asOf, language, { presentYear }) });
	return (
		<dialog
			ref={dialog}
			className={css.card}
			aria-labelledby="proof-title"
			onClose={close}
			onPointerDown={(event) => {
				if (event.target === dialog.current) dialog.current?.close();
			}}
		>
			<div className={css.inside}>
				<CardHead
					id="proof-title"
					title={indicatorName(definition, figure.indicator, language)}
					tag={figure.indicator}
					sub={[area?.name ?? figure.area, definition?.isLive ? '' : period, finality, asOf]
						.filter(Boolean)
						.join(' • ')}
					closeLabel={t('proof.close')}
					onClose={() => dialog.current?.close()}
				/>
				{proof.error !== null && <FailureNote error={proof.error} isOld={value !== null} />}
				{value === null && proof.error === null && <EmptyNote title={t('events.loading')} />}
				{value !== null && (
					<>
						<ProofBody proof={value} figure={figure} />
						<Actions proof={value} figure={figure} onClose={close} />
					</>
				)}
			</div>
		</dialog>
	);
}
