import type { JSX } from 'preact';
import { COUNCIL_KINDS, COUNCIL_LEVELS, type CouncilRead } from '../../councils/index.js';
import type { LocalizedText } from '../../platform/kernel/index.js';
import { Input, Radios, Select } from '../components/index.js';
import { Bilingual, bilingualCompared, bilingualValues, type Compared } from '../desk/index.js';
import type { FilledForm, FirstValues, PageContext } from '../frame/index.js';
import type { Places } from './council-desks.service.js';
import { SECTORS_FIELD } from './council-forms.js';

interface FieldsProps {
  readonly filled: FilledForm;
}

/** What a council is at, and where: fixed once it is established. */
export function PlaceFields({ filled, places }: FieldsProps & { readonly places: Places }): JSX.Element {
  const { ctx } = filled;
  const legend = (key: string) => ({ legend: ctx.t(key), legendClass: 'govuk-fieldset__legend--s' });
  return (
    <>
      <Select
        {...filled.field('bodyId')}
        label={ctx.t('portal.councilsDesk.field.body')}
        items={[{ value: '', text: '–' }, ...byName(ctx, places.bodies)]}
      />
      <Radios
        {...filled.choice('kind')}
        fieldset={legend('portal.councilsDesk.field.kind')}
        items={COUNCIL_KINDS.map((value) => ({ value, text: ctx.t(`portal.councils.kind.${value}`) }))}
      />
      <Radios
        {...filled.choice('level')}
        fieldset={legend('portal.councilsDesk.field.level')}
        items={COUNCIL_LEVELS.map((value) => ({ value, text: ctx.t(`portal.councils.level.${value}`) }))}
      />
      <Select
        {...filled.field('territoryId')}
        label={ctx.t('portal.councilsDesk.field.territory')}
        hint={ctx.t('portal.councilsDesk.field.territoryHint')}
        items={[
          { value: '', text: ctx.t('portal.councilsDesk.field.asBody') },
          ...places.territories.map(({ id, name, level }) => ({ value: id, text: indented(level, ctx.text(name)) })),
        ]}
      />
      <Input
        {...filled.field('foundedOn')}
        type="date"
        class="govuk-input--width-10"
        label={ctx.t('portal.councilsDesk.field.foundedOn')}
        hint={ctx.t('portal.councilsDesk.field.foundedHint')}
      />
    </>
  );
}

/** What may be changed of a council. */
export function AboutFields({ filled }: FieldsProps): JSX.Element {
  const { ctx } = filled;
  const { about } = labels(ctx);
  return (
    <>
      <Input
        {...filled.field('seats')}
        class="govuk-input--width-4"
        inputmode="numeric"
        label={about.seats}
        hint={ctx.t('portal.councilsDesk.field.seatsHint')}
      />
      <Input
        {...filled.field('website')}
        type="url"
        label={about.website}
        hint={ctx.t('portal.councilsDesk.field.websiteHint')}
      />
      <Bilingual
        english="optional"
        filled={filled}
        name={SECTORS_FIELD}
        label={about.sectors}
        hint={ctx.t('portal.councilsDesk.field.sectorsHint')}
        rows={4}
      />
      <Bilingual
        english="optional"
        filled={filled}
        name="regulation"
        label={about.regulation}
        hint={ctx.t('portal.councilsDesk.field.regulationHint')}
        rows={10}
      />
    </>
  );
}

/** What is recorded of a council, as first values of the fields. */
export function firstValuesOf({ name, seats, website, sectors, regulation }: CouncilRead): FirstValues {
  return {
    ...{ seats, website },
    ...bilingualValues('name', name),
    ...bilingualValues('regulation', regulation),
    ...bilingualValues(SECTORS_FIELD, linesOf(sectors)),
  };
}

/** What is stored of a council beside what was entered. */
export function comparedIn(filled: FilledForm, council: CouncilRead): Compared[] {
  const { ctx } = filled;
  const { name, about } = labels(ctx);
  const rows = [
    ...bilingualCompared(filled, 'name', name, council.name),
    { field: about.seats, stored: String(council.seats), yours: filled.value('seats') ?? '–' },
    { field: about.website, stored: council.website ?? '–', yours: filled.value('website') || '–' },
    ...bilingualCompared(filled, SECTORS_FIELD, about.sectors, linesOf(council.sectors)),
    ...bilingualCompared(filled, 'regulation', about.regulation, council.regulation),
  ];
  return rows.filter(({ stored, yours }) => stored !== (yours || '–'));
}

function labels(ctx: PageContext) {
  const label = (key: string): string => ctx.t(`portal.councilsDesk.field.${key}`);
  const about = {
    seats: label('seats'),
    website: label('website'),
    sectors: label('sectors'),
    regulation: label('regulation'),
  };
  return { name: label('name'), about };
}

/** Fields of work, a line each; English only where all of them have it. */
function linesOf(sectors: readonly LocalizedText[]): LocalizedText | null {
  if (sectors.length === 0) return null;
  const english = sectors.flatMap(({ en }) => (en === undefined ? [] : [en]));
  const [kk, ru] = [sectors.map((one) => one.kk).join('\n'), sectors.map((one) => one.ru).join('\n')];
  return english.length === sectors.length ? { kk, ru, en: english.join('\n') } : { kk, ru };
}

function byName(ctx: PageContext, things: readonly { readonly id: string; readonly name: LocalizedText }[]) {
  const named = things.map(({ id, name }) => ({ value: id, text: ctx.text(name) }));
  return named.sort((one, other) => one.text.localeCompare(other.text, ctx.lang));
}

/** Regions stand out, what lies in them is moved in; lists are by code, in which a region is before its parts. */
function indented(level: string, name: string): string {
  return ['country', 'region', 'city_of_republican_significance'].includes(level) ? name : `\u00a0\u00a0\u00a0${name}`;
}
