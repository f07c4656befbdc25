import type { JSX } from 'preact';
import { exemptions, type ComparativeRowResponse, type ConsultationRead } from '../../consultations/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { Details, Table } from '../components/index.js';
import { Localized, LocalizedParagraph, type PageContext } from '../frame/index.js';

interface PrecedingProps {
  readonly ctx: PageContext;
  readonly consultation: Pick<ConsultationRead, 'consultativeDocumentId' | 'exemption'>;
  /** Title of the consultative document; undefined where none is linked. */
  readonly document: LocalizedText | undefined;
}

/** What preceded a draft law (K10): the consultative document, or why there was none, with its basis. */
export function Preceding({ ctx, consultation, document }: PrecedingProps): JSX.Element | null {
  const { consultativeDocumentId: id, exemption } = consultation;
  if (id !== null && document) {
    return (
      <a class="govuk-link" href={ctx.url(`/consultations/${id}`)}>
        <Localized ctx={ctx} text={document} />
      </a>
    );
  }
  const ground = exemptions.find(({ code }) => code === exemption);
  if (!ground) return null;
  return (
    <>
      {ctx.t('portal.consultation.exempt')} <Localized ctx={ctx} text={ground.name} /> (
      <Localized ctx={ctx} text={ground.basis} />)
    </>
  );
}

interface AccompanyingProps {
  readonly ctx: PageContext;
  readonly explanatoryNote: LocalizedText | null;
  readonly comparativeTable: readonly ComparativeRowResponse[];
}

/** What is given beside the text: the explanatory note, and what is in force, proposed and why. */
export function Accompanying({ ctx, explanatoryNote, comparativeTable }: AccompanyingProps): JSX.Element {
  return (
    <>
      {explanatoryNote && (
        <Details summary={ctx.t('portal.consultation.explanatoryNote')}>
          <LocalizedParagraph ctx={ctx} text={explanatoryNote} />
        </Details>
      )}
      {comparativeTable.length > 0 && <ComparativeTable ctx={ctx} rows={comparativeTable} />}
    </>
  );
}

interface ComparativeProps {
  readonly ctx: PageContext;
  readonly rows: readonly ComparativeRowResponse[];
}

function ComparativeTable({ ctx, rows }: ComparativeProps): JSX.Element {
  const t = (key: string): string => ctx.t(`portal.consultation.comparative.${key}`);
  const words = (text: ComparativeRowResponse['current']) => ({
    content: text ? <Localized ctx={ctx} text={text} /> : t('none'),
    class: 'kenes-as-written',
  });
  return (
    <>
      <h2 class="govuk-heading-m" id="comparative">
        {t('title')}
      </h2>
      <div class="kenes-scroll" tabIndex={0} role="region" aria-labelledby="comparative">
        <Table
          caption={t('title')}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[t('place'), t('current'), t('proposed'), t('reason')]}
          rows={rows.map(({ place, current, proposed, reason }) => [
            { content: <Localized ctx={ctx} text={place} /> },
            words(current),
            words(proposed),
            words(reason),
          ])}
        />
      </div>
    </>
  );
}
